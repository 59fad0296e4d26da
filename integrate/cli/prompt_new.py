"""`integrate prompts new`: a prompt set's file to start from."""

import sys
from pathlib import Path

import click

from integrate.cli.refused import Refused
from integrate.words import say


@click.command("new", help=say("cli.prompts.new.help"))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--paste", is_flag=True, help=say("cli.prompts.new.paste"))
def command(file: Path | None, *, paste: bool) -> None:
    """Makes the file, from questions where some are given."""
    from integrate.library.beginning import beginning, id_from, questions_in

    questions = questions_in(_pasted(asked=paste))
    if paste and not questions:
        raise Refused(say("cli.prompts.new.none"))
    text = beginning(questions, id_from(file.stem) if file else id_from(""))
    _check_size(text)
    if file is None:
        click.echo(text.encode(), nl=False)
        return
    from integrate.cli import output
    from integrate.cli.new_file import write_new

    write_new(file, text)
    output.lines([say("cli.new_file.written", file=file)])


def _pasted(*, asked: bool) -> str:
    """What stands on standard input; at a terminal only where it was asked for.

    Raises:
        Refused: if it is too long, or not UTF-8.
    """
    from integrate.library.intake import MOST_BYTES

    if sys.stdin is None or (sys.stdin.isatty() and not asked):
        return ""
    if sys.stdin.isatty():
        click.echo(say("cli.prompts.new.write"), err=True)
    given = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(given) > MOST_BYTES:
        raise Refused(say("cli.prompts.new.too_many", most=MOST_BYTES // 1024))
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(say("cli.note.not_text", at=error.start)) from None


def _check_size(text: str) -> None:
    """Raises `Refused` where the file could not be read back."""
    from integrate.library.intake import LONGEST_LINE, MOST_BYTES

    if max(map(len, text.splitlines())) > LONGEST_LINE:
        raise Refused(say("cli.prompts.new.long", most=LONGEST_LINE))
    if len(text.encode()) > MOST_BYTES:
        raise Refused(say("cli.prompts.new.too_many", most=MOST_BYTES // 1024))
