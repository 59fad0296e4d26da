"""Makes docs/WALKTHROUGHS.md: what a person is asked, day by day, in four courses.

Somebody steady opens the journal at nine and at seven and does the one thing that it offers. Their
journal is a real one, in a folder that is gone afterwards; only the clock is made up.

Run it after changing sets, phases or what is due: `python scripts/walkthroughs.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.answer import Answer, answer_to
from integrate.domain.due import Offer
from integrate.domain.prompt import Kind, Prompt
from integrate.domain.session import Precision, Route
from integrate.domain.walk import Ask, ConfirmDepth, Ground, Walk
from integrate.journal import session as sessions
from integrate.journal.about import About
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.journal.init import init
from integrate.journal.journal import Journal
from integrate.journal.write import write
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf

PAGE: Final = Path(__file__).parents[1] / "docs" / "WALKTHROUGHS.md"
ZONE: Final = ZoneInfo("Europe/Berlin")
FIRST: Final = date(2026, 3, 9)
"""The first day; a Monday. Summer time begins within the courses."""
OPENS: Final = (time(9), time(19))
STEADY: Final = 8
SECONDS: Final = {Kind.TEXT: 75, Kind.MULTI: 25, Kind.FEELING: 25, Kind.BODY: 25}
"""How long an answer takes, in seconds (our guess)."""
TAP: Final = 15
"""And any other answer, or words to read."""
A_LINE: Final = 30
"""And words where there is room for two lines at most."""
PLAIN: Final = {
    "arriving-safe": "yes",
    "before-note-last": "keep",
    "doorstep-ready": ("ride", "someone-knows"),
    "landing-how": "fine",
    "landing-kind": "mixed",
    "landing-park": "none",
    "landing-keep": "add",
    "open-near": "leave",
    "settling-step": "did",
    "weaving-step": "did",
    "settling-dip": "no",
}
"""What a plain person says where an answer leads on; anything else takes the first option."""


class Course(Struct, frozen=True, kw_only=True):
    """What lies ahead of somebody."""

    id: str
    title: str
    says: str
    route: Route = Route.IM
    starts: tuple[datetime, ...] = ()
    days: int
    by_hand: str | None = None
    """A set that they choose themselves, once a day."""


class Sitting(Struct, frozen=True, kw_only=True):
    """One set, gone through."""

    when: datetime
    set: str
    title: str
    session: str | None
    asked: tuple[Prompt, ...]
    """In the order of asking; words to read are not among them."""
    read: int
    """How many screens of words to read."""
    most: int
    """The minutes that the set says it takes."""

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return sum(map(seconds, self.asked)) + self.read * TAP


def seconds(prompt: Prompt) -> int:
    """How long an answer takes."""
    if prompt.text is not None and prompt.text.lines <= 2:  # noqa: PLR2004 - a line, or two
        return A_LINE
    return SECONDS.get(prompt.kind, TAP)


def _at(day: int, hour: int) -> datetime:
    return datetime.combine(FIRST + timedelta(days=day), time(hour), ZONE)


COURSES: Final = (
    Course(
        id="single",
        title="One session",
        says="One session with a medicine, from a week before to the third look back.",
        starts=(_at(8, 14),),
        days=104,
    ),
    Course(
        id="six",
        title="Six sessions in three weeks",
        says="Mondays and Thursdays at two, all known from the start, and the weeks after.",
        starts=tuple(_at(day, 14) for day in (7, 10, 14, 17, 21, 24)),
        days=91,
    ),
    Course(
        id="talk",
        title="Talk therapy each week",
        says="Six Thursdays at five.",
        route=Route.NONE,
        starts=tuple(_at(day, 17) for day in (3, 10, 17, 24, 31, 38)),
        days=45,
    ),
    Course(
        id="none",
        title="No session at all",
        says="Nothing is ever due. The check-in is chosen by hand, once a day.",
        days=14,
        by_hand="checkin",
    ),
)


def walked(library: Library, course: Course, *, eager: bool = False) -> tuple[Sitting, ...]:
    """Everything that somebody is asked in this course, in order.

    Args:
        library: the content.
        course: what lies ahead of them.
        eager: they do all that is due each time, and not only the first thing.
    """
    with TemporaryDirectory(prefix="integrate-walkthrough-") as folder:
        path = Path(folder) / "journal.integrate"
        kdf = Kdf(m_kib=8192, t=1, p=1)
        journal, _ = init(
            path, "four kettles sing", machine=Machine(name=b"x"), library=library, kdf=kdf
        )
        try:
            return tuple(_lived(journal, course, eager=eager))
        finally:
            journal.close()


def _lived(journal: Journal, course: Course, *, eager: bool) -> Iterator[Sitting]:
    for start in course.starts:
        about = About(earliest=start, latest=start, precision=Precision.MINUTE)
        sessions.add(journal, about, course.route, _at(0, 8))
    for day in range(course.days):
        for opens in OPENS:
            now = datetime.combine(FIRST + timedelta(days=day), opens, ZONE)
            _told(journal, now)
            while (offer := due(journal, now).next) is not None:
                yield _sat(journal, offer, now)
                if not eager:
                    break
        if course.by_hand is not None:
            yield _sat(journal, course.by_hand, now)


def _told(journal: Journal, now: datetime) -> None:
    """Answers what home asks about sessions: it went ahead, and they have slept."""
    while (planned := due(journal, now).moment.went_ahead) is not None:
        sessions.went_ahead(journal, planned, now, yes=True)
    if (slept := due(journal, now).moment.slept) is not None:
        sessions.slept(journal, slept, now)


def _sat(journal: Journal, what: Offer | str, now: datetime) -> Sitting:
    if isinstance(what, Offer):
        passage = begin(journal, what.set.id, now, place=what.place)
    else:
        passage = begin(journal, what, now)
    walk, met = _answered(passage.walk)
    write(journal, replace(passage, walk=walk), Keeper(journal), now)
    asked = tuple(each for each in met if each.kind is not Kind.DISPLAY)
    return Sitting(
        when=now,
        set=walk.set.id,
        title=walk.set.title,
        session=passage.session,
        asked=asked,
        read=len(met) - len(asked),
        most=walk.set.set.minutes,
    )


def _answered(walk: Walk) -> tuple[Walk, list[Prompt]]:
    met: list[Prompt] = []
    while not walk.over:
        match walk.step:
            case Ask(prompt=prompt):
                met.append(prompt)
                display = prompt.kind is Kind.DISPLAY
                walk = walk.read() if display else walk.answer(plain(prompt))
            case ConfirmDepth():
                walk = walk.confirm(yes=False)
            case Ground():
                walk = walk.go_on()
            case _:
                walk = walk.resume()
    return walk, met


def plain(prompt: Prompt) -> Answer:
    """What a plain person says."""
    if prompt.id in PLAIN:
        return answer_to(prompt, PLAIN[prompt.id])
    match prompt.kind:
        case Kind.TEXT:
            return answer_to(prompt, "A few plain words.")
        case Kind.SCALE:
            return answer_to(prompt, STEADY if prompt.gate else 5)
        case Kind.YESNO:
            return answer_to(prompt, value=True)
        case Kind.CHOICE:
            return answer_to(prompt, prompt.options[0].value)
        case _:
            spot = [each.value for each in prompt.words[:1]]
            return answer_to(prompt, [prompt.options[0].value, *spot])


def by_day(sittings: Iterable[Sitting]) -> dict[date, list[Sitting]]:
    """The sittings of each day on which there is one."""
    found: dict[date, list[Sitting]] = {}
    for each in sittings:
        found.setdefault(each.when.date(), []).append(each)
    return found


def questions(sittings: Iterable[Sitting]) -> int:
    """How many questions they are together."""
    return sum(len(each.asked) for each in sittings)


def minutes(sittings: Iterable[Sitting]) -> int:
    """How many minutes they take together, rounded up."""
    return -(-sum(each.seconds for each in sittings) // 60)


OPENING: Final = """\
# What a person is asked, day by day

