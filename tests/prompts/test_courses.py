"""Whole courses, lived day by day: how much is asked, how often, and what never goes missing.

The bars are ours. They are set so that somebody tired would thank us for them.
"""

from collections import Counter
from datetime import timedelta
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path

import pytest

from integrate.domain.prompt import Kind

ROOT = Path(__file__).parents[2]


def module_at(path):
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


walkthroughs = module_at(ROOT / "scripts" / "walkthroughs.py")
COURSES = {each.id: each for each in walkthroughs.COURSES}
SAFETY = {
    "doorstep-ready",
    "before-plan",
    "arriving-safe",
    "arriving-good",
    "landing-how",
    "landing-kind",
    "settling-dip",
}
"""Asked at every session."""
THREADS = {
    "before-hope-last",
    "before-hope",
    "before-note-last",
    "open-small-step",
    "open-bring",
    "open-parked",
    "settling-step",
    "settling-parked",
    "weaving-step",
    "weaving-bring",
    "talk-before-kept",
    "talk-before-bring",
    "talk-after-stayed",
}
"""What goes from one session to the next; each has something new to say."""


@pytest.fixture(scope="module")
def lived(library):
    """The sittings of a course, by its id."""
    found = {}

    def make(course_id, *, eager=False):
        if (course_id, eager) not in found:
            course = COURSES[course_id]
            found[course_id, eager] = walkthroughs.walked(library, course, eager=eager)
        return found[course_id, eager]

    return make


def per_day(sittings):
    return [walkthroughs.questions(each) for each in walkthroughs.by_day(sittings).values()]


def asked_in(sittings, set_id):
    """Ids of what each sitting with this set asked."""
    return [[prompt.id for prompt in each.asked] for each in sittings if each.set == set_id]


def test_the_page_is_what_the_script_makes(library):
    made = (ROOT / "docs" / "WALKTHROUGHS.md").read_text("utf-8")
    assert made == walkthroughs.page(library), "run: python scripts/walkthroughs.py"


# --- how much in a day


@pytest.mark.parametrize("eager", [False, True], ids=["one thing", "all that is due"])
def test_around_one_session_no_day_asks_more_than_fourteen_questions(eager, lived):
    assert max(per_day(lived("single", eager=eager))) <= 14


def test_in_a_course_no_day_asks_more_than_fourteen_and_most_ask_seven_at_most(lived):
    days = per_day(lived("six"))
    assert max(days) <= 14
    assert sum(count <= 7 for count in days) >= 0.8 * len(days)


def test_in_a_course_also_who_does_all_that_is_due_at_once_is_asked_sixteen_at_most(lived):
    days = per_day(lived("six", eager=True))
    assert max(days) <= 16
    assert sum(count <= 8 for count in days) >= 0.6 * len(days)


def test_around_talk_therapy_no_day_asks_more_than_five(lived):
    days = per_day(lived("talk", eager=True))
    assert max(days) <= 5
    assert max(days[2:]) <= 4


def test_with_no_session_nothing_is_due_and_a_check_in_is_four_taps_and_a_line(lived):
    assert set(per_day(lived("none"))) == {4}


@pytest.mark.parametrize("course_id", COURSES)
def test_no_set_takes_longer_than_it_says(course_id, lived):
    for each in lived(course_id):
        assert each.seconds <= each.most * 60, each.set


@pytest.mark.parametrize("course_id", COURSES)
def test_no_day_takes_longer_than_a_quarter_of_an_hour(course_id, lived):
    for there in walkthroughs.by_day(lived(course_id, eager=True)).values():
        assert walkthroughs.minutes(there) <= 15


def test_most_days_around_one_session_ask_for_nothing(lived):
    assert len(per_day(lived("single"))) * 4 <= COURSES["single"].days


# --- what is asked from the second session on


@pytest.mark.parametrize(
    ("set_id", "gate", "most"), [("doorstep", 1, 2), ("landing", 0, 3), ("open", 1, 4)]
)
def test_from_the_second_session_on_the_door_asks_two_landing_three_open_four(
    set_id, gate, most, lived
):
    _, *later = asked_in(lived("six"), set_id)
    assert len(later) == 5
    words = {"landing-keep-word", "landing-park-word"}
    assert {len([each for each in ids if each not in words]) - gate for ids in later} == {most}


