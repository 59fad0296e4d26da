"""Which field a prompt gets."""

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind, Prompt
from integrate.tui.widgets.choice_field import ChoiceField
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.line_field import LineField
from integrate.tui.widgets.read_on import ReadOn
from integrate.tui.widgets.scale import Scale
from integrate.tui.widgets.text_field import TextField
from integrate.tui.widgets.yesno_field import YesNoField
from integrate.words import say


def field_for(prompt: Prompt, answer: Answer | None) -> Field:
    """The field that takes this prompt's answer."""
    value = answer.value if answer else None
    match prompt.kind:
        case Kind.TEXT:
            return TextField(
                value if isinstance(value, str) else "", placeholder=say("field.write")
            )
        case Kind.SCALE:
            return Scale(prompt, value if isinstance(value, int) else None)
        case Kind.YESNO:
            return YesNoField(value=value if isinstance(value, bool) else None)
        case Kind.CHOICE | Kind.MULTI | Kind.FEELING | Kind.BODY:
            return ChoiceField(prompt, answer)
        case Kind.NUMBER | Kind.DATE | Kind.TIME:
            return LineField(prompt, answer)
        case Kind.DISPLAY | Kind.GROUP:
            return ReadOn()
