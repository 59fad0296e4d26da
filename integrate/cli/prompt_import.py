"""`integrate prompts import`: taking a set from a file into the journal."""

from collections.abc import Iterator
from pathlib import Path

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, yes_option
from integrate.cli.refused import Refused
from integrate.domain.own_set import IMPORTED, OwnSet
from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.text import clean
from integrate.words import say


@click.command("import", help=say("own.import.help"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@yes_option
@journal_options
@click.pass_obj
def command(asked: Asked, file: Path, *, yes: bool) -> None:
    """Keeps the set, once it holds every rule and the person has said yes."""
    from integrate.cli.agreed import agree, see_that_it_can_be_asked
    from integrate.cli.opening import open_journal
    from integrate.journal.sets import keep_set, own_set
    from integrate.library.intake import read_text
    from integrate.plain.talk import Terminal

    library = Library.shipped()
    text = read_text(file)  # once: what is looked over is what is kept
    prompt_set = _looked_over(library, file, text)
    talk = Terminal()
    see_that_it_can_be_asked(talk, yes=yes)
    with open_journal(asked) as journal, talk.attended():
        known = own_set(journal, prompt_set.id)
        if known is not None and known.ready and known.text == text:
            talk.say(say("own.import.same", id=known.id))
            return
        agree(
            talk,
            lambda: list(_told(prompt_set, library, known)),
            do=say("own.import.replace" if known else "own.import.keep"),
            leave=say("own.import.leave"),
            yes=yes,
        )
        kept = keep_set(journal, text, asked.clock(), source=IMPORTED, replace=True, name=file)
    output.lines([say("own.import.kept", title=kept.title, id=kept.id)])


def _looked_over(library: Library, file: Path, text: str) -> PromptSet:
    """The set in a text, with nothing wrong in it.

    Raises:
        Refused: if anything is; it was told by then, as `prompts check` tells it.
        CannotKeep: if its id is taken.
    """
    from integrate.journal.sets import see_that_id_is_free
    from integrate.library.read import set_from
    from integrate.library.review import review_text

    found = review_text(file, text, library.phase_tables())
    if found:
        output.lines(str(each) for each in found)
        named = clean(str(file), one_line=True)
        raise Refused(say("own.import.not_right", file=named))
    prompt_set = set_from(file, text)
    see_that_id_is_free(library, prompt_set.id)
    return prompt_set


def _told(prompt_set: PromptSet, library: Library, known: OwnSet | None) -> Iterator[str]:
    """What is said of a set before the yes: whose it is, how long, when, and how deep it goes."""
    from integrate.cli.set_lines import head_lines

    yield from head_lines(prompt_set, library)
    yield ""
    deepest = max(each.depth for each in prompt_set.flat())
    yield say(f"own.depth.{deepest}")
    if any(each.memory for each in prompt_set.flat()):
        yield say("own.memory")
    if known is not None:
        key = "own.import.replaces" if known.ready else "own.import.replaces.draft"
        yield say(key, title=known.title, old=known.version, new=prompt_set.set.version)
