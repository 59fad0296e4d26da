"""`integrate config`."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, get_args

import click
from msgspec.structs import replace

from integrate import config, places
from integrate.cli import output
from integrate.cli.asked import json_option
from integrate.cli.refused import USAGE, Refused
from integrate.cli.settings import known_country
from integrate.cli.telling import tell
from integrate.journal.backup import folder_for, newest_named
from integrate.words import say

_SHOWN: Final = (
    *("country", "language", "face", "theme", "motion", "marks"),
    *("lock_after", "backups", "keyring", "word_count", "editor"),
)
_KEYS: Final = "keys"
"""Has words of its own."""
_FACES: Final = ("screen", "plain")
_SWITCH: Final = {"on": True, "off": False}
_LANGUAGE: Final = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@click.command("config", help=say("cli.config.help"))
@click.argument("key", required=False, shell_complete=lambda *_: [*_SHOWN, _KEYS])
@click.argument("value", required=False)
@click.argument("more", nargs=-1)
@json_option
def command(key: str | None, value: str | None, more: tuple[str, ...], *, as_json: bool) -> None:
    """Lists the settings, says one, or changes it."""
    file = places.config_file()
    if key == _KEYS:
        _keys(file, [] if value is None else [value, *more], as_json=as_json)
        return
    if more:
        raise Refused(say("cli.config.one"), USAGE)
    kept = config.read(file)
    if key is None:
        _tell({each: getattr(kept, each) for each in _SHOWN}, as_json=as_json)
        return
    if key not in _SHOWN:
        raise Refused(say("cli.config.unknown", name=key, known=", ".join(_SHOWN)), USAGE)
    if value is not None:
        before, kept = kept, replace(kept, **{key: _read(key, value)})
        _write(file, kept)
        _tell_of_left(before.backups, kept.backups)
    _tell({key: getattr(kept, key)}, as_json=as_json)


def _keys(file: Path, words: Sequence[str], *, as_json: bool) -> None:
    from integrate.cli.config_keys import run

    wished = run(file, words, as_json=as_json)
    if wished is not None:
        _write(file, wished)


def _read(key: str, value: str) -> object:
    """What a value means.

    Raises:
        Refused: if it means nothing, or the setting is made by another verb.
    """
    if key not in _READERS:
        raise Refused(say("cli.config.keyring"), USAGE)
    return _READERS[key](value.strip())


def _country(value: str) -> str:
    return known_country(value) if value else ""


def _language(value: str) -> str:
    if value and not _LANGUAGE.fullmatch(value):
        raise Refused(say("cli.config.language"), USAGE)
    return value


def _face(value: str) -> str | None:
    if value and value not in _FACES:
        raise Refused(say("cli.config.face"), USAGE)
    return value or None


def _theme(value: str) -> str:
    """An empty value takes it back, here and for the two below."""
    known = get_args(config.Theme)
    if value and value not in known:
        raise Refused(say("cli.config.theme", known=", ".join(known)), USAGE)
    return value or config.Config().theme


def _motion(value: str) -> bool:
    if value and value not in _SWITCH:
        raise Refused(say("cli.config.motion"), USAGE)
    return _SWITCH[value] if value else config.Config().motion


def _word_count(value: str) -> bool:
    if value and value not in _SWITCH:
        raise Refused(say("cli.config.word_count"), USAGE)
    return _SWITCH[value] if value else config.Config().word_count


def _marks(value: str) -> str:
    if value and value not in get_args(config.Marks):
        raise Refused(say("cli.config.marks"), USAGE)
    return value or config.Config().marks


def _minutes(value: str) -> int:
    if not value.isdecimal() or int(value) > config.LONGEST_LOCK:
        raise Refused(say("cli.config.lock_after", most=config.LONGEST_LOCK), USAGE)
    return int(value)


def _folder(value: str) -> str:
    """Absolute, so that it means the same wherever the program is started."""
    if not value:
        return ""
    folder = Path(value).expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise Refused(say("cli.config.backups", path=folder), USAGE)
    return str(folder)


def _editor(value: str) -> str:
    """A program that is there; its price is said where it is chosen."""
    if not value:
        return ""
    from integrate.journal.outside import NotOutside, known

    try:
        known(value)
    except NotOutside as error:
        raise Refused(str(error), USAGE) from error
    tell(say("outside.price"))
    return value


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "country": _country,
    "language": _language,
    "face": _face,
    "theme": _theme,
    "motion": _motion,
    "marks": _marks,
    "word_count": _word_count,
    "lock_after": _minutes,
    "backups": _folder,
    "editor": _editor,
}


def _write(file: Path, kept: config.Config) -> None:
    try:
        config.write(file, kept)
    except OSError as error:
        raise Refused(say("cli.config.not_written", file=file)) from error


def _tell_of_left(before: str, now: str) -> None:
    """Backups where they went before are out of reach from now on, for a new passphrase too."""
    journal = places.journal_file()
    old, new = (folder_for(journal, each) for each in (before, now))
    if old != new and newest_named(old, journal.stem) is not None:
        tell(say("cli.config.left", old=old, new=new))


def _tell(settings: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        output.as_json(settings)
    else:
        output.lines(_line(key, value) for key, value in settings.items())


def _line(key: str, value: Any) -> str:
    """The setting, its value, and what it is for."""
    if isinstance(value, bool):
        value = say("cli.config.on" if value else "cli.config.off")
    told = say(f"cli.config.is.{key}")
    return say("cli.config.line", name=key, value=value or _unset(value), told=told)


def _unset(value: Any) -> str:
    return "0" if value == 0 and value is not None else say("cli.config.unset")
