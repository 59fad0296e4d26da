"""Makes docs/EVIDENCE.md: what is known, how surely, and what is our choice.

Everything but the opening and the list of ideas comes from the content in `prompts/`, so the page
cannot say more than the content does.

Run it after changing phases, sets or references: `python scripts/evidence.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from integrate.domain.care import Reference
from integrate.domain.handout import Handout, Section
from integrate.domain.phase import Boundary, Flag, Phase, PhaseTable
from integrate.domain.prompt import Kind, Prompt, PromptSet
from integrate.journal.reason import ground_of, weighed
from integrate.library import Library
from integrate.library.handouts import handout, handout_ids
from integrate.words import say

PAGE: Final = Path(__file__).parents[1] / "docs" / "EVIDENCE.md"

OPENING: Final = """\
# What is known, and what is our choice

Integrate began from a short text on ketamine and trauma. Studies say some of what it says, and not
all. This page shows, for each phase and each question, which is which.

It is made from the files in [prompts/](../prompts/README.md) by `scripts/evidence.py`.

## How to read it

- **Found in people**: a study, a label or a report of people speaks of it. Some of them looked and
  saw no effect. The list of sources says in short what they saw.
- **Found in animals**: seen in rats or mice. Nobody knows if it holds for people.
- **Our choice**: we chose it. It may follow a view, a guide or a custom. A source named next to it
  is why we chose so, and does not prove it.

For a question, the ground is about its subject, and never about its words. **Near what was found**
means that a source looked at something near it, and the step from there is ours.

A letter says how sure a source is. **A** is a trial, or many trials pooled. **B** is a small study,
a label or a report. **C** is a study in animals. **D** is a view, a guide, a known scale, a custom,
or our choice.

None of the hours is a deadline. Nothing in you ends at a set hour.

## What is not known

- **Does it help to do this work in these days?** It is not clear. In low mood the lift is well
  shown: strongest after about a day, and no longer clear after two weeks. [kryst2020]
  [coylelaws2015] In one trial a short training in those days held the gain for a month. [price2022]
  In a small study of talk therapy one scale got better, and the main one did not. [wilkinson2021] A
  trauma therapy that began then helped no more than its control. [duek2023]
- **Does ketamine help with trauma?** The trials do not agree. Two small ones saw it help.
  [feder2014] [feder2021] A larger one saw no clear effect. [abdallah2022] Six trials pooled show a
  small gain, and it may be none. [ejpt2024]
- **Do new links grow in the brain?** They did in rats and mice. [li2010] [modasava2019] A scan of
  people after a day saw no change. [holmes2022]
- **Is there a window?** In mice, one way of learning was open for about two days. [nardou2023] No
  study here shows that in people. The text we began from gives no hours at all.
- **Can an old memory be stored in a softer form?** In people this is still argued.
  [reconsolidation-critique] Integrate does not try to do it.
- **Is it risky to meet a hard memory near the session?** In one small study a fear met under
  ketamine grew stronger. [corlett2013] In rats it did so too. [honsberger2015] Two studies with
  clinicians in the room saw no such harm. [das2019] [duek2023] Our rule is there to be safe.
- **Does the body's alarm calm down for good?** We found no study that shows it. In 16 people
  the heart beat more slowly over a day, with no tie to mood. [schiweck2021] In 32 healthy men,
  unpleasant pictures startled them as much as before. [startle2023]
- **Does this journal help?** Nobody has tested it. The questions are in our own words, and none was
  tested as it stands here. The scale of weight is our own.

