"""Numbered options, in columns where there are many; one or several may be chosen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

from integrate.domain.prompt import Option
from integrate.tui.turning import Leaf
from integrate.tui.widgets.option_line import OptionLine
from integrate.words import say

_ONE_COLUMN: Final = 10
"""So many options still stand below one another."""
_WIDTH: Final = 72
_NUMBERED_BY_ONE_KEY: Final = 9

Group = tuple[str, Sequence[Option]]
"""A heading, which may be empty, and the options under it."""


class ChoiceList(Leaf, can_focus=True):
    """Options under one numbering. Digits choose, arrows move, space chooses, Enter goes on."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        & Vertical, & Horizontal {
            height: auto;
        }
        & .group {
            color: $text-muted;
            height: 1;
        }
        & .group.-later {
            margin-top: 1;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("space", "choose", say("key.choose"), key_display=say("key.space")),
        Binding(
            "backspace,delete", "clear", say("key.no_answer"), key_display=say("key.backspace")
        ),
        Binding("enter", "enter", say("key.next")),
    ]

    @dataclass
    class Chosen(Message):
        """What is chosen changed."""

        values: tuple[str, ...]
        """In the order of the options."""

    @dataclass
    class Entered(Message):
        """The person pressed Enter: go on."""

    @dataclass
    class Left(Message):
        """The person moved down past the last option, or chose the last number's own line."""

        onto_own_words: bool = False

    def __init__(
        self,
        groups: Sequence[Group],
        *,
        several: bool,
        chosen: Sequence[str] = (),
        own_number: bool = False,
    ) -> None:
        """Makes a list.

        Args:
            groups: the options; with one group and no heading, a plain list.
            several: whether more than one may be chosen.
            chosen: values chosen before.
            own_number: whether one more number leads to a line of own words under the list.
        """
        super().__init__()
        options = [option for _heading, group in groups for option in group]
        self._groups = groups
        self._several = several
        self._own_number = own_number
        self._chosen = {option.value for option in options if option.value in chosen}
        self._lines = [
            OptionLine(option, number, several=several, chosen=option.value in self._chosen)
            for number, option in enumerate(options, 1)
        ]
        self._at: int | None = None
        """Index of the line that the arrows stand on; `None` until the person moves."""
        self._digits = ""
        """A first digit that may become a two-digit number."""
        self._columns: list[list[int]] = []

    @property
    def last_number(self) -> int:
        """The highest number that can be typed."""
        return len(self._lines) + self._own_number

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order of the options."""
        return tuple(line.option.value for line in self._lines if line.option.value in self._chosen)

    def compose(self) -> ComposeResult:
        """Each group in as many columns as fit."""
        begin = 0
        for heading, options in self._groups:
            if heading:
                later = " -later" if begin else ""
                yield Static(heading, markup=False, classes=f"group{later}")
            indexes = list(range(begin, begin + len(options)))
            begin += len(options)
            columns = self._in_columns(indexes)
            if len(columns) == 1:
                yield from (self._lines[each] for each in indexes)
                continue
            with Horizontal():
                for column in columns:
                    with Vertical():
                        yield from (self._lines[each] for each in column)

    def _in_columns(self, indexes: list[int]) -> list[list[int]]:
        widest = max((self._lines[each].width for each in indexes), default=1)
        many = len(indexes) > _ONE_COLUMN or len(self._groups) > 1
        count = max(1, min(3, _WIDTH // (widest + 1))) if many else 1
        rows = -(-len(indexes) // count)
        columns = [indexes[at : at + rows] for at in range(0, len(indexes), rows)]
        self._columns.extend(columns)
        return columns

    def on_focus(self) -> None:
        """Shows where the arrows stand."""
        self._show_cursor()

    def on_blur(self) -> None:
        """Takes a number that waited for a second digit, and hides the cursor."""
        self._settle()
        self._show_cursor()

    def choose(self, value: str) -> None:
        """Chooses the option with this value."""
        self._choose(next(line.number for line in self._lines if line.option.value == value))

    def take(self) -> None:
        """Where one is chosen, Enter also chooses what the cursor stands on."""
        settled = self._settle()
        if not settled and not self._several and self._at is not None:
            self._choose(self._at + 1)

    def stand_on_last(self) -> None:
        """Puts the cursor on the last option, for somebody coming up from below."""
        self._at = len(self._lines) - 1
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Digits choose by number."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            event.stop()
            event.prevent_default()
            self._digit(event.character)

    def on_option_line_pressed(self, event: OptionLine.Pressed) -> None:
        """A click chooses."""
        event.stop()
        self._choose(event.line.number)

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """Each option; going there puts the cursor on it and chooses nothing."""
        for index, line in enumerate(self._lines):
            yield line.region.offset - self.content_region.offset, partial(self._stand, index)

    def action_move(self, by: int) -> None:
        """Moves up or down."""
        self._settle()
        at = self._first_chosen() if self._at is None else self._at + by
        if at >= len(self._lines):
            self.post_message(self.Left())
        else:
            self._stand(max(0, at))

    def action_across(self, by: int) -> None:
        """Moves to the column beside, on the same row."""
        self._settle()
        if self._at is None:
            self._stand(self._first_chosen())
            return
        column = next(each for each in self._columns if self._at in each)
        row = column.index(self._at)
        beside = self._columns.index(column) + by
        if 0 <= beside < len(self._columns):
            onto = self._columns[beside]
            self._stand(onto[min(row, len(onto) - 1)])

    def action_edge(self, at: int) -> None:
        """To the first or the last option."""
        self._settle()
        self._stand(at % len(self._lines))

    def action_choose(self) -> None:
        """Chooses the option that the cursor stands on, or takes it back among several."""
        if not self._settle() and self._at is not None:
            self._choose(self._at + 1)

    def action_clear(self) -> None:
        """Takes every choice back."""
        self._digits = ""
        self._set(set())

    def action_enter(self) -> None:
        """Goes on."""
        self.take()
        self.post_message(self.Entered())

    def _digit(self, digit: str) -> None:
        typed = self._digits + digit
        if int(typed) > self.last_number:
            self._settle()
            typed = digit
        self._digits = ""
        number = int(typed)
        could_grow = number * 10 <= self.last_number and len(typed) < len(str(self.last_number))
        if could_grow and (number > 0 or self.last_number > _NUMBERED_BY_ONE_KEY):
            self._digits = typed
            if number:
                self._stand(number - 1)
        elif 0 < number <= self.last_number:
            self._choose(number)

    def _settle(self) -> bool:
        """Takes a first digit as the whole number; says whether there was one."""
        digits, self._digits = self._digits, ""
        if not digits.strip("0"):
            return False
        self._choose(int(digits))
        return True

    def _choose(self, number: int) -> None:
        if number > len(self._lines):
            self.post_message(self.Left(onto_own_words=True))
            return
        option = self._lines[number - 1].option
        self._stand(number - 1)
        if not self._several:
            self._set({option.value})
        elif option.value in self._chosen:
            self._set(self._chosen - {option.value})
        elif option.exclusive:
            self._set({option.value})
        else:
            alone = {line.option.value for line in self._lines if line.option.exclusive}
            self._set((self._chosen - alone) | {option.value})

    def _set(self, chosen: set[str]) -> None:
        self._chosen = chosen
        for line in self._lines:
            line.chosen = line.option.value in chosen
        self.post_message(self.Chosen(self.values))

    def _stand(self, at: int) -> None:
        self._at = at
        self._show_cursor()
        self._scroll_to_cursor()

    def _show_cursor(self) -> None:
        for index, line in enumerate(self._lines):
            line.under_cursor = self.has_focus and index == self._at

    def _scroll_to_cursor(self) -> None:
        """Shows the option at the cursor; at the first one, what is asked above it too."""
        if self._at is None:
            return
        line = self._lines[self._at]
        around = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        if around is None:
            return
        from_the_top = line.region.y - around.region.y + around.scroll_offset.y
        if self._at == 0 and from_the_top < around.size.height:
            around.scroll_home(animate=False, immediate=True)
        else:
            line.scroll_visible(animate=False)

    def _first_chosen(self) -> int:
        chosen = (line.number - 1 for line in self._lines if line.option.value in self._chosen)
        return next(chosen, 0)
