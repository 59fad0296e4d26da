"""What an answer sets in motion."""

from typing import Final

from integrate.domain.answer import Answer
from integrate.domain.prompt import Does, Kind, Prompt
from integrate.domain.step import Ending

_PEOPLE_FIRST: Final = (
    Does.SUPPORT,
    Does.SHOW_PEOPLE,
    Does.SHOW_CARE_TEAM,
    Does.SHOW_LINES,
    Does.GROUND,
    Does.SHOW_NOTE,
    Does.PARK,
    Does.STOP,
)


def is_blank(prompt: Prompt, answer: Answer) -> bool:
    """Whether nothing was said: an empty page, or no option chosen."""
    if prompt.kind is Kind.TEXT:
        return not str(answer.value).strip()
    return answer.value in ((), "") and not answer.other


def does(prompt: Prompt, answer: Answer) -> list[Does]:
    """What the answer sets in motion, people first."""
    found: list[Does] = []
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    for value in values:
        option = prompt.option(value) if isinstance(value, str) else None
        if option and option.does:
            found.append(option.does)
    rule = prompt.does_if
    if rule and isinstance(answer.value, int | float) and answer.value >= rule.at_least:
        found.append(rule.does)
    return sorted(found, key=_PEOPLE_FIRST.index)


def ending(prompt: Prompt, answer: Answer) -> Ending | None:
    """How the walk ends with this answer, if it does."""
    found = does(prompt, answer)
    if Does.STOP in found:
        return Ending.STOPPED
    return Ending.PARKED if Does.PARK in found else None
