"""Telling, while a journal is read, which pages can say what is looked for.

A command that searches once would otherwise unseal every page twice: to list it, and to look for
the words. The sieve looks at each while it is unsealed for the first, and keeps nothing of it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from integrate.domain.entry import Words
from integrate.journal.alike import alike
from integrate.journal.contents import Listed
from integrate.journal.journal import ENTRY, Journal
from integrate.vault import Revision
from integrate.words import say

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = msgspec.json.Decoder(Words)


def read_for(journal: Journal, wanted: Sequence[str]) -> Sequence[Listed]:
    """Reads the journal, and tells which entries may say all of that, newest first.

    Every one that does is among them; of some of the others it cannot be told so soon.

    Args:
        journal: one that was not read yet.
        wanted: from `wanted_in`.

    Raises:
        VaultError: if the file cannot be read.
    """
    sieve = Sieve(wanted)
    journal.read(sieve.look)
    return tuple(each for each in journal.entries if sieve.lets_through(each))


class Sieve:
    """Looks for runs of letters in the records' JSON, where they stand as they were written.

    JSON escapes no letter, and nothing is said that isn't in it but a few words and numbers of our
    own, such as "7 of 10". So where a run of letters is missing, the page doesn't say the word.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        ours = alike(_ours())
        runs = {run for each in wanted for run in _LETTERS.findall(each) if run not in ours}
        self._runs = sorted(runs, key=len, reverse=True)
        self._through: set[bytes] = set()

    def look(self, rid: bytes, revision: Revision, words: msgspec.Raw) -> None:
        """Looks at one revision."""
        if revision.kind == ENTRY and self._may_say_all(revision.about, words):
            self._through.add(rid)

    def lets_through(self, listed: Listed) -> bool:
        """Whether an entry may say everything; two texts side by side may do so together."""
        return bool(listed.also) or listed.rid in self._through

    def _may_say_all(self, about: msgspec.Raw, words: msgspec.Raw) -> bool:
        said = alike(str(about, "utf-8", "replace") + str(words, "utf-8", "replace"))
        for run in self._runs:
            if run not in said:
                # What cannot be understood is counted by whoever searches.
                return _has_codes(said) or not _is_understood(words)
        return True


def _has_codes(json: str) -> bool:
    """Whether a letter may stand there by its number, as some other programs write it."""
    at = json.find("\\")
    while at >= 0:  # five times as fast as looking for both characters at once
        if json.startswith("u", at + 1):
            return True
        at = json.find("\\", at + 2)
    return False


def _is_understood(words: msgspec.Raw) -> bool:
    try:
        _WORDS.decode(words)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


def _ours() -> str:
    """What an answer as one would say it has beside what the record holds."""
    return "\0".join((say("answer.yes"), say("answer.no"), say("answer.of", value="", high=None)))
