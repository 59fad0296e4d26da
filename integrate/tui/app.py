"""The app: which screen comes first, what works everywhere, and every way out."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events, work
from textual.binding import Binding, BindingType
from textual.widget import AwaitMount

from integrate import config
from integrate.tui.faults import hush
from integrate.tui.forgetting import forget
from integrate.tui.frame import Page, in_header
from integrate.tui.helping import HelpedApp
from integrate.tui.idle import ticking
from integrate.tui.key_said import key_said
from integrate.tui.locking import Locking
from integrate.tui.signals import HUNG_UP, on_end, watch_terminal
from integrate.tui.turning import arrived
from integrate.words import say

if TYPE_CHECKING:
    from integrate.clock import Clock
    from integrate.journal.demo import Demo
    from integrate.journal.journal import Journal
    from integrate.library import Library
    from integrate.machine import Machine
    from integrate.tui.screens.menu import Room
    from integrate.tui.screens.support import SupportScreen
    from integrate.vault import Kdf

_LOOKS_EVERY: Final = 1.0
"""Seconds after which it is noticed that the terminal has gone, where no signal says so, or that
nobody has been here for long."""


class IntegrateApp(HelpedApp[int]):
    """The full screen.

    Nothing of the journal is imported before it is needed: the unlock screen must be there at once.
    """

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = say("app.name")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g,f9", "ground", say("key.ground")),
        Binding("ctrl+r,f10", "support", say("key.support")),
        Binding("question_mark,f1", "help", say("key.help")),
        Binding("ctrl+k,f12", "menu", say("key.menu"), priority=True),
        Binding("0", "menu", show=False),
        Binding("ctrl+p,f8", "hide", say("hide.key"), priority=True, id=in_header("hide")),
        Binding("ctrl+l,f4", "lock", say("lock.key"), priority=True, id=in_header("lock")),
        Binding("ctrl+z", "step_out", say("hide.step_out"), show=False),
        Binding("ctrl+q", "quit", say("key.close"), priority=True),
    ]

    def __init__(  # noqa: PLR0913 - by name, and each of them is the caller's to choose
        self,
        *,
        clock: Clock,
        library: Library | None = None,
        path: Path,
        machine: Machine,
        config_file: Path,
        journal: Journal | None = None,
        demo: Demo | None = None,
        kdf: Kdf | None = None,
        wanted: str | None = None,
        now: Callable[[], float] = ticking,
    ) -> None:
        super().__init__()
        self.clock = clock
        self._library = library or (journal.library if journal else None)
        self.path = path
        self.machine = machine
        self.config_file = config_file
        self.journal = journal
        """The open journal; `None` while locked."""
        self.demo = demo
        """The invented journal that is shown, if it is one."""
        self.kdf = kdf
        """Key derivation for a new journal; `None`: the usual one."""
        self.wanted = wanted
        """A set to begin as soon as home is there, empty for the one that is due; only once."""
        self.welcoming = False
        """Whether the journal is only being made, and its code perhaps not written down."""
        self._unlocked = False
        """Whether a journal was opened here that had been there before: it may need a backup."""
        self.locking = Locking(self, now)
        self.after_first_frame: Callable[[], None] = _nothing
        """Called once the first screen was drawn."""
        self.wear(self.settings)

    @property
    def library(self) -> Library:
        """The prompt sets and tables; the shipped ones, loaded when first needed, by default."""
        if self._library is None:
            from integrate.library import Library

            self._library = Library.shipped()
        return self._library

    def on_mount(self) -> None:
        """Begins, ready to end at any moment."""
        loop = asyncio.get_running_loop()
        hush(loop)
        on_end(loop, self.leave)
        gone = watch_terminal()
        self.set_interval(_LOOKS_EVERY, lambda: self.leave(HUNG_UP) if gone() else None)
        self.set_interval(_LOOKS_EVERY, self.locking.tick)
        self.begin()
        self.call_after_refresh(self.after_first_frame)

    def begin(self) -> None:
        """Shows the first screen: home, the lock, or the welcome."""
        if self.journal is not None:
            self.go_home()
        elif lexists(self.path):
            self.show_lock()
        else:
            self._welcome()

    def go_home(self) -> None:
        """Shows home, with the open journal."""
        if self.journal is None:
            return
        from integrate.tui.screens.home import HomeScreen

        self.welcoming = False
        self._begin_to_count()
        wanted, self.wanted = self.wanted, None
        backups = self.backups if self._unlocked else None
        self.push_screen(
            HomeScreen(self.journal, self.clock, self.library, wanted=wanted, backups=backups)
        )

    def welcomed(self) -> None:
        """The journal is made: home, and what was typed and shown on the way is forgotten."""
        self.go_home()
        self.call_after_refresh(forget, self)

    def opened(self, journal: Journal | None) -> None:
        """A journal was opened: home, or first a passphrase for one that has none."""
        if journal is None:
            return
        self.journal = journal
        self._unlocked = True
        self._begin_to_count()
        if journal.vault.has_passphrase:
            self.go_home()
        else:
            from integrate.tui.screens.passphrase import PassphraseScreen

            self.push_screen(PassphraseScreen(journal, self.kdf), lambda _: self.go_home())

    def show_lock(self, says: str = "") -> None:
        """Shows the lock, with a sentence to begin with."""
        from integrate.tui.screens.unlock import UnlockScreen

        unlock = UnlockScreen(self.path, self.machine, lambda: self.library, says)
        self.push_screen(unlock, self.opened)

    def _welcome(self) -> None:
        from integrate.tui.welcome import Welcome

        self.welcoming = True
        self.run_worker(Welcome(self).run(), exclusive=True)

    # --- what works everywhere

    def action_ground(self) -> None:
        """Ground me."""
        from integrate.tui.screens.ground import GroundScreen

        if not isinstance(self.screen, GroundScreen):
            self.push_screen(GroundScreen(self.library.grounding()), self.went_on)

    def went_on(self, result: str | None) -> None:
        """Comes back from grounding."""
        if result == "people":
            self.action_support()

    def action_support(self) -> None:
        """People who help."""
        from integrate.tui.screens.support import SupportScreen

        if not isinstance(self.screen, SupportScreen):
            self.push_screen(self.support_screen())

    def support_screen(self) -> SupportScreen:
        """The people and places that can help, for this moment."""
        from integrate.tui.screens.support import SupportScreen

        return SupportScreen(
            self.library.support(),
            self.journal.people if self.journal else None,
            self.country,
            self._origin(),
        )

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Where the menu leads."""
        from integrate.tui.rooms import rooms

        return rooms(self)

    async def enter(self, room: str) -> None:
        """Goes there."""
        from integrate.tui.rooms import enter

        await enter(self, room)

    def _origin(self) -> str:
        """Emergency and clinic come first while the medicine may still be working."""
        if self.journal is None:
            return "key"
        from integrate.domain.phase import moment_at

        tables = self.library.phase_tables()
        moment = moment_at(self.journal.sessions, self.clock(), tables)
        return "arriving" if moment.arriving else "key"

    @property
    def settings(self) -> config.Config:
        """As they are kept; the usual ones where they cannot be read."""
        with suppress(config.BadConfig):
            return config.read(self.config_file)
        return config.Config()

    @property
    def country(self) -> str:
        """Two letters, for help lines; empty while not chosen."""
        return self.settings.country

    @property
    def language(self) -> str:
        """Such as "es", for prompt sets that bring it along; empty: each speaks its own."""
        return self.settings.language

    @property
    def backups(self) -> Path:
        """The folder for backups; an invented journal never looks at those of a real one."""
        from integrate.journal.backup import folder_for

        chosen = self.settings.backups if self.demo is None else ""
        return folder_for(self.journal.vault.path if self.journal else self.path, chosen)

    def keep_config(self, **changed: Any) -> None:
        """Keeps settings, and puts on at once what is seen of them.

        Settings that cannot be kept are no reason to stop anybody: they hold until the end.
        """
        from msgspec.structs import replace

        self.wear(replace(self.settings, **changed))
        with suppress(config.BadConfig, OSError):
            config.write(self.config_file, replace(config.read(self.config_file), **changed))

    def on_support_screen_country_chosen(self, message: SupportScreen.CountryChosen) -> None:
        """Remembers the country for next time."""
        self.keep_config(country=message.country)

    def on_support_screen_edit_people(self, message: SupportScreen.EditPeople) -> None:
        """Opens the person's own list, and shows it changed."""
        if self.journal is None:
            return
        from integrate.tui.screens.people import PeopleScreen

        journal, screen = self.journal, message.screen
        self.push_screen(PeopleScreen(journal), lambda _: screen.show_people(journal.people))

    # --- hiding and locking

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Puts a page in front; work that ends late puts none before the lock or the cover."""
        if self.locking.holds_off():
            return AwaitMount(self.screen, ())
        under = self.locking.goes_under
        pushed = super().push_screen(screen, *args, **options)
        if under:
            self.locking.put_under()
        return pushed

    async def on_event(self, event: events.Event) -> None:
        """Notices that somebody is here, before anything else sees the key."""
        if not self.locking.takes(event):
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hiding and locking are there while there is something to hide, or to lock."""
        if action == "hide":
            return self.locking.may_hide and not self.locking.covered
        if action == "lock":
            return self.locking.may_lock
        if action == "step_out":
            return hasattr(signal, "SIGTSTP") and bool(self._driver and self._driver.can_suspend)
        return super().check_action(action, parameters)

    def action_hide(self) -> None:
        """Covers the screen."""
        self.locking.hide()

    async def action_lock(self) -> None:
        """Locks the journal."""
        await arrived(self.screen)
        self.locking.lock()

    async def action_step_out(self) -> None:
        """To the shell, which can call it back; in a field, the key takes back what was typed."""
        await arrived(self.screen)
        self.action_suspend_process()

    def on_page_new_key(self, _message: Page.NewKey) -> None:
        """Asks for the new passphrase in front of whatever is open, and never in front of help.

        Whatever needs the journal behind grounding or people runs into it again afterwards.
        """
        if self.journal is not None:
            self._reopen(self.journal)

    @work(group="reopen", exclusive=True)
    async def _reopen(self, journal: Journal) -> None:
        from integrate.tui.screens.reopen import ReopenScreen, is_time

        if await is_time(self, journal):
            self.push_screen(ReopenScreen(journal, self.machine), self._reopened)

    def _reopened(self, _journal: Journal | None) -> None:
        """Seals what had to wait; the page that it is on is in front again, as it was."""
        self.seal()

    def _begin_to_count(self) -> None:
        self.locking.begin(self.settings.lock_after)

    # --- every way out

    def seal(self) -> bool:
        """Keeps what every open screen has not kept yet; says whether all of it is kept."""
        kept = True
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Page):
                try:
                    kept = screen.seal() and kept
                except Exception:  # noqa: BLE001 - one that fails must not keep the others from it
                    kept = False
        return kept

    def steps_out(self) -> None:
        """Covers the page and seals what is on it: whoever comes back may be somebody else."""
        if not self.locking.covered:
            self.locking.hide()
        self.seal()

    def comes_back(self) -> None:
        """Locks first, if it is time to: nothing is drawn before that."""
        self.locking.tick()

    def leave(self, code: int) -> None:
        """Ends because a signal said so."""
        self.seal()
        self.exit(return_code=code)

    async def action_quit(self) -> None:
        """Ends because the person said so. Closing always keeps; help that is called for is first.

        Not where the page is covered: somebody may be looking.
        """
        pages = [each for each in self.screen_stack if isinstance(each, Page)]
        if not self.locking.covered and any(each.helps_first() for each in pages):
            return
        await arrived(self.screen)
        kept, front = self.seal(), self.screen
        if not kept and isinstance(front, Page) and front.holds_back():
            return
        self.exit()

    def action_help_quit(self) -> None:
        """Says how to close, to somebody who tried ctrl+c."""
        if self.locking.covered:
            return
        close = key_said(self, "everywhere.quit")
        self.notify(say("app.how_to_close", close=close), markup=False)

    def lock(self) -> None:
        """Drops the open journal with its keys."""
        journal, self.journal = self.journal, None
        if journal is not None:
            journal.close()


def _nothing() -> None:
    """What follows the first frame where nobody asked for anything."""