We read most sources in short form, not as a whole. No clinician has gone through this page yet, and
no reader who has lived through it.
"""
"""The part that is written by hand. Its sources are checked like all others."""

IDEAS: Final = tuple(
    (number, say(f"guided.article.{number}")) for number in (f"S{each}" for each in range(1, 16))
)
"""The sentences of the text that the project began from, shortened; its "may" and "could" stay."""

TABLES: Final = {
    "dosing": "Phases around a session with a medicine",
    "talk": "Phases around an hour of talk therapy",
}
WHERE: Final = {
    "human": "people",
    "rat": "rats",
    "mouse": "mice",
    "opinion": "a view",
    "expert": "experts' advice",
    "guideline": "a guideline",
    "measure": "a known scale",
    "convention": "a custom of clinics",
}
SURE: Final = {
    "A": "A, a trial or pooled trials",
    "B": "B, a small study, a label or a report",
    "C": "C, a study in animals",
    "D": "D, not a finding",
}
DAYS_FROM: Final = 48
"""From so many hours on, days are easier to read."""
CITED: Final = re.compile(r"\[([a-z0-9-]+)\]")

References = dict[str, Reference]


def ground_of_prompt(prompt: Prompt | Section, references: References) -> str:
    """On what ground a question, or a part of a handout, stands; never more than its sources."""
    told = weighed(references, prompt.why)
    if told.near:
        return f"{Flag.CHOICE.value}, near what was {told.near.value}"
    if told.ground is Flag.CHOICE and prompt.why.strength != "convention":
        return f"{Flag.CHOICE.value}, on experts' advice"
    return told.ground.value


def page(library: Library) -> str:
    """The whole page, as Markdown.

    Raises:
        KeyError: if something names a source that references.toml does not have.
    """
    references = dict(library.references())
    tables = library.phase_tables()
    parts = [OPENING, *_ideas()]
    for table in (tables.dosing, tables.talk):
        parts += _phases(table, references)
    parts.append(_QUESTIONS)
    for each in in_order(library):
        parts += _questions(each, references)
    for handout_id in handout_ids():
        parts += _handout(handout(handout_id), references)
    parts += _sources(cited(library), references)
    return "\n".join(parts)


def in_order(library: Library) -> list[PromptSet]:
    """Every set: those of a phase as the phases follow each other, then the others by id."""
    tables = library.phase_tables()
    phases = [phase.id for table in (tables.dosing, tables.talk) for phase in table.phases]

    def place(each: PromptSet) -> tuple[int, str]:
        phase = each.when.phase if each.when else None
        return (phases.index(phase) if phase in phases else len(phases), each.id)

    return sorted(library.sets().values(), key=place)


def asked(prompts: PromptSet) -> Iterator[Prompt]:
    """Its questions, and the words that it shows; a bare heading is neither."""
    return (prompt for prompt in prompts.flat() if prompt.kind is not Kind.GROUP)


def boundaries(table: PhaseTable) -> Iterator[tuple[Phase, str, Boundary]]:
    """Every boundary with its phase, and when it lies."""
    for phase in table.phases:
        yield phase, f"begins {_hours(phase.begins_hours)}", phase.begin
        if phase.end:
            yield phase, _ends(phase), phase.end


def cited(library: Library) -> list[str]:
    """The ids of every source that the page names, sorted."""
    tables = library.phase_tables()
    names = set(CITED.findall(OPENING))
    for table in (tables.dosing, tables.talk):
        for _, _, boundary in boundaries(table):
            names.update(CITED.findall(boundary.why))
    for each in library.sets().values():
        for prompt in each.flat():
            names.update(prompt.why.evidence)
    for handout_id in handout_ids():
        for section in handout(handout_id).sections:
            names.update(section.why.evidence)
    return sorted(names)


_QUESTIONS: Final = """\
## The questions

