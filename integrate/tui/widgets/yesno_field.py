"""The field of a yes/no prompt."""

from textual.app import ComposeResult
from textual.binding import Binding

from integrate.domain.prompt import Option
from integrate.tui.widgets.choice_list import ChoiceList
from integrate.tui.widgets.field import Field
from integrate.words import say


class YesNoField(Field):
    """Yes or no; `y` and `n` work beside the digits."""

    BINDINGS = [  # noqa: RUF012 - Textual reads it from the class and changes nothing
        Binding("y", "say(True)", show=False),
        Binding("n", "say(False)", show=False),
    ]

    def __init__(self, *, value: bool | None = None, yes: str = "", no: str = "") -> None:
        """Makes the field.

        Args:
            value: the answer given before.
            yes: how yes reads, where a plain yes is not enough.
            no: how no reads.
        """
        super().__init__()
        self.given = (value, "")
        options = (
            Option(value="yes", label=yes or say("field.yes")),
            Option(value="no", label=no or say("field.no")),
        )
        chosen = () if value is None else ("yes" if value else "no",)
        self._list = ChoiceList([("", options)], several=False, chosen=chosen)

    def compose(self) -> ComposeResult:
        """Two options."""
        yield self._list

    def take(self) -> None:
        """Takes the option that the cursor stands on."""
        self._list.take()

    def take_focus(self) -> None:
        """Puts the keys on the options."""
        self.screen.set_focus(self._list)

    def take_focus_from_below(self) -> None:
        """Puts the keys on "no"."""
        self._list.stand_on_last()

    def action_say(self, yes: bool) -> None:  # noqa: FBT001 - an action takes its argument by place
        """Chooses by letter."""
        self._list.choose("yes" if yes else "no")

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        """Tells the answer."""
        event.stop()
        self.give(event.values == ("yes",) if event.values else None)

    def on_choice_list_entered(self, event: ChoiceList.Entered) -> None:
        """Goes on."""
        event.stop()
        self.post_message(self.Entered(self))

    def on_choice_list_left(self, event: ChoiceList.Left) -> None:
        """Out."""
        event.stop()
        self.post_message(self.Left(self))
