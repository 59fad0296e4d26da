"""Home in the line dialogue: where now lies, one next thing, and everything else by number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from integrate.domain.due import Due, Offer
from integrate.domain.phase import Place
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.due import due
from integrate.journal.saying import say_when
from integrate.journal.ways import ways
from integrate.plain.aided import give, steered, with_help
from integrate.plain.care import look_after
from integrate.plain.commands import Command
from integrate.plain.days import now_in_words
from integrate.plain.free import write_free
from integrate.plain.here import Here
from integrate.plain.library import library
from integrate.plain.menu import choose
from integrate.plain.opening import begin_set
from integrate.plain.pages import read_a_page
from integrate.plain.people import change_people
from integrate.plain.questions import ask_questions
from integrate.plain.reopening import keeping
from integrate.plain.sessions import sessions
from integrate.plain.waiting import offer_waiting
from integrate.vault import Rekeyed, VaultError
from integrate.words import say

_CHECK_IN = "checkin"
_CAPTURE = "capture"
_HARD = "hard-moment"
_MORE = ("list", "waiting", "ground", "people", "care", "settings")
_TENDER_MORE = ("waiting",)
"""Looking after the file can wait until a night's sleep; backups are made all the same."""

Way = tuple[str, Callable[[], object]]
"""What a line of the menu says, and what it does."""


class Home:
    """The middle of the house: everything is reached from here, and comes back to it."""

    def __init__(self, here: Here) -> None:
        self._sit_down(here)
        self._passed: set[str] = set()

    def _sit_down(self, here: Here) -> None:
        """Goes on with what is at hand, and with help wherever a line is asked for."""
        self._bare = here
        self._here = with_help(here)
        self._talk = steered(self._here.talk)

    def run(self) -> None:
        """Until the person closes, or there are no more lines.

        Raises:
            Leaving: if a signal asks to leave.
            VaultError: if the journal cannot be read or written any more.
        """
        self._tell_damage()
        offer_waiting(self._here)
        while keeping(self._talk, self._here.journal, self._once):
            pass

    def _once(self) -> bool:
        """Says where now lies and does one thing; says whether to come back here."""
        self._here.journal.refresh()
        ask_questions(self._here, self._passed)
        found = due(self._here.journal, self._here.clock())
        self._talk.say(
            "", now_in_words(self._here.clock()), *_moment_lines(found, self._here.clock())
        )
        listed = self._ways(found)
        chosen = choose(self._talk, [label for label, _ in listed] + [say("plain.home.close")])
        match chosen:
            case Command.GROUND:
                self._ground()
            case Command.SUPPORT:
                self._support()
            case int() if chosen < len(listed):
                self._do(listed[chosen][1])
            case _:
                return False
        return True

    def _ways(self, found: Due) -> list[Way]:
        moment = found.moment
        offers = [found.next] if found.next else []
        if not moment.tender:
            offers += found.others
        begun = [
            (say("plain.home.begin", title=offer.set.title), partial(self._begin_offer, offer))
            for offer in offers
        ]
        named = self._named()
        names = ways(moment)
        # A screen has keys or room for these; in lines they stand in the list.
        more = list(_TENDER_MORE if moment.tender else _MORE)
        if self._here.backups is None and "care" in more:
            more.remove("care")  # an invented journal
        if self._here.config_file is None and "settings" in more:
            more.remove("settings")
        return [*begun, *(named[name] for name in (*names, *more))]

    def _named(self) -> dict[str, Way]:
        return {
            "checkin": (say("plain.home.checkin"), partial(self._begin, _CHECK_IN)),
            "capture": (say("plain.home.capture"), partial(self._begin, _CAPTURE)),
            "free": (say("plain.home.free"), self._free),
            "hard": (say("plain.home.hard"), partial(self._begin, _HARD)),
            "sessions": (say("plain.home.sessions"), partial(sessions, self._here)),
            "library": (say("plain.home.library"), partial(library, self._here)),
            "journal": (say("plain.home.read"), partial(read_a_page, self._here)),
            "waiting": (say("plain.home.waiting"), self._waiting),
            "list": (say("plain.home.people"), partial(change_people, self._here)),
            "ground": (say("plain.home.ground"), self._ground),
            "people": (say("plain.home.support"), self._support),
            "care": (say("care.title"), partial(look_after, self._here)),
            "settings": (say("lines.settings"), self._settings),
        }

    def _do(self, way: Callable[[], object]) -> None:
        """Does one thing. What goes wrong in it is said, and home is still here."""
        self._talk.say()
        try:
            way()
        except Rekeyed:
            raise
        except VaultError as error:
            self._talk.say(str(error))

    def _begin_offer(self, offer: Offer) -> None:
        self._begin(offer.set.id, offer.place)

    def _begin(self, set_id: str, place: Place | None = None) -> None:
        begin_set(self._here, set_id, place)

    def _free(self) -> None:
        write_free(self._here, begin_free(self._here.clock()), Keeper(self._here.journal))

    def _waiting(self) -> None:
        if not waiting(self._here.journal):
            self._talk.say(say("plain.waiting.none"))
        offer_waiting(self._here)

    def _settings(self) -> None:
        from integrate.plain.settings import settings  # few come by

        wished = settings(self._here)
        if wished is not self._here:
            self._sit_down(replace(wished, talk=self._bare.talk))

    def _ground(self) -> None:
        give(replace(self._here, talk=self._talk), Command.GROUND)

    def _support(self) -> None:
        give(replace(self._here, talk=self._talk), Command.SUPPORT)

    def _tell_damage(self) -> None:
        count = len(self._here.journal.damaged)
        if count:
            key = "journal.damaged.one" if count == 1 else "journal.damaged.some"
            self._talk.say(say(key, count=count))


def _moment_lines(found: Due, now: datetime) -> list[str]:
    """The phase in words, what lies ahead, and the one next thing."""
    lines: list[str] = []
    place, ahead = found.moment.place, found.moment.ahead
    if place is not None:
        lines += [say("plain.home.phase", phase=place.phase.name), place.phase.says]
    if ahead is not None:
        lines.append(say("plain.home.ahead", when=say_when(ahead.session, now)))
    if found.next is not None:
        head = found.next.set.set
        lines.append(say("plain.home.next", title=head.title, minutes=head.minutes))
    else:
        lines.append(say("plain.home.nothing_due"))
    return lines
