"""Grounding and people who help are one key away on every screen that there is."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

import integrate.tui
from integrate.domain.entry import Heading, Words
from integrate.domain.phase import place_at
from integrate.domain.walk import Ending
from integrate.journal.begin import begin, begin_free
from integrate.journal.bring_in import look_over
from integrate.journal.contents import Listed
from integrate.journal.draft import Keeper
from integrate.journal.history import Earlier
from integrate.journal.narrow import Wish
from integrate.journal.preview import preview
from integrate.journal.shelf import shelf
from integrate.journal.write import note
from integrate.library.manuscript import blank
from integrate.tui.author_question import QuestionSheet
from integrate.tui.desk import Desk
from integrate.tui.doings import Doing
from integrate.tui.frame import HeaderLine, KeyLine, Page
from integrate.tui.screens.arrived import ArrivedScreen
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.author_check import AuthorCheckScreen
from integrate.tui.screens.author_fields import AuthorFieldsScreen
from integrate.tui.screens.author_scale import AuthorScaleScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.tui.screens.choice import ChoiceScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.country import CountryScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.entry_history import EntryHistoryScreen
from integrate.tui.screens.entry_tags import EntryTagsScreen
from integrate.tui.screens.entry_wording import EntryWordingScreen
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.guided_ways import GuidedWays
from integrate.tui.screens.help import HelpScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.journal_days import JournalDaysScreen
from integrate.tui.screens.journal_filter import JournalFilterScreen
from integrate.tui.screens.journal_pick import JournalPickScreen
from integrate.tui.screens.jump import JumpScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.menu import MenuScreen, Room
from integrate.tui.screens.new_lock import NewLockScreen
from integrate.tui.screens.new_passphrase import NewPassphraseScreen
from integrate.tui.screens.own_editor import OwnEditorScreen
from integrate.tui.screens.own_keys import KeyScreen, OwnKeysScreen
from integrate.tui.screens.passphrase import PassphraseScreen
from integrate.tui.screens.path import FindingsScreen, PathScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.person import PersonScreen
from integrate.tui.screens.present import PresentScreen
from integrate.tui.screens.preview import PreviewScreen, preview_screen
from integrate.tui.screens.previewed import PreviewedScreen
from integrate.tui.screens.prompt_why import PromptWhyScreen
from integrate.tui.screens.reopen import ReopenScreen
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.told import ToldScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.why import WhyScreen
from integrate.tui.screens.work import WorkScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.screens.writing_page import WritingPage
from integrate.tui.widgets.picks import Pick
from integrate.words import say

from .test_library import LAKE

CODE = "ABCDE-FGHJK-MNPQR-STVWX-YZ234"
EARLIER = Earlier(
    heading=Heading(when=datetime(2026, 3, 10, tzinfo=UTC), title="Tuesday"),
    words=Words(text="the kettle"),
    clock=1,
    changes=(),
)
DOINGS = [
    Doing(label="Add", keys=("a",), tip="Adds one.", everywhere=False, action="add", node=Page()),
    Doing(label="Close", keys=("ctrl+q",), tip="", everywhere=True, action="quit", node=Page()),
]
ROOMS = [Room(name="journal", label="The journal")]


class Waits(WorkScreen):
    """Does nothing yet, so that it can be looked at."""

    def _begin(self) -> None:
        self._show(35)


PICKS = [Pick(value="yes", label="Yes"), Pick(value="no", label="No")]


def _screens() -> list[type[Screen[Any]]]:
    """Every screen that there is, wherever in the package it stands, but what they all build on."""
    package = integrate.tui
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    waiting, found = [Screen], []
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [each for each in below if each.__module__.startswith(package.__name__)]
    return sorted(set(found) - {Page, GuidedWays, WritingPage}, key=lambda each: each.__name__)


SCREENS = _screens()
KEYS = {
    "ctrl+g": GroundScreen,
    "f9": GroundScreen,
    "ctrl+r": SupportScreen,
    "f10": SupportScreen,
}
WAYS = [
    pytest.param(kind, key, reached, id=f"{kind.__name__}-{key}")
    for kind in SCREENS
    for key, reached in KEYS.items()
    if kind is not reached
]


@pytest.fixture
def make(journal, clock, library, parts, session_at) -> dict[type, Callable[[], Screen[Any]]]:
    """How to make one of each."""
    now = clock()

    def why() -> WhyScreen:
        place = place_at(session_at(40, slept=True), now, library.phase_tables())
        return WhyScreen(place, now, library)

    def entry() -> EntryScreen:
        return EntryScreen(journal, note(journal, "the kettle", now, title="Tuesday").id)

    lake = parts["path"].with_name("lake.toml")
    lake.write_text(LAKE)

    def listed() -> Listed:
        note(journal, "the kettle", now, title="Tuesday")
        return journal.entries[0]

    def guided() -> GuidedScreen:
        begun = begin(journal, "checkin", now)
        return GuidedScreen(journal, begun, Keeper(journal), clock, library)

    def finished() -> FinishedScreen:
        return FinishedScreen(library.set("checkin").set, Ending.FINISHED, kept=True)

    def previewed() -> PreviewedScreen:
        looked = preview(library.set("open"), library, now)
        return PreviewedScreen(looked, looked.begin().walk.stop(), Ending.STOPPED)

    pasted = blank().paste("How steady do you feel? 0-10")
    desk = Desk(pasted, library, None)
    return {
        AuthorCheckScreen: lambda: AuthorCheckScreen(desk),
        AuthorFieldsScreen: lambda: AuthorFieldsScreen(QuestionSheet(desk, (0,))),
        AuthorScaleScreen: lambda: AuthorScaleScreen(desk, (0,), "Question 1"),
        AuthorScreen: lambda: AuthorScreen(pasted, library, clock, save=lambda _: None),
        AuthorWordsScreen: lambda: AuthorWordsScreen(desk, str, title="A title", ask="Which?"),
        AskScreen: lambda: AskScreen("Throw it away?", PICKS),
        ChoiceScreen: lambda: ChoiceScreen(PICKS, title="Welcome", ask="How?"),
        CodeScreen: lambda: CodeScreen(CODE, paper=False, back=True, abandon=lambda: None),
        CodeBackScreen: lambda: CodeBackScreen(CODE, (1, 3), abandon=lambda: None),
        CountryScreen: lambda: CountryScreen(library.support().countries),
        EntryScreen: entry,
        EntryEditScreen: lambda: EntryEditScreen(journal, listed(), Words(text="kettle"), clock),
        EntryHistoryScreen: lambda: EntryHistoryScreen(journal, listed(), clock),
        EntryTagsScreen: lambda: EntryTagsScreen(journal, listed(), clock),
        EntryWordingScreen: lambda: EntryWordingScreen(
            journal, listed(), EARLIER, heading="Wording 1", clock=clock
        ),
        FinishedScreen: finished,
        GroundScreen: lambda: GroundScreen(library.grounding()),
        GuidedScreen: guided,
        HelpScreen: lambda: HelpScreen(DOINGS),
        HiddenScreen: HiddenScreen,
        MenuScreen: lambda: MenuScreen(DOINGS, ROOMS),
        NewPassphraseScreen: lambda: NewPassphraseScreen([]),
        PresentScreen: lambda: PresentScreen(lambda _: False),
        SettingsScreen: lambda: SettingsScreen(journal),
        ToldScreen: lambda: ToldScreen(["It is done.", "  /a/path"], title="Backups"),
        WorkScreen: lambda: Waits(lambda _: None, title="Backups", says="It is being made."),
        KeyScreen: lambda: KeyScreen("home.why", {}),
        OwnEditorScreen: OwnEditorScreen,
        OwnKeysScreen: OwnKeysScreen,
        HomeScreen: lambda: HomeScreen(journal, clock, library),
        ArrivedScreen: lambda: ArrivedScreen(journal, look_over(journal, lake), clock),
        FindingsScreen: lambda: FindingsScreen("It needs a change.", ()),
        JumpScreen: lambda: JumpScreen(HiddenScreen()),
        LibraryScreen: lambda: LibraryScreen(journal, clock),
        LibrarySetScreen: lambda: LibrarySetScreen(journal, shelf(journal, now)[0], clock),
        PathScreen: lambda: PathScreen("Where is the file?", Path.stat, title="A file"),
        JournalDaysScreen: lambda: JournalDaysScreen(now.date(), any_=False),
        JournalFilterScreen: lambda: JournalFilterScreen(journal, Wish(), now.date()),
        JournalPickScreen: lambda: JournalPickScreen([("a", "A")], ask="Which?", title="Pages"),
        JournalScreen: lambda: JournalScreen(journal),
        NewLockScreen: lambda: NewLockScreen(lambda _: (journal, CODE)),
        PassphraseScreen: lambda: PassphraseScreen(journal, parts["kdf"]),
        PeopleScreen: lambda: PeopleScreen(journal),
        PersonScreen: lambda: PersonScreen("Somebody"),
        PreviewScreen: lambda: preview_screen(library.set("open"), library, now),
        PreviewedScreen: previewed,
        PromptWhyScreen: lambda: PromptWhyScreen(
            library, library.set("open"), next(library.set("open").flat())
        ),
        ReopenScreen: lambda: ReopenScreen(journal, parts["machine"]),
        SessionFormScreen: lambda: SessionFormScreen(journal, clock),
        SessionsScreen: lambda: SessionsScreen(journal, clock),
        SupportScreen: lambda: SupportScreen(library.support(), journal.people),
        UnlockScreen: lambda: UnlockScreen(parts["path"], parts["machine"], lambda: library),
        WhyScreen: why,
        WritingScreen: lambda: WritingScreen(journal, begin_free(now), Keeper(journal), clock),
    }


def test_no_screen_is_left_out(make):
    assert set(make) == set(SCREENS)


@pytest.mark.parametrize(("kind", "key", "reached"), WAYS)
async def test_help_is_one_key_away_and_leads_back(stage, make, until, kind, key, reached):
    screen = make[kind]()
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, reached))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert app.results == []


SAYING = [each for each in SCREENS if each is not HiddenScreen]
"""The covered screen keeps silent about what it is; the keys work there all the same."""


@pytest.mark.parametrize("kind", SAYING, ids=lambda each: each.__name__)
async def test_hiding_and_locking_are_one_key_away(stage, make, until, kind):
    screen = make[kind]()
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = screen.query_one(HeaderLine).render().plain
        assert f"ctrl+p {say('hide.key')}   ctrl+l {say('lock.key')}" in said
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, HiddenScreen))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.screen is screen)
        assert app.results == []
        await pilot.press("ctrl+l")
        await until(pilot, lambda: app.screen_stack[1:] == [app.screen])
        assert isinstance(app.screen, UnlockScreen)
        assert app.screen is not screen
        await app.workers.wait_for_complete()


@pytest.mark.parametrize("kind", SAYING, ids=lambda each: each.__name__)
async def test_the_key_line_says_so(stage, make, kind):
    screen = make[kind]()
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = [str(group) for group in screen.query_one(KeyLine).groups()]
        assert (f"ctrl+g {say('key.ground')}" in said) is (kind is not GroundScreen)
        assert (f"ctrl+r {say('key.support')}" in said) is (kind is not SupportScreen)
        assert said[-1] == f"ctrl+q {say('key.close')}"
