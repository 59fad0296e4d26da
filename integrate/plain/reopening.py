"""Going on with a journal that was given a new key meanwhile, in another window or program."""

from collections.abc import Callable
from typing import TypeVar

from integrate.journal.journal import Journal
from integrate.plain.talk import Talk
from integrate.vault import Rekeyed, VaultError, WrongSecret
from integrate.words import say

T = TypeVar("T")


def keeping(talk: Talk, journal: Journal, do: Callable[[], T]) -> T:
    """Does it, once more where the journal has to be opened again first.

    Raises:
        VaultError: as `do` and `reopen` do.
    """
    while True:
        try:
            return do()
        except Rekeyed:
            reopen(talk, journal)


def reopen(talk: Talk, journal: Journal) -> None:
    """Asks for the passphrase until it opens the journal again; nothing that is held is lost.

    Raises:
        Rekeyed: if nobody can be asked.
        VaultError: if the journal cannot be opened for another reason.
    """
    talk.say("", say("plain.rekeyed"))
    while True:
        secret = talk.secret(say("unlock.passphrase"))
        if secret is None:
            raise Rekeyed("plain.rekeyed.nobody")
        if not secret:
            continue
        try:
            journal.reopen(secret)
        except WrongSecret as wrong:
            talk.say(str(wrong))
            continue
        talk.say(say("plain.rekeyed.on"), "")
        return


class Attentive:
    """Listens like another talk, and sees after each line whether the journal has a new key.

    So the passphrase is asked for while the line is still held, and whatever is done with it finds
    the journal open.
    """

    def __init__(self, talk: Talk, journal: Journal) -> None:
        self._talk = talk
        self._journal = journal
        self._version = journal.vault.version()

    @property
    def live(self) -> bool:
        """Whether somebody types."""
        return self._talk.live

    def say(self, *lines: str) -> None:
        """Says each line; with none, leaves an empty one."""
        self._talk.say(*lines)

    def aside(self, line: str) -> None:
        """Says something that is not part of the dialogue."""
        self._talk.aside(line)

    def secret(self, ask: str) -> str | None:
        """A line that is typed unseen."""
        return self._talk.secret(ask)

    def hear(self) -> str | None:
        """The next line; `None` when there are no more.

        Raises:
            Rekeyed: if there is a new key, and nobody can be asked for the passphrase.
        """
        line = self._talk.hear()
        self._look()
        return line

    def _look(self) -> None:
        """Cheap where nobody else wrote. Any other fault is told by whatever runs into it."""
        vault = self._journal.vault
        try:
            version = vault.version()
            if version != self._version:
                vault.drafts()  # any reading sees the key
                self._version = version
        except Rekeyed:
            reopen(self._talk, self._journal)
        except VaultError:
            return
