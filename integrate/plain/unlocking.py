"""Opening a journal, line by line."""

from typing import Final

from integrate.journal.init import add_passphrase
from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.plain.aided import with_help_before
from integrate.plain.lock import choose_passphrase
from integrate.plain.menu import choose
from integrate.plain.place import Place, Unasked
from integrate.plain.talk import Talk
from integrate.vault import DamagedSlot, WrongSecret
from integrate.words import say

_MANY: Final = 5
"""Wrong ones in a row after which it helps to hear what else there is."""


def unlocked(talk: Talk, place: Place, given: str | None, *, country: str = "") -> Journal:
    """The journal, opened with what was given, or after asking as often as it takes.

    Raises:
        Unasked: if nobody can be asked.
        WrongSecret: if what was given does not fit.
        VaultError: if the file cannot be opened at all.
    """
    if given is not None:
        return _open(place, given)
    talk = with_help_before(talk, place.library, country)
    talk.say(say("plain.unlock.help"))
    wrong_ones = 0
    while True:
        secret = talk.secret(say("unlock.passphrase"))
        if secret is None:
            raise Unasked
        if secret:
            try:
                return _offer_passphrase(talk, place, _open(place, secret))
            except WrongSecret as wrong:
                wrong_ones += 1
                # A slip in the code has a sentence of its own, which helps more.
                many = wrong_ones >= _MANY and type(wrong) is WrongSecret
                talk.say(say("plain.unlock.fifth") if many else str(wrong))
            except DamagedSlot as damaged:
                if not damaged.others:
                    raise
                talk.say(str(damaged))


def _open(place: Place, secret: str) -> Journal:
    return unlock(place.path, secret, machine=place.machine, library=place.library)


def _offer_passphrase(talk: Talk, place: Place, journal: Journal) -> Journal:
    """Whoever began with a code on paper may choose a passphrase now; not now is fine."""
    if not journal.vault.has_passphrase:
        talk.say(say("passphrase.offer"))
        ways = [say("plain.passphrase.choose"), say("key.not_now")]
        if choose(talk, ways, fallback=1) == 0 and (chosen := choose_passphrase(talk)):
            add_passphrase(journal, chosen, kdf=place.kdf)
    return journal
