"""`integrate` alone: opens the journal, full screen or plain."""

from contextlib import suppress
from os.path import lexists

from msgspec.structs import replace

from integrate import config, places
from integrate.cli.asked import Asked
from integrate.cli.secret import given
from integrate.cli.settings import wants_plain


def open_(asked: Asked, *, plain: bool) -> int:
    """Opens the journal; returns the exit code."""
    if wants_plain() or plain:
        _talk(asked)
        return 0
    from integrate.tui.start import PLAIN

    ended = full_screen(asked)
    if ended != PLAIN:
        return ended
    _remember_plain()
    _talk(asked)
    return 0


def _talk(asked: Asked) -> None:
    """The line dialogue, imported only when it is wanted: the first frame must not pay for it."""
    from integrate.cli.talking import talk_at

    talk_at(asked)


def full_screen(asked: Asked, *, wanted: str | None = None) -> int:
    """Shows the full screen; `wanted` is a set to begin at once, empty for the one that is due."""
    from integrate.machine import Machine
    from integrate.tui.start import run

    secret = given(asked)
    machine = Machine(places.state_folder())
    journal = None
    if secret is not None and lexists(asked.path):
        from integrate.journal.unlock import unlock
        from integrate.library import Library

        journal = unlock(asked.path, secret, machine=machine, library=Library.shipped())
    return run(
        clock=asked.clock,
        path=asked.path,
        machine=machine,
        config_file=places.config_file(),
        journal=journal,
        wanted=wanted,
    )


def _remember_plain() -> None:
    """The wish for plain lines holds from now on; settings that cannot be kept stop nobody."""
    file = places.config_file()
    with suppress(config.BadConfig, OSError):
        config.write(file, replace(config.read(file), face="plain"))
