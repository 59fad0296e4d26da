"""The menu: everything that can be done on this page, and every room that one can go to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from integrate.tui import marks
from integrate.tui.doings import Doing
from integrate.tui.frame import Page
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

_COLUMNS: Final = (Column(share=1), Column(width=20, least=30))
_BETWEEN_KEYS: Final = "  "
_ITSELF: Final = "menu"
_SHOWN: Final = f"{marks.UP_DOWN} 1{marks.TO}9 enter"


class Room(Struct, frozen=True, kw_only=True):
    """A page that one can go to from everywhere."""

    name: str
    label: str


class _MenuLine(Line):
    """The line; the arrows move in the list below it."""

    @dataclass
    class Numbered(Message):
        """A digit was pressed while nothing is typed."""

        key: events.Key

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.move(-1)", say("pages.choose"), key_display=_SHOWN),
        Binding("down", "screen.move(1)", say("pages.choose"), key_display=_SHOWN),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    def on_key(self, event: events.Key) -> None:
        """A digit is no letter, as long as nothing is typed."""
        if not self.value and event.key in set("123456789"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Numbered(event))


class MenuScreen(Page[Doing | Room | None]):
    """A list, and a line above it that leaves only what says the same. Holds no journal word.

    While nothing is typed, a digit chooses at once. Dismisses with what was chosen.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HELPS = False
    TITLE_KEY = "menu.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", say("key.back")),
        Binding("ctrl+k,f12", "leave", show=False, priority=True),
    ]

    def __init__(self, doings: Sequence[Doing], rooms: Sequence[Room]) -> None:
        """Makes the page.

        Args:
            doings: what can be done on the page behind.
            rooms: where one can go.
        """
        super().__init__()
        here = [each for each in doings if not each.everywhere]
        always = [each for each in doings if each.everywhere and each.action != _ITSELF]
        self._choices: tuple[Doing | Room, ...] = (*here, *rooms, *always)
        self._line = _MenuLine(placeholder=say("menu.type"))
        self._list = RowList(_COLUMNS, choose=say("pages.choose"), numbered=True)
        self._none = Static(Content(say("menu.none")), classes="muted none")

    def compose_body(self) -> ComposeResult:
        """The question, the line, the list."""
        yield Static(Content(say("menu.ask")), classes="question")
        yield self._line
        yield self._none
        yield self._list

    def on_mount(self) -> None:
        """Shows all of them."""
        self._show("")
        self._line.focus()

    @on(_MenuLine.Numbered)
    def _numbered(self, event: _MenuLine.Numbered) -> None:
        """Chooses."""
        event.stop()
        self._list.on_key(event.key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leaves what says the same."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the one under the cursor."""
        event.stop()
        self._list.action_choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Takes it."""
        event.stop()
        self.dismiss(self._choices[int(event.key)])

    def action_move(self, by: int) -> None:
        """To another one."""
        self._list.action_move(by)

    def action_page(self, by: int) -> None:
        """A screenful on or back."""
        self._list.action_page(by)

    def action_leave(self) -> None:
        """Back, to the same place."""
        self.dismiss(None)

    def _show(self, typed: str) -> None:
        from integrate.journal.alike import alike

        wanted = alike(typed.strip())
        rows = [
            Row(key=str(number), cells=(each.label, _keys(each)))
            for number, each in enumerate(self._choices)
            if wanted in alike(f"{each.label} {_tip(each)}")
        ]
        heads = list(_headed(rows, self._choices)) if not wanted else rows
        self._list.show(heads, rows[0].key if rows else None)
        self._none.display = not rows


def _headed(rows: Sequence[Row], choices: Sequence[Doing | Room]) -> Iterator[Row]:
    """The rows under their headings: here, going somewhere, always there."""
    before = ""
    for row in rows:
        heading = _heading(choices[int(row.key or 0)])
        if heading != before:
            if before:
                yield Row(cells=("",))
            yield Row(cells=(say(heading),))
            before = heading
        yield row


def _heading(choice: Doing | Room) -> str:
    if isinstance(choice, Room):
        return "menu.rooms"
    return "help.everywhere" if choice.everywhere else "help.here"


def _keys(choice: Doing | Room) -> str:
    return "" if isinstance(choice, Room) else _BETWEEN_KEYS.join(choice.keys)


def _tip(choice: Doing | Room) -> str:
    return "" if isinstance(choice, Room) else choice.tip
