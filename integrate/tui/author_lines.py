"""How a set, its questions and their conditions are told on the pages for writing one."""

from collections.abc import Iterator
from typing import Final

from integrate.domain.phase import PhaseTables
from integrate.domain.prompt import Condition, Kind, Prompt, PromptSet, ShownIf, When
from integrate.library.condition import single
from integrate.library.manuscript import At, Manuscript
from integrate.tui.desk import Desk
from integrate.tui.widgets.row_list import Column, Row
from integrate.words import say

HEAD: Final = "head"
ADD: Final = "add"
PASTE: Final = "paste"
COLUMNS: Final = (Column(width=4), Column(width=7), Column(share=1))
"""Number, kind, question."""


def rows(desk: Desk) -> list[Row]:
    """The head, every question, and what can be added."""
    manuscript = desk.manuscript
    title = _marked(manuscript.head.title or say("author.untitled"), desk.about(()))
    lines = [Row(cells=("", say("author.row.head"), title), key=HEAD)]
    for at, prompt in manuscript.placed():
        ask = _marked(prompt.ask, desk.about(at))
        cells = (number(at), say(f"author.kind.{prompt.kind.value}"), "  " * (len(at) - 1) + ask)
        lines.append(Row(cells=cells, key=key_of(at)))
    lines.append(Row(cells=("", "", say("author.row.add")), key=ADD, quiet=True))
    lines.append(Row(cells=("", "", say("author.row.paste")), key=PASTE, quiet=True))
    return lines


def _marked(text: str, to_mend: tuple[str, ...]) -> str:
    return say("author.mend", ask=text) if to_mend else text


def number(at: At) -> str:
    """How a place is written: 3, or 3.1 for what stands under it."""
    return ".".join(str(index + 1) for index in at)


def key_of(at: At) -> str:
    """The row that a place has."""
    return ".".join(map(str, at))


def at_in(key: str | None) -> At:
    """The place that a row stands for; empty where it stands for no question."""
    return tuple(map(int, (key or "").split("."))) if (key or "")[:1].isdecimal() else ()


def about(manuscript: Manuscript) -> str:
    """Title, number of questions, and how long they take."""
    head = manuscript.head
    parts: dict[str, object] = {"title": head.title or say("author.untitled")}
    count = sum(1 for _, prompt in manuscript.placed() if prompt.kind is not Kind.GROUP)
    if not count:
        return say("author.about.none", **parts)
    parts["minutes"] = head.minutes
    if count == 1:
        return say("author.about.one", **parts)
    return say("author.about", count=count, **parts)


def state(desk: Desk) -> str:
    """Whether it is saved, and whether there is anything to mend."""
    saved = say(f"author.state.{'unsaved' if desk.unsaved else 'new' if desk.new else 'saved'}")
    count = len(desk.findings)
    mend = say("author.state.mend", count=count) if count else say("author.state.well")
    return f"{saved} {mend}"


def told(desk: Desk, key: str | None) -> tuple[str, str]:
    """What stands under the cursor, in full: its words, and quieter ones."""
    if key == HEAD:
        head, tables = desk.manuscript.head, desk.library.phase_tables()
        lines = [head.author, head.opening, head.closing, when(desk.manuscript.now.when, tables)]
        title = head.title or say("author.untitled")
        return title, _lines(*mending(desk.about(())), *lines)
    at = at_in(key)
    if not at:
        return "", ""
    prompt = desk.manuscript.prompt(at)
    more = list(_more(prompt, desk.manuscript.now))
    return prompt.ask, _lines(*mending(desk.about(at)), prompt.help, *more)


def mending(findings: tuple[str, ...]) -> list[str]:
    """Findings, each as a sentence of its own."""
    return [say("author.to_mend", finding=each) for each in findings]


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _more(prompt: Prompt, prompt_set: PromptSet) -> Iterator[str]:
    if answered := answers(prompt):
        yield answered
    if prompt.depth > 1:
        yield say(f"author.depth.{prompt.depth}")
    if prompt.shown_if is not None:
        yield shown(prompt.shown_if, prompt_set)


def answers(prompt: Prompt) -> str:
    """The answers to choose from, or a scale with its ends."""
    if prompt.kind is Kind.SCALE and prompt.scale is not None:
        scale = prompt.scale
        parts = {"low": scale.low, "high": scale.high}
        if not (scale.low_label or scale.high_label):
            return say("author.scale", **parts)
        ends = {"low_label": scale.low_label, "high_label": scale.high_label}
        return say("author.scale.ends", **parts, **ends)
    return say("author.answers").join(option.label for option in prompt.options)


def shown(rule: ShownIf | None, prompt_set: PromptSet) -> str:
    """When a question is shown."""
    if rule is None:
        return say("author.shown.always")
    condition = single(rule)
    asked = {prompt.id: prompt for prompt in prompt_set.flat()}
    if condition is None or condition.prompt not in asked:
        return say("author.shown.other")
    prompt = asked[condition.prompt]
    return say("author.shown.only", ask=prompt.ask, test=test(condition, prompt))


def test(condition: Condition, asked: Prompt) -> str:
    """What a condition asks of an answer."""
    value = condition.value
    if condition.is_ == "exists":
        return say("author.test.exists.yes" if value else "author.test.exists.no")
    if isinstance(value, bool):
        value = say("author.yes" if value else "author.no")
    elif isinstance(value, str):
        option = asked.option(value)
        value = option.label if option else value
    return say(f"author.test.{condition.is_}", value=value)


def when(offered: When | None, tables: PhaseTables) -> str:
    """When a set is offered."""
    if offered is None:
        return say("author.when.none")
    if offered.hours is not None:
        low, high = f"{offered.hours.from_:g}", f"{offered.hours.to:g}"
        return say("author.when.hours", low=low, high=high)
    table = tables.talk if offered.table == "talk" else tables.dosing
    phase = table.phase(offered.phase or "")
    return say(f"author.when.{offered.table}", phase=phase.name if phase else offered.phase)
