"""The first time: what this is, a lock, a code on paper, and, if wished, country and people."""

from contextlib import suppress
from typing import Final

from msgspec.structs import replace

from integrate import config
from integrate.journal.init import init, init_on_paper
from integrate.journal.journal import Journal
from integrate.journal.unmake import unmake
from integrate.plain.aided import with_help_before
from integrate.plain.code import settle_code
from integrate.plain.commands import Command, heard
from integrate.plain.here import Here
from integrate.plain.lock import choose_passphrase
from integrate.plain.menu import choose
from integrate.plain.people import change_people
from integrate.plain.place import Place, Unasked
from integrate.plain.talk import Talk
from integrate.words import say

_ABOUT: Final = (
    "welcome.is",
    "plain.welcome.is_not",
    "welcome.clinic",
    "welcome.nobody",
    "plain.welcome.window",
)


def welcome(talk: Talk, place: Place, given: str | None = None) -> Journal | None:
    """Leads from no journal to an open one; `None` if the person left before it was made.

    Args:
        talk: where to speak and listen.
        place: where the journal will be.
        given: a passphrase that was given beforehand.

    Raises:
        Unasked: if a passphrase is needed and cannot be asked for.
        VaultError: if the journal cannot be made there.
    """
    talk = with_help_before(talk, place.library)
    talk.say(*(say(key) for key in _ABOUT))
    paper = given is None and _wants_paper(talk)
    if paper is None:
        return None
    made = _make_on_paper(talk, place) if paper else _make(talk, place, given)
    if made is None:
        return None
    _ask_country(talk, place)
    here = Here(talk=talk, journal=made, clock=place.clock)
    talk.say("", say("plain.welcome.people"))
    change_people(here)
    return made


def _wants_paper(talk: Talk) -> bool | None:
    """Whether to begin with a code on paper, as fits somebody just out of a session."""
    talk.say("", say("lock.recent"))
    recent = choose(talk, [say("lock.no"), say("lock.yes")])
    if recent is None or isinstance(recent, Command):
        return None
    if recent == 0:
        return False
    talk.say(say("lock.paper"))
    ways = [say("lock.make_paper"), say("lock.rather_passphrase")]
    return choose(talk, ways, fallback=0) == 0


def _make(talk: Talk, place: Place, given: str | None) -> Journal | None:
    talk.say(say("lock.passphrase"))
    passphrase = given or choose_passphrase(talk)
    if passphrase is None:
        raise Unasked
    talk.say(say("lines.making"))
    journal, code = init(
        place.path, passphrase, machine=place.machine, library=place.library, kdf=place.kdf
    )
    settle_code(talk, journal, code)
    return journal


def _make_on_paper(talk: Talk, place: Place) -> Journal | None:
    """A journal that only its code opens; taken back if nobody wrote the code down."""
    talk.say(say("lines.making"))
    journal, code = init_on_paper(
        place.path, machine=place.machine, library=place.library, kdf=place.kdf
    )
    settled = False
    try:
        settled = settle_code(talk, journal, code)
    except BaseException:
        # Whatever went wrong: nobody holds the code, so nobody could ever open it.
        unmake(journal)
        raise
    if not settled:
        unmake(journal)
        return None
    return journal


def _ask_country(talk: Talk, place: Place) -> None:
    """Asks for two letters; an empty line leaves it open. It is never guessed."""
    talk.say("", say("country.ask"), say("plain.country.how"))
    known = place.library.support().countries
    while isinstance(line := heard(talk), str) and line.strip():
        code = _country(line, known)
        if code:
            # Settings that cannot be kept are no reason to stop anybody.
            with suppress(config.BadConfig, OSError):
                kept = config.read(place.config_file)
                config.write(place.config_file, replace(kept, country=code))
            return
        talk.say(say("plain.country.unknown"))


def _country(line: str, known: tuple[str, ...]) -> str | None:
    """The country that a line names, by its letters or by its name."""
    word = line.strip().casefold()
    return next((c for c in known if word in {c.casefold(), say(f"country.{c}").casefold()}), None)
