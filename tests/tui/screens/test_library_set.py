"""One set or questionnaire: what it says of itself, and each thing that can be done with it."""

import stat

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, Waiting
from integrate.journal.sets import keep_set, own_set, own_sets, remove_set
from integrate.journal.shelf import shelf
from integrate.journal.write_set import as_written
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.path import PathScreen
from integrate.tui.screens.preview import PreviewScreen
from integrate.tui.widgets.reading import Reading

from .test_library import LAKE, flat, keys, said, settled


@pytest.fixture
def lake(journal, clock):
    return keep_set(journal, LAKE, clock(), source="imported")


@pytest.fixture
def of(stage, journal, clock):
    """The page of one of them."""

    def make(set_id):
        book = next(each for each in shelf(journal, clock()) if each.id == set_id)
        return stage(LibrarySetScreen(journal, book, clock))

    return make


async def test_it_says_what_a_person_wants_to_know_before_beginning(of):
    app = of("open")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = " ".join(app.screen.query_one(Reading).text.split())
        for words in (
            "Some people find these days a good time to look around.",
            "About 20 minutes.",
            "You are asked first, and can leave that part.",
            "It is asked in the open window",
            "By Integrate.",
            "Licence: CC-BY-4.0.",
            "Language: English.",
            "Found in people",
            "Found in animals",
            "Our choice",
        ):
            assert words in text


@pytest.mark.parametrize("key", ["enter", "b"])
async def test_enter_begins_it(of, finish, key):
    app = of("checkin")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await finish(pilot, key) == "checkin"


@pytest.mark.parametrize(("key", "resumes"), [("1", True), ("2", False)])
async def test_a_page_of_it_that_waits_is_offered_first(
    of, journal, clock, until, finish, key, resumes
):
    left = begin(journal, "capture", clock())
    held = left.walk.hold(answer_to(left.walk.step.prompt, "the kettle"))
    Keeper(journal).keep(replace(left, walk=held))
    app = of("capture")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert "A page is waiting: Catch a thought" in flat(app)
        wish = await finish(pilot, key)
        assert isinstance(wish, Waiting) is resumes
        assert resumes or wish == "capture"


async def test_it_can_be_looked_through_with_nothing_kept(of, journal, until):
    app = of("open")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibrarySetScreen))
        assert journal.entries == ()
        assert not list(journal.vault.drafts())


async def test_a_questionnaire_can_be_looked_through_too(of, until):
    app = of("phq9")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))


async def test_what_came_along_cannot_be_changed_given_out_or_removed(of):
    for set_id in ("checkin", "phq9"):
        app = of(set_id)
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await pilot.press("e", "f", "x", "delete")
            assert isinstance(app.screen, LibrarySetScreen)
            for word in ("Edit", "To a file", "Remove"):
                assert word not in keys(app)


@pytest.mark.usefixtures("lake")
async def test_every_key_that_works_is_on_the_last_lines(of):
    app = of("lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in (
            *("enter Begin", "v Preview", "e Edit", "f To a file", "x Remove", "esc Back"),
            "↑ ↓",
        ):
            assert key in keys(app)


@pytest.mark.usefixtures("lake")
async def test_a_file_is_new_and_for_its_owner_alone(of, tmp_path, until):
    out = tmp_path / "out.toml"
    app = of("lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, PathScreen))
        assert "nothing that you wrote with them" in flat(app)
        app.screen._line.value = str(out)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LibrarySetScreen))
        await settled(pilot)
        assert "It was written to" in flat(app)
        assert out.read_text() == LAKE
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
        out.write_text("mine")
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, PathScreen))
        app.screen._line.value = str(out)
        await pilot.press("enter")
        await settled(pilot)
        assert "It was left as it is." in flat(app)
        assert out.read_text() == "mine"


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(("key", "stays"), [("1", True), ("2", False)])
async def test_removing_asks_and_says_that_written_pages_stay(
    of, journal, until, finish, key, stays
):
    app = of("lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert "What you wrote with it stays." in flat(app)
        if stays:
            await pilot.press(key)
            await settled(pilot)
            assert isinstance(app.screen, LibrarySetScreen)
        else:
            assert await finish(pilot, key) is None
        assert bool(own_sets(journal)) is stays


@pytest.mark.usefixtures("lake")
async def test_writing_on_keeps_it_in_the_journal(of, journal, until):
    app = of("lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, AuthorScreen))
        author = app.screen
        author.desk.put(author.desk.manuscript.add("And the wind?", (0,)))
        await pilot.press("s")
        await until(pilot, lambda: len(as_written(journal, "lake").prompt) == 2)
        await settled(pilot)
        assert "It is kept, and can be begun from the library." in flat(app)
        assert own_set(journal, "lake").ready


@pytest.mark.usefixtures("lake")
async def test_what_is_unsaved_when_everything_ends_is_sealed_as_a_draft(of, journal, until):
    app = of("lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, AuthorScreen))
        author = app.screen
        author.desk.put(author.desk.manuscript.add("And the wind?", (0,)))
        assert app.seal()
    assert len(as_written(journal, "lake").prompt) == 2
    assert own_set(journal, "lake").state == "draft"


@pytest.mark.usefixtures("lake")
async def test_in_the_hours_after_a_session_nothing_is_given_out_or_removed(of, session_at):
    app = of("lake")
    session_at(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("e", "f", "x", "enter", "b")
        await settled(pilot)
        assert isinstance(app.screen, LibrarySetScreen)
        assert app.results == []
        for word in ("Begin", "Edit", "To a file", "Remove"):
            assert word not in keys(app)


@pytest.mark.usefixtures("lake")
async def test_one_that_is_gone_meanwhile_says_so(of, journal):
    app = of("lake")
    remove_set(journal, "lake")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "lake" in said(app)


@pytest.mark.usefixtures("lake")
async def test_nothing_is_cut_where_the_terminal_is_narrow(of):
    app = of("open")
    async with app.run_test(size=(40, 60)) as pilot:
        await settled(pilot)
        assert "You are asked first, and can leave that part." in flat(app)
        assert "…" not in app.screen.query_one(Reading).text


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("set_id", ["open", "pcl5", "lake"])
def test_it_looks_calm(of, snap_compare, size, set_id):
    assert snap_compare(of(set_id), terminal_size=size, run_before=settled)
