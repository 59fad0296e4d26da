"""`integrate` alone: opens the journal, full screen or plain."""

from contextlib import suppress

from msgspec.structs import replace

from integrate import config, places
from integrate.cli.asked import Asked
from integrate.cli.settings import wants_keyring, wants_plain


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

    named = asked.passphrase_file is not None or asked.passphrase_command is not None
    journal = None
    if named or wants_keyring():
        from integrate.cli.opening import opened_beforehand

        journal = opened_beforehand(asked)
    return run(
        clock=asked.clock,
        path=asked.path,
        machine=Machine(places.state_folder()),
        config_file=places.config_file(),
        journal=journal,
        wanted=wanted,
    )


def _remember_plain() -> None:
    """The wish for plain lines holds from now on; settings that cannot be kept stop nobody."""
    file = places.config_file()
    with suppress(config.BadConfig, OSError):
        config.write(file, replace(config.read(file), face="plain"))
