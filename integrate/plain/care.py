"""Looking after the journal: a backup, the passphrase, the recovery code, a check."""

from collections.abc import Callable
from functools import partial
from typing import Final

from integrate.plain.backups import backup_now
from integrate.plain.checked import check_now
from integrate.plain.commands import Command
from integrate.plain.here import Here
from integrate.plain.locks import give_code, give_passphrase
from integrate.plain.menu import choose
from integrate.vault import Rekeyed, VaultError
from integrate.words import say


def after_asking(do: Callable[[Here], object], here: Here) -> None:
    """Does it once the person has shown that they know what opens the journal.

    Whoever finds the journal open must not be the one who decides what opens it from now on.
    """
    while True:
        secret = here.talk.secret(say("care.present"))
        if not secret:
            here.talk.say(say("cli.nothing_changed"))
            return
        if here.journal.vault.fits(secret):
            do(here)
            return
        here.talk.say(say("care.differs"))


_WAYS: Final[tuple[tuple[str, Callable[[Here], object]], ...]] = (
    ("care.backup", backup_now),
    ("care.passphrase", partial(after_asking, give_passphrase)),
    ("care.code", partial(after_asking, give_code)),
    ("care.check", check_now),
)


def look_after(here: Here) -> None:
    """Offers one after another until the person is done.

    Raises:
        Leaving: if a signal asks to leave.
        Rekeyed: if the journal was given a new key meanwhile.
    """
    while True:
        here.talk.say("", say("care.ask"))
        labels = [say(key) for key, _ in _WAYS]
        chosen = choose(here.talk, [*labels, say("plain.done")], fallback=len(labels))
        if chosen is None or isinstance(chosen, Command) or chosen == len(labels):
            return
        try:
            _WAYS[chosen][1](here)
        except Rekeyed:
            raise
        except VaultError as error:
            here.talk.say(str(error))