def test_the_first_time_every_set_is_asked_whole(sets, lived):
    for course_id in ("single", "talk"):
        first = {}
        for each in lived(course_id):
            first.setdefault(each.set, {prompt.id for prompt in each.asked})
        for set_id, ids in first.items():
            plain = {
                prompt.id
                for prompt in sets[set_id].flat()
                if prompt.kind not in {Kind.DISPLAY, Kind.GROUP}
                and not prompt.shows
                and not prompt.shown_if
            }
            assert plain <= ids, set_id


def test_no_wording_comes_more_than_once_in_three_sessions_but_for_safety_weight_and_threads(
    lived, prompts
):
    series = {prompt.id: prompt.series for _, prompt in prompts}
    gates = {prompt.id for _, prompt in prompts if prompt.gate}
    met = {}
    for each in lived("six"):
        for prompt in each.asked:
            free = prompt.id in SAFETY | THREADS | gates or series[prompt.id] == "weight"
            if not free and each.set in {"before", "doorstep", "landing", "open", "settling"}:
                met.setdefault(prompt.ask, []).append(each.session)
    order = list(dict.fromkeys(each.session for each in lived("six")))
    for ask, sessions in met.items():
        numbers = sorted({order.index(each) for each in sessions if order.index(each) > 0})
        gaps = [b - a for a, b in pairwise(numbers)]
        assert all(gap >= 3 for gap in gaps), (ask, numbers)


def test_in_talk_therapy_what_takes_turns_comes_again_after_three_hours_at_the_earliest(lived):
    _, *later = asked_in(lived("talk"), "talk-before")
    counted = Counter(each for ids in later for each in ids)
    turning = {"talk-before-since", "talk-before-leave-out", "talk-before-end"}
    assert {counted[each] for each in turning} == {1, 2}


@pytest.mark.parametrize("course_id", ["single", "six"])
def test_every_session_asks_what_keeps_somebody_safe(course_id, lived):
    for set_id, ids in {
        "before": {"before-plan"},
        "doorstep": {"doorstep-ready"},
        "landing": {"landing-how", "landing-kind"},
        "settling": {"settling-dip"},
    }.items():
        for asked in asked_in(lived(course_id), set_id):
            assert ids <= set(asked)


@pytest.mark.parametrize("course_id", ["single", "six"])
def test_the_weight_is_asked_each_time_so_that_it_makes_a_line(course_id, lived):
    for each in lived(course_id):
        if each.set in {"before", "open", "settling", "weaving", "long-view"}:
            assert "weight" in {prompt.series for prompt in each.asked}


@pytest.mark.parametrize("series", ["alert", "startle", "sleep", "bounce"])
def test_every_series_has_a_baseline_and_goes_on(series, lived):
    for course_id, least in (("single", 4), ("six", 2)):
        sittings = lived(course_id)
        told = [each for each in sittings for prompt in each.asked if prompt.series == series]
        assert told[0].set == "before"
        assert len({each.when.date() for each in told}) >= least, course_id


# --- in which order, and how near to each other


def test_nothing_else_is_asked_at_the_door_nor_until_landing_is_over(lived):
    for course_id in ("single", "six"):
        course = COURSES[course_id]
        for start in course.starts:
            near = {
                each.set
                for each in lived(course_id, eager=True)
                if start - timedelta(hours=12) <= each.when < start + timedelta(hours=24)
            }
            assert near == {"doorstep", "landing"}


def test_getting_ready_for_a_session_comes_after_the_session_before_it(lived):
    starts = COURSES["six"].starts
    ready = [each.when for each in lived("six", eager=True) if each.set == "before"]
    assert len(ready) == len(starts)
    for number, when in enumerate(ready):
        assert number == 0 or when > starts[number - 1]
        assert when < starts[number]


def test_steadiness_is_asked_once_in_a_sitting_however_much_is_done(lived):
    for there in walkthroughs.by_day(lived("six", eager=True)).values():
        for hour in {each.when for each in there}:
            asked = [prompt for each in there if each.when == hour for prompt in each.asked]
            assert sum(prompt.gate is not None for prompt in asked) <= 1
