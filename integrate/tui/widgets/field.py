"""A field takes the answer to one prompt. Every kind has one; the screen treats them alike."""

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from integrate.domain.answer import Value


class Field(Widget):
    """Takes an answer; says when it changed, when it is given, and when the person moves on."""

    DEFAULT_CSS = """
    Field {
        height: auto;
    }
    """

    says_at_once: ClassVar[bool] = True
    """Whether a value that does not fit is said as it is given; a typed line waits for Next."""

    given: tuple[Value | None, str] = (None, "")
    """What the field shows now: the answer, and own words beside it."""

    @dataclass
    class Changed(Message):
        """The answer changed."""

        field: "Field"
        value: Value | None
        """`None` while there is no answer."""
        other: str = ""
        """Own words beside the options."""

        @property
        def control(self) -> "Field":
            """Lets `@on` match by selector."""
            return self.field

    @dataclass
    class Misfit(Message):
        """Something was given that the field cannot even show, such as 7 on a scale to 4."""

        field: "Field"
        value: Value

    @dataclass
    class Entered(Message):
        """The person pressed Enter: go on."""

        field: "Field"

    @dataclass
    class Left(Message):
        """The person moved down past the last line or option."""

        field: "Field"

    def give(self, value: Value | None, other: str = "") -> None:
        """Takes a new answer, and tells it."""
        self.given = (value, other)
        self.post_message(self.Changed(self, value, other))

    def take(self) -> None:
        """Takes what Enter would take, without going on."""

    def take_focus(self) -> None:
        """Puts the keys where the answer is given, at once: what is typed next goes there."""
        self.screen.set_focus(self)

    def take_focus_from_below(self) -> None:
        """Puts the keys at the end of the field, for somebody coming back up."""
        self.take_focus()
