"""DESIGN.md 5: from 12 h before a session until landing has ended, no prompt asks for a memory.

The hours are reckoned here from the sentence itself, not from the phases: 24 hours *and* a night's
sleep, taken as had after 36. Whatever other sessions lie around, whether anybody confirmed them,
and whether a set is begun then or was left open from before.
"""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from integrate.domain.entry import Kept
from integrate.domain.phase import moment_at
from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Route, Session, Went, instant
from integrate.domain.walk import Ask, ConfirmDepth, begin
from integrate.journal.within import Within
from integrate.library import Library

from .wandering import wander

HOUR = timedelta(hours=1)
DAY = datetime(2026, 3, 29, 1, tzinfo=UTC)
LIBRARY = Library.shipped()
SET_IDS = sorted(LIBRARY.set_ids())
DOSING = [route for route in Route if route is not Route.NONE]
WIDE = {Precision.MINUTE: 0, Precision.HOUR: 1, Precision.PART: 12, Precision.DAY: 25}
KEPT = {"small-step", "parked", "hope", "note", "weight-before", "safe-list"}


@st.composite
def a_session(draw, routes, *, went=tuple(Went)):
    starts = DAY + timedelta(minutes=draw(st.integers(-30 * 24 * 60, 30 * 24 * 60)))
    precision = draw(st.sampled_from(Precision))
    latest = starts + WIDE[precision] * HOUR
    slept = draw(st.none() | st.integers(0, 60))
    return Session(
        id=draw(st.uuids()).hex,
        route=draw(st.sampled_from(routes)),
        starts=starts,
        latest=latest,
        precision=precision,
        went=draw(st.sampled_from(went)),
        slept_at=None if slept is None else latest + slept * HOUR,
    )


def protected(session):
    """From when until when nothing may ask for a memory."""
    last = instant(session.latest)
    night = min(instant(session.slept_at), last + 36 * HOUR) if session.slept_at else None
    return session.starts - 12 * HOUR, max(last + 24 * HOUR, night or last + 36 * HOUR)


@st.composite
def protected_hours(draw):
    """Some sessions, and a moment that one of them protects."""
    one = draw(a_session(DOSING, went=(Went.YES, Went.UNSAID)))
    others = draw(st.lists(a_session(list(Route)), max_size=3))
    begins, ends = protected(one)
    minutes = int((ends - begins) / timedelta(minutes=1))
    return [one, *others], begins + timedelta(minutes=draw(st.integers(0, minutes - 1)))


def begun(set_id, moment):
    kept = {name: Kept(name=name, said="said before", when=DAY) for name in KEPT}
    return begin(
        LIBRARY.set(set_id),
        max_depth=moment.max_depth,
        memory=moment.memory,
        arriving=moment.arriving,
        tender=moment.tender,
        kept=kept,
    )


def asks_for_no_memory(walk):
    assert not [each.id for each in walk.order() if each.memory or each.depth > 1]
    assert not isinstance(walk.step, ConfirmDepth)
    if isinstance(walk.step, Ask):
        assert not walk.step.prompt.memory
        assert walk.step.prompt.depth == 1


@settings(max_examples=300, deadline=None)
@given(protected_hours(), st.sampled_from(SET_IDS), st.randoms(use_true_random=False))
def test_no_shipped_set_asks_for_a_memory_then(hours, set_id, random):
    sessions, now = hours
    walk = begun(set_id, moment_at(sessions, now, LIBRARY.phase_tables()))
    for _ in range(20):
        asks_for_no_memory(walk)
        walk = wander(walk, random)


@settings(max_examples=300, deadline=None)
@given(protected_hours(), st.sampled_from([each for each in SET_IDS if each != "capture"]))
def test_no_shipped_set_asks_for_words_then_but_behind_a_tap(hours, set_id):
    """`capture` is nothing but a line of one's own, for whoever opens it by hand."""
    sessions, now = hours
    moment = moment_at(sessions, now, LIBRARY.phase_tables())
    if not moment.tender:  # the door: not yet under anything
        return
    walk = begun(set_id, moment)
    assert [each.id for each in walk.order() if each.kind is Kind.TEXT or each.required] == []


@settings(max_examples=300, deadline=None)
@given(
    protected_hours(),
    st.integers(1, 100 * 60),
    st.sampled_from(["open", "settling", "weaving", "came-up", "long-view"]),
    st.randoms(use_true_random=False),
)
def test_a_set_left_open_asks_for_none_either_once_these_hours_have_begun(
    hours, minutes, set_id, random
):
    sessions, now = hours
    journal = SimpleNamespace(sessions=sessions, library=LIBRARY)
    before = now - timedelta(minutes=minutes)
    walk = begun(set_id, moment_at(sessions, before, LIBRARY.phase_tables()))
    watch = Within(journal, before)
    for _ in range(random.randint(0, 12)):
        walk = wander(walk, random)
    walk = watch.at(walk, now)
    for _ in range(20):
        if not walk.over:
            asks_for_no_memory(walk)
        walk = watch.at(wander(walk, random), now)


def test_these_hours_are_not_empty_of_questions_and_others_do_ask():
    """The rule is held by what is asked, not by asking nothing; and it can fail."""
    session = Session(
        id="s",
        route=Route.IM,
        starts=DAY,
        latest=DAY,
        went=Went.YES,
        slept_at=DAY + 20 * HOUR,
    )
    tables = LIBRARY.phase_tables()
    landing = begun("landing", moment_at([session], DAY + 5 * HOUR, tables))
    assert landing.order()
    opened = begun("open", moment_at([session], DAY + 30 * HOUR, tables))
    assert [each.id for each in opened.order() if each.memory]
