"""The keys of the full screen, each with what it does; Enter gives it another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate import keymap
from integrate.tui.frame import Page, is_slim
from integrate.tui.keys import name_of
from integrate.tui.locking import ASKS
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick, Picks
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp

_COLUMNS: Final = (Column(share=1), Column(width=16))
_ALL: Final = "all"
_FIRST: Final = "everywhere"
_HOME: Final = "home"
_LAST: Final = ("author", "arrived", "demo_app")
_STAY: Final = ""
_USUAL: Final = "usual"
_NO_KEY: Final = "none"


class OwnKeysScreen(Page[None]):
    """A list of all that keys do, page by page. What clashes is said before it is kept."""

    TITLE_KEY = "keys.page.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]
    DEFAULT_CSS = """
    OwnKeysScreen .body { overflow-y: hidden; }
    OwnKeysScreen .muted { margin-bottom: 1; }
    OwnKeysScreen .whole { display: none; margin: 1 0 0 0; }
    OwnKeysScreen.-slim .whole { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice()
        self._list = RowList(_COLUMNS, choose=say("settings.change"))
        self._whole = Static("", markup=False, classes="muted whole")

    def compose_body(self) -> ComposeResult:
        """How it is done, what came of it, the list."""
        yield Static(Content(say("keys.page.says")), classes="muted")
        yield self._notice
        yield self._list
        yield self._whole

    def on_mount(self) -> None:
        """From the first one."""
        self._show()
        self._list.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Says the one under the cursor in full, where the list has no room for it."""
        event.stop()
        self._whole.update(Content(_told(event.key or "") if is_slim(self) else ""))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Asks for its key, or brings all back."""
        event.stop()
        if event.key == _ALL:
            self._keep({}, say("keys.reset.all"))
        else:
            self._change(event.key)

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    @property
    def _own(self) -> dict[str, str]:
        return dict(cast("IntegrateApp", self.app).settings.keys)

    def _show(self) -> None:
        self._list.show(list(_rows(self._own)))

    @work(exclusive=True, group=ASKS)
    async def _change(self, name: str) -> None:
        own = self._own
        key = await self.app.push_screen_wait(KeyScreen(name, own))
        if key is None:
            return
        without = {each: keys for each, keys in own.items() if each != name}
        if key == _USUAL:
            self._keep(without, say("keys.page.reset"))
        elif key == _NO_KEY:
            self._keep({**without, name: ""}, say("keys.page.without"))
        elif await self._sure(name, key, own):
            self._keep({**without, name: key}, say("keys.page.kept", which=keymap.shown(key)))

    async def _sure(self, name: str, key: str, own: Mapping[str, str]) -> bool:
        """Whether it may take what has another use on the same page so far."""
        others = [_told(other) for _, other in keymap.meets(name, key, own)]
        if not others:
            return True
        which = keymap.shown(key)
        picks = [
            Pick(value="no", label=say("keys.ask.stay")),
            Pick(value="yes", label=say("keys.ask.take", which=which)),
        ]
        says = say("keys.ask.meets", other=" ".join(dict.fromkeys(others)))
        ask = AskScreen(say("keys.ask.also", which=which), picks, says=says)
        return await self.app.push_screen_wait(ask) == "yes"

    def _keep(self, keys: dict[str, str], said: str) -> None:
        app = cast("IntegrateApp", self.app)
        app.keep_config(keys=keys)
        self._notice.say(said if app.settings.keys == keys else say("settings.not_kept"))
        self._show()
        # There is less room for the list now, known once it is drawn.
        self.call_after_refresh(self._list.watch_cursor)


class KeyScreen(Page[str | None]):
    """Waits for one key. Dismisses with it, with what brings the usual ones back, or `None`.

    What leads to help, hides, locks or closes does that here too, and is not taken.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]
    DEFAULT_CSS = """
    KeyScreen .question { margin: 2 0 0 0; }
    KeyScreen Picks { margin-top: 1; }
    """

    def __init__(self, name: str, own: Mapping[str, str]) -> None:
        """Makes the page.

        Args:
            name: one of `keymap.KEYS`.
            own: the keys that are set otherwise so far.
        """
        super().__init__()
        self.heading = say("keys.page.title")
        self._what = name
        self._own = own
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """What it does, what does it now, and the ways without a key."""
        usual = keymap.KEYS[self._what]
        now = self._own.get(self._what, usual)
        yield Static(Content(_told(self._what)), classes="question")
        yield Static(Content(say("keys.ask.now", keys=_written(now))), classes="muted")
        yield self._notice
        picks = [Pick(value=_STAY, label=say("keys.ask.stay"))]
        if self._what in self._own:
            label = say("keys.ask.usual", keys=_written(usual))
            picks.append(Pick(value=_USUAL, label=label))
        if now and self._what not in keymap.SAFE:
            picks.append(Pick(value=_NO_KEY, label=say("keys.ask.none")))
        yield Picks(picks)

    def on_key(self, event: events.Key) -> None:
        """Takes the key, unless it is needed here, or cannot be counted on."""
        if event.key in keymap.FIXED or self._is_needed(event.key):
            return
        event.stop()
        event.prevent_default()
        why = keymap.refusal(self._what, event.key, self._own)
        if why is None:
            self.dismiss(event.key)
        else:
            self._notice.say(why)

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """Goes back with that."""
        event.stop()
        self.dismiss(event.value or None)

    def action_leave(self) -> None:
        """Back; all stays as it is."""
        self.dismiss(None)

    def _is_needed(self, key: str) -> bool:
        """Whether it is one of those that work on every page; a letter can be given away."""
        active = self.active_bindings.get(key)
        if active is None or len(key) == 1:
            return False
        return (name_of(type(active.node), active.binding) or "").startswith(f"{_FIRST}.")


def _rows(own: Mapping[str, str]) -> Iterator[Row]:
    """Each page under its heading, with what is always there first."""
    if own:
        yield Row(key=_ALL, cells=(say("keys.page.all"), ""))
    room = ""
    for name in sorted(keymap.KEYS, key=_rank):
        if not keymap.told(name):
            continue
        if name.partition(".")[0] != room:
            room = name.partition(".")[0]
            yield Row(cells=("",))
            yield Row(cells=(say(f"keys.room.{room}"),))
        keys = _written(own.get(name, keymap.KEYS[name]))
        shown = say("keys.page.own", keys=keys) if name in own else keys
        yield Row(key=name, cells=(_told(name), shown))


def _rank(name: str) -> tuple[bool, bool, bool, str]:
    """What is always there first, then home; pages for those who write sets stand last."""
    room = name.partition(".")[0]
    return room != _FIRST, room != _HOME, room.startswith(_LAST), name


def _told(name: str) -> str:
    return say("keys.page.all") if name == _ALL else keymap.told(name) or name


def _written(keys: str) -> str:
    return ", ".join(map(keymap.shown, keymap.keys_in(keys))) or say("keys.none")
