"""The welcome: from no journal to home, with a way back from every page and nothing left behind."""

from pathlib import Path

import pytest
from textual.widgets import Static

from integrate import config
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.choice import ChoiceScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.country import CountryScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.new_lock import NewLockScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.start import PLAIN
from integrate.tui.widgets.form_line import FormLine
from integrate.tui.widgets.passphrase_fields import PassphraseFields
from integrate.tui.widgets.secret import Secret
from integrate.words import say

PASSPHRASE = "kettle orbit velvet mustard"
SIZES = [(80, 24), (120, 36)]
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"


@pytest.fixture
def fresh(parts):
    """The app where no journal is."""
    return IntegrateApp(**parts)


async def idle(pilot) -> None:
    """Until every key and every worker is done, but for the welcome itself."""
    await pilot.pause()
    while busy := [each for each in pilot.app.workers if each.group != "default"]:
        await pilot.app.workers.wait_for_complete(busy)
        await pilot.pause()
    await pilot.pause()


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await idle(pilot)


async def choose_passphrase(pilot, passphrase: str = PASSPHRASE) -> None:
    first, again = pilot.app.screen.query(Secret)
    first.value = again.value = passphrase
    again.focus()
    await press(pilot, "enter")


async def to_code(pilot) -> None:
    """Full screen, no session lately, a passphrase."""
    await press(pilot, "1", "1")
    await choose_passphrase(pilot)
    assert isinstance(pilot.app.screen, CodeScreen)


async def type_back(pilot) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, CodeBackScreen)
    for at, line in screen._lines.items():
        line.value = screen._groups[at].lower()
    screen.query(FormLine).last().focus()
    await press(pilot, "enter")


def on_disk(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


async def test_from_nothing_to_home(fresh, parts):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        await press(pilot, "1")
        await type_back(pilot)
        assert isinstance(fresh.screen, CountryScreen)
        await press(pilot, "a", "a", "enter")
        assert isinstance(fresh.screen, PeopleScreen)
        await press(pilot, "a", *"Ana", "enter", *"0601", "enter", "ctrl+n")
        assert isinstance(fresh.screen, HomeScreen)
        assert fresh.journal.people.people[0].name == "Ana"
        fresh.lock()
    kept = config.read(parts["config_file"])
    assert (kept.country, kept.face) == ("AT", "screen")
    unlock(
        parts["path"], PASSPHRASE, machine=Machine(name=b"test-dev"), library=parts["library"]
    ).close()


async def test_the_first_page_says_what_it_is_not(fresh):
    async with fresh.run_test() as pilot:
        await idle(pilot)
        said = " ".join(str(each.content) for each in fresh.screen.query(Static))
    for words in ("not for emergencies", "clinic", "Nobody is watching", "analysed", "encrypted"):
        assert words in said


async def test_plain_lines_are_asked_for_with_nothing_on_the_disk(fresh, tmp_path):
    async with fresh.run_test() as pilot:
        await idle(pilot)
        await pilot.press("2")
        await pilot.pause()
    assert fresh.return_value == PLAIN
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "1"), ("1", "2")])
async def test_leaving_before_the_journal_is_made_leaves_nothing(fresh, tmp_path, keys):
    async with fresh.run_test() as pilot:
        await idle(pilot)
        await press(pilot, *keys)
        await pilot.press("ctrl+q")
    assert on_disk(tmp_path) == []


async def test_every_page_has_a_way_back(fresh, tmp_path):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        await press(pilot, "1")
        await type_back(pilot)
        await press(pilot, "enter")
        for page in (CountryScreen, CodeScreen, NewLockScreen, ChoiceScreen):
            await press(pilot, "escape")
            assert isinstance(fresh.screen, page)
        assert fresh.journal is None
        assert on_disk(tmp_path) == ["config.toml"]


async def test_the_first_page_offers_no_way_back(fresh):
    async with fresh.run_test() as pilot:
        await idle(pilot)
        await press(pilot, "escape")
        assert isinstance(fresh.screen, ChoiceScreen)


async def test_going_back_from_the_code_and_on_again_makes_a_new_journal(fresh):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        first = fresh.screen._groups
        await press(pilot, "escape", "1")
        await choose_passphrase(pilot)
        assert fresh.screen._groups != first
        fresh.lock()


async def test_once_somebody_is_on_the_list_the_journal_stays(fresh, parts):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        await press(pilot, "1")
        await type_back(pilot)
        await press(pilot, "enter", "a", *"Ana", "enter", "enter")
        await press(pilot, "escape", "escape")
        assert isinstance(fresh.screen, CodeScreen)
        await press(pilot, "escape")
        assert isinstance(fresh.screen, CodeScreen)
        assert parts["path"].exists()
        fresh.lock()


async def test_a_wrong_group_is_named_and_the_code_can_be_seen_again(fresh):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        await press(pilot, "1")
        screen = fresh.screen
        screen.query(FormLine).last().focus()
        await press(pilot, "enter")
        assert fresh.screen is screen
        number = next(iter(screen._lines)) + 1
        said = str(screen.query_one(".notice", Static).content)
        assert said == say("code.group_differs", number=number)
        await press(pilot, "escape")
        assert isinstance(fresh.screen, CodeScreen)
        fresh.lock()


