"""`integrate prompts print`: a set, a measure, or a page for people around, as a sheet of paper."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from integrate.cli.asked import Asked, journal_options
from integrate.cli.prompt_name import complete_id_or_file, is_file, named
from integrate.cli.prompt_own import named_own, own_option
from integrate.cli.settings import country
from integrate.domain.measure import Measure
from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.words import say


def _complete(
    context: click.Context, option: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What can be named elsewhere, and the pages that are there to be printed only."""
    from integrate.library.handouts import handout_ids

    pages = [CompletionItem(each) for each in handout_ids() if each.startswith(incomplete)]
    return [*complete_id_or_file(context, option, incomplete), *pages]


@click.command("print", help=say("cli.prompts.print.help"))
@click.argument("name", metavar="ID|FILE", shell_complete=_complete)
@click.option(
    "--to",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=say("cli.prompts.print.to"),
)
@own_option
@journal_options
@click.pass_obj
def command(asked: Asked, name: str, to: Path | None, *, own: bool) -> None:
    """Makes one HTML file that needs nothing else."""
    sheet = _sheet(asked, name, own=own)
    if to is None:
        click.echo(sheet.encode(), nl=False)
        return
    from integrate.cli import output
    from integrate.cli.new_file import write_new

    write_new(to, sheet, ours=True)
    output.lines([say("cli.new_file.written", file=to)])


def _sheet(asked: Asked, name: str, *, own: bool) -> str:
    from integrate.library.handouts import handout, handout_ids, handout_sheet
    from integrate.library.sheet import measure_sheet, set_sheet

    library = Library.shipped()
    if not own and name in handout_ids():
        return handout_sheet(handout(name), library.support(), country())
    found = named_own(asked, name) if own else _found(library, name)
    if isinstance(found, Measure):
        return measure_sheet(found, library.support())
    return set_sheet(found, library.support(), _branches(found))


def _found(library: Library, name: str) -> PromptSet | Measure:
    """The set or measure of this id, or the set in this file.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if the file cannot be used.
    """
    return library.read(Path(name)) if is_file(library, name) else named(library, name)


def _branches(prompt_set: PromptSet) -> dict[str, str]:
    """When a prompt is to be answered, by its id; only those that are not always."""
    from integrate.cli.set_lines import conditions, numbered

    numbers = numbered(prompt_set)
    found = {
        prompt.id: conditions(prompt.shown_if, prompt_set, numbers)
        for prompt in prompt_set.flat()
        if prompt.shown_if is not None
    }
    return {prompt_id: said for prompt_id, said in found.items() if said}
