"""Sealing a draft after every line."""

from integrate.journal.draft import Keeper
from integrate.journal.passage import Passage
from integrate.plain.talk import Talk
from integrate.vault import VaultError
from integrate.words import say


class Sealing:
    """Seals what is being written. Where that fails it is said once, and tried with every line."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self._talk = talk
        self._keeper = keeper
        self._told = False

    def stays_open(self, passage: Passage) -> bool:
        """Whether locking would lose words now; then that was said, and it stays open."""
        self.seal(passage)
        if self._told:
            self._talk.say(say("plain.lock.stays"))
        return self._told

    def seal(self, passage: Passage) -> bool:
        """Whether the passage is sealed now; one with nothing in it is not."""
        try:
            kept = self._keeper.keep(passage)
        except VaultError as error:
            if not self._told:
                self._talk.say(str(error))
            self._told = True
            return False
        self._told = False
        return kept
