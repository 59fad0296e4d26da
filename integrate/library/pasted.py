"""Questions as people paste them, one a line, made into prompts; and answers, one a line."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec.structs import replace

from integrate.domain.prompt import Kind, Option, Prompt, Scale
from integrate.library.beginning import id_from, questions_in
from integrate.text import clean

_SPAN: Final = re.compile(r"\(?(\d{1,3})\s?(?:-|–|to)\s?(\d{1,3})\)?\.?")
_BETWEEN_ANSWERS: Final = re.compile(r"\s/\s")
MOST_ANSWERS: Final = 60
"""To one question; even the list of feelings is shorter (our choice)."""
_MOST_STEPS: Final = 100
_MUCH_ALIKE: Final = 0.5
"""From here on an answer was reworded rather than replaced (our choice)."""


def prompts_in(pasted: str, taken: Collection[str] = ()) -> tuple[Prompt, ...]:
    """The prompts that a text makes, each with an id of its own.

    A line ends with its question mark, or is a question in own words as it stands. After the mark
    `a / b / c` makes a choice, `yes / no` that kind, and `0-10` a scale.

    Args:
        pasted: one question a line, with or without the marks of a list.
        taken: ids that are not free.
    """
    made: list[Prompt] = []
    used = set(taken)
    for line in questions_in(pasted):
        prompt = _prompt(line, used)
        used.add(prompt.id)
        made.append(prompt)
    return tuple(made)


def free_id(words: str, taken: Collection[str], otherwise: str) -> str:
    """An id from these words that nothing else has."""
    wanted = id_from(words, otherwise)
    if wanted not in taken:
        return wanted
    number = 2
    while (made := f"{wanted}-{number}") in taken:
        number += 1
    return made


def options_in(lines: str, before: Sequence[Option] = ()) -> tuple[Option, ...]:
    """Answers to choose from, one a line.

    An answer that stays, moves or is only reworded keeps its value, which answers refer to, and
    whatever else the file says of it. A new one gets a value from its words.

    Args:
        lines: one answer a line, with or without the marks of a list.
        before: the answers as they are now.
    """
    labels = tuple(dict.fromkeys(questions_in(lines)))
    kept = _kept(labels, before)
    taken = {option.value for option in before}
    made: list[Option] = []
    for number, label in enumerate(labels, 1):
        if label in kept:
            made.append(replace(kept[label], label=label))
            continue
        value = free_id(label, taken, f"answer-{number}")
        taken.add(value)
        made.append(Option(value=value, label=label))
    return tuple(made)


def _kept(labels: Sequence[str], before: Sequence[Option]) -> dict[str, Option]:
    """For each label the answer that it was before, if it was one."""
    same = {option.label: option for option in before}
    kept = {label: same[label] for label in labels if label in same}
    old = [option for option in before if option.label not in kept]
    new = [label for label in labels if label not in kept]
    if len(old) == len(new):  # as many as before: in their places, where they are still alike
        pairs = zip(old, new, strict=True)
        kept |= {label: option for option, label in pairs if _alike(option.label, label)}
    return kept


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _MUCH_ALIKE


def _prompt(line: str, taken: Collection[str]) -> Prompt:
    ask, mark, rest = line.rpartition("?")
    ask, rest = ask + mark, clean(rest, one_line=True)
    found = _answered_by(rest) if mark and rest else None
    if found is None:
        ask, found = line, {"kind": Kind.TEXT}
    prompt_id = free_id(ask, taken, f"question-{len(taken) + 1}")
    return replace(Prompt(id=prompt_id, kind=Kind.TEXT, ask=ask), **found)


def _answered_by(rest: str) -> dict[str, object] | None:
    """What the words after a question mark say of its answers; `None`: nothing that we know."""
    if span := _SPAN.fullmatch(rest):
        low, high = map(int, span.groups())
        if low < high <= low + _MOST_STEPS:
            return {"kind": Kind.SCALE, "scale": Scale(low=low, high=high)}
        return None
    labels = tuple(_answers(rest))
    if [label.casefold() for label in labels] == ["yes", "no"]:
        return {"kind": Kind.YESNO}
    if len(labels) > 1:
        return {"kind": Kind.CHOICE, "options": options_in("\n".join(labels))}
    return None


def _answers(rest: str) -> Iterator[str]:
    for part in _BETWEEN_ANSWERS.split(rest):
        if any(map(str.isalnum, part)):
            yield part.strip()
