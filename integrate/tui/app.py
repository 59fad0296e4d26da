"""The app: which screen comes first, what works everywhere, and every way out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding, BindingType

from integrate.tui.faults import QuietApp, hush
from integrate.tui.frame import Page
from integrate.tui.signals import HUNG_UP, on_end, watch_terminal
from integrate.tui.theme import CALM_DARK
from integrate.words import say

if TYPE_CHECKING:
    from integrate.clock import Clock
    from integrate.journal.demo import Demo
    from integrate.journal.journal import Journal
    from integrate.library import Library
    from integrate.machine import Machine
    from integrate.tui.screens.support import SupportScreen
    from integrate.vault import Kdf

_LOOKS_EVERY: Final = 1.0
"""Seconds after which it is noticed that the terminal has gone, where no signal says so."""


class IntegrateApp(QuietApp[int]):
    """The full screen.

    Nothing of the journal is imported before it is needed: the unlock screen must be there at once.
    """

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = say("app.name")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g,f9", "ground", say("key.ground")),
        Binding("ctrl+r,f10", "support", say("key.support")),
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
        self.after_first_frame: Callable[[], None] = _nothing
        """Called once the first screen was drawn."""
        self.register_theme(CALM_DARK)
        self.theme = CALM_DARK.name

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
        self.begin()
        self.call_after_refresh(self.after_first_frame)

    def begin(self) -> None:
        """Shows the first screen: home, the lock, or the welcome."""
        if self.journal is not None:
            self.go_home()
        elif lexists(self.path):
            self._unlock()
        else:
            self._welcome()

    def go_home(self) -> None:
        """Shows home, with the open journal."""
        if self.journal is None:
            return
        from integrate.tui.screens.home import HomeScreen

        wanted, self.wanted = self.wanted, None
        self.push_screen(HomeScreen(self.journal, self.clock, self.library, wanted=wanted))

    def opened(self, journal: Journal | None) -> None:
        """A journal was opened: home, or first a passphrase for one that has none."""
        if journal is None:
            return
        self.journal = journal
        if journal.vault.has_passphrase:
            self.go_home()
        else:
            from integrate.tui.screens.passphrase import PassphraseScreen

            self.push_screen(PassphraseScreen(journal, self.kdf), lambda _: self.go_home())

    def _unlock(self) -> None:
        from integrate.tui.screens.unlock import UnlockScreen

        unlock = UnlockScreen(self.path, self.machine, lambda: self.library)
        self.push_screen(unlock, self.opened)

    def _welcome(self) -> None:
        from integrate.tui.welcome import Welcome

        self.run_worker(Welcome(self).run(), exclusive=True)

    # --- what works everywhere

    def action_ground(self) -> None:
        """Ground me."""
        from integrate.tui.screens.ground import GroundScreen

        if not isinstance(self.screen, GroundScreen):
            self.push_screen(GroundScreen(self.library.grounding()), self._grounded)

    def _grounded(self, result: str | None) -> None:
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

    def _origin(self) -> str:
        """Emergency and clinic come first while the medicine may still be working."""
        if self.journal is None:
            return "key"
        from integrate.domain.phase import moment_at

        tables = self.library.phase_tables()
        moment = moment_at(self.journal.sessions, self.clock(), tables)
        return "arriving" if moment.arriving else "key"

    @property
    def country(self) -> str:
        """Two letters, for help lines; empty while not chosen."""
        from integrate import config

        with suppress(config.BadConfig):
            return config.read(self.config_file).country
        return ""

    def keep_config(self, **changed: Any) -> None:
        """Keeps settings. Settings that cannot be kept are no reason to stop anybody."""
        from msgspec.structs import replace

        from integrate import config

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

    # --- every way out

    def seal(self) -> None:
        """Keeps what every open screen has not kept yet."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Page):
                # One that cannot be kept must not keep the others from it.
                with suppress(Exception):
                    screen.seal()

    def leave(self, code: int) -> None:
        """Ends because a signal said so."""
        self.seal()
        self.exit(return_code=code)

    async def action_quit(self) -> None:
        """Ends because the person said so. Closing always keeps."""
        self.seal()
        self.exit()

    def action_help_quit(self) -> None:
        """Says how to close, to somebody who tried ctrl+c."""
        self.notify(say("app.how_to_close"), markup=False)

    def lock(self) -> None:
        """Drops the open journal with its keys."""
        journal, self.journal = self.journal, None
        if journal is not None:
            journal.close()


def _nothing() -> None:
    """What follows the first frame where nobody asked for anything."""
