"""A new key from elsewhere: its passphrase leads back to exactly where the person was."""

import asyncio

import pytest
from textual._context import visible_screen_stack
from textual.widgets import Static

from integrate.domain.people import Person
from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.reopen import ReopenScreen
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.secret import Secret
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say
from tests.tui.test_forgetting import Canaries

PASSPHRASE = "a lamp in the hall"
NEW = "a kettle on the stove"
SIZES = [(80, 24), (120, 36)]


class Ticks:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def opened(parts, journal, ticks, by_hand) -> IntegrateApp:  # noqa: ARG001 - that it is so
    return IntegrateApp(**parts, journal=journal, now=ticks)


@pytest.fixture
def live(parts, journal) -> IntegrateApp:
    """The same, sealing by itself."""
    return IntegrateApp(**parts, journal=journal)


@pytest.fixture
def as_other(parts, journal):  # noqa: ARG001 - the journal must be there
    """The journal as another process opens it: `as_other(passphrase)`."""
    journals = []

    def open_(secret: str):
        other = unlock(parts["path"], secret, machine=parts["machine"], library=parts["library"])
        journals.append(other)
        return other

    yield open_
    for each in journals:
        each.close()


@pytest.fixture
def rekey(as_other, kdf):
    """Gives the journal a new key, as another process does: `rekey()`."""

    def give(old: str = PASSPHRASE, new: str = NEW) -> None:
        as_other(old).vault.rekey(new, kdf=kdf)

    return give


@pytest.fixture
def drafts(as_other):
    """What the drafts in the file say, under the new key."""
    return lambda: [each.passage.text for each in waiting(as_other(NEW))]


@pytest.fixture
def by_hand(monkeypatch) -> None:
    """Nothing is sealed by itself, so that a test says what is sealed and what is not."""
    monkeypatch.setattr(DraftTimer, "_start", lambda _timer: None)


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def enter(pilot, secret: str) -> None:
    """Types it, and waits for what comes of it."""
    lock = pilot.app.screen
    lock.query_one(Secret).value = secret
    await pilot.press("enter")
    async with asyncio.timeout(15):
        while pilot.app.screen is lock and notice(pilot.app) == say("unlock.opening"):
            await settled(pilot)
    await settled(pilot)


async def writing(pilot, words: str) -> WritingArea:
    """A free page in front, with these words just typed on it."""
    await settled(pilot)
    await pilot.press("w", *words)
    assert isinstance(pilot.app.screen, WritingScreen)
    return pilot.app.screen.query_one(WritingArea)


async def asked(pilot) -> None:
    """Until the passphrase is asked for: a draft was to be sealed, and a moment went by."""
    pilot.app.seal()
    pilot.app.locking._now.seconds += 1
    await settled(pilot)
    assert isinstance(pilot.app.screen, ReopenScreen)


def notice(app) -> str:
    return str(app.screen.query_one(".notice", Static).content)


def seen(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_the_words_are_still_there_with_their_caret_and_are_sealed_again(
    opened, rekey, drafts
):
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        assert opened.seal()
        await pilot.press("left", "left", *"xy")
        at = area.cursor_location
        rekey()
        await asked(pilot)
        assert "kettle" not in seen(opened)
        await enter(pilot, NEW)
        assert isinstance(opened.screen, WritingScreen)
        assert opened.screen.query_one(WritingArea) is area
        assert area.text == "the kettxyle"
        assert area.cursor_location == at
        assert area.has_focus
        assert drafts() == ["the kettxyle"]
        await pilot.press(*"zz")
        opened.seal()
        assert drafts() == ["the kettxyzzle"]


async def test_it_comes_by_itself_within_the_second_in_which_words_are_sealed(live, rekey, until):
    async with live.run_test() as pilot:
        await writing(pilot, "")
        rekey()
        await pilot.press(*"the kettle")
        await until(pilot, lambda: isinstance(live.screen, ReopenScreen))


async def test_it_does_not_come_in_the_middle_of_a_sentence(opened, rekey, ticks):
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the")
        rekey()
        opened.seal()
        await pilot.press(*" kettle")
        await pilot.pause(0.5)
        await pilot.press(*" sings")
        assert area.text == "the kettle sings"
        ticks.seconds += 1
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        assert opened.screen.query_one(Secret).value == ""


async def test_the_page_says_again_that_its_words_are_kept(live, rekey, until):
    async with live.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await pilot.press("s")
        await until(pilot, lambda: isinstance(live.screen, ReopenScreen))
        await enter(pilot, NEW)
        kept = live.screen.query_one(".kept", Static)
        await until(pilot, lambda: str(kept.content) == say("write.kept"))


async def test_a_passphrase_that_does_not_fit_is_met_as_gently_as_at_the_lock(opened, rekey):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press("enter")
        assert notice(opened) == say("unlock.empty")
        await enter(pilot, PASSPHRASE)
        assert notice(opened) == say("vault.wrong_secret")
        assert opened.screen.query_one(Secret).value == ""
        assert opened.screen.query_one(Secret).has_focus
        for _ in range(4):
            await enter(pilot, PASSPHRASE)
        assert notice(opened) == say("unlock.fifth", sight="ctrl+s")
        await enter(pilot, NEW)
        assert isinstance(opened.screen, WritingScreen)


async def test_home_notices_by_itself_and_goes_on(opened, rekey, clock, as_other):
    async with opened.run_test() as pilot:
        await settled(pilot)
        home = opened.screen
        rekey()
        note(as_other(NEW), "words", clock(), title="Theirs")
        home._elsewhere.look()
        await settled(pilot)
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        await enter(pilot, NEW)
        assert opened.screen is home
        assert not home.query_one(".notice", Static).display
        assert [each.heading.title for each in opened.journal.entries] == ["Theirs"]


async def test_a_page_that_could_not_be_read_is_read_afterwards(
    stage, journal, clock, rekey, until
):
    entry = note(journal, "the kettle", clock(), title="Tuesday")
    rekey()
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReopenScreen))
        await enter(pilot, NEW)
        await until(pilot, lambda: "kettle" in app.screen.query_one(Reading).text)
        assert notice_of(app) == ""


