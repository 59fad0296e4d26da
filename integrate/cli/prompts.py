"""`integrate prompts`: looking at prompt sets and measures. No passphrase, no journal."""

import click
from msgspec import to_builtins

from integrate.cli import output
from integrate.cli.asked import json_option
from integrate.domain.measure import Measure
from integrate.domain.prompt import PromptSet
from integrate.library import Library, NoSuchSet
from integrate.words import say


@click.group("prompts", help=say("cli.prompts.help"))
def command() -> None:
    """Prompt sets and measures."""


@command.command("list", help=say("cli.prompts.list.help"))
@json_option
def list_(*, as_json: bool) -> None:
    """Lists every set, then every measure."""
    from integrate.cli.prompt_table import listed, prompt_table

    library = Library.shipped()
    if as_json:
        output.as_json(listed(library))
    else:
        output.lines(prompt_table(library))


def _complete(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """What can be shown whose name begins so."""
    del context, option
    library = Library.shipped()
    ids = (*library.set_ids(), *library.measure_ids())
    return [each for each in ids if each.startswith(incomplete)]


@command.command("show", help=say("cli.prompts.show.help"))
@click.argument("name", metavar="ID", shell_complete=_complete)
@json_option
def show(name: str, *, as_json: bool) -> None:
    """Shows a set or a measure; as JSON with the keys of its file."""
    library = Library.shipped()
    found = _named(library, name)
    if as_json:
        output.as_json(to_builtins(found))
    elif isinstance(found, PromptSet):
        from integrate.cli.set_lines import set_lines

        output.lines(set_lines(found, library))
    else:
        from integrate.cli.measure_lines import measure_lines

        output.lines(measure_lines(found))


@command.command("schema", help=say("cli.prompts.schema.help"))
def schema() -> None:
    """Prints the JSON Schema of a set's file."""
    from integrate.library.schema import set_schema

    output.as_json(set_schema())


def _named(library: Library, name: str) -> PromptSet | Measure:
    """The set or measure of this id.

    Raises:
        NoSuchSet: if there is neither.
    """
    if name in library.measure_ids():
        return library.measure(name)
    if name in library.set_ids():
        return library.set(name)
    import difflib

    ids = (*library.set_ids(), *library.measure_ids())
    raise NoSuchSet(name, difflib.get_close_matches(name.lower(), ids), ids)
