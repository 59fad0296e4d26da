"""Measures on the screen: what is asked first, help before any score, and what it comes to.

DESIGN.md 5: the support screen at once, before the next item and before any score.
"""

from datetime import datetime, timedelta, timezone
from functools import partial

import pytest

from integrate.domain.answer import answer_to
from integrate.domain.walk import Ask, Close, Origin
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Guided
from integrate.journal.write import write
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.reading import Reading
from integrate.words import say

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))

WRONG_SUM = (0, 0, 0, 1, 2, 1, 3, 2, 1)
"""HL7 states 13 for these answers; they sum to 10."""
HEADLINE = "You marked that thoughts of death or of hurting yourself have been around."


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Drafts are sealed almost at once."""
    monkeypatch.setattr("integrate.tui.screens.guided.DraftTimer", partial(DraftTimer, wait=0.01))


@pytest.fixture
def wanting(parts, journal):
    """The app, opened with a wish for one measure."""
    return lambda wanted: IntegrateApp(**parts, journal=journal, wanted=wanted)


@pytest.fixture
def answered(journal):
    """A page of PHQ-9 from so many days ago."""

    def make(values, *, days=0):
        when = NOW - timedelta(days=days)
        walk = begin(journal, "phq9", when).walk
        values = iter(values)
        while not isinstance(step := walk.step, Close):
            if isinstance(step, Ask) and (value := next(values, None)) is not None:
                walk = walk.answer(answer_to(step.prompt, str(value)))
            else:
                walk = walk.skip()
        passage = Guided(walk=walk, session=None, phase=None, begun=when)
        return write(journal, passage, Keeper(journal), when)

    return make


async def until(pilot, holds) -> None:
    """Waits for what a thread is about to bring."""
    for _ in range(400):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


async def comes(pilot, kind) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


def read(app) -> str:
    return " ".join(app.screen.query_one(Reading).text.split())


def seen(app) -> str:
    """All that stands on the page in front."""
    return " ".join(str(each.render()) for each in app.screen.query("Static"))


def walk_of(app):
    screen = next(each for each in app.screen_stack if isinstance(each, GuidedScreen))
    return screen._passage.walk


async def answer(pilot, values) -> None:
    """Chooses by digit and goes on, one item after the other."""
    for value in values:
        await pilot.press(str(value + 1), "enter")


# --- one measure, all of it


async def test_a_measure_is_asked_scored_and_kept(wanting, journal):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, GuidedScreen)
        measure = journal.library.measure("phq9")
        assert measure.measure.copyright in seen(app)
        assert measure.measure.stem in seen(app)
        await answer(pilot, (2, 2, 2, 2, 1, 1, 2, 0, 0))
        assert walk_of(app).step.prompt.id == "phq9-function"
        await answer(pilot, (1,))
        await comes(pilot, FinishedScreen)
        told = read(app)
        assert "Total: 12 of 0 to 27." in told
        assert "The published name for a total of 10 to 14: moderate." in told
        assert say("measure.not") in told
        assert " ".join(measure.measure.copyright.split()) in told
        await pilot.press("enter")
        await comes(pilot, HomeScreen)
    (listed,) = journal.entries
    assert listed.heading.series == {"phq9": 12}
    assert waiting(journal) == []


async def test_the_wrong_published_example_shows_help_before_its_total_of_10(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, GuidedScreen)
        await answer(pilot, WRONG_SUM)
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)
        assert "Total" not in read(app)
        await pilot.press("enter")
        await answer(pilot, (0,))
        await comes(pilot, FinishedScreen)
        assert "Total: 10 of 0 to 27." in read(app)
        assert say("measure.support") in read(app)


async def test_a_question_left_out_makes_no_total(wanting, journal):
    app = wanting("gad7")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, GuidedScreen)
        await answer(pilot, (1, 1, 1, 1))
        await pilot.press("ctrl+t")
        await comes(pilot, FinishedScreen)
        assert "3 questions were left out, so there is no total" in read(app)
    (listed,) = journal.entries
    assert listed.heading.series == {}


# --- item 9


async def at_item_nine(pilot) -> None:
    await comes(pilot, GuidedScreen)
    await answer(pilot, [0] * 8)
    assert walk_of(pilot.app).step.prompt.id == "phq9-9"


async def test_help_never_comes_after_none(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await answer(pilot, (0,))
        await comes(pilot, FinishedScreen)
        assert say("measure.support") not in read(app)


async def test_help_comes_at_a_total_of_1_before_the_next_question(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await answer(pilot, (1,))
        await comes(pilot, SupportScreen)
        assert app.screen._origin == Origin.ITEM9
        await pilot.press("escape")
        assert walk_of(app).step.prompt.id == "phq9-function"
        await pilot.press("ctrl+b")
        await answer(pilot, (0,))
        await comes(pilot, FinishedScreen)


async def test_help_comes_when_none_becomes_more_than_half_the_days(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, GuidedScreen)
        await answer(pilot, [1, *[0] * 8])
        assert walk_of(app).step.prompt.id == "phq9-function"
        await pilot.press("ctrl+b")
        await answer(pilot, (2,))
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)


@pytest.mark.parametrize(("key", "onto"), [("ctrl+b", "phq9-8"), ("ctrl+o", None)])
async def test_help_comes_before_any_other_page_however_it_is_left(wanting, key, onto):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", key)
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)
        await pilot.press("escape")
        if onto is None:
            await comes(pilot, FinishedScreen)
        else:
            await comes(pilot, GuidedScreen)
            assert walk_of(app).step.prompt.id == onto


async def test_help_comes_before_the_program_closes(wanting, journal):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "ctrl+q")
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    (left,) = waiting(journal)
    assert left.passage.walk.answers["phq9-9"].value == "1"


async def test_closing_after_help_was_read_goes_on_where_it_was(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "ctrl+q")
        await comes(pilot, SupportScreen)
        await pilot.press("escape")
        await comes(pilot, GuidedScreen)
        assert walk_of(app).step.prompt.id == "phq9-9"
        await pilot.press("enter")
        await comes(pilot, SupportScreen)


async def test_the_lock_stands_behind_help_that_does_not_say_why(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "ctrl+l")
        await comes(pilot, SupportScreen)
        assert app.journal is None
        assert HEADLINE not in read(app)
        await pilot.press("escape")
        await comes(pilot, UnlockScreen)


async def test_a_covered_page_closes_without_showing_anything(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "ctrl+p", "ctrl+q")
        await pilot.pause()
        assert not isinstance(app.screen, SupportScreen)
    assert app.return_code == 0


async def test_help_comes_when_the_person_stops_while_it_is_chosen(wanting):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "ctrl+t")
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)
        await pilot.press("enter")
        await comes(pilot, FinishedScreen)
        assert "Total: 1 of 0 to 27." in read(app)


async def test_help_comes_when_the_person_pauses_while_it_is_chosen(wanting, journal):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("2", "escape")
        await comes(pilot, SupportScreen)
        assert HEADLINE in read(app)
        await pilot.press("enter")
        await comes(pilot, HomeScreen)
    (left,) = waiting(journal)
    assert left.passage.walk.answers["phq9-9"].value == "1"


async def test_a_pause_at_any_other_answer_goes_home_at_once(wanting, journal):
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item_nine(pilot)
        await pilot.press("1", "escape")
        await comes(pilot, HomeScreen)
    assert len(waiting(journal)) == 1


# --- before


@pytest.mark.parametrize("measure", ["phq9", "pcl5"])
async def test_in_tender_hours_a_measure_can_wait(wanting, session_at, measure):
    session_at(1)
    app = wanting(measure)
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        assert say("measure.wait.tender") in seen(app)
        await pilot.press("1")
        await comes(pilot, HomeScreen)


async def test_before_a_session_no_memory_is_asked_for(wanting, session_at):
    session_at(-5)
    app = wanting("pcptsd5")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        assert say("measure.wait.memory") in seen(app)


async def test_what_can_stir_memories_asks_first_and_offers_settling_before_and_after(wanting):
    app = wanting("pcptsd5")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        assert say("measure.ask.memory") in seen(app)
        await pilot.press("2")
        await comes(pilot, GroundScreen)
        await pilot.press("escape")
        await comes(pilot, AskScreen)
        await pilot.press("3")
        await comes(pilot, GuidedScreen)
        await pilot.press("n", "enter")
        await comes(pilot, FinishedScreen)
        assert say("measure.after.key", ground="ctrl+g") in read(app)
        assert "Total: 0 of 0 to 5." in read(app)


async def test_not_now_goes_back_home_and_leaves_nothing(wanting, journal):
    app = wanting("pcl5")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        await pilot.press("enter")
        await comes(pilot, HomeScreen)
    assert waiting(journal) == []


async def test_too_soon_names_the_day_and_lets_a_person_go_on(wanting, answered):
    answered([1] * 9, days=3)
    app = wanting("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        assert say("measure.ask.soon", day="Sat 7 March 2026", days=14) in seen(app)
        await pilot.press("2")
        await comes(pilot, GuidedScreen)


async def test_a_question_that_lay_there_into_tender_hours_is_not_gone_on_with(wanting, session_at):
    app = wanting("pcl5")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        session_at(1)
        await pilot.press("3")
        await until(pilot, lambda: say("measure.wait.tender") in seen(app))


async def test_a_draft_that_must_wait_is_kept(wanting, session_at, journal):
    keeper = Keeper(journal)
    passage = begin(journal, "pcl5", NOW)
    walk = passage.walk.answer(answer_to(passage.walk.step.prompt, "2"))
    keeper.keep(Guided(walk=walk, session=None, phase=None, begun=NOW))
    session_at(-3)
    app = wanting("pcl5")
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, AskScreen)
        assert say("measure.wait.kept") in seen(app)
        await pilot.press("1")
        await comes(pilot, HomeScreen)
    (left,) = waiting(journal)
    assert left.passage.walk.answers == walk.answers


# --- looking back


async def test_a_kept_page_shows_what_its_answers_come_to(stage, journal, answered):
    answered([2] * 9, days=30)
    entry = answered([1, 1, 1, 1, 1, 1, 1, 1, 0])
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, EntryScreen)
        told = read(app)
    assert "Total: 8 of 0 to 27." in told
    assert "The time before, on Sun 8 February 2026, the total was 18." in told
    assert told.index("Total: 8") < told.index("Little interest or pleasure")


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_a_long_result_can_be_scrolled_to_its_notice(stage, journal, answered, size):
    from integrate.tui.screens.finished import finished

    answered([2] * 9, days=3)
    entry = answered([1] * 9)
    passage = begin(journal, "phq9", NOW)
    app = stage(finished(journal, passage.walk.set, "finished", entry))
    async with app.run_test(size=size) as pilot:
        await comes(pilot, FinishedScreen)
        reading = app.screen.query_one(Reading)
        assert app.focused is reading
        await pilot.press("end")
        await pilot.pause()
        assert reading.scroll_offset.y == reading.max_scroll_y
        await pilot.press("enter")
    assert app.results == [None]


async def test_an_enter_too_many_leaves_no_item_out(wanting):
    app = wanting("phq4")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, GuidedScreen)
        before = screen._walk.at
        await pilot.press("enter")
        await pilot.pause()
        assert (screen._walk.at, screen._walk.skipped) == (before, frozenset())
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert screen._walk.at != before
