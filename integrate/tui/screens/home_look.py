"""What home shows, worked out from the journal: values only, no widgets."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.due import Offer
from integrate.domain.phase import Moment, Place, places
from integrate.domain.session import Session
from integrate.journal.begin import begin
from integrate.journal.draft import Waiting, waiting
from integrate.journal.due import due
from integrate.journal.journal import Journal
from integrate.journal.passage import Free, Guided
from integrate.journal.rewording import reworded_page
from integrate.journal.saying import say_when
from integrate.journal.ways import ways
from integrate.library import BadFile
from integrate.tui import marks
from integrate.tui.days import day_said, part_said
from integrate.tui.screens.questions import Question
from integrate.words import say

_RECENT: Final = 3
_HOUSE: Final = "Integrate"
"""The author whose sets need no "from"."""


class Asked(Struct, frozen=True, kw_only=True):
    """A question about a session."""

    question: Question
    session: Session


class HomeLook(Struct, frozen=True, kw_only=True):
    """Everything on home at one moment."""

    now: datetime
    greeting: str
    """The day and the part of it."""
    head: str
    """The phase in a few words."""
    says: str
    """One calm line about it."""
    places: tuple[Place, ...] = ()
    """The phases around the session, for the bar; empty with no session near."""
    place: Place | None = None
    """The phase that holds."""
    asked: Asked | None = None
    """To be answered before anything is offered."""
    offer: Offer | None = None
    """The one next thing."""
    questions: int = 0
    """How many prompts it has, as far as is known."""
    minutes: int = 0
    """About how long it takes this time."""
    begun: Waiting | None = None
    """The draft of that very set, if one waits."""
    drafts: tuple[Waiting, ...] = ()
    """The other drafts that wait, the newest first."""
    waits: tuple[str, ...] = ()
    """How each of them is told."""
    ways: tuple[str, ...] = ()
    """What else can be opened from here."""
    ahead: str = ""
    """The next session, in words; empty where none is planned."""
    recent: tuple[tuple[str, str], ...] = ()
    """The last pages: day and title."""
    damaged: int = 0
    """How many records cannot be read."""
    tender: bool = False
    """Arriving or landing: rest comes first."""
    arriving: bool = False


def look(journal: Journal, now: datetime) -> HomeLook:
    """What home shows now.

    Raises:
        BadFile: if a shipped set cannot be read.
        VaultError: if the drafts cannot be read.
    """
    found = due(journal, now)
    moment, offer = found.moment, found.next
    left = waiting(journal)
    begun = _draft_of(offer, left)
    drafts = tuple(each for each in left if each is not begun)
    fresh = begin(journal, offer.set.id, now, place=offer.place).walk if offer else None
    head, says = _heading(journal.sessions, moment, now)
    tables = journal.library.phase_tables()
    return HomeLook(
        now=now,
        greeting=part_said(now),
        head=head,
        says=says,
        places=places(moment.place.session, tables) if moment.place else (),
        place=moment.place,
        asked=_asked(moment),
        offer=offer,
        questions=len(fresh.order()) if fresh else 0,
        minutes=fresh.minutes() if fresh else 0,
        begun=begun,
        drafts=drafts,
        waits=tuple(_waits(journal, each, now) for each in drafts),
        ways=_ways(journal, moment),
        ahead=_ahead(journal.sessions, now),
        recent=_recent(journal, now),
        damaged=len(journal.damaged),
        tender=moment.tender,
        arriving=moment.arriving,
    )


def _heading(sessions: Sequence[Session], moment: Moment, now: datetime) -> tuple[str, str]:
    place = moment.place
    if place is None:
        if moment.went_ahead is not None:
            return "", ""
        if sessions:
            return say("home.no_session"), say("home.no_session.says")
        return say("home.first"), say("home.first.says")
    if place.lies_ahead():
        when = say_when(place.session, now)
        return say("home.ahead", phase=place.phase.name, when=when), place.phase.says
    since = day_said(place.begins, now)
    return say("home.since", phase=place.phase.name, when=since), place.phase.says


def _asked(moment: Moment) -> Asked | None:
    if moment.went_ahead is not None:
        return Asked(question=Question.WENT, session=moment.went_ahead)
    if moment.slept is not None:
        return Asked(question=Question.SLEPT, session=moment.slept)
    return None


def _draft_of(offer: Offer | None, left: Sequence[Waiting]) -> Waiting | None:
    """The newest draft of the set on offer, begun for that same session."""
    for each in left:
        passage = each.passage
        if (
            offer is not None
            and isinstance(passage, Guided)
            and passage.walk.set.id == offer.set.id
            and passage.session == offer.place.session.id
        ):
            return each
    return None


def _waits(journal: Journal, left: Waiting, now: datetime) -> str:
    when = day_said(left.passage.begun, now)
    page = reworded_page(journal, left.passage)
    if page is None:
        return say("home.waiting", title=left.passage.title, when=when)
    return say("home.waiting.wording", title=page, when=when)


def away_said(left: Waiting) -> tuple[str, str, str]:
    """What is asked before a draft is put away, what then goes, and the yes to it."""
    if isinstance(left.passage, Free) and left.passage.of is not None:
        return say("rewrite.discard.ask"), say("rewrite.discard.says"), say("rewrite.discard.yes")
    says = say("home.away.says", title=left.passage.title)
    return say("home.away.ask"), says, say("home.away.yes")


def _ways(journal: Journal, moment: Moment) -> tuple[str, ...]:
    if journal.sessions:
        return ways(moment)
    return ("add", *(each for each in ways(moment) if each != "sessions"))


def _ahead(sessions: Sequence[Session], now: datetime) -> str:
    coming = [each for each in sessions if not each.called_off and each.starts > now]
    if not coming:
        return ""
    following = min(coming, key=lambda each: each.starts)
    when = say_when(following, now)
    return f"{when}\n{following.title}".strip()


def _recent(journal: Journal, now: datetime) -> tuple[tuple[str, str], ...]:
    return tuple(
        (day_said(each.heading.when, now), each.heading.title) for each in journal.entries[:_RECENT]
    )


def out_of_date(journal: Journal, found: HomeLook, now: datetime) -> bool:
    """Whether time has moved on: what was offered is no longer what fits."""
    try:
        fits = due(journal, now)
    except BadFile:
        return True
    return fits.next != found.offer or (fits.moment.went_ahead is not None and not found.asked)


def same(one: HomeLook, other: HomeLook, *, hours: bool = False) -> bool:
    """Whether both show the same.

    Args:
        one: a look.
        other: another.
        hours: whether days and hours as they are said count too; they change by themselves.
    """
    return _shown(one, hours=hours) == _shown(other, hours=hours)


def _shown(found: HomeLook, *, hours: bool) -> tuple[object, ...]:
    """What is seen of a look. A draft that grows in another window looks the same all the time."""
    drafts = [
        (each.rid, each.passage.title, each.passage.begun)
        for each in (*found.drafts, found.begun)
        if each is not None
    ]
    rest = replace(found, now=datetime.min.replace(tzinfo=UTC), drafts=(), begun=None)
    if not hours:
        rest = replace(rest, greeting="", head="", recent=(), ahead="", waits=())
    return rest, found.begun is None, drafts


def card_lines(found: HomeLook) -> tuple[str, str]:
    """The title and the quiet line of the next thing."""
    assert found.offer is not None  # noqa: S101 - said to the type checker; the caller looked
    head = found.offer.set.set
    if found.begun is not None:
        begun = day_said(found.begun.passage.begun, found.now)
        return head.title, say("home.before", when=begun)
    parts = [
        say("home.questions.one")
        if found.questions == 1
        else say("home.questions", count=found.questions),
        say("home.minutes.one") if found.minutes == 1 else say("home.minutes", count=found.minutes),
    ]
    if head.author != _HOUSE:
        parts.append(say("home.from", author=head.author))
    if found.offer.place != found.place:
        parts.append(say("home.for", when=say_when(found.offer.place.session, found.now)))
    return head.title, marks.BETWEEN.join(parts)


def why_line(place: Place) -> str:
    """On what ground both ends of a phase stand, in a few words."""
    begin, end = place.phase.begin, place.phase.end
    parts = [say("home.side.why.begins", flag=begin.flag)]
    if end is not None:
        parts.append(say("home.side.why.ends", flag=end.flag))
    return "\n".join(parts)
