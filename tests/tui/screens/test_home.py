"""Home: the phase, one next thing, a waiting page, questions, and the ways from here."""

from datetime import datetime, timedelta, timezone
from threading import current_thread, main_thread

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Route, Went
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Guided
from integrate.journal.rewording import begin_rewording
from integrate.journal.sets import keep_set
from integrate.journal.unlock import unlock
from integrate.journal.write import note, write
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.why import WhyScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.way import Card, Way
from integrate.tui.widgets.window_bar import WindowBar
from integrate.vault import VaultBusy, VaultError
from integrate.words import say

from .test_library import LAKE

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))


async def settled(pilot) -> None:
    """Waits until home has looked, and shows what it found."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def said(app) -> str:
    """Every word on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def open_set(app) -> str:
    assert isinstance(app.screen, GuidedScreen)
    return app.screen._passage.walk.set.id


# --- where now lies


@pytest.mark.parametrize(
    ("hours", "route", "phase"),
    [
        (-60, Route.IM, "Getting ready"),
        (-5, Route.IM, "At the door"),
        (8, Route.IM, "Soft landing"),
        (40, Route.IM, "Open window"),
        (100, Route.IM, "Settling"),
        (300, Route.IM, "Weaving in"),
        (900, Route.IM, "The long view"),
        (-20, Route.NONE, "Before my hour"),
        (1, Route.NONE, "Just after"),
        (60, Route.NONE, "Between hours"),
    ],
)
async def test_home_says_the_phase_in_words_and_shows_it_on_the_bar(
    app, session_at, hours, route, phase
):
    session_at(hours, route=route, slept=hours > 24)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert f"{phase} ·" in said(app)
        assert app.screen.query(WindowBar)
        assert app.screen.heading == "Tuesday evening"


