from threading import Event

import pytest
from textual import events
from textual.widgets import Input

from integrate import config
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, resume, waiting
from integrate.journal.passage import Free
from integrate.journal.show import show
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultBusy

SIZES = [(80, 24), (120, 36)]


def kept(app) -> str:
    return str(app.screen.query_one(".kept").render())


@pytest.fixture
def keeper(journal) -> Keeper:
    return Keeper(journal)


@pytest.fixture
def page(journal, clock, keeper, stage):
    """An empty page on the stage."""
    return stage(WritingScreen(journal, begin_free(clock()), keeper, clock))


async def test_keep_and_close_makes_an_entry_and_leaves_no_draft(journal, page, finish):
    async with page.run_test() as pilot:
        await pilot.press(*"The kettle.")
        entry = await finish(pilot, "ctrl+n")
    read = show(journal, entry.id)
    assert read.entry.words.text == "The kettle."
    assert read.row.title == "Free page"
    assert not waiting(journal)


async def test_a_title_may_be_given(journal, page, finish):
    async with page.run_test() as pilot:
        await pilot.press("shift+tab", *"Tuesday", "enter", *"words")
        entry = await finish(pilot, "ctrl+n")
    assert show(journal, entry.id).row.title == "Tuesday"
    assert show(journal, entry.id).entry.words.text == "words"


async def test_words_are_sealed_by_themselves_while_writing(journal, page, until):
    async with page.run_test() as pilot:
        await pilot.press(*"light")
        await until(pilot, lambda: [each.passage.text for each in waiting(journal)] == ["light"])
        await until(pilot, lambda: kept(page) == "kept")


async def test_pause_goes_home_and_the_page_waits(journal, page, finish):
    async with page.run_test() as pilot:
        await pilot.press(*"half a")
        await finish(pilot, "escape")
        assert page.results == [None]
    (left,) = waiting(journal)
    assert left.passage.text == "half a"
    assert not journal.entries


async def test_a_page_that_waited_goes_on_where_it_was(journal, clock, stage, keeper, finish):
    keeper.keep(Free(text="half", title="Tuesday", begun=clock()))
    passage, again = resume(journal, waiting(journal)[0], clock())
    app = stage(WritingScreen(journal, passage, again, clock))
    async with app.run_test() as pilot:
        assert app.screen.query_one(WritingArea).text == "half"
        assert app.screen.query_one(Input).value == "Tuesday"
        await pilot.press(*" a page")
        await finish(pilot, "ctrl+n")
    assert show(journal, app.results[0].id).entry.words.text == "half a page"
    assert not waiting(journal)


async def test_an_empty_page_leaves_nothing_behind(journal, page):
    async with page.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert page.results == [None]
    assert not waiting(journal)
    assert not journal.entries


async def test_a_page_whose_words_were_taken_back_leaves_nothing_behind(
    journal, page, until, finish
):
    async with page.run_test() as pilot:
        await pilot.press("a")
        await until(pilot, lambda: kept(page) == "kept")
        await pilot.press("backspace")
        await finish(pilot, "escape")
    assert not waiting(journal)


async def test_keeping_an_empty_page_keeps_nothing(journal, page, finish):
    async with page.run_test() as pilot:
        await finish(pilot, "ctrl+n")
        assert page.results == [None]
    assert not journal.entries


async def test_throwing_a_page_away_asks_first_and_enter_keeps_writing(
    journal, page, until, finish
):
    async with page.run_test() as pilot:
        await pilot.press(*"no", "ctrl+t")
        await until(pilot, lambda: isinstance(page.screen, AskScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(page.screen, WritingScreen))
        assert page.screen.query_one(WritingArea).text == "no"
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(page.screen, AskScreen))
        await finish(pilot, "2")
    assert not waiting(journal)
    assert not journal.entries


async def test_the_app_can_seal_the_page_at_once(journal, page):
    """Drafts are sealed on SIGHUP, SIGTERM and every other way out."""
    async with page.run_test() as pilot:
        await pilot.press(*"last words")
        page.screen.seal()
        (left,) = waiting(journal)
        assert left.passage.text == "last words"


async def test_the_page_is_sealed_too_while_something_else_is_in_front(journal, page, until):
    async with page.run_test() as pilot:
        await pilot.press(*"behind", "ctrl+t")
        await until(pilot, lambda: isinstance(page.screen, AskScreen))
        page.seal()
        assert waiting(journal)[0].passage.text == "behind"


async def test_what_cannot_be_kept_is_said_and_stays_on_the_screen(
    journal, page, until, monkeypatch
):
    faults = [VaultBusy()]
    keep = type(journal.vault).keep_draft

    def now_and_then(vault, *parts):
        if faults:
            raise faults.pop()
        return keep(vault, *parts)

    monkeypatch.setattr(type(journal.vault), "keep_draft", now_and_then)
    async with page.run_test() as pilot:
        notice = page.screen.query_one(Notice)
        await pilot.press(*"words", "escape")
        await until(pilot, lambda: notice.words)
        assert page.results == []
        await until(pilot, lambda: kept(page) == "kept")
        assert notice.words == ""
        assert waiting(journal)[0].passage.text == "words"


async def test_an_entry_that_cannot_be_written_leaves_the_page_open(
    journal, page, until, monkeypatch
):
    def never(*_parts, **_named):
        raise VaultBusy

    async with page.run_test() as pilot:
        await pilot.press(*"words")
        await until(pilot, lambda: kept(page) == "kept")
        monkeypatch.setattr(type(journal.vault), "add", never)
        await pilot.press("ctrl+n")
        notice = page.screen.query_one(Notice)
        await until(pilot, lambda: notice.words)
        assert page.results == []
        await pilot.press("!")
        assert page.screen.query_one(WritingArea).text == "words!"
    assert waiting(journal)