def notice_of(app) -> str:
    return app.screen.query_one("Notice").words


@pytest.mark.parametrize("kind", [JournalScreen, SessionsScreen])
async def test_lists_are_there_afterwards(stage, journal, clock, session_at, rekey, until, kind):
    note(journal, "the kettle", clock(), title="Tuesday")
    session_at(40, title="Tuesday")
    rekey()
    app = stage(kind(journal) if kind is JournalScreen else kind(journal, clock))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReopenScreen))
        await enter(pilot, NEW)
        await until(pilot, lambda: "Tuesday" in seen(app))
        assert notice_of(app) == ""


async def test_a_guided_page_goes_on_at_its_question(opened, rekey, as_other):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        screen = opened.screen
        assert isinstance(screen, GuidedScreen)
        await pilot.press("7", "ctrl+n")
        await settled(pilot)
        step = screen._walk.step
        rekey()
        await asked(pilot)
        await enter(pilot, NEW)
        assert opened.screen is screen
        assert screen._walk.step == step
        assert screen.query_one("#notice", Static).display is False
        (left,) = waiting(as_other(NEW))
        assert left.passage.walk.answers


async def test_an_entry_that_could_not_be_written_is_written_with_the_same_key_again(
    opened, rekey, as_other, ticks
):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await pilot.press("ctrl+n")
        ticks.seconds += 1
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        await enter(pilot, NEW)
        assert isinstance(opened.screen, WritingScreen)
        await pilot.press("ctrl+n")
        await settled(pilot)
        assert isinstance(opened.screen, HomeScreen)
        other = as_other(NEW)
        assert [other.words(each).text for each in other.entries] == ["the kettle"]
        assert waiting(other) == []


async def test_a_list_of_people_that_could_not_be_kept_is_kept_afterwards(
    stage, journal, rekey, as_other, until
):
    app = stage(PeopleScreen(journal))
    async with app.run_test() as pilot:
        await settled(pilot)
        rekey()
        app.screen._keep("people", (Person(name="Ana", reach="1"),), 0)
        await until(pilot, lambda: isinstance(app.screen, ReopenScreen))
        await enter(pilot, NEW)
        assert [each.name for each in as_other(NEW).people.people] == ["Ana"]


async def test_a_session_form_keeps_what_was_filled_in(stage, journal, clock, rekey, as_other):
    app = stage(SessionFormScreen(journal, clock))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"yesterday 3pm", "enter", "enter", *"Second")
        rekey()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReopenScreen)
        await enter(pilot, NEW)
        await pilot.app._press_keys(["enter"])
        await settled(pilot)
        assert [each.title for each in as_other(NEW).sessions] == ["Second"]


async def test_nobody_is_taken_out_of_grounding_the_passphrase_is_asked_for_afterwards(
    live, rekey, until
):
    async with live.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await pilot.press("s", "ctrl+g")  # a letter that is not sealed yet, however slow the keys
        live.seal()
        await settled(pilot)
        assert isinstance(live.screen, GroundScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(live.screen, ReopenScreen))


