"""What comes at a bad moment ends nothing and loses nothing: a click, a key in the same breath."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static

from integrate.domain.entry import Words
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.frame import Page
from integrate.tui.screens import guided_ways
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.writing_area import WritingArea

PASSPHRASE = "a lamp in the hall"
WORDS = "and the kettle was very loud that day"


class Changing(Page[None]):
    """A page that takes away what was just seen."""

    def compose_body(self):
        yield Static("here for a moment", id="brief")


async def test_a_click_on_what_was_just_taken_away_ends_nothing(stage):
    page = Changing()
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        brief = page.query_one("#brief", Static)
        x, y = brief.region.x + 1, brief.region.y
        for parent in (brief.parent, None):
            brief._parent = parent  # as it is between being taken away and the next drawing
            for kind in (events.MouseMove, events.MouseDown, events.MouseMove, events.MouseUp):
                page._forward_event(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        brief._parent = page.query_one(".body")
        await pilot.pause()
        assert app.is_running
        assert app._exception is None


def send(app, *keys: str) -> None:
    """All of them at once, as a slow line or a busy machine brings them."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        app._driver.send_message(events.Key(name, key if len(key) == 1 else None))


@pytest.fixture
def until() -> Callable[[Pilot, Callable[[], object]], Awaitable[None]]:
    """Lets the app run until something holds."""

    async def wait(pilot: Pilot, true: Callable[[], object]) -> None:
        async with asyncio.timeout(15):
            while not true():  # noqa: ASYNC110 - the app has no event for it
                await asyncio.sleep(0.005)
        if pilot.app.is_running:
            await pilot.pause()

    return wait


@pytest.fixture
def found(parts):
    """Every free text in the file, as another process finds it: drafts and pages."""

    def read() -> list[str]:
        opened = unlock(
            parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"]
        )
        texts = [left.passage.text for left in waiting(opened)]
        texts += [opened.words(each).text for each in opened.entries]
        opened.close()
        return texts

    return read


@pytest.mark.parametrize("key", ["escape", "ctrl+n", "ctrl+q", "ctrl+l"])
async def test_words_typed_in_one_breath_with_the_key_that_leaves_are_kept(
    stage, journal, clock, until, found, key
):
    page = WritingScreen(journal, begin_free(clock()), Keeper(journal), clock)
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        send(app, *WORDS, key)
        await until(pilot, lambda: not app.is_running or app.screen is not page)
        assert found() == [WORDS]


@pytest.mark.parametrize("key", ["escape", "ctrl+n", "ctrl+q", "ctrl+l"])
async def test_a_new_wording_typed_in_one_breath_with_the_key_that_leaves_is_kept(
    stage, journal, clock, until, found, key
):
    note(journal, "It was ", clock(), title="Tuesday")
    page = EntryEditScreen(journal, journal.entries[0], Words(text="It was "), clock)
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        send(app, *WORDS, key)
        await until(pilot, lambda: not app.is_running or app.screen is not page)
        assert f"It was {WORDS}" in found()


async def test_throwing_away_asks_about_words_typed_in_the_same_breath(
    stage, journal, clock, until, found
):
    page = WritingScreen(journal, begin_free(clock()), Keeper(journal), clock)
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        send(app, *WORDS, "ctrl+t")
        await until(pilot, lambda: app.screen is not page)
        assert app.results == []
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.results)
        assert found() == [WORDS]


async def test_while_the_answers_become_an_entry_the_field_takes_no_words_that_could_not_be_in_it(
    stage, journal, clock, library, until, monkeypatch
):
    may_end = asyncio.Event()
    really = guided_ways.write
    loop = asyncio.get_running_loop()

    def slowly(*parts):
        asyncio.run_coroutine_threadsafe(may_end.wait(), loop).result(15)
        return really(*parts)

    monkeypatch.setattr(guided_ways, "write", slowly)
    page = GuidedScreen(
        journal, begin(journal, "capture", clock()), Keeper(journal), clock, library
    )
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: page.query(WritingArea))
        area = page.query_one(WritingArea)
        send(app, *WORDS, "ctrl+t")
        await until(pilot, lambda: page._leaving)
        send(app, *"lost")
        await pilot.pause()
        assert area.text == WORDS
        may_end.set()
        await until(pilot, lambda: app.screen is not page)
    (entry,) = journal.entries
    assert WORDS in str(journal.words(entry))


class Late(Page[None]):
    """A page whose work takes a while, and then puts another page in front."""

    def __init__(self, may_end: asyncio.Event) -> None:
        super().__init__()
        self._may_end = may_end

    def begin(self) -> None:
        self.run_worker(self._work(), group="late")

    async def _work(self) -> None:
        await self._may_end.wait()
        self.app.push_screen(Private())


class Private(Page[None]):
    """Words that nobody else may see."""

    def compose_body(self):
        yield Static("the kettle")


def shown(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_work_that_ends_after_the_lock_puts_no_page_in_front_of_it(stage, until):
    may_end = asyncio.Event()
    page = Late(may_end)
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        page.begin()
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))
        may_end.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        assert "kettle" not in shown(app)
        assert app._exception is None


async def test_work_that_ends_behind_the_cover_puts_its_page_under_it(stage, until):
    may_end = asyncio.Event()
    page = Late(may_end)
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        page.begin()
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, HiddenScreen))
        may_end.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HiddenScreen)
        assert "kettle" not in shown(app)
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, GroundScreen)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, Private))
        await pilot.pause()
        assert "kettle" in shown(app)
        assert app.screen_stack[-2] is page
