"""`integrate prompts author`: writing a set in the full screen. No passphrase, no journal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from integrate.cli.asked import Asked
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp


@click.command("author", help=say("author.help.command"))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def command(asked: Asked, file: Path | None) -> int:
    """Opens the set that is in the file, or a new one."""
    from integrate import places
    from integrate.library import Library
    from integrate.library.set_file import SetFile, usual_mode
    from integrate.machine import Machine
    from integrate.tui.start import run_app

    mode = usual_mode()
    set_file = SetFile(file, mode) if file is not None else None
    opened = set_file.read() if set_file is not None and set_file.is_there else None
    left_over = set_file.read_beside() if set_file is not None else None

    def make() -> "IntegrateApp":
        from integrate.tui.author_app import AuthorApp

        return AuthorApp(
            set_file,
            opened,
            left_over,
            mode,
            clock=asked.clock,
            library=Library.shipped(),
            path=asked.path,
            machine=Machine(places.state_folder()),
            config_file=places.config_file(),
        )

    return run_app(make)
