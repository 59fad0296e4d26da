"""The shipped content, read once."""

import msgspec
import pytest

from integrate.domain.prompt import PromptSet
from integrate.library import Library


@pytest.fixture(scope="session")
def library():
    return Library.shipped()


@pytest.fixture(scope="session")
def sets(library):
    return library.sets()


@pytest.fixture(scope="session")
def prompts(sets):
    """Every shipped prompt with the id of its set."""
    return [(set_id, prompt) for set_id, each in sets.items() for prompt in each.flat()]


@pytest.fixture(scope="session")
def said(library, sets, prompts):
    """Every string that a person may read, with where it stands."""
    found = []
    for set_id, each in sets.items():
        head = each.set
        found += [(set_id, text) for text in (head.title, head.opening, head.closing)]
    for set_id, prompt in prompts:
        where = f"{set_id}/{prompt.id}"
        found += [(where, prompt.ask), (where, prompt.help)]
        found += [(where, option.label) for option in (*prompt.options, *prompt.words)]
        if prompt.scale:
            found += [(where, prompt.scale.low_label), (where, prompt.scale.high_label)]
    for table in (library.phase_tables().dosing, library.phase_tables().talk):
        for phase in table.phases:
            found += [(phase.id, phase.name), (phase.id, phase.says)]
            found += [(phase.id, each.why) for each in (phase.begin, phase.end) if each]
    for exercise in library.grounding():
        found += [(exercise.id, text) for text in (exercise.title, exercise.note, *exercise.steps)]
    support = library.support()
    found += [("support", support.changes), ("support", support.emergency_elsewhere)]
    for text in support.texts:
        found += [("support", text.headline), ("support", text.body)]
    found += [("support", line.name) for line in support.lines]
    found += [(name, each.cite) for name, each in library.references().items()]
    return [(where, text) for where, text in found if text]


@pytest.fixture(scope="session")
def a_set():
    """Makes a set of these prompts."""
    head = {
        "id": "own",
        "title": "A set",
        "version": "1",
        "language": "en",
        "author": "A stranger",
        "licence": "CC0",
        "minutes": 1,
        "closing": "That is all.",
        "max_depth": 1,
    }

    def make(*prompts):
        return msgspec.convert({"schema": 1, "set": head, "prompt": prompts}, PromptSet)

    return make