async def test_the_code_can_be_declined_after_one_question(fresh, parts):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        code = "-".join(fresh.screen._groups)
        await press(pilot, "2", "1")
        assert isinstance(fresh.screen, CodeScreen)
        await press(pilot, "2", "2")
        await idle(pilot)
        assert isinstance(fresh.screen, CountryScreen)
        assert not fresh.journal.vault.has_recovery
        fresh.lock()
    from integrate.vault import WrongSecret

    with pytest.raises(WrongSecret):
        unlock(parts["path"], code, machine=Machine(name=b"test-dev"), library=parts["library"])


async def test_a_session_in_the_last_day_is_offered_paper_first(fresh, parts):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "2", "1")
        assert isinstance(fresh.screen, CodeScreen)
        code = "-".join(fresh.screen._groups)
        await press(pilot, "2")
        assert isinstance(fresh.screen, CodeScreen), "the only way in cannot be declined"
        await press(pilot, "1")
        await type_back(pilot)
        await press(pilot, "enter", "ctrl+n")
        assert isinstance(fresh.screen, HomeScreen)
        fresh.lock()
    opened = unlock(
        parts["path"], code, machine=Machine(name=b"test-dev"), library=parts["library"]
    )
    assert not opened.vault.has_passphrase
    opened.close()


async def test_somebody_offered_paper_may_rather_choose_a_passphrase(fresh):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "2", "2")
        assert fresh.screen.query_one(PassphraseFields).display
        await choose_passphrase(pilot)
        assert isinstance(fresh.screen, CodeScreen)
        assert fresh.journal.vault.has_passphrase
        fresh.lock()


@pytest.mark.parametrize("keys", [(), ("1",)], ids=["code shown", "typing back"])
async def test_an_unwritten_paper_code_locks_nothing(fresh, tmp_path, keys):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "2", "1", *keys)
        await pilot.press("ctrl+q")
    assert on_disk(tmp_path) == []


async def test_leaving_at_the_code_keeps_a_journal_with_a_passphrase(fresh, parts):
    async with fresh.run_test() as pilot:
        await to_code(pilot)
        await pilot.press("ctrl+q")
    fresh.lock()
    unlock(
        parts["path"], PASSPHRASE, machine=Machine(name=b"test-dev"), library=parts["library"]
    ).close()


async def test_two_that_differ_are_said_kindly(fresh, tmp_path):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "1")
        first, again = fresh.screen.query(Secret)
        first.value, again.value = PASSPHRASE, "another one"
        again.focus()
        await press(pilot, "enter")
        fields = fresh.screen.query_one(PassphraseFields)
        assert str(fields.query_one(".notice", Static).content) == say("passphrase.differ")
        assert again.value == ""
    assert on_disk(tmp_path) == []


async def test_a_weak_one_is_said_and_then_taken(fresh):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "1")
        await choose_passphrase(pilot, "hello")
        fields = fresh.screen.query_one(PassphraseFields)
        assert str(fields.query_one(".notice", Static).content) == say("passphrase.weak")
        await press(pilot, "enter")
        assert isinstance(fresh.screen, CodeScreen)
        fresh.lock()


async def test_an_empty_passphrase_is_not_taken(fresh):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "1", "enter", "enter")
        fields = fresh.screen.query_one(PassphraseFields)
        assert str(fields.query_one(".notice", Static).content) == say("passphrase.empty")


async def test_the_strength_is_said_when_typing_stops(fresh):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "1")
        fields = fresh.screen.query_one(PassphraseFields)
        await pilot.press(*"hello")
        assert fields._look_soon is not None
        fields._look()
        await idle(pilot)
        said = str(fields.query_one(".strength", Static).content)
        assert said.startswith("Easy to guess so far. ")


async def test_a_place_that_cannot_be_written_is_said(fresh, parts):
    async with fresh.run_test() as pilot:
        await press(pilot, "1", "1")
        parts["path"].write_bytes(b"somebody was faster")
        await choose_passphrase(pilot)
        assert isinstance(fresh.screen, NewLockScreen)
        said = str(fresh.screen.query_one("NewLockScreen .body > .notice", Static).content)
        assert said == say("vault.exists", path=parts["path"])
    assert parts["path"].read_bytes() == b"somebody was faster"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys",
    [(), ("1",), ("1", "1"), ("1", "2")],
    ids=["about", "recent", "passphrase", "paper"],
)
def test_the_welcome_looks_calm(snap_compare, fresh, size, keys):
    async def go(pilot) -> None:
        await idle(pilot)
        await press(pilot, *keys)

    assert snap_compare(fresh, terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", SIZES)
def test_the_code_looks_clear(snap_compare, stage, size):
    page = CodeScreen(CODE, paper=False, back=True, abandon=lambda: None)
    assert snap_compare(stage(page), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_typing_back_looks_clear(snap_compare, stage, size):
    page = CodeBackScreen(CODE, (1, 4), abandon=lambda: None)
    assert snap_compare(stage(page), terminal_size=size)
