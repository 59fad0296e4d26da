"""A prompt set or a measure as a paper sheet: one HTML file that needs nothing else.

No script, no link, no picture, no font from elsewhere; whatever a file says is escaped. On paper
nothing can branch, open help or hold back, so the sheet says in words what the program would do.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from integrate.domain.care import Support
from integrate.domain.measure import Item, Measure
from integrate.domain.prompt import Does, Kind, Option, Prompt, PromptSet, Scale
from integrate.library.html_page import lines as _lines
from integrate.library.html_page import page as _page
from integrate.library.html_page import paragraph as _p
from integrate.library.html_page import words as _words
from integrate.words import say

_BOX: Final = "☐"
_MOST_BOXES: Final = 21
"""A longer scale is a number to write."""
_MOST_LINES: Final = 14
_LOWEST_HEADING: Final = 6


def set_sheet(prompt_set: PromptSet, support: Support, branches: Mapping[str, str]) -> str:
    """A prompt set on paper, every prompt in the order of asking.

    Args:
        prompt_set: the set, with options for feeling and body prompts filled in.
        support: says what to call in an emergency.
        branches: by prompt id, when it is to be answered, as half a sentence; the number that it
            speaks of is the prompt's place among those that are no heading.
    """
    head = prompt_set.set
    asked = (each.id for each in prompt_set.flat() if each.kind is not Kind.GROUP)
    numbers = {prompt_id: number for number, prompt_id in enumerate(asked, 1)}
    body = [
        _p(say("cli.prompts.print.minutes", minutes=head.minutes)),
        _p(head.opening),
        *_prompts(prompt_set.prompt, numbers, branches, level=2),
        _p(head.closing),
        _support(support),
    ]
    about = say("cli.prompts.print.by", author=head.author, licence=head.licence)
    return _page(head.title, head.language, body, [about])


def measure_sheet(measure: Measure, support: Support) -> str:
    """A measure on paper: its published words and answers, with its notice, and no scoring."""
    head = measure.measure
    body = [_p(head.instructions)]
    if head.memory:
        body.append(_p(say("cli.prompts.print.memory"), "note"))
    if head.opening:
        body += [_p(head.opening), _boxes([say("answer.yes"), say("answer.no")])]
        body.append(_p(say("cli.prompts.print.after_no"), "note"))
    body += _scale_items(measure) if measure.scale is not None else _table(measure)
    if measure.function_item is not None:
        body.append(_p(measure.function_item.text))
        body.append(_boxes(option.label for option in measure.function_item.options))
    body.append(_support(support))
    return _page(head.title, head.language, body, [head.copyright, head.cite])


def _prompts(
    prompts: tuple[Prompt, ...], numbers: Mapping[str, int], branches: Mapping[str, str], level: int
) -> Iterator[str]:
    for prompt in prompts:
        number = numbers.get(prompt.id)
        lead = f"{number}. " if number else ""
        heading = f"h{min(level, _LOWEST_HEADING)}"
        yield '<section class="heading">' if prompt.prompts else "<section>"
        yield f"<{heading}>{lead}{_words(prompt.ask)}</{heading}>"
        yield _p(prompt.help, "help")
        yield from (_p(note, "note") for note in _notes(prompt, branches))
        yield from _room(prompt)
        yield from _prompts(prompt.prompts, numbers, branches, level + 1)
        yield "</section>"


def _notes(prompt: Prompt, branches: Mapping[str, str]) -> Iterator[str]:
    if prompt.id in branches:
        yield say("cli.prompts.only", conditions=branches[prompt.id])
    if prompt.shows is not None:
        yield say("cli.prompts.print.shows")
    if prompt.memory or prompt.depth == 3:  # noqa: PLR2004 - near a hard memory, as in the format
        yield say("cli.prompts.print.near")
    if prompt.gate is not None:
        yield say("cli.prompts.print.gate")
    if prompt.does_if is not None:
        does = _told(prompt.does_if.does)
        yield say("cli.prompts.print.from", least=prompt.does_if.at_least, does=does)


def _room(prompt: Prompt) -> Iterator[str]:
    """Where the answer goes."""
    match prompt.kind:
        case Kind.GROUP | Kind.DISPLAY:
            return
        case Kind.TEXT:
            yield _lines(min(prompt.text.lines, _MOST_LINES) if prompt.text else 6)
        case Kind.SCALE:
            yield _scale(prompt.scale or Scale())
        case Kind.YESNO:
            yield _boxes([say("answer.yes"), say("answer.no")])
        case Kind.NUMBER:
            yield _p(prompt.number.unit if prompt.number else "", "help")
            yield _lines(1)
        case Kind.DATE | Kind.TIME:
            yield _lines(1)
        case _:
            yield from _options(prompt)
    if prompt.other:
        yield _p(say("cli.prompts.print.other"))
        yield _lines(1)


def _options(prompt: Prompt) -> Iterator[str]:
    one = prompt.kind is Kind.CHOICE
    yield _p(say("cli.prompts.print.one" if one else "cli.prompts.print.any"), "help")
    yield _boxes(map(_option, prompt.options))
    if prompt.words:
        yield _p(say("cli.prompts.print.word"), "help")
        yield _boxes(map(_option, prompt.words))


def _option(option: Option) -> str:
    if option.does is None:
        return option.label
    return say("cli.prompts.print.option", label=option.label, does=_told(option.does))


def _told(does: Does) -> str:
    return say(f"cli.prompts.print.does.{does.value}")


def _scale(scale: Scale) -> str:
    low = f"{scale.low} {scale.low_label}".rstrip()
    high = f"{scale.high} {scale.high_label}".rstrip()
    ends = _p(say("cli.prompts.print.scale", low=low, high=high), "help")
    steps = scale.steps()
    if len(steps) > _MOST_BOXES:
        return ends + "\n" + _lines(1)
    return ends + "\n" + _boxes(map(str, steps), "steps")


def _table(measure: Measure) -> Iterator[str]:
    yield "<table>"
    if measure.measure.stem:
        yield f"<caption>{_words(measure.measure.stem)}</caption>"
    heads = "".join(
        f'<th scope="col">{_words(each.label)}<br>{each.value}</th>' for each in measure.options
    )
    yield f"<thead><tr><td></td>{heads}</tr></thead>"
    yield "<tbody>"
    cells = f"<td>{_BOX}</td>" * len(measure.options)
    for item in measure.items:
        yield f'<tr><th scope="row">{item.n}. {_words(item.text)}</th>{cells}</tr>'
        if note := _item_note(item):
            yield f'<tr><td colspan="{len(measure.options) + 1}">{note}</td></tr>'
    yield "</tbody>"
    yield "</table>"


def _scale_items(measure: Measure) -> Iterator[str]:
    yield _p(measure.measure.stem)
    for item in measure.items:
        yield "<section>"
        yield f"<h2>{item.n}. {_words(item.text)}</h2>"
        yield _scale(measure.scale or Scale())
        yield _item_note(item)
        yield "</section>"


def _item_note(item: Item) -> str:
    """Our own words beside an item, and marked as such: help stands where it is needed."""
    if item.does_if is None:
        return ""
    does = _told(item.does_if.does)
    return _p(say("cli.prompts.print.from", least=item.does_if.at_least, does=does), "note")


def _support(support: Support) -> str:
    told = say("cli.prompts.print.support", emergency=support.emergency_elsewhere)
    return f'<aside class="support">{_p(told)}</aside>'


def _boxes(labels: Iterable[str], kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    rows = "".join(f"<li>{_BOX} {_words(label)}</li>" for label in labels)
    return f"<ul{named}>{rows}</ul>"
