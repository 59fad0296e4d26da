"""What a question or a set has that can be changed, and how each part is asked for."""

from typing import Protocol

from msgspec import Struct
from textual.app import App

from integrate.tui.desk import Desk
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.picks import Pick
from integrate.words import say


class FieldLine(Struct, frozen=True, kw_only=True):
    """One part, as it stands now."""

    key: str
    value: str = ""
    """In a few words; empty for something that is done rather than changed."""
    apart: bool = False
    """Whether an empty line stands before it."""


class Sheet(Protocol):
    """The parts of one thing, and the way to change each."""

    desk: Desk

    @property
    def heading(self) -> str:
        """Whose parts these are."""

    def lines(self) -> tuple[FieldLine, ...]:
        """Every part; none where the thing is there no more."""

    def full(self, key: str) -> str:
        """A part with nothing left out, where one line may not show all of it."""

    def findings(self, key: str) -> tuple[str, ...]:
        """What is to mend in a part."""

    async def change(self, app: "App[int]", key: str) -> str:
        """Asks for another value, within a worker, and puts it on the desk.

        Returns a sentence where there is something to say.
        """


async def picked(
    app: "App[int]", ask: str, values: dict[str, str], *, says: str = "", value: str = ""
) -> str | None:
    """One of a few things, asked for on a page of its own; `None`: back without one.

    Args:
        app: the app.
        ask: the question.
        values: each thing with its label.
        says: a quiet sentence under the question.
        value: the one that holds now.
    """
    picks = [Pick(value=each, label=label) for each, label in values.items()]
    return await app.push_screen_wait(AskScreen(ask, picks, says=says, value=value))


def yes_no(*, value: bool) -> str:
    """A yes or a no."""
    return say("author.yes" if value else "author.no")
