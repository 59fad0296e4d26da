"""`integrate prompts`: prompt sets and measures. Only a person's own sets need the journal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import to_builtins

from integrate.cli import (
    output,
    prompt_author,
    prompt_export,
    prompt_import,
    prompt_new,
    prompt_preview,
    prompt_print,
    prompt_remove,
)
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.prompt_name import complete_id, named
from integrate.cli.prompt_own import named_own, own_lines, own_option, own_shapes
from integrate.cli.refused import REFUSED
from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.text import clean
from integrate.words import say

if TYPE_CHECKING:
    from integrate.library import BadFile


@click.group("prompts", help=say("cli.prompts.help"))
def command() -> None:
    """Prompt sets and measures."""


command.add_command(prompt_author.command)
command.add_command(prompt_export.command)
command.add_command(prompt_import.command)
command.add_command(prompt_new.command)
command.add_command(prompt_preview.command)
command.add_command(prompt_print.command)
command.add_command(prompt_remove.command)


@command.command("list", help=say("cli.prompts.list.help"))
@own_option
@journal_options
@json_option
@click.pass_obj
def list_(asked: Asked, *, own: bool, as_json: bool) -> None:
    """Lists every set, then every measure; or the person's own sets."""
    from integrate.cli.prompt_table import listed, prompt_table

    library = Library.shipped()
    if own:
        _list_own(asked, as_json=as_json)
    elif as_json:
        output.as_json(listed(library))
    else:
        output.lines(prompt_table(library))


def _list_own(asked: Asked, *, as_json: bool) -> None:
    from integrate.cli.opening import open_journal

    with open_journal(asked) as journal:
        if as_json:
            output.as_json({"sets": own_shapes(journal)})
        else:
            output.lines(own_lines(journal))


@command.command("show", help=say("cli.prompts.show.help"))
@click.argument("name", metavar="ID", shell_complete=complete_id)
@own_option
@journal_options
@json_option
@click.pass_obj
def show(asked: Asked, name: str, *, own: bool, as_json: bool) -> None:
    """Shows a set or a measure; as JSON with the keys of its file."""
    library = Library.shipped()
    found = named_own(asked, name) if own else named(library, name)
    if as_json:
        output.as_json(to_builtins(found))
    elif isinstance(found, PromptSet):
        from integrate.cli.set_lines import set_lines

        output.lines(set_lines(found, library))
    else:
        from integrate.cli.measure_lines import measure_lines

        output.lines(measure_lines(found))


@command.command("check", help=say("cli.prompts.check.help"))
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@json_option
def check(files: tuple[Path, ...], *, as_json: bool) -> int:
    """Says everything that is wrong with each file; 1 where anything is."""
    from integrate.library.review import review

    tables = Library.shipped().phase_tables()
    found = [(file, review(file, tables)) for file in files]
    if as_json:
        output.as_json([_checked(file, told) for file, told in found])
    else:
        output.lines(line for file, told in found for line in _told(file, told))
    return REFUSED if any(told for _, told in found) else 0


def _told(file: Path, found: "tuple[BadFile, ...]") -> list[str]:
    name = clean(str(file), one_line=True)
    return [str(each) for each in found] or [say("cli.prompts.check.clean", file=name)]


def _checked(file: Path, found: "tuple[BadFile, ...]") -> dict[str, object]:
    findings = [
        {"line": each.line, "column": each.column, "message": each.message} for each in found
    ]
    return {"file": str(file), "ok": not found, "findings": findings}


@command.command("schema", help=say("cli.prompts.schema.help"))
def schema() -> None:
    """Prints the JSON Schema of a set's file."""
    from integrate.library.schema import set_schema

    output.as_json(set_schema())
