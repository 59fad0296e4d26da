"""Answers: what a person said to one prompt, checked against that prompt."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Final

from msgspec import Struct

from integrate.domain.prompt import Kind, Number, Option, Prompt, Text

Value = bool | int | float | str | tuple[str, ...]
"""yesno: bool · scale: int · number: int or float · text: str · choice: an option's value ·
multi and feeling: option values · body: the spots, then the words · date and time: ISO 8601."""

LONGEST_OTHER: Final = 2_000
"""Characters in a line of own words beside the options."""
_LARGEST: Final = 10**15
"""Beyond this a number is a slip of the keyboard, and no longer exact in a float."""


class AnswerRefused(ValueError):
    """The answer does not fit its prompt. Nothing was changed."""

    def __init__(self, reason: str, **parts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        """Which sentence of the catalogue says what is wrong: `answer.<reason>`."""
        self.parts = parts
        """What that sentence needs."""


class Answer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer to one prompt."""

    value: Value
    other: str = ""
    """Own words beside the options ("something else…")."""

    def words(self, prompt: Prompt) -> str:
        """What the person wrote themselves, if anything, in answer to this prompt."""
        own = str(self.value) if prompt.kind is Kind.TEXT else self.other
        return own.strip()


def answer_to(prompt: Prompt, value: Value | Sequence[str], other: str = "") -> Answer:
    """A checked answer.

    Raises:
        AnswerRefused: if the value is not one that this prompt takes.
    """
    other = other.strip()
    if other and not prompt.other:
        raise AnswerRefused("no-other")
    _in_length(other, LONGEST_OTHER)
    check = _CHECKS.get(prompt.kind)
    if check is None:
        raise AnswerRefused("nothing-to-answer")
    return Answer(value=check(prompt, value, other), other=other)


def _text(prompt: Prompt, value: Any, _other: str) -> Value:
    if not isinstance(value, str):
        raise AnswerRefused("words")
    _in_length(value, (prompt.text or Text()).max_length)
    return value


def _in_length(words: str, longest: int) -> None:
    if len(words) > longest:
        raise AnswerRefused("too-long", longest=longest)
    if not _is_writable(words):
        raise AnswerRefused("words")


def _is_writable(words: str) -> bool:
    """Half a surrogate pair, as a broken terminal sends it, cannot be kept."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _scale(prompt: Prompt, value: Any, _other: str) -> Value:
    steps = prompt.steps
    if not isinstance(value, int) or isinstance(value, bool) or value not in steps:
        reason = "scale" if steps.step == 1 else "scale-step"
        raise AnswerRefused(reason, low=steps[0], high=steps[-1], step=steps.step)
    return value


def _number(prompt: Prompt, value: Any, _other: str) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise AnswerRefused("number")
    if not -_LARGEST <= value <= _LARGEST:  # also what is no number at all
        raise AnswerRefused("number")
    _in_bounds(value, prompt.number or Number())
    return value


def _in_bounds(value: float, bounds: Number) -> None:
    low, high = bounds.min, bounds.max
    if (low is not None and value < low) or (high is not None and value > high):
        reason = (
            "number-least" if high is None else "number-most" if low is None else "number-range"
        )
        raise AnswerRefused(reason, low=_plain(low), high=_plain(high))
    if bounds.step:
        steps = (value - (low or 0)) / bounds.step
        if abs(steps - round(steps)) > 1e-6:  # noqa: PLR2004 - the slack of binary fractions
            raise AnswerRefused("number-step", step=_plain(bounds.step))


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _yesno(_prompt: Prompt, value: Any, _other: str) -> Value:
    if not isinstance(value, bool):
        raise AnswerRefused("yesno")
    return value


def _choice(prompt: Prompt, value: Any, other: str) -> Value:
    if value == "" and other:
        return ""
    if not isinstance(value, str) or not _among(value, prompt.options):
        raise AnswerRefused("choice", most=len(prompt.options))
    return value


def _multi(prompt: Prompt, value: Any, other: str) -> Value:
    chosen = _several(value, prompt.options, prompt)
    alone = [each.value for each in prompt.options if each.exclusive and each.value in chosen]
    if alone and (len(chosen) > 1 or other):
        raise AnswerRefused("exclusive", label=_label(alone[0], prompt.options))
    return chosen


def _body(prompt: Prompt, value: Any, _other: str) -> Value:
    return _several(value, (*prompt.options, *prompt.words), prompt)


def _several(value: Any, options: Sequence[Option], prompt: Prompt) -> tuple[str, ...]:
    """The chosen values without repeats, in the prompt's own order."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise AnswerRefused("choice", most=len(prompt.options))
    if any(not _among(each, options) for each in value):
        raise AnswerRefused("choice", most=len(prompt.options))
    return tuple(option.value for option in options if option.value in value)


def _among(value: object, options: Sequence[Option]) -> bool:
    return any(option.value == value for option in options)


def _label(value: str, options: Sequence[Option]) -> str:
    return next(option.label for option in options if option.value == value)


def _date(_prompt: Prompt, value: Any, _other: str) -> Value:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise AnswerRefused("date") from None


def _time(_prompt: Prompt, value: Any, _other: str) -> Value:
    try:
        told = time.fromisoformat(value)
    except (TypeError, ValueError):
        raise AnswerRefused("time") from None
    return told.replace(tzinfo=None).isoformat("minutes")


_CHECKS = {
    Kind.TEXT: _text,
    Kind.SCALE: _scale,
    Kind.NUMBER: _number,
    Kind.YESNO: _yesno,
    Kind.CHOICE: _choice,
    Kind.MULTI: _multi,
    Kind.FEELING: _multi,
    Kind.BODY: _body,
    Kind.DATE: _date,
    Kind.TIME: _time,
}