async def test_grounding_opened_while_the_page_is_being_kept_loses_nothing(
    journal, page, until, finish
):
    async with page.run_test() as pilot:
        await pilot.press(*"words")
        await page.screen.action_keep()
        page.action_ground()
        await until(pilot, lambda: isinstance(page.screen, GroundScreen) and journal.entries)
        assert page.results == []
        await finish(pilot, "escape")
    assert len(journal.entries) == 1


@pytest.fixture
def slow_disk(journal, monkeypatch):
    """Writing an entry waits until this is set; then it is refused if `fails` holds something."""
    go_on, begun, fails = Event(), Event(), []
    add = type(journal.vault).add

    def waits(vault, *parts, **named):
        begun.set()
        assert go_on.wait(30)
        if fails:
            raise fails.pop()
        return add(vault, *parts, **named)

    monkeypatch.setattr(type(journal.vault), "add", waits)
    return begun, go_on, fails


@pytest.mark.parametrize("key", ["escape", "ctrl+t", "ctrl+n", "T", "shift+tab"])
async def test_while_the_page_is_being_kept_no_key_changes_it(journal, page, until, slow_disk, key):
    begun, go_on, _ = slow_disk
    async with page.run_test() as pilot:
        await pilot.press(*"words", "shift+tab", *"Blue")
        await pilot.press("ctrl+n")
        await until(pilot, begun.is_set)
        await pilot.press(key, "x")
        assert isinstance(page.screen, WritingScreen)
        assert page.results == []
        assert page.screen.query_one(Input).value == "Blue"
        assert page.screen.query_one(WritingArea).text == "words"
        go_on.set()
        await until(pilot, lambda: page.results)
    (listed,) = journal.entries
    assert listed.heading.title == "Blue"
    assert show(journal, listed.id).entry.words.text == "words"
    assert not waiting(journal)


async def test_after_a_fault_the_title_and_every_key_work_again(
    journal, page, until, finish, slow_disk
):
    _, go_on, fails = slow_disk
    fails.append(VaultBusy())
    go_on.set()
    async with page.run_test() as pilot:
        await pilot.press(*"words", "ctrl+n")
        await until(pilot, lambda: page.screen.query_one(Notice).words)
        await pilot.press("shift+tab", *"Blue")
        await finish(pilot, "escape")
    assert waiting(journal)[0].passage.title == "Blue"


async def test_a_page_that_cannot_be_thrown_away_goes_on_being_sealed(
    journal, page, until, monkeypatch
):
    faults = [VaultBusy()]
    drop = type(journal.vault).drop_draft

    def once(vault, *parts):
        if faults:
            raise faults.pop()
        return drop(vault, *parts)

    monkeypatch.setattr(type(journal.vault), "drop_draft", once)
    async with page.run_test() as pilot:
        await pilot.press(*"no")
        await until(pilot, lambda: kept(page) == "kept")
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(page.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(page.screen, WritingScreen))
        await until(pilot, lambda: page.screen.query_one(Notice).words)
        await pilot.press("w")
        await until(pilot, lambda: kept(page) == "kept")
    assert waiting(journal)[0].passage.text == "now"


async def test_arrows_and_enter_reach_every_action(journal, page, finish):
    async with page.run_test() as pilot:
        await pilot.press(*"words", "down")
        await finish(pilot, "enter")
    assert len(journal.entries) == 1


async def test_what_is_pasted_is_cleaned(page):
    async with page.run_test() as pilot:
        page.post_message(events.Paste("a\x1b[2Jb"))
        await pilot.pause()
        assert page.screen.query_one(WritingArea).text == "a[2Jb"


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_page_looks_calm(page, snap_compare, size):
    assert snap_compare(page, terminal_size=size)


@pytest.fixture
def filled_page(journal, clock, keeper, stage):
    """A page with some words and a title on the stage."""
    words = "The kettle. The blue cup, and no hurry.\n\n" + "It rained and we walked. " * 9
    passage = Free(text=words, title="Tuesday", begun=clock())
    return stage(WritingScreen(journal, passage, keeper, clock))


@pytest.mark.parametrize("size", SIZES)
def test_a_page_being_written_looks_calm(filled_page, until, snap_compare, size):
    async def ready(pilot):
        await pilot.press(*"And then")
        await until(pilot, lambda: kept(pilot.app) == "kept")

    assert snap_compare(filled_page, terminal_size=size, run_before=ready)


async def test_a_key_costs_no_new_layout(page, monkeypatch, until):
    """The quiet word about keeping changes without one."""
    async with page.run_test() as pilot:
        await pilot.press(*"once")
        await until(pilot, lambda: kept(page) == "kept")
        laid_out = []
        usual = type(page.screen)._refresh_layout
        monkeypatch.setattr(
            type(page.screen),
            "_refresh_layout",
            lambda screen, *given, **how: laid_out.append(1) or usual(screen, *given, **how),
        )
        await pilot.press(*"more")
        await until(pilot, lambda: kept(page) == "kept")
        assert laid_out == []


@pytest.mark.parametrize(("counts", "told"), [(False, "kept"), (True, "3 words · kept")])
async def test_words_are_counted_only_where_somebody_wants_it(parts, journal, counts, told):
    config.write(parts["config_file"], config.Config(face="screen", word_count=counts))
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("w", *"the blue cup")
        app.seal()
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.screen._show_kept()
        assert str(app.screen._kept.render()) == told
