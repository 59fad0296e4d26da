"""Rewording a page or an answer in the full screen."""

from contextlib import suppress

import pytest

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.draft import waiting
from integrate.journal.edit import edit
from integrate.journal.history import history
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.journal_pick import JournalPickScreen
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.writing_area import WritingArea

SIZES = [(80, 24), (120, 36), (40, 24)]
PASSPHRASE = "a lamp in the hall"


def read(app) -> str:
    with suppress(Exception):
        return app.screen.query_one(Reading).text
    return ""


def text(journal, entry):
    return journal.words(next(each for each in journal.entries if each.id == entry)).text


@pytest.fixture
def page(journal, clock):
    return note(journal, "first", clock(), title="A page").id


@pytest.fixture
def guided(journal, clock):
    words = Words(
        answers=(
            Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),
            Answered(prompt="b", kind=Kind.TEXT, ask="What hums?", value="old"),
            Answered(prompt="c", kind=Kind.TEXT, ask="What else?", value="more"),
        )
    )
    return journal.add_entry(Heading(when=clock(), title="Check-in", set="checkin"), words).id


@pytest.fixture
def opened(until):
    """Opens the page in front for a new wording."""

    async def open_it(pilot) -> EntryEditScreen:
        await until(pilot, lambda: read(pilot.app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryEditScreen))
        return pilot.app.screen

    return open_it


async def test_a_page_is_reworded_and_read_anew(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*" and more", "ctrl+n")
        await until(pilot, lambda: "first and more" in read(app))
    assert text(journal, page) == "first and more"
    assert waiting(journal) == []
    assert len(history(journal, journal.entries[0]).earlier) == 1


async def test_its_title_can_change_too(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        edited = await opened(pilot)
        edited.query_one(Line).focus()
        await pilot.press("end", *" indeed", "ctrl+n")
        await until(pilot, lambda: "A page indeed" in read(app))
    assert text(journal, page) == "first"


async def test_an_answer_is_chosen_and_reworded_under_its_question(journal, guided, stage, until):
    app = stage(EntryScreen(journal, guided))
    async with app.run_test() as pilot:
        await until(pilot, lambda: read(app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, JournalPickScreen))
        await pilot.press(*"else", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryEditScreen))
        assert not app.screen.query(Line)
        await pilot.press(*"!", "ctrl+n")
        await until(pilot, lambda: "more!" in read(app))
    answers = journal.words(journal.entries[0]).answers
    assert [each.value for each in answers] == [7, "old", "more!"]


async def test_a_page_without_words_of_ones_own_offers_no_edit(journal, stage, clock, until):
    answers = (Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),)
    heading = Heading(when=clock(), title="Check-in", set="checkin")
    entry = journal.add_entry(heading, Words(answers=answers)).id
    app = stage(EntryScreen(journal, entry))
    async with app.run_test() as pilot:
        await until(pilot, lambda: read(app))
        keys = " ".join(str(each) for each in app.screen.query_one(KeyLine).groups())
        assert "e Edit" not in keys
        assert "t Tags" in keys


async def test_every_word_is_sealed_as_it_is_typed_and_on_every_way_out(
    journal, page, stage, opened
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*" half")
        assert app.seal()
        (left,) = waiting(journal)
        assert left.passage.text == "first half"
        assert left.passage.of.entry == page
    assert text(journal, page) == "first"


async def test_pausing_keeps_it_and_e_goes_on_with_it(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*" half", "escape")
        await until(pilot, lambda: "waits" in app.screen.query_one(Notice).words)
        edited = await opened(pilot)
        assert edited.query_one(WritingArea).text == "first half"
        await pilot.press(*" done", "ctrl+n")
        await until(pilot, lambda: "first half done" in read(app))
    assert waiting(journal) == []


async def test_leaving_without_a_change_leaves_nothing_behind(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("x", "backspace", "escape")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
    assert waiting(journal) == []
    assert history(journal, journal.entries[0]).earlier == ()


async def test_throwing_the_new_words_away_asks_first(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*" half", "ctrl+t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, EntryEditScreen))
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
    assert waiting(journal) == []
    assert text(journal, page) == "first"


async def test_without_a_word_it_is_not_kept(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        edited = await opened(pilot)
        await pilot.press(*["backspace"] * 5, "ctrl+n")
        await until(pilot, lambda: "nothing was changed" in edited.query_one(Notice).words)
    assert text(journal, page) == "first"


async def test_another_window_s_wording_is_told_and_both_are_read(
    journal, page, stage, opened, until, parts, library
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        other = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=library)
        edit(other, other.entries[0], text="theirs")
        other.close()
        await pilot.press(*" mine", "ctrl+n")
        await until(pilot, lambda: "another window" in app.screen.query_one(Notice).words)
        assert "first mine" in read(app)
        assert "theirs" in read(app)


async def test_with_two_texts_it_asks_whether_this_one_stands_for_both(
    journal, page, stage, opened, until, parts, library
):
    other = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=library)
    before = journal.entries[0]
    edit(other, other.entries[0], text="theirs")
    other.close()
    edit(journal, before, text="mine")
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*" and both", "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: "and both" in read(app))
    (listed,) = journal.entries
    assert listed.also == ()


async def test_of_a_page_deleted_in_another_window_the_words_are_a_new_page(
    journal, page, stage, opened, until, parts, library
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        other = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=library)
        other.remove(page)
        other.close()
        await pilot.press(*" mine", "ctrl+n")
        await until(pilot, lambda: "deleted meanwhile" in app.screen.query_one(Notice).words)
        assert "first mine" in read(app)


@pytest.mark.parametrize("size", SIZES)
def test_a_new_wording_looks_calm(journal, page, stage, opened, snap_compare, size):
    async def ready(pilot):
        await opened(pilot)

    assert snap_compare(stage(EntryScreen(journal, page)), terminal_size=size, run_before=ready)
