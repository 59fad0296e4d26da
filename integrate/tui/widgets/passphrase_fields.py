"""Choosing a passphrase: twice the same, with its strength said in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from integrate.tui import marks
from integrate.tui.widgets.secret import Secret
from integrate.words import say

if TYPE_CHECKING:
    from integrate.strength import Strength

_AFTER_TYPING = 0.4
"""Seconds without a key before the strength is looked at."""


class OneOfTwo(Secret):
    """A line above or below another; the arrows move between them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "app.focus_next", say("pages.move"), key_display=marks.UP_DOWN),
    ]


class PassphraseFields(Widget):
    """Two lines to type the same passphrase into. A weak one is used after saying so."""

    DEFAULT_CSS = """
    PassphraseFields {
        height: auto;
        width: 100%;
        max-width: 72;
    }
    PassphraseFields .strength {
        color: $text-muted;
        height: auto;
        min-height: 2;
    }
    PassphraseFields .again {
        margin-top: 1;
    }
    PassphraseFields .notice {
        height: auto;
        min-height: 1;
    }
    """

    @dataclass
    class Chosen(Message):
        """A passphrase was typed twice, and is to be used."""

        passphrase: str

    def __init__(self) -> None:
        super().__init__()
        self._told_weak = ""
        """The weak passphrase about which was told already."""
        self._typed = ""
        """What is looked at. Not handed to a worker: Textual keeps what that is called with."""
        self._look_soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """The two lines, each under its name."""
        yield Static(Content(say("passphrase.first")))
        yield OneOfTwo(say("key.go_on"), id="first")
        yield Static(classes="strength")
        yield Static(Content(say("passphrase.again")), classes="again")
        yield OneOfTwo(say("key.go_on"), id="again")
        yield Static(classes="notice")

    def take_focus(self) -> None:
        """Puts the cursor into the first line."""
        self.query_one("#first", Secret).focus()

    def forget(self) -> None:
        """Empties both lines: what was typed is in use now, and is not needed here any more."""
        self._typed = self._told_weak = ""
        for line in self.query(Secret):
            line.clear()

    def say_notice(self, sentence: str) -> None:
        """One calm sentence under the lines."""
        self.query_one(".notice", Static).update(Content(sentence))

    @on(Secret.Changed, "#first")
    def _typing(self, event: Secret.Changed) -> None:
        event.stop()
        self.say_notice("")
        if self._look_soon is not None:
            self._look_soon.stop()
        if event.value:
            self._look_soon = self.set_timer(_AFTER_TYPING, self._look)
        else:
            self.query_one(".strength", Static).update("")

    @on(Secret.Changed, "#again")
    def _typing_again(self, event: Secret.Changed) -> None:
        event.stop()
        if event.value:
            self.say_notice("")

    @on(Secret.Submitted, "#first")
    def _first_done(self, event: Secret.Submitted) -> None:
        event.stop()
        self.query_one("#again", Secret).focus()

    @on(Secret.Submitted, "#again")
    def _both_done(self, event: Secret.Submitted) -> None:
        event.stop()
        first, again = (self.query_one(name, Secret) for name in ("#first", "#again"))
        if not first.value:
            self.say_notice(say("passphrase.empty"))
            first.focus()
        elif first.value != again.value:
            self.say_notice(say("passphrase.differ"))
            again.clear()
        else:
            self._typed = first.value
            self._weigh()

    def _look(self) -> None:
        self._typed = self.query_one("#first", Secret).value
        self._find_strength()

    @work(thread=True, exclusive=True, group="strength")
    def _find_strength(self) -> None:
        from integrate.strength import strength_of

        self.app.call_from_thread(self._show_strength, strength_of(self._typed))

    @work(thread=True, exclusive=True, group="weigh")
    def _weigh(self) -> None:
        from integrate.strength import strength_of

        passphrase = self._typed
        self.app.call_from_thread(self._weighed, passphrase, strength_of(passphrase))

    def _show_strength(self, found: "Strength") -> None:
        line = say("passphrase.strength", word=found.word.capitalize(), hint=found.hint).strip()
        self.query_one(".strength", Static).update(Content(line))

    def _weighed(self, passphrase: str, found: "Strength") -> None:
        self._show_strength(found)
        if found.weak and passphrase != self._told_weak:
            self._told_weak = passphrase
            self.say_notice(say("passphrase.weak"))
        else:
            self.post_message(self.Chosen(passphrase))