Ideas with an S-number are our reading of the text we began from. Ideas without one are ours alone.
A star marks what the text does not name, and only calls
"other symptoms".
"""


def _ideas() -> list[str]:
    return [
        "## What the text we began from says\n",
        "In our own short words. Its claims are not ours.\n",
        *_table(("", "What it says"), IDEAS),
    ]


def _phases(table: PhaseTable, references: References) -> list[str]:
    rows = [
        (phase.name, when, boundary.flag.value, boundary.why, _named(boundary, references))
        for phase, when, boundary in boundaries(table)
    ]
    head = ("Phase", "When", "Ground", "Why", "Sources")
    return [f"## {TABLES[table.id]}\n", *_table(head, rows)]


def _named(boundary: Boundary, references: References) -> str:
    return _short(CITED.findall(boundary.why), references)


def _questions(prompts: PromptSet, references: References) -> list[str]:
    rows = [
        (
            prompt.ask,
            _from(prompt),
            ground_of_prompt(prompt, references),
            _short(prompt.why.evidence, references),
        )
        for prompt in asked(prompts)
    ]
    head = ("Question", "Idea", "Ground", "Sources")
    return [f"### {prompts.title} (`{prompts.id}`)\n", _opening(prompts), *_table(head, rows)]


def _handout(made: Handout, references: References) -> list[str]:
    rows = [
        (
            section.title,
            _from(section),
            ground_of_prompt(section, references),
            _short(section.why.evidence, references),
        )
        for section in made.sections
    ]
    head = ("Part", "Idea", "Ground", "Sources")
    return [f"## On paper: {made.sheet.title} (`{made.sheet.id}`)\n", *_table(head, rows)]


def _opening(prompts: PromptSet) -> str:
    """The words that a set opens with, and on what they stand: its time, or our choice alone."""
    said = f"It opens with: {_plain(prompts.set.opening)}"
    if prompts.when is None:
        return f"{said} These words are our choice.\n"
    return f"{said} What its time rests on stands above, with the phases.\n"


def _from(prompt: Prompt | Section) -> str:
    ideas = ", ".join(prompt.why.ideas)
    numbers = ", ".join(prompt.why.article)
    return f"{ideas} ({numbers})" if numbers else ideas


def _short(names: Iterable[str], references: References) -> str:
    """Each source once, with where it was found and its grade: `[price2022] people, A`."""
    each = (
        f"[{name}] {WHERE[references[name].who]}, {references[name].grade}"
        for name in dict.fromkeys(names)
    )
    return "; ".join(each) or "none"


def _sources(names: Sequence[str], references: References) -> list[str]:
    rows = [_source(name, references[name]) for name in names]
    head = ("Source", "Ground", "Where", "How sure", "What it is")
    links = [f"[{name}]: #{name}" for name in names]
    return ["## The sources\n", *_table(head, rows, links=True), *links, ""]


def _source(name: str, reference: Reference) -> tuple[str, ...]:
    sure = SURE[reference.grade]
    if not reference.checked:
        sure += "; from memory, not looked up again"
    return (
        f'<a id="{name}"></a>{name}',
        ground_of(reference).value,
        WHERE[reference.who],
        sure,
        reference.cite,
    )


def _hours(hours: float) -> str:
    if hours == 0:
        return "as it starts"
    size = abs(hours)
    whole_days = size >= DAYS_FROM and size % 24 == 0
    count, unit = (size / 24, "day") if whole_days else (size, "hour")
    side = "before" if hours < 0 else "after its start"
    return f"{count:g} {unit}{'' if count == 1 else 's'} {side}"


def _ends(phase: Phase) -> str:
    """When a phase with an end ends."""
    said = f"ends {_hours(phase.ends_hours or 0)}"
    if by_route := sorted(set(phase.ends_hours_by_route.values())):
        said += f", or {' or '.join(f'{each:g}' for each in by_route)} where taken by mouth"
    if phase.until_slept:
        said += f", or later, once you have slept (by {phase.slept_by_hours:g} hours at most)"
    return said


def _table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, links: bool = False
) -> Iterator[str]:
    """A table and the empty line below it; with `links`, cells may hold marks of their own."""
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in rows:
        yield _row(row if links else [_plain(cell) for cell in row])
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it stands, but for the sources in brackets."""
    return re.sub(r"([*_|<`\\])", r"\\\1", text)


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(Library.shipped()), encoding="utf-8")


if __name__ == "__main__":
    main()
