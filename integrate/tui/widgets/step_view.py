"""What stands in the middle of the guided screen: a prompt, earlier words, or an offer."""

from collections.abc import Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from integrate.domain.walk import Ask, ConfirmDepth, Enough, Recall
from integrate.tui.turning import Settles
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.field_for import field_for
from integrate.tui.widgets.kept_words import KeptWords
from integrate.tui.widgets.offer_field import OfferField
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.read_on import ReadOn
from integrate.tui.widgets.text_field import TextField
from integrate.tui.widgets.yesno_field import YesNoField
from integrate.words import say


class StepView(Vertical, Settles):
    """One step of a walk: what stands above the question, the question, and the field."""

    DEFAULT_CSS = """
    StepView {
        height: auto;
        &.-fills {
            height: 1fr;
        }
        & .question {
            margin: 0;
        }
        & Field {
            margin-top: 1;
        }
        & .opening {
            margin-bottom: 1;
        }
    }
    """

    def __init__(
        self, step: Ask | Recall | Enough | ConfirmDepth, now: datetime, *, opening: str = ""
    ) -> None:
        """Makes the view.

        Args:
            step: what to show.
            now: when it is shown; earlier words say how long ago they were written.
            opening: what the set says before it begins; only with its first prompt.
        """
        super().__init__()
        self._step = step
        self._now = now
        self._opening = opening
        self.field = _field(step)
        """Takes the answer."""
        # Writing grows with the screen; everything else takes the room that it needs.
        self.set_class(isinstance(self.field, TextField), "-fills")

    def compose(self) -> ComposeResult:
        """From the opening down to the field."""
        match self._step:
            case Ask():
                yield from self._prompt(self._step)
            case Recall():
                yield from self._recall(self._step)
            case ConfirmDepth():
                yield _words(say("guided.depth.ask"), "question")
                yield _words(say("guided.depth.help"), "muted")
            case Enough(minutes=minutes):
                key = "guided.enough" if minutes > 1 else "guided.enough.one"
                yield _words(say(key, count=minutes), "question")
                yield _words(say("guided.enough.help"), "muted")
        yield self.field

    def _prompt(self, step: Ask) -> Iterator[Static | KeptWords]:
        if self._opening:
            yield _words(self._opening, "muted opening")
        if step.heading:
            yield _words(step.heading, "muted")
        if step.shows is not None:
            yield KeptWords(step.shows, self._now)
        yield _words(step.prompt.ask, "question")
        if step.prompt.help:
            yield _words(step.prompt.help, "muted")
        if step.prompt.required:
            yield _words(say("guided.matters"), "muted")

    def _recall(self, step: Recall) -> Iterator[Static | KeptWords]:
        if step.kept is None:
            yield _words(say("guided.recall.none"), "question")
        else:
            yield _words(say("guided.recall"), "muted opening")
            yield KeptWords(step.kept, self._now)

    def take_focus(self) -> None:
        """Puts the keys on the field."""
        self.field.take_focus()

    def take_focus_from_below(self) -> None:
        """Puts the keys at the field's end."""
        self.field.take_focus_from_below()


def _field(step: Ask | Recall | Enough | ConfirmDepth) -> Field:
    match step:
        case Ask():
            return field_for(step.prompt, step.answer)
        case ConfirmDepth():
            return YesNoField(yes=say("guided.depth.yes"), no=say("guided.depth.no"))
        case Enough():
            return OfferField(
                (
                    Pick(value="stop", label=say("guided.enough.stop")),
                    Pick(value="go-on", label=say("guided.enough.on")),
                )
            )
        case Recall():
            return ReadOn()


def _words(text: str, classes: str) -> Static:
    return Static(text, markup=False, classes=classes)
