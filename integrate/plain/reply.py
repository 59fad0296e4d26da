"""From a typed line to an answer."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from integrate.domain.answer import AnswerRefused, Value
from integrate.domain.prompt import Kind, Option, Prompt
from integrate.words import say


class Reply(Struct, frozen=True, kw_only=True):
    """What one line came to."""

    value: Value
    wants_words: bool = False
    """Something else was chosen: its own words follow on the next line."""


def reply_to(prompt: Prompt, line: str, today: date) -> Reply:
    """What a line says to a prompt of any kind but text and body.

    Options are named by their number, their value or their label.

    Raises:
        AnswerRefused: if it cannot be read as an answer of this kind.
    """
    word = line.strip()
    if prompt.kind is Kind.DATE:
        return Reply(value=_day(word, today))
    reader = _READERS.get(prompt.kind)
    return Reply(value=reader(prompt, word)) if reader else _options(prompt, word)


def _whole(prompt: Prompt, word: str) -> int:
    try:
        return int(word)
    except ValueError:
        steps = prompt.steps
        raise AnswerRefused("scale", low=steps[0], high=steps[-1]) from None


def _number(_prompt: Prompt, word: str) -> float:
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        raise AnswerRefused("number") from None
    return int(number) if number.is_integer() else number


def _yes_or_no(_prompt: Prompt, word: str) -> bool:
    said = word.casefold()
    if said in {"1", say("answer.yes").casefold(), say("answer.yes").casefold()[0]}:
        return True
    if said in {"2", say("answer.no").casefold(), say("answer.no").casefold()[0]}:
        return False
    raise AnswerRefused("yesno")


def _options(prompt: Prompt, line: str) -> Reply:
    several = prompt.kind is not Kind.CHOICE
    words = split(line, prompt.options) if several else [line]
    own = [word for word in words if _is_other(prompt, word)]
    chosen = tuple(named(word, prompt.options, prompt).value for word in words if word not in own)
    value = chosen if several else next(iter(chosen), "")
    return Reply(value=value, wants_words=bool(own))


def split(line: str, options: Sequence[Option]) -> list[str]:
    """The options that a line names, apart by commas; numbers may also be apart by spaces."""
    if _named(line.strip(), options):
        return [line.strip()]
    by_comma = [word.strip() for word in line.split(",") if word.strip()]
    words: list[str] = []
    for word in by_comma:
        numbers = word.split()
        words.extend(numbers if all(each.isdecimal() for each in numbers) else [word])
    return words


def named(word: str, options: Sequence[Option], prompt: Prompt) -> Option:
    """The option that a word names.

    Raises:
        AnswerRefused: if none has that number, value or label.
    """
    option = _named(word, options)
    if option is None:
        most = len(options) + (1 if prompt.other else 0)
        raise AnswerRefused("choice", most=most)
    return option


def _named(word: str, options: Sequence[Option]) -> Option | None:
    if word.isdecimal() and 1 <= int(word) <= len(options):
        return options[int(word) - 1]
    said = word.casefold()
    return next(
        (each for each in options if said in {each.value.casefold(), each.label.casefold()}), None
    )


def _is_other(prompt: Prompt, word: str) -> bool:
    return prompt.other and word == str(len(prompt.options) + 1)


_DAYS: Final = {"plain.today": 0, "plain.yesterday": 1}


def _day(word: str, today: date) -> str:
    for key, ago in _DAYS.items():
        if word.casefold() == say(key):
            return (today - timedelta(days=ago)).isoformat()
    return word


def _hour(_prompt: Prompt, word: str) -> str:
    """`7:30` is as good as `07:30`."""
    return word.zfill(5) if ":" in word else word


_READERS: Final[dict[Kind, Callable[[Prompt, str], Value]]] = {
    Kind.SCALE: _whole,
    Kind.NUMBER: _number,
    Kind.YESNO: _yes_or_no,
    Kind.TIME: _hour,
}
