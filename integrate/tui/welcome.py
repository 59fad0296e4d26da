"""The welcome: the way from no journal to home, with a way back from every page."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Final, Literal

from integrate.journal.init import decline_code, init, init_on_paper
from integrate.journal.unmake import unmake
from integrate.tui.key_said import key_said
from integrate.tui.screens.choice import ChoiceScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.country import CountryScreen
from integrate.tui.screens.new_lock import Made, NewLockScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.start import PLAIN
from integrate.tui.widgets.picks import Pick
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.journal import Journal
    from integrate.tui.app import IntegrateApp

Step = Literal["about", "lock", "code", "country", "people", "home", "plain"]
_ASKED_BACK: Final = 2
"""How many groups of the code are typed back."""


class Welcome:
    """Leads through the pages. Nothing is on the disk before the journal is made."""

    def __init__(self, app: IntegrateApp) -> None:
        self._app = app
        self._journal: Journal | None = None
        self._code = ""
        """The recovery code, while it can still be shown."""
        self._country = ""

    async def run(self) -> None:
        """From the first page to home, or to plain lines."""
        step: Step = "about"
        while step not in {"home", "plain"}:
            step = await self._take(step)
        if step == "plain":
            self._app.exit(PLAIN)
            return
        self._app.keep_config(face="screen")
        self._journal, self._code = None, ""
        # From the app's own place: what is begun here would hold on to the passphrase and the code.
        self._app.call_later(self._app.welcomed)

    async def _take(self, step: Step) -> Step:
        match step:
            case "about":
                return await self._about()
            case "lock":
                return await self._lock()
            case "code":
                return await self._show_code()
            case "country":
                return await self._ask_country()
            case _:
                return await self._ask_people()

    async def _about(self) -> Step:
        face = await self._app.push_screen_wait(
            ChoiceScreen(
                (
                    Pick(value="screen", label=self._on()),
                    Pick(value="plain", label=say("welcome.plain")),
                ),
                title=say("welcome.title"),
                says=(
                    say("welcome.is"),
                    say("welcome.is_not", people=key_said(self._app, "everywhere.support")),
                    say("welcome.clinic"),
                    say("welcome.nobody"),
                ),
                ask="" if self._app.settings.face == "screen" else say("welcome.face"),
                back=False,
            )
        )
        return "plain" if face == "plain" else "lock"

    def _on(self) -> str:
        """How going on reads: who was asked in plain lines already has chosen the full screen."""
        chosen = self._app.settings.face == "screen"
        return say("key.go_on" if chosen else "welcome.screen")

    async def _lock(self) -> Step:
        made = await self._app.push_screen_wait(NewLockScreen(self._make))
        if made is None:
            return "about"
        self._journal, self._code = made
        self._app.journal = self._journal
        return "code"

    def _make(self, passphrase: str | None) -> Made:
        app = self._app
        if passphrase is None:
            return init_on_paper(app.path, machine=app.machine, library=app.library, kdf=app.kdf)
        return init(app.path, passphrase, machine=app.machine, library=app.library, kdf=app.kdf)

    async def _show_code(self) -> Step:
        paper = not self._opened.vault.has_passphrase
        answer = await self._app.push_screen_wait(
            CodeScreen(self._code, paper=paper, back=self._empty, abandon=self._abandon)
        )
        match answer:
            case None:
                self._take_back()
                return "lock"
            case "none":
                return await self._decline()
            case "written":
                asked = sorted(
                    secrets.SystemRandom().sample(range(_groups(self._code)), _ASKED_BACK)
                )
                right = await self._app.push_screen_wait(
                    CodeBackScreen(self._code, asked, abandon=self._abandon)
                )
                return "country" if right else "code"

    async def _decline(self) -> Step:
        answer = await self._app.push_screen_wait(
            ChoiceScreen(
                (
                    Pick(value="keep", label=say("code.keep")),
                    Pick(value="none", label=say("code.go_without")),
                ),
                title=say("code.title"),
                says=(say("code.without"),),
                ask=say("code.sure"),
            )
        )
        if answer != "none":
            return "code"
        await asyncio.to_thread(decline_code, self._opened)
        self._code = ""
        return "country"

    async def _ask_country(self) -> Step:
        countries = self._app.library.support().countries
        country = await self._app.push_screen_wait(
            CountryScreen(countries, self._country, back=bool(self._code) or self._empty)
        )
        if country is not None:
            self._country = country
            self._app.keep_config(country=country)
            return "people"
        if self._code:
            return "code"
        self._take_back()
        return "lock"

    async def _ask_people(self) -> Step:
        done = await self._app.push_screen_wait(PeopleScreen(self._opened, first_run=True))
        return "home" if done else "country"

    @property
    def _opened(self) -> Journal:
        if self._journal is None:
            raise RuntimeError
        return self._journal

    @property
    def _empty(self) -> bool:
        """Whether the journal can still be taken back."""
        people = self._opened.people
        return not (people.people or people.care_team)

    def _take_back(self) -> None:
        """Undoes the making: nothing is left on the disk."""
        unmake(self._opened)
        self._forget()

    def _abandon(self) -> None:
        """On the way out: a journal that only an unwritten code opens is taken back."""
        if self._journal is not None and not self._journal.vault.has_passphrase:
            self._take_back()

    def _forget(self) -> None:
        self._journal = self._app.journal = None
        self._code = ""


def _groups(code: str) -> int:
    return code.count("-") + 1
