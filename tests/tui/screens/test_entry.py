import pytest
from msgspec.structs import replace

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.show import Shown, show
from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_parts import parts_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Reading
from integrate.vault import DamagedRecord

SIZES = [(80, 24), (120, 36)]


def asked(app) -> str:
    return app.screen.query_one(Reading).text


@pytest.fixture
def guided(filled) -> str:
    """The page that answers the open window's set."""
    return next(each.id for each in filled.entries if each.heading.set == "open")


@pytest.fixture
def reading(filled, guided, stage):
    """That page on the stage."""
    return stage(EntryScreen(filled, guided))


async def test_a_page_shows_when_it_was_what_was_asked_and_what_was_said(reading, until):
    async with reading.run_test() as pilot:
        await until(pilot, lambda: asked(reading))
        words = asked(reading)
    assert words.startswith("Open window\nMon 9 March 2026, 17:00\nOpen window · Second session\n")
    assert "How steady do you feel right now?\n7 of 10\nfrom not steady to very steady" in words
    assert "the doorway. the light under it." in words


async def test_left_leads_to_the_older_page_and_right_back_to_the_newer(filled, stage, until):
    newest, older = (each.id for each in filled.entries[:2])
    app = stage(EntryScreen(filled, newest))
    async with app.run_test() as pilot:
        await until(pilot, lambda: asked(app).startswith("Ana"))
        await pilot.press("left")
        await until(pilot, lambda: asked(app).startswith("Check-in"))
        await pilot.press("right")
        await until(pilot, lambda: asked(app).startswith("Ana"))
        await pilot.press("left", "escape")
        await pilot.pause()
        assert app.results == [older]


async def test_there_is_nothing_newer_than_the_newest_and_nothing_older_than_the_oldest(
    filled, stage, until
):
    app = stage(EntryScreen(filled, filled.entries[0].id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: asked(app))
        await pilot.press("right")
        assert asked(app).startswith("Ana")
        await pilot.press(*["left"] * (len(filled.entries) + 3))
        await until(pilot, lambda: asked(app).startswith("A free page"))


async def test_a_damaged_page_says_so_and_the_others_can_still_be_read(
    filled, stage, until, monkeypatch
):
    damaged = filled.entries[1]
    words = type(filled).words

    def unsealed(journal, listed):
        if listed.id == damaged.id:
            raise DamagedRecord(listed.rid.hex(), listed.id)
        return words(journal, listed)

    monkeypatch.setattr(type(filled), "words", unsealed)
    app = stage(EntryScreen(filled, damaged.id))
    async with app.run_test() as pilot:
        notice = app.screen.query_one(Notice)
        await until(pilot, lambda: notice.words)
        assert "damaged" in notice.words
        assert asked(app) == ""
        await pilot.press("left")
        await until(pilot, lambda: asked(app))
        assert notice.words == ""


async def test_foreign_words_are_shown_as_plain_text(journal, stage, clock, until):
    entry = note(journal, "[bold]x[/bold] \x1b[31mred", clock(), title="[u]t[/u]")
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: asked(app))
        assert "[bold]x[/bold]" in asked(app)
        assert "[u]t[/u]" in asked(app)
        assert "\x1b" not in asked(app)


def _shown(filled, guided, **changes) -> Shown:
    read = show(filled, guided)
    return replace(read, entry=replace(read.entry, words=Words(**changes)))


def test_words_set_aside_stand_in_a_part_of_their_own(filled, guided, library):
    aside = Answered(prompt="p", kind=Kind.TEXT, ask="What loosened?", value="the old tune")
    read = parts_of(_shown(filled, guided, aside=(aside,)), library.phase_tables())
    texts = [part.text for part in read]
    assert texts[texts.index("Set aside") + 2 :] == ["What loosened?", "the old tune"]


def test_two_texts_written_at_once_are_both_shown(filled, guided, library):
    read = replace(_shown(filled, guided, text="mine"), also=(Words(text="theirs"),))
    texts = [part.text for part in parts_of(read, library.phase_tables())]
    assert texts.index("mine") < texts.index("Another text of this page") < texts.index("theirs")


def test_a_page_of_ones_own_without_a_session_near_shows_its_time_alone(journal, clock, library):
    entry = journal.add_entry(Heading(when=clock(), title="Alone"), Words(text="words"))
    texts = [part.text for part in parts_of(show(journal, entry.id), library.phase_tables())]
    assert texts == ["Alone", "Tue 10 March 2026, 19:00", "words"]


@pytest.mark.parametrize("size", SIZES)
def test_reading_a_guided_page_looks_calm(reading, until, snap_compare, size):
    async def ready(pilot):
        await until(pilot, lambda: asked(pilot.app))

    assert snap_compare(reading, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_reading_a_free_page_looks_calm(filled, stage, until, snap_compare, size):
    async def ready(pilot):
        await until(pilot, lambda: asked(pilot.app))

    screen = EntryScreen(filled, filled.entries[0].id)
    assert snap_compare(stage(screen), terminal_size=size, run_before=ready)


# --- after a search


LONG = "\n\n".join(["The kettle sang."] + ["nothing here"] * 40 + ["A kettle again."])


async def test_n_and_shift_n_lead_from_one_of_the_words_to_the_next(journal, stage, clock, until):
    entry = note(journal, LONG, clock(), title="Kettle")
    app = stage(EntryScreen(journal, entry.id, wanted=("kettle",)))
    async with app.run_test() as pilot:
        reading = app.screen.query_one(Reading)
        await until(pilot, lambda: app.screen.corner == "1 of 3")
        assert reading.scroll_offset.y == 0
        await pilot.press("n", "n")
        await until(pilot, lambda: app.screen.corner == "3 of 3")
        assert reading.scroll_offset.y > 40
        await pilot.press("n")
        await until(pilot, lambda: app.screen.corner == "1 of 3")
        await pilot.press("N")
        await until(pilot, lambda: app.screen.corner == "3 of 3")


async def test_without_a_search_there_is_nothing_to_jump_to(reading, until):
    async with reading.run_test() as pilot:
        await until(pilot, lambda: asked(reading))
        keys = " ".join(str(each) for each in reading.screen.query_one(KeyLine).groups())
        assert "Next match" not in keys
        await pilot.press("n")
        assert reading.screen.corner == "integrate"


async def test_left_and_right_lead_through_what_was_found(filled, stage, until):
    among = [filled.entries[0].id, filled.entries[3].id]
    app = stage(EntryScreen(filled, among[0], among=among))
    async with app.run_test() as pilot:
        await until(pilot, lambda: asked(app))
        await pilot.press("left", "left", "escape")
        await until(pilot, lambda: app.results)
        assert app.results == [among[1]]


# --- free writing


async def test_free_writing_is_read_as_markdown(journal, stage, clock, until):
    entry = note(journal, "# A day\n\n- one\n- **two**\n", clock(), title="Page")
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "- two" in asked(app))
        assert "**" not in asked(app)
        line = asked(app).splitlines().index("- two")
        (strong,) = [e for e in app.screen.query_one(Reading).render_line(line) if e.text == "two"]
        assert strong.style.bold


async def test_tags_and_the_last_change_stand_under_the_title(journal, stage, clock, until):
    entry = note(journal, "words", clock(), title="Page")
    tag(journal, journal.entries[0], clock(), add=["[red]sea[/]"])
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "tags: [red]sea[/]" in asked(app))
        assert "last changed Tue 10 March 2026, 19:00" in asked(app)