Four courses, walked through by somebody steady who opens the journal at nine and at seven and does
the one thing that it offers. They answer each question, and where an answer leads on they say the
plain thing. Days that ask for nothing are left out.

This page is made by `scripts/walkthroughs.py`, which lives each course in a real journal. A test
holds it to that, and holds how much is asked. The minutes are our guess: 15 seconds for a tap, 25
where several may be picked, 30 for a line, 75 for more words.

A number in brackets after a set says how many questions it asked.
"""


def page(library: Library) -> str:
    """The whole page, as Markdown."""
    return "\n".join([OPENING, *(part for each in COURSES for part in _told_course(library, each))])


def _told_course(library: Library, course: Course) -> Iterator[str]:
    sittings = walked(library, course)
    days = by_day(sittings)
    most = max(questions(each) for each in days.values())
    yield f"## {course.title}\n"
    yield course.says
    yield ""
    yield (
        f"Of {course.days} days, {len(days)} asked for something. "
        f"The fullest one asked {most} questions and took {_longest(days)} minutes.\n"
    )
    yield "| Day | Questions | Minutes | What |"
    yield "| --- | --- | --- | --- |"
    for row, alike in groupby(days.items(), key=lambda each: _row(each[1])):
        yield f"| {_days(course, [day for day, _ in alike])} | {row} |"
    yield ""


def _row(there: Sequence[Sitting]) -> str:
    return f"{questions(there)} | {minutes(there)} | {_sets(there)}"


def _days(course: Course, days: Sequence[date]) -> str:
    """Days on which the same was asked; one after another they are told as a stretch."""
    first, last = days[0], days[-1]
    if len(days) > 2 and (last - first).days == len(days) - 1:  # noqa: PLR2004 - a stretch
        return f"{_day(course, first)} to {_day(course, last)}"
    return "; ".join(_day(course, day) for day in days)


def _longest(days: dict[date, list[Sitting]]) -> int:
    return max(minutes(each) for each in days.values())


def _day(course: Course, day: date) -> str:
    held = [start.date() for start in course.starts]
    number = (day - FIRST).days + 1
    if day in held:
        return f"{number}, session {held.index(day) + 1}"
    return str(number)


def _sets(there: Sequence[Sitting]) -> str:
    return ", ".join(f"{each.title} ({len(each.asked)})" for each in there)


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(Library.shipped()), encoding="utf-8")


if __name__ == "__main__":
    main()
