"""Settings in lines: each with what it is now, and changed by its number."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from integrate import config
from integrate.config import Config
from integrate.journal.backup import folder_for
from integrate.plain.care import after_asking
from integrate.plain.commands import Command, heard
from integrate.plain.here import Here
from integrate.plain.keyrings import turn_keyring
from integrate.plain.menu import choose
from integrate.plain.rekeying import give_new_key
from integrate.plain.restoring import ask_restore
from integrate.text import clean
from integrate.vault import Rekeyed, VaultError
from integrate.words import say

_LANGUAGE: Final = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_TAKE_BACK: Final = "-"

Asked = Callable[[Here, Config], Config | None]
"""Asks for one setting; the settings as they are then, or `None` where nothing is to change."""


def settings(here: Here) -> Here:
    """Offers one after another until the person is done.

    Returns:
        The same, as the settings are then.

    Raises:
        Leaving: if a signal asks to leave.
        Rekeyed: if the journal was given a new key elsewhere meanwhile.
        Restoring: if pages are to be brought back, for which the journal has to be closed.
    """
    while here.config_file is not None:
        kept = read(here.config_file)
        here.talk.say("", say("lines.settings.ask"))
        rows = [_row(name, kept) for name in _ASKS]
        more = [say(f"lines.settings.{name}") for name in ("keyring", "rekey", "restore")]
        more[0] = _row("keyring", kept)
        labels = [*rows, *more, say("plain.done")]
        chosen = choose(here.talk, labels, fallback=len(labels) - 1)
        if not isinstance(chosen, int) or chosen == len(labels) - 1:
            break
        try:
            here = _change(here, kept, chosen)
        except Rekeyed:
            raise
        except VaultError as error:
            here.talk.say(str(error))
    return here


def read(file: Path) -> Config:
    """The settings; those that cannot be read count as not made."""
    try:
        return config.read(file)
    except config.BadConfig:
        return Config()


def _change(here: Here, kept: Config, chosen: int) -> Here:
    if chosen < len(_ASKS):
        name = list(_ASKS)[chosen]
        wished = _ASKS[name](here, kept)
        return here if wished is None else _keep(here, wished, name)
    if chosen == len(_ASKS):
        after_asking(lambda again: _keyring(again, kept), here)
    elif chosen == len(_ASKS) + 1:
        after_asking(lambda again: give_new_key(again, keyring=kept.keyring), here)
    else:
        ask_restore(here)
    return here


def _keyring(here: Here, kept: Config) -> None:
    turned = turn_keyring(here, on=not kept.keyring)
    if turned:
        _keep(here, replace(kept, keyring=not kept.keyring), "keyring")


def _keep(here: Here, wished: Config, name: str) -> Here:
    """Keeps it and says so; what can hold at once does."""
    assert here.config_file is not None  # noqa: S101 - nothing is offered without one
    try:
        config.write(here.config_file, wished)
    except OSError:
        here.talk.say(say("lines.settings.cannot"))
        return here
    here.talk.say(say("lines.settings.kept", row=_row(name, wished)))
    if name in {"lock", "face"}:
        here.talk.say(say("lines.settings.next_time"))
    return _with(here, wished)


def _with(here: Here, kept: Config) -> Here:
    from dataclasses import replace as replace_

    return replace_(
        here,
        country=kept.country,
        language=kept.language,
        backups=folder_for(here.journal.vault.path, kept.backups),
    )


# --- how each reads


def _row(name: str, kept: Config) -> str:
    value = _VALUES[name](kept)
    return say("lines.settings.row", name=say(f"lines.settings.{name}"), value=value)


def _country(kept: Config) -> str:
    return say(f"country.{kept.country}") if kept.country else say("lines.settings.none")


def _lock(kept: Config) -> str:
    if kept.lock_after == 0:
        return say("lines.settings.never")
    if kept.lock_after == 1:
        return say("lines.settings.minutes.one")
    return say("lines.settings.minutes", count=kept.lock_after)


_VALUES: Final[dict[str, Callable[[Config], str]]] = {
    "country": _country,
    "language": lambda kept: kept.language or say("lines.settings.own"),
    "lock": _lock,
    "backups": lambda kept: clean(kept.backups, one_line=True) or say("lines.settings.beside"),
    "face": lambda kept: say(f"lines.settings.{kept.face or 'screen'}"),
    "keyring": lambda kept: say("lines.settings.yes" if kept.keyring else "lines.settings.no"),
}


# --- how each is asked


def _asked(here: Here, *ask: str) -> str | None:
    """A line; `None` where it is to stay as it is."""
    here.talk.say(*ask)
    line = heard(here.talk)
    return None if line is None or isinstance(line, Command) or not line.strip() else line.strip()


def _ask_country(here: Here, kept: Config) -> Config | None:
    here.talk.say(say("lines.settings.country.ask"))
    known = here.journal.library.support().countries
    labels = [say("country.skip"), *(say(f"country.{each}") for each in known)]
    now = known.index(kept.country) + 1 if kept.country in known else 0
    chosen = choose(here.talk, labels, fallback=now)
    if not isinstance(chosen, int):
        return None
    return replace(kept, country=known[chosen - 1] if chosen else "")


def _ask_language(here: Here, kept: Config) -> Config | None:
    ask: tuple[str, ...] = (say("lines.settings.language.ask"), say("lines.settings.empty"))
    while (line := _asked(here, *ask)) is not None:
        if line == _TAKE_BACK:
            return replace(kept, language="")
        if _LANGUAGE.fullmatch(line):
            return replace(kept, language=line)
        ask = (say("lines.settings.language.unread"),)
    return None


def _ask_lock(here: Here, kept: Config) -> Config | None:
    ask = say("lines.settings.lock.ask")
    while (line := _asked(here, ask)) is not None:
        if line.isdecimal() and int(line) <= config.LONGEST_LOCK:
            return replace(kept, lock_after=int(line))
        ask = say("lines.settings.lock.unread", most=config.LONGEST_LOCK)
    return None


def _ask_backups(here: Here, kept: Config) -> Config | None:
    from integrate.plain.paths import ask_path

    says = say("lines.settings.backups.says")
    while True:
        here.talk.say(say("lines.settings.backups.ask"))
        path = ask_path(here.talk, says, say("lines.settings.empty"))
        if path is None:
            return None
        if str(path) == _TAKE_BACK:
            return replace(kept, backups="")
        folder = folder_for(here.journal.vault.path, str(path))
        if not folder.exists() or folder.is_dir():
            return replace(kept, backups=str(folder))
        says = say("lines.settings.backups.unread")


def _ask_face(here: Here, kept: Config) -> Config | None:
    here.talk.say(say("lines.settings.face.ask"))
    labels = [say("welcome.screen"), say("welcome.plain")]
    chosen = choose(here.talk, labels, fallback=1 if kept.face == "plain" else 0)
    if not isinstance(chosen, int):
        return None
    return replace(kept, face="plain" if chosen else "screen")


_ASKS: Final[dict[str, Asked]] = {
    "country": _ask_country,
    "language": _ask_language,
    "lock": _ask_lock,
    "backups": _ask_backups,
    "face": _ask_face,
}
