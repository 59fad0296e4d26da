"""A new key for the whole journal, line by line."""

from collections.abc import Sequence
from pathlib import Path

from integrate.journal.care_said import backup_lines, path_lines
from integrate.journal.locks import drop_recovery
from integrate.journal.rekey import NewKey, rekey, take_away
from integrate.plain.agreeing import agrees
from integrate.plain.code import settle_code
from integrate.plain.here import Here
from integrate.plain.lock import choose_passphrase
from integrate.plain.progress import Progress
from integrate.plain.talk import Talk
from integrate.words import say


def give_new_key(here: Here, *, keyring: bool) -> NewKey | None:
    """Says what a new key does and does not, and makes one after a yes; `None`: nothing changed.

    Args:
        here: the open journal, and somebody to talk with.
        keyring: whether the system's keyring opened it so far.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if it cannot be made; then everything is as it was.
    """
    folder = here.backups
    if folder is None:
        return None
    here.talk.say(say("rekey.does"), say("rekey.does_not"))
    if not agrees(here.talk, say("rekey.do"), say("rekey.not_now")):
        return None
    chosen = choose_passphrase(here.talk, ask=say("locks.passphrase.new"))
    if chosen is None:
        return None
    if here.journal.vault.fits(chosen):
        here.talk.say(say("rekey.same"))
    here.talk.say(say("lines.rekey.working"))
    key = rekey(
        here.journal,
        chosen,
        folder,
        here.clock(),
        code=here.journal.vault.has_recovery,
        kdf=here.kdf,
        progress=Progress(here),
    )
    if key.code is not None:
        decline = lambda: drop_recovery(here.journal, folder)  # noqa: E731 - shorter than a name
        settle_code(here.talk, here.journal, key.code, decline=decline)
    tell_new_key(here, here.talk, key, keyring=keyring)
    return key


def tell_new_key(
    here: Here, talk: Talk, key: NewKey, *, keyring: bool, take_away_old: bool = False
) -> None:
    """Says that it is done, and sees to what lies under the old key.

    Args:
        here: the open journal.
        talk: where to say it.
        key: the new key.
        keyring: whether the system's keyring opened it so far.
        take_away_old: whether backups under the old key go without asking.
    """
    talk.say("", say("rekey.done"))
    if not here.journal.vault.has_recovery:
        talk.say(say("rekey.no_code"))
    talk.say(*(backup_lines(key.backup) if key.backup else [say("rekey.no_backup")]))
    if key.old:
        talk.say(say("rekey.old"), *path_lines(key.old))
        if take_away_old or (talk.live and _wants_them_gone(talk)):
            talk.say(*_gone_lines(take_away(here.journal, key.old)))
        elif not talk.live:
            talk.say(say("rekey.old.how"))
    if key.missed:
        talk.say(say("rekey.missed"), *path_lines(key.missed))
    talk.say(say("rekey.elsewhere"))
    if keyring:
        talk.say(say("rekey.keyring"))


def _wants_them_gone(talk: Talk) -> bool:
    return agrees(talk, say("rekey.old.take_away"), say("rekey.old.keep"))


def _gone_lines(left: Sequence[Path]) -> list[str]:
    return [say("rekey.old.left"), *path_lines(left)] if left else [say("rekey.old.gone")]
