"""A set being written in the journal is kept whatever comes, with or without a name."""

import pytest

from integrate.journal.sets import own_set
from integrate.library.manuscript import blank
from integrate.tui.own_author import author_of


@pytest.fixture
def author(journal, clock):
    """The page for a new set, with a question pasted and no title yet."""
    screen = author_of(journal, clock, None)
    screen.desk.put(blank().paste("How steady do you feel? 0-10"))
    return screen


async def test_a_set_without_a_title_is_sealed_and_does_not_keep_the_journal_from_locking(
    stage, author, journal
):
    app = stage(author)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert author.desk.unsaved
        assert app.seal()
        assert app.seal()
        (kept,) = journal.look(lambda contents: list(contents.own.values()))
        assert "How steady do you feel?" in kept.text
        await pilot.press("ctrl+l")
        await app.workers.wait_for_complete()
        assert app.journal is None


async def test_a_set_that_bears_the_name_of_a_shipped_one_is_sealed_under_the_next(
    stage, author, journal
):
    author.desk.put(author.desk.manuscript.change_head(title="Open"))
    app = stage(author)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.seal()
        assert own_set(journal, "open") is None
        assert own_set(journal, "open-2") is not None
