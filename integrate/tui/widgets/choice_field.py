"""The field of choice, multi, feeling and body prompts."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind, Prompt
from integrate.tui.widgets.choice_list import ChoiceList, Group
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.line import Line
from integrate.words import say


class ChoiceField(Field):
    """Options, and under them a line of own words where the prompt offers one."""

    DEFAULT_CSS = """
    ChoiceField {
        & .own {
            height: 1;
            margin-top: 1;
        }
        & .own-label {
            width: auto;
            padding: 0 2 0 1;
            color: $text-muted;
        }
        & Line {
            width: 1fr;
        }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual reads it from the class and changes nothing
        Binding("down", "leave", show=False),
        Binding("up", "back_up", show=False),
    ]

    def __init__(self, prompt: Prompt, answer: Answer | None) -> None:
        super().__init__()
        self.given = (answer.value, answer.other) if answer else (None, "")
        self._several = prompt.kind is not Kind.CHOICE
        chosen = _values(answer)
        groups = _groups(prompt)
        self._list = ChoiceList(
            groups, several=self._several, chosen=chosen, own_number=prompt.other
        )
        self._own: Line | None = None
        if prompt.other:
            self._own = Line(answer.other if answer else "", placeholder=say("field.own"))

    def compose(self) -> ComposeResult:
        """The list, then the line."""
        yield self._list
        if self._own is not None:
            with Horizontal(classes="own"):
                number = f"{self._list.last_number:>2}"
                yield Static(f"{number}  {say('field.other')}", markup=False, classes="own-label")
                yield self._own

    def take(self) -> None:
        """Takes the option that the cursor stands on."""
        if self._list.has_focus:
            self._list.take()

    def take_focus(self) -> None:
        """Puts the keys on the options; the question above them stays where it is."""
        self.screen.set_focus(self._list, scroll_visible=False)

    def take_focus_from_below(self) -> None:
        """Puts the keys on the last thing here."""
        if self._own is not None:
            self._own.focus()
        else:
            self._list.stand_on_last()

    def action_leave(self) -> None:
        """Down from the line of own words."""
        self.post_message(self.Left(self))

    def action_back_up(self) -> None:
        """Up from the line of own words."""
        self._list.stand_on_last()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Tells the answer."""
        event.stop()
        self._tell()

    def on_input_changed(self, event: Line.Changed) -> None:
        """Tells the answer with the own words."""
        event.stop()
        self._tell()

    def on_choice_list_entered(self, event: ChoiceList.Entered) -> None:
        """Goes on."""
        event.stop()
        self.post_message(self.Entered(self))

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Goes on."""
        event.stop()
        self.post_message(self.Entered(self))

    def on_choice_list_left(self, event: ChoiceList.Left) -> None:
        """To the line of own words where there is one; otherwise out."""
        event.stop()
        if self._own is not None:
            self._own.focus()
        else:
            self.post_message(self.Left(self))

    def _tell(self) -> None:
        other = self._own.value.strip() if self._own is not None else ""
        values = self._list.values
        if not values and not other:
            self.give(None)
        elif self._several:
            self.give(values, other)
        else:
            self.give(values[0] if values else "", other)


def _values(answer: Answer | None) -> Sequence[str]:
    if answer is None:
        return ()
    return answer.value if isinstance(answer.value, tuple) else (str(answer.value),)


def _groups(prompt: Prompt) -> list[Group]:
    if prompt.kind is Kind.BODY:
        return [(say("field.body.where"), prompt.options), (say("field.body.how"), prompt.words)]
    return [("", prompt.options)]
