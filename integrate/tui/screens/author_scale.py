"""The ends of a scale: two numbers, and a word for each."""

from pathlib import Path
from typing import ClassVar, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.domain.prompt import Scale
from integrate.library.manuscript import At, Manuscript
from integrate.text import clean
from integrate.tui.desk import AtDesk, Desk
from integrate.tui.frame import Page
from integrate.tui.widgets.form_line import FormLine
from integrate.tui.widgets.notice import Notice
from integrate.words import say

_PARTS: Final = ("low", "high", "low_label", "high_label")
_MOST: Final = 100
"""From the lowest number to the highest."""


class AuthorScaleScreen(AtDesk, Page[bool]):
    """Four lines. True: taken; False: back, and nothing changed."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "done", say("author.done")),
        Binding("escape", "back", say("key.back")),
    ]

    def __init__(self, desk: Desk, at: At, title: str) -> None:
        """Makes the page.

        Args:
            desk: has the manuscript.
            at: where the scale stands.
            title: the heading.
        """
        super().__init__()
        self.heading = title
        self.desk = desk
        self._at = at
        self._began = desk.manuscript
        self._scale = desk.manuscript.prompt(at).scale or Scale()
        self._fields: dict[str, FormLine] = {}
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """Each line under its question."""
        self._fields = {name: FormLine(str(getattr(self._scale, name))) for name in _PARTS}
        for name, field in self._fields.items():
            yield Static(Content(say(f"author.scale.{name}")), classes="question")
            yield field
        yield self._notice

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next line; after the last one it is done."""
        event.stop()
        if event.input is self._fields["high_label"]:
            self.action_done()
        else:
            self.focus_next()

    def action_done(self) -> None:
        """Takes the scale, if it is one."""
        made = self._made()
        if made is None:
            return
        self.desk.put(made)
        self.dismiss(True)

    def action_back(self) -> None:
        """Back, and nothing changes."""
        self.desk.put(self._began)
        self.dismiss(False)

    def seal(self) -> bool:
        """Puts what is typed on the desk, where it can be kept."""
        if (made := self._made()) is not None:
            self.desk.put(made)
        return True

    def _made(self) -> Manuscript | None:
        """With the scale as it is typed; `None`, and a sentence, where it is none."""
        typed = {name: clean(field.value, one_line=True) for name, field in self._fields.items()}
        try:
            low, high = int(typed["low"]), int(typed["high"])
        except ValueError:
            self._notice.say(say("author.needs_number"))
            return None
        if not low < high <= low + _MOST:
            self._notice.say(say("author.needs_span", most=_MOST))
            return None
        step = self._scale.step if (high - low) % self._scale.step == 0 else 1
        labels = {name: typed[name] for name in ("low_label", "high_label")}
        scale = replace(self._scale, low=low, high=high, step=step, **labels)
        return self._began.change(self._at, scale=scale)
