"""`integrate prompts preview`: walking a set as a person would meet it, with nothing kept."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from integrate.cli import output
from integrate.cli.asked import Asked, yes_option
from integrate.cli.prompt_name import complete_id_or_file, is_file, named
from integrate.cli.refused import REFUSED, USAGE, Refused
from integrate.domain.prompt import PromptSet
from integrate.library import BadFile, Library
from integrate.text import clean
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.preview import Preview
    from integrate.tui.app import IntegrateApp


class _Found(Struct, frozen=True):
    """What is to be looked at."""

    set: PromptSet
    measure: bool = False


def _complete_phase(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    del context, option
    return [each for each in _phases(Library.shipped()) if each.startswith(incomplete)]


@click.command("preview", help=say("preview.help"))
@click.argument("name", metavar="FILE|ID", shell_complete=complete_id_or_file)
@click.option("--at", metavar="PHASE", shell_complete=_complete_phase, help=say("preview.at"))
@click.option("--plain", is_flag=True, help=say("cli.option.plain"))
@yes_option
@click.pass_obj
def command(asked: Asked, name: str, at: str | None, *, plain: bool, yes: bool) -> int:
    """Walks it; 1 where it cannot be walked, or the person would rather not."""
    library = Library.shipped()
    if at is not None and at not in (phases := _phases(library)):
        shown = clean(at, one_line=True)
        raise Refused(say("preview.no_phase", phase=shown, known=", ".join(phases)), USAGE)
    found = _found(library, name, yes=yes)
    if found is None:
        return REFUSED
    from integrate.journal.preview import preview

    previewed = preview(found.set, library, asked.clock(), at=at, measure=found.measure)
    if found.measure:
        _see_that_it_may_be_asked(previewed)
    return _shown(asked, previewed, plain=plain)


def _see_that_it_may_be_asked(previewed: "Preview") -> None:
    """Holds a measure to its hours, as for real.

    Raises:
        Refused: if it is not asked in this phase.
    """
    from integrate.journal.caution import caution

    told = caution(previewed.journal, previewed.set.id, previewed.clock())
    if told is not None and told.refused is not None:
        raise Refused(say(f"measure.wait.{told.refused}"))


def _phases(library: Library) -> tuple[str, ...]:
    from integrate.journal.preview import NO_SESSION

    tables = library.phase_tables()
    ids = [phase.id for table in (tables.dosing, tables.talk) for phase in table.phases]
    return (*ids, NO_SESSION)


def _found(library: Library, name: str, *, yes: bool) -> _Found | None:
    """What is to be looked at; `None` where the person would rather not.

    Raises:
        NoSuchSet: if it is no file, and nothing of ours has that id.
        Refused: if it is a file that cannot be walked.
    """
    if is_file(library, name):
        prompt_set = _of_file(library, Path(name), yes=yes)
        return _Found(prompt_set) if prompt_set else None
    one = named(library, name)
    if isinstance(one, PromptSet):
        return _Found(one)
    from integrate.domain.measured import compiled

    return _Found(compiled(one, closing=say("measure.closing")), measure=True)


def _of_file(library: Library, path: Path, *, yes: bool) -> PromptSet | None:
    """The set in a file, after everything that is wrong with it was told."""
    from integrate.library.review import review

    told = review(path, library.phase_tables())
    if told:
        output.lines(str(each) for each in told)
    try:
        read = library.read(path)
    except BadFile:
        shown = clean(str(path), one_line=True)
        raise Refused(say("preview.cannot", file=shown)) from None
    return read if not told or _all_the_same(yes=yes) else None


def _all_the_same(*, yes: bool) -> bool:
    """Whether to look at it though it breaks a rule."""
    from integrate.cli.agreed import see_that_it_can_be_asked
    from integrate.plain.agreeing import agrees
    from integrate.plain.talk import Terminal

    if yes:
        return True
    with Terminal().attended() as talk:
        see_that_it_can_be_asked(talk, yes=yes)
        talk.say("", say("preview.breaks"))
        return agrees(talk, say("preview.look"), say("preview.rather_not"))


def _shown(asked: Asked, previewed: "Preview", *, plain: bool) -> int:
    """The exit code."""
    from integrate.cli.settings import country, wants_plain

    if not plain and not wants_plain():
        from integrate.tui.start import on_a_terminal

        if on_a_terminal():
            return _on_screen(asked, previewed)
    from integrate.plain.leaving import Locking
    from integrate.plain.preview import walk_through
    from integrate.plain.talk import Terminal

    with Terminal().attended() as talk:
        try:
            walk_through(talk, previewed, country())
        except Locking:
            return 0
    return 0


def _on_screen(asked: Asked, previewed: "Preview") -> int:
    from integrate import places
    from integrate.machine import Machine
    from integrate.tui.start import run_app

    def make() -> "IntegrateApp":
        from integrate.tui.preview_app import PreviewApp

        return PreviewApp(
            previewed,
            clock=asked.clock,
            library=previewed.journal.library,
            path=asked.path,
            machine=Machine(places.state_folder()),
            config_file=places.config_file(),
        )

    return run_app(make)
