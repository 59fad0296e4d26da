"""Settings: each with what it is now; Enter changes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast, get_args

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate import config
from integrate.journal.journal import Journal
from integrate.journal.tender import rests_first
from integrate.text import clean
from integrate.tui.caring import Caring, shortly
from integrate.tui.forgetting import forget
from integrate.tui.frame import Page, is_slim
from integrate.tui.locking import ASKS
from integrate.tui.screens.country import CountryScreen, country_name
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp

_COLUMNS: Final = (Column(share=3), Column(share=2, least=50))
_SEEN: Final = (
    "theme",
    "motion",
    "marks",
    "lock",
    "country",
    "language",
    "people",
    "keys",
    "word_count",
    "editor",
)
_KEPT: Final = ("passphrase", "code", "backups", "keyring", "rekey")
"""What opens the journal, and where it is kept: not offered until the person has slept."""
_MINUTES: Final = (2, 5, 10, 20, 60, 0)
"""Offered; another number can stand in the settings file. 0: never."""


_NONE: Final = say("settings.is.none")
_OWN: Final = say("settings.is.own")


class SettingsScreen(Page[None]):
    """A list of settings. Every change is asked about first where something would be lost."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "settings.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._list = RowList(_COLUMNS, choose=say("settings.change"), numbered=True)
        self._now = Static("", markup=False, classes="muted now")
        self._rests = Static(Content(say("settings.rests")), classes="muted rests")
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """The list, and why some of it is not offered now."""
        yield self._notice
        yield self._list
        yield self._now
        yield self._rests

    def on_mount(self) -> None:
        """From the first one."""
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Shows what holds now."""
        self._show()

    def _show(self) -> None:
        rests = rests_first(self._journal, self._app.clock())
        self._rests.display = rests and self._app.demo is None
        names = [name for name in (*_SEEN, *_KEPT) if self._is_there(name, rests=rests)]
        self._list.show(
            [Row(key=each, cells=(say(f"settings.of.{each}"), self._value(each))) for each in names]
        )

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Says in full how the one under the cursor stands, where the list has no room for it."""
        event.stop()
        long = is_slim(self) or event.key == "backups"
        self._now.update(Content(self._value(event.key or "") if long else ""))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Changes it."""
        event.stop()
        self._notice.say("")
        self._change(event.key)

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    # --- what holds now

    @property
    def _app(self) -> IntegrateApp:
        return cast("IntegrateApp", self.app)

    def _is_there(self, name: str, *, rests: bool) -> bool:
        if name in _KEPT and (rests or self._app.demo is not None):
            return False
        return name != "keyring" or self._app.settings.keyring or find_spec("keyring") is not None

    def _value(self, name: str) -> str:
        """How it stands, in a word or two."""
        kept, vault = self._app.settings, self._journal.vault
        values = {
            "theme": lambda: say(f"settings.is.{kept.theme}"),
            "marks": lambda: say(f"settings.is.marks.{kept.marks}"),
            "lock": lambda: _minutes(kept.lock_after),
            "country": lambda: country_name(kept.country) if kept.country else _NONE,
            "language": lambda: _languages().get(kept.language, kept.language) or _OWN,
            "motion": lambda: _switch(on=kept.motion),
            "word_count": lambda: _switch(on=kept.word_count),
            "keyring": lambda: _switch(on=kept.keyring),
            "passphrase": lambda: _there(vault.has_passphrase),
            "code": lambda: _there(vault.has_recovery),
            "keys": lambda: say("settings.is.own_keys" if kept.keys else "settings.is.usual"),
            "editor": lambda: clean(kept.editor, one_line=True) or say("settings.off"),
            "backups": lambda: shortly(self._app.backups),
        }
        return values[name]() if name in values else ""

    # --- changing it

    @work(exclusive=True, group=ASKS)
    async def _change(self, name: str) -> None:
        try:
            await self._ask(name)
        finally:
            # What was typed and shown on the way is not needed any more.
            self.app.call_later(forget, self.app)

    async def _ask(self, name: str) -> None:
        care = Caring(self._app, self._journal)
        pages: dict[str, Callable[[], Awaitable[None]]] = {
            "people": self._people,
            "country": self._country,
            "keys": self._keys,
            "editor": partial(self._editor, care),
            "backups": care.ask,
            "passphrase": care.passphrase,
            "code": care.code,
            "keyring": care.keyring,
            "rekey": care.rekey,
        }
        if name in pages:
            await pages[name]()
            return
        ways, value = self._ways(name)
        chosen = await care.pick(say(f"settings.{name}.ask"), ways, says=_says(name), value=value)
        if chosen is not None:
            self._keep(name, chosen)

    def _ways(self, name: str) -> tuple[dict[str, str], str]:
        """What can be chosen, each with its label, and what holds now."""
        kept = self._app.settings
        match name:
            case "theme":
                themes = get_args(config.Theme)
                return {each: say(f"settings.is.{each}") for each in themes}, kept.theme
            case "motion":
                ways = {"yes": say("settings.motion.yes"), "no": say("settings.motion.no")}
                return ways, "yes" if kept.motion else "no"
            case "word_count":
                ways = {"yes": say("settings.word_count.yes"), "no": say("settings.word_count.no")}
                return ways, "yes" if kept.word_count else "no"
            case "marks":
                marks = get_args(config.Marks)
                return {each: say(f"settings.marks.{each}") for each in marks}, kept.marks
            case "lock":
                minutes = dict.fromkeys((*_MINUTES[:-1], kept.lock_after or 10, _MINUTES[-1]))
                ordered = sorted(minutes, key=lambda each: each or config.LONGEST_LOCK + 1)
                return {str(each): _minutes(each) for each in ordered}, str(kept.lock_after)
        known = {"": say("settings.is.own"), **_languages()}
        return known, kept.language

    def _keep(self, name: str, chosen: str) -> None:
        match name:
            case "motion" | "word_count":
                self._hold(**{name: chosen == "yes"})
            case "lock":
                self._hold(lock_after=int(chosen))
                self._app.locking.begin(int(chosen))
            case _:
                self._hold(**{name: chosen})

    async def _people(self) -> None:
        await self.app.push_screen_wait(PeopleScreen(self._journal))

    async def _keys(self) -> None:
        from integrate.tui.screens.own_keys import OwnKeysScreen

        await self.app.push_screen_wait(OwnKeysScreen())

    async def _editor(self, care: Caring) -> None:
        from integrate.tui.screens.own_editor import OwnEditorScreen

        kept = self._app.settings.editor
        ways = {"": say("outside.off"), **({kept: clean(kept, one_line=True)} if kept else {})}
        ways["/"] = say("outside.other")
        ask, price = say("outside.use"), say("outside.price")
        chosen = await care.pick(ask, ways, says=price, value=kept)
        if chosen == "/":
            chosen = await self.app.push_screen_wait(OwnEditorScreen(kept))
        if chosen is not None:
            self._hold(editor=chosen)

    async def _country(self) -> None:
        countries = self._app.library.support().countries
        page = CountryScreen(countries, self._app.country)
        chosen = await self.app.push_screen_wait(page)
        if chosen is not None:
            self._hold(country=chosen)

    def _hold(self, **changed: object) -> None:
        """Keeps it, puts it on, and says where it could not be kept."""
        self._app.keep_config(**changed)
        kept = self._app.settings
        held = all(getattr(kept, name) == value for name, value in changed.items())
        self._notice.say(say("settings.kept" if held else "settings.not_kept"))
        self._show()


def _minutes(count: int) -> str:
    if count == 0:
        return say("settings.is.never")
    return say("settings.is.minute" if count == 1 else "settings.is.minutes", count=count)


def _switch(*, on: bool) -> str:
    return say("settings.on" if on else "settings.off")


def _there(there: bool) -> str:  # noqa: FBT001 - what it is about is said beside it
    return say("settings.is.there" if there else "settings.is.missing")


def _languages() -> dict[str, str]:
    return dict(each.split("=") for each in say("shelf.tongues").split())


def _says(name: str) -> str:
    return "" if name == "theme" else say(f"settings.{name}.says")