async def test_nothing_on_home_counts_down(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        text = said(app).lower()
        for word in (" left", "remain", "closing", "missed", "until", "hurry"):
            assert word not in text


async def test_still_arriving_is_quiet(app, session_at):
    session_at(1)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "Rest is enough" in said(app)
        assert not app.screen.query(WindowBar)
        assert [each.to for each in app.screen.query(Way)] == [
            "next",
            "ground",
            "people",
            "free",
            "journal",
        ]


@pytest.mark.parametrize("key", ["c", "h"])
async def test_after_a_session_nothing_that_asks_for_more_than_taps_can_be_opened(
    app, session_at, key
):
    session_at(8)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        assert isinstance(app.screen, HomeScreen)


async def test_with_no_session_there_is_check_in_capture_and_a_free_page(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [each.to for each in app.screen.query(Way)] == [
            "add",
            "checkin",
            "capture",
            "free",
            "hard",
            "library",
            "journal",
        ]


# --- one next thing


async def test_enter_begins_the_next_thing(app, session_at):
    session = session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert open_set(app) == "open"
        assert app.screen._passage.session == session.id
        assert app.screen._passage.phase == "open"


async def test_the_card_says_how_many_how_long_and_from_whom_only_where_it_matters(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = said(app)
        assert "short questions · about 20 minutes" in text
        assert "from Integrate" not in text


async def test_not_now_is_a_whole_answer(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert not app.screen.query(Card)
        assert "whole answer" in said(app)
        await pilot.press("w", "escape")
        await settled(pilot)
        assert not app.screen.query(Card)
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.query(Card)


async def test_what_was_put_off_is_offered_again_when_home_is_opened_anew(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        app.go_home()
        await settled(pilot)
        assert app.screen.query(Card)


async def test_when_all_is_done_home_says_that_it_is_well(app, session_at, journal, clock):
    session_at(40, slept=True)
    passage = begin(journal, "open", clock())
    done = Guided(
        walk=passage.walk.answer(Answer(value=8)).stop(),
        session=passage.session,
        phase=passage.phase,
        begun=clock(),
    )
    write(journal, done, Keeper(journal), clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert say("home.nothing") in said(app)


# --- a page that waits


@pytest.fixture
def draft(journal, clock):
    """A free page, begun yesterday evening."""
    page = begin_free(clock() - timedelta(days=1), title="Blue cup")
    Keeper(journal).keep(type(page)(text="the kettle", title=page.title, begun=page.begun))


@pytest.mark.usefixtures("draft")
async def test_a_waiting_page_is_offered_back_by_its_title_and_day(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = said(app)
        assert "A page is waiting: Blue cup, begun yesterday evening" in text
        assert "kettle" not in text


@pytest.fixture
def wording(journal, clock):
    """A new wording of a page, begun and left."""
    note(journal, "the kettle", clock(), title="Blue cup")
    listed = journal.entries[0]
    page = begin_rewording(listed, journal.words(listed), None, clock())
    Keeper(journal).keep(replace(page, text="the kettle sings"))


@pytest.mark.usefixtures("wording")
async def test_a_new_wording_that_waits_is_told_apart_from_a_page(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "A new wording is waiting: Blue cup" in said(app)
        assert "A page is waiting" not in said(app)
        next(each for each in app.screen.query(Way) if each.to == "draft:0").focus()
        await pilot.press("x")
        await pilot.pause()
        assert say("rewrite.discard.says") in said(app)
        assert say("home.away.ask") not in said(app)


@pytest.mark.usefixtures("draft")
async def test_what_waits_is_told_whole_where_there_are_few_columns(app):
    async with app.run_test(size=(40, 30)) as pilot:
        await settled(pilot)
        shown = " ".join(said(app).split())
        assert "A page is waiting: Blue cup, begun yesterday evening" in shown


@pytest.mark.usefixtures("draft")
async def test_d_goes_on_with_it_and_every_word_is_there(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, WritingScreen)
        assert "the kettle" in said(app)


@pytest.mark.usefixtures("draft")
async def test_putting_it_away_asks_before_anything_is_lost(app, journal):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        next(each for each in app.screen.query(Way) if each.to == "draft:0").focus()
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        await pilot.press("1")
        await settled(pilot)
        assert len(waiting(journal)) == 1
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("2")
        await settled(pilot)
        assert waiting(journal) == []
        assert "A page is waiting" not in said(app)


@pytest.mark.parametrize("key", ["enter", "d", "1"])
async def test_a_draft_of_the_set_on_offer_is_the_next_thing_itself(
    app, session_at, journal, clock, key
):
    session_at(40, slept=True)
    begun = begin(journal, "open", clock() - timedelta(hours=2))
    Keeper(journal).keep(
        Guided(
            walk=begun.walk.answer(Answer(value=8)),
            session=begun.session,
            phase=begun.phase,
            begun=begun.begun,
        )
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "a page is waiting" in said(app)
        assert "begun this afternoon" in said(app)
        assert len(app.screen.query(Card)) == 1
        await pilot.press(key)
        await pilot.pause()
        assert open_set(app) == "open"
        assert app.screen._passage.walk.answers == {"open-steady": Answer(value=8)}
    assert len(waiting(journal)) == 1


async def test_a_page_begun_in_the_open_window_asks_no_memory_while_arriving(
    app, session_at, journal, clock
):
    session_at(40, slept=True)
    begun = begin(journal, "open", clock() - timedelta(hours=1))
    answers = {"open-steady": Answer(value=9), "open-near": Answer(value="say")}
    left = replace(begun.walk, answers=answers, at="open-near-how")
    assert left.prompt.memory
    assert left.prompt in left.order()
    Keeper(journal).keep(replace(begun, walk=left))
    session_at(0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert open_set(app) == "open"
        walk = app.screen._passage.walk
        assert walk.order()
        assert not any(each.memory or each.kind is Kind.TEXT for each in walk.order())
        assert walk.prompt in walk.order()


@pytest.mark.usefixtures("draft")
async def test_a_draft_that_another_window_took_is_said_calmly(app, journal):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        journal.vault.adopt_draft(waiting(journal)[0].rid)
        await pilot.press("d")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert say("vault.draft_gone").split(";")[0] in said(app)


# --- questions about a session


async def test_did_it_go_ahead_comes_before_anything_is_believed(app, session_at):
    session_at(3, went=Went.UNSAID)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert say("question.went") in said(app)
        assert "Soft landing" not in said(app)
        assert not app.screen.query(Card)
        await pilot.press("1")
        await settled(pilot)
        assert "Soft landing" in said(app)


async def test_not_yet_leaves_the_session_as_it_is_and_is_not_asked_twice(app, session_at, journal):
    session_at(3, went=Went.UNSAID)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await settled(pilot)
        assert say("question.went") not in said(app)
    assert journal.sessions[0].went is Went.UNSAID


async def test_a_session_that_was_moved_opens_its_form(app, session_at):
    session_at(3, went=Went.UNSAID)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, SessionFormScreen)


async def test_having_slept_opens_the_window(app, session_at, journal):
    session_at(26)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert say("question.slept") in said(app)
        await pilot.press("1")
        await settled(pilot)
        assert "Open window" in said(app)
    assert journal.sessions[0].slept_at is not None


async def test_down_past_the_answers_reaches_the_ways(app, session_at):
    session_at(3, went=Went.UNSAID, precision=Precision.MINUTE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "down", "down")
        assert isinstance(app.focused, Way)


# --- the ways from here


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("w", WritingScreen),
        ("j", JournalScreen),
        ("l", LibraryScreen),
        ("s", SessionsScreen),
        ("y", WhyScreen),
        ("c", GuidedScreen),
        ("4", WritingScreen),
        ("6", LibraryScreen),
        ("7", JournalScreen),
        ("ctrl+g", GroundScreen),
        ("ctrl+r", SupportScreen),
    ],
)
async def test_letters_and_digits_open_the_ways(app, session_at, key, screen):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, screen)


async def test_arrows_and_enter_reach_every_way(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        names = []
        for _ in app.screen.query(Way):
            names.append(app.focused.to)
            await pilot.press("down")
        assert names == [each.to for each in app.screen.query(Way)]
        await pilot.press("up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionsScreen)


@pytest.mark.parametrize("way", ["ground", "people"])
async def test_steadying_and_people_are_ways_of_their_own_while_resting(app, session_at, way):
    session_at(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        next(each for each in app.screen.query(Way) if each.to == way).action_open()
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen if way == "ground" else SupportScreen)


@pytest.mark.usefixtures("draft")
async def test_the_keys_leave_the_page_whole_and_follow_what_is_in_focus(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        keys = str(app.screen.query_one("KeyLine").render())
        assert app.screen.query_one(".body").max_scroll_y == 0
        letters = (f"{letter} " for letter in "ndcwljsey?")
        assert all(key in keys for key in ("enter", *letters, "^g", "^r"))
        await pilot.press("2", "escape")
        await settled(pilot)
        keys = str(app.screen.query_one("KeyLine").render())
        assert app.screen.query_one(".body").max_scroll_y == 0
        assert "x Put away" in keys


async def test_home_cuts_nothing_where_the_terminal_is_narrow(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(40, 36)) as pilot:
        await settled(pilot)
        for way in ("checkin", "capture", "free", "hard", "library", "journal", "sessions"):
            assert say(f"home.way.{way}") in said(app)


async def test_what_was_chosen_in_the_library_begins_as_it_would_from_home(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibrarySetScreen))
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, GuidedScreen))
        assert open_set(app) == "capture"
        assert len(app.screen_stack) == 3  # home is what lies behind it


@pytest.mark.parametrize(("answer", "screen"), [("1", HomeScreen), ("3", GuidedScreen)])
async def test_a_questionnaire_from_the_library_says_first_what_it_asks_for(
    app, until, answer, screen
):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        await pilot.press("end", "up", "up", "up", "up", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibrarySetScreen))
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert "Begin PCL-5" in said(app)
        await pilot.press(answer)
        await until(pilot, lambda: isinstance(app.screen, screen))


async def test_a_set_speaks_the_language_that_was_wished_for(app, journal, parts, until):
    spoken = f'{LAKE}translations.es = {{ ask = "¿Cómo era la luz?" }}\n'
    keep_set(journal, spoken, NOW, source="imported")
    parts["config_file"].write_text('language = "es-MX"\n')
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LibrarySetScreen))
        await settled(pilot)
        assert "Also in part or whole: Español." in said(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, GuidedScreen))
        await settled(pilot)
        assert "¿Cómo era la luz?" in said(app)


async def test_why_these_days_says_on_what_ground(app, session_at):
    session_at(40, slept=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert "found in people" in said(app)
        await pilot.press("end")
        assert "our choice" in said(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


# --- what changed meanwhile


async def test_home_sees_what_another_window_added(app, parts, library, clock):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "From outside" not in said(app)
        other = unlock(
            parts["path"], "a lamp in the hall", machine=Machine(name=b"other-dv"), library=library
        )
        note(other, "words", clock(), title="From outside")
        other.close()
        app.app_focus = False
        app.app_focus = True
        await settled(pilot)
        assert "From outside" in said(app)
        assert "words" not in said(app)


async def test_titles_from_outside_are_plain_text(app, journal, clock):
    note(journal, "x", clock(), title="[red]plain[/red] [/]")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "[red]plain[/red] [/]" in said(app)


async def test_damage_is_named_in_one_calm_line_and_the_rest_opens(app, journal, clock):
    note(journal, "x", clock(), title="Still here")
    journal.damaged = (object(),)
    journal.refresh = lambda: False
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert say("home.damaged.one").split(".")[0] in said(app)
        assert "Still here" in said(app)


@pytest.fixture
def noticed(monkeypatch):
    """What the file notices of itself; and in which threads it was asked."""
    found, threads = [], []

    def health(_journal):
        threads.append(current_thread())
        if found and isinstance(found[0], VaultError):
            raise found[0]
        return tuple(found)

    monkeypatch.setattr("integrate.tui.screens.home_news.health", health)
    return found, threads


async def test_what_the_file_noticed_is_said_on_home_and_home_stays_of_use(app, noticed):
    found, threads = noticed
    found += ["Two pages are not there any more.", "Others can read the file."]
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert all(sentence in said(app) for sentence in found)
        assert main_thread() not in threads
        await pilot.press("j", "escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert len(threads) == 1


async def test_a_file_that_cannot_be_looked_over_is_said_calmly(app, noticed):
    noticed[0].append(VaultBusy())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert str(VaultBusy())[:40] in said(app)


async def test_while_all_is_well_nothing_is_said_of_the_file(app, noticed):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert noticed[1]
        assert not app.screen.query_one(".notice").display


async def test_what_lies_ahead_is_said_in_the_second_column(app, session_at):
    session_at(40, slept=True)
    session_at(-24 * 14, title="Third session")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "Third session" in said(app)
        assert "Tue 24 March" in said(app)


async def test_a_whole_set_from_home_and_back_home(app, session_at, journal):
    session_at(8)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert open_set(app) == "landing"
        await pilot.press("1", "enter", "1", "enter", "ctrl+t")
        await settled(pilot)
        assert isinstance(app.screen, FinishedScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert not app.screen.query(Card)
    assert [each.heading.title for each in journal.entries] == ["Soft landing"]
    assert waiting(journal) == []


# --- begun from outside


async def test_what_was_wished_for_at_the_start_is_begun_at_once_and_only_once(parts, journal):
    app = IntegrateApp(**parts, journal=journal, wanted="checkin")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert open_set(app) == "checkin"
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_waiting_draft_of_the_set_that_was_wished_for_is_gone_on_with(
    parts, journal, clock
):
    passage = begin(journal, "capture", clock())
    walk = passage.walk.hold(Answer(value="half a thought"))
    Keeper(journal).keep(replace(passage, walk=walk))
    app = IntegrateApp(**parts, journal=journal, wanted="capture")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert open_set(app) == "capture"
        assert "half a thought" in said(app)


@pytest.mark.parametrize(("hours", "begun"), [(40, "open"), (None, None)])
async def test_an_unnamed_wish_begins_what_is_due_if_anything_is(
    parts, journal, session_at, hours, begun
):
    if hours is not None:
        session_at(hours, slept=True)
    app = IntegrateApp(**parts, journal=journal, wanted="")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        if begun is None:
            assert isinstance(app.screen, HomeScreen)
        else:
            assert open_set(app) == begun


async def test_a_question_about_a_session_comes_before_what_was_wished_for(
    parts, journal, session_at
):
    session_at(3, went=Went.UNSAID)
    app = IntegrateApp(**parts, journal=journal, wanted="")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


# --- left open while time goes on


async def test_home_left_open_asks_once_a_session_has_begun(parts, journal, session_at):
    session_at(-0.5)
    moved = [NOW]
    app = IntegrateApp(**{**parts, "clock": lambda: moved[0]}, journal=journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "At the door" in said(app)
        moved[0] = NOW + timedelta(hours=1)
        app.screen._look_again()
        await settled(pilot)
        assert say("question.went") in said(app)


async def test_enter_never_begins_what_no_longer_fits(parts, journal, session_at):
    session_at(-0.5)
    moved = [NOW]
    app = IntegrateApp(**{**parts, "clock": lambda: moved[0]}, journal=journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        moved[0] = NOW + timedelta(hours=1)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert say("question.went") in said(app)


async def test_not_yet_leaves_a_sentence(app, session_at):
    session_at(1, went=Went.UNSAID)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await settled(pilot)
        assert say("home.unconfirmed") in said(app)


async def test_the_next_sessions_set_says_which_session_it_is_for(app, journal, session_at):
    session_at(300, slept=True)
    session_at(-60)
    woven = begin(journal, "weaving", NOW)
    told = replace(woven, walk=woven.walk.hold(Answer(value=7)).stop())
    write(journal, told, Keeper(journal), NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Weaving in" in said(app)
        assert "for Fri 13 March, 07:00" in said(app)
