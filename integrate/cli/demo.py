"""`integrate demo`: an invented journal, gone at exit."""

from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import click

from integrate.cli.asked import Asked
from integrate.library import Library
from integrate.words import say

_MOMENTS: Final = ("evening", "window", "week3", "before", "talk", "practice")


@click.command("demo", help=say("cli.demo.help"))
@click.option("--at", type=click.Choice(_MOMENTS), default=_MOMENTS[0], help=say("cli.demo.at"))
@click.option("--plain", is_flag=True, help=say("cli.option.plain"))
@click.pass_obj
def command(asked: Asked, at: str, *, plain: bool) -> int:
    """Opens the invented journal."""
    from integrate.journal.demo import open_demo

    library = Library.shipped()
    with closing(open_demo(at, library=library, start=asked.clock)) as demo:
        if plain:
            from integrate.plain.here import Here
            from integrate.plain.home import Home
            from integrate.plain.leaving import Locking
            from integrate.plain.talk import Terminal

            with Terminal().attended() as talk:
                talk.say(say("demo.says"))
                try:
                    Home(Here(talk=talk, journal=demo.journal, clock=demo.clock)).run()
                except Locking:
                    talk.say(say("plain.lock.invented"))
            return 0
        from integrate.machine import Machine
        from integrate.tui.start import run

        folder = demo.journal.vault.path.parent
        _take_along(folder / "config.toml")
        return run(
            clock=demo.clock,
            library=library,
            path=demo.journal.vault.path,
            machine=Machine(folder),
            config_file=folder / "config.toml",
            journal=demo.journal,
            demo=demo,
        )


def _take_along(file: Path) -> None:
    """What a person needs in order to see and to steer holds here too; the rest is invented."""
    from integrate import config, places

    with suppress(config.BadConfig, OSError):
        own = config.read(places.config_file())
        seen = config.Config(theme=own.theme, motion=own.motion, marks=own.marks, keys=own.keys)
        config.write(file, seen)