async def test_it_is_asked_for_once_however_much_runs_into_it(opened, rekey):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press("ctrl+g")
        for _ in range(3):
            opened.seal()
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert [type(each) for each in opened.screen_stack[1:]] == [
            HomeScreen,
            WritingScreen,
            ReopenScreen,
        ]


async def test_another_new_key_asks_again(opened, rekey, as_other):
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await enter(pilot, NEW)
        rekey(NEW, "a third one")
        await pilot.press("s")
        await asked(pilot)
        await enter(pilot, "a third one")
        assert area.text == "the kettles"
        assert [each.passage.text for each in waiting(as_other("a third one"))] == ["the kettles"]


# --- locking and leaving meanwhile


async def test_words_that_cannot_be_sealed_are_hidden_and_the_passphrase_is_still_asked_for(
    opened, rekey, ticks, drafts
):
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press(*"half")
        ticks.seconds += 600
        opened.locking.tick()
        await settled(pilot)
        assert isinstance(opened.screen, HiddenScreen)
        assert opened.journal is not None
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        assert opened.screen.query_one(Secret).value == ""
        await enter(pilot, NEW)
        assert opened.screen.query_one(WritingArea) is area
        assert drafts() == ["the kettle"]
        ticks.seconds += 600
        opened.locking.tick()
        await settled(pilot)
        assert type(opened.screen) is UnlockScreen


async def test_where_every_word_is_sealed_it_locks_and_the_new_passphrase_opens_it(
    opened, rekey, ticks, drafts
):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        opened.seal()
        rekey()
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        ticks.seconds += 600
        opened.locking.tick()
        await settled(pilot)
        assert type(opened.screen) is UnlockScreen
        assert opened.journal is None
        await enter(pilot, NEW)
        assert isinstance(opened.screen, HomeScreen)
        assert drafts() == ["the kettle"]
        opened.lock()


async def test_the_lock_key_stays_while_words_would_be_lost(opened, rekey):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        assert [each.message for each in opened._notifications] == [
            say("lock.stays", hide="ctrl+p")
        ]


async def test_closing_says_once_that_a_moments_words_would_be_lost(opened, rekey):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press("ctrl+q")
        assert not opened._exit
        assert notice(opened) == say("reopen.unkept", close="ctrl+q")
        await opened._press_keys(["ctrl+q"])
        assert opened._exit


async def test_closing_closes_at_once_where_nothing_would_be_lost(opened, rekey):
    async with opened.run_test() as pilot:
        await settled(pilot)
        rekey()
        opened.screen._elsewhere.look()
        await settled(pilot)
        await settled(pilot)
        assert isinstance(opened.screen, ReopenScreen)
        await opened._press_keys(["ctrl+q"])
        assert opened._exit


async def test_locked_while_it_opens_the_lock_is_in_front_and_nothing_hangs(opened, rekey):
    async with opened.run_test() as pilot:
        await settled(pilot)
        rekey()
        opened.screen._elsewhere.look()
        await settled(pilot)
        await settled(pilot)
        opened.screen.query_one(Secret).value = NEW
        await pilot.press("enter", "ctrl+l")
        await settled(pilot)
        assert type(opened.screen) is UnlockScreen
        assert opened.journal is None


async def test_the_new_passphrase_does_not_stay_and_after_the_lock_no_word_does(
    opened, as_other, kdf, until
):
    held = Canaries("passphrase", "words")
    async with opened.run_test() as pilot:
        await writing(pilot, held["words"])
        as_other(PASSPHRASE).vault.rekey(held["passphrase"], kdf=kdf)
        await asked(pilot)
        await enter(pilot, held["passphrase"])
        await settled(pilot)
        assert isinstance(opened.screen, WritingScreen)
        assert set(held.found()) == {"words"}
        await pilot.press("ctrl+l")
        await settled(pilot)
        visible_screen_stack.set([])  # of the test's own task, which is not the program's
        await until(pilot, lambda: not held.found())


@pytest.mark.parametrize("size", SIZES)
def test_asking_looks_calm(opened, rekey, snap_compare, size):
    async def ready(pilot):
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)

    assert snap_compare(opened, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_what_closing_would_lose_looks_calm(opened, rekey, snap_compare, size):
    async def ready(pilot):
        await writing(pilot, "the kettle")
        rekey()
        await asked(pilot)
        await pilot.press("ctrl+q")

    assert snap_compare(opened, terminal_size=size, run_before=ready)
