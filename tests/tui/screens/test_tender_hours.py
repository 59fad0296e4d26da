"""Arriving and landing (DESIGN.md 5): taps only, and nothing that cannot be taken back is offered.

Deleting, throwing away, exporting and sharing stand on no key line, in no list and on no row then;
they are still possible, after a yes, where "put it away until I have slept" stands first.
"""

import pytest

from integrate.domain.session import Went
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Free
from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.picks import Picks
from integrate.tui.widgets.reading import Reading
from integrate.words import say

ENDS = (
    say("entry.delete.key"),
    say("home.key.away"),
    say("write.discard"),
    "Export",
    "Share",
    "Give out",
    "Remove",
)
HOURS = [
    pytest.param(0.5, {}, id="arriving"),
    pytest.param(10, {}, id="landing"),
    pytest.param(30, {}, id="landing, not slept yet"),
    pytest.param(5, {"went": Went.UNSAID}, id="nobody confirmed it"),
]


def seen(app):
    rows = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    return rows + " ".join(str(each) for each in app.screen.query_one(KeyLine).groups())


@pytest.fixture
def pages(journal, clock):
    note(journal, "the kettle", clock(), title="Tuesday")
    Keeper(journal).keep(Free(text="half a page", title="Rain", begun=clock()))
    return journal


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def rooms(pages, clock, library):
    return {
        "home": lambda: HomeScreen(pages, clock, library),
        "list": lambda: JournalScreen(pages),
        "page": lambda: EntryScreen(pages, pages.entries[0].id),
        "writing": lambda: WritingScreen(pages, begin_free(clock()), Keeper(pages), clock),
    }


@pytest.mark.parametrize(("hours", "more"), HOURS)
@pytest.mark.parametrize("room", ["home", "list", "page", "writing"])
async def test_nothing_that_ends_words_or_lets_them_out_is_offered(
    rooms, stage, session_at, hours, more, room
):
    session_at(hours, **more)
    app = stage(rooms[room]())
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        if room == "home":
            await pilot.press("down", "up")
        assert [each for each in ENDS if each in seen(app)] == []


async def test_on_a_draft_at_home_it_is_not_offered_either(rooms, stage, session_at, pages):
    session_at(10)
    app = stage(rooms["home"]())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        while app.screen._draft_in_focus() is None:
            await pilot.press("down")
        assert say("home.key.away") not in seen(app)
        await pilot.press("x")
        assert isinstance(app.screen, AskScreen)
        first, *_ = app.screen.query_one(Picks)._picks
        assert first.label == say("delete.no.tender")
        await pilot.press("enter")
        await settled(pilot)
        assert len(waiting(pages)) == 1
        await pilot.press("x", "2")
        await settled(pilot)
        assert waiting(pages) == []


async def test_on_other_days_these_are_offered(rooms, stage):
    """So that the tests above can fail."""
    found = set()
    for room in ("page", "writing"):
        app = stage(rooms[room]())
        async with app.run_test(size=(120, 36)) as pilot:
            await settled(pilot)
            if room == "page":
                assert app.screen.query_one(Reading).text
            found |= {each for each in ENDS if each in seen(app)}
    assert found >= {say("entry.delete.key"), say("write.discard")}


async def test_throwing_a_page_away_is_possible_then_after_a_yes_and_rest_stands_first(
    rooms, stage, session_at, pages
):
    session_at(10)
    app = stage(rooms["writing"]())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*"Rain", "ctrl+t")
        assert isinstance(app.screen, AskScreen)
        first, *_ = app.screen.query_one(Picks)._picks
        assert first.label == say("delete.no.tender")
        await pilot.press("2")
        await settled(pilot)
        assert app.results == [None]
        assert len(waiting(pages)) == 1
