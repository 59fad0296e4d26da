"""`integrate` alone: opens the journal, full screen or plain."""

from contextlib import suppress
from os.path import lexists

from msgspec.structs import replace

from integrate import config, places
from integrate.cli.settings import Face, is_dumb, kept_face, wants_keyring
from integrate.cli.wish import Asked


def open_(asked: Asked, *, plain: bool) -> int:
    """Opens the journal; returns the exit code."""
    face = kept_face()
    if plain or face == "plain" or is_dumb():
        _talk(asked)
        return 0
    from integrate.tui.start import PLAIN, on_a_terminal

    if face is None and not lexists(asked.path) and on_a_terminal():
        from integrate.cli.face import ask_face

        face = ask_face()
        if face is None:
            return 0
        _remember(face)
        if face == "plain":
            _talk(asked)
            return 0
    ended = full_screen(asked)
    if ended != PLAIN:
        return ended
    _remember("plain")
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


def _remember(face: Face) -> None:
    """The wish holds from now on; settings that cannot be kept stop nobody."""
    file = places.config_file()
    with suppress(config.BadConfig, OSError):
        config.write(file, replace(config.read(file), face=face))
