"""All prompt sets and measures: as calm columns, and as `--json` has them."""

from collections.abc import Iterator
from typing import Any, Final

from rich.cells import cell_len, set_cell_size

from integrate.cli.set_lines import numbered
from integrate.domain.prompt import PromptSet, When
from integrate.library import Library
from integrate.words import say

_GAP: Final = "  "


def prompt_table(library: Library) -> Iterator[str]:
    """A line for each set and each measure; the title is last, as it alone can be long."""
    head = [say(f"cli.prompts.head.{name}") for name in ("id", "prompts", "minutes", "for")]
    rows = [(*head, say("cli.prompts.head.title"))]
    rows += [_row(each, library) for each in library.sets().values()]
    yield say("cli.prompts.sets")
    yield from aligned(rows)
    yield from ("", say("cli.prompts.measures"))
    yield from aligned([(each.id, each.measure.title) for each in library.measures().values()])


def listed(library: Library) -> dict[str, Any]:
    """The same for a script."""
    return {
        "sets": [_shape(each) for each in library.sets().values()],
        "measures": [
            {"id": each.id, "title": each.measure.title} for each in library.measures().values()
        ],
    }


def _shape(each: PromptSet) -> dict[str, Any]:
    """A set; `phases` is empty where it is for some hours, or only when chosen."""
    when = each.when
    hours = when.hours if when else None
    return {
        "id": each.id,
        "title": each.title,
        "author": each.set.author,
        "prompts": len(numbered(each)),
        "minutes": each.set.minutes,
        "phases": [when.phase] if when and when.phase else [],
        "hours": [hours.from_, hours.to] if hours else None,
    }


def _row(each: PromptSet, library: Library) -> tuple[str, ...]:
    head = each.set
    count, minutes = str(len(numbered(each))), str(head.minutes)
    titled = say("cli.prompts.by", title=head.title, author=head.author)
    return (each.id, count, minutes, for_when(each.when, library), titled)


def for_when(when: When | None, library: Library) -> str:
    """When a set is offered, in a word or two."""
    if when is None:
        return say("cli.prompts.chosen")
    if when.hours is not None:
        return say("cli.prompts.hours", low=f"{when.hours.from_:g}", high=f"{when.hours.to:g}")
    phase = library.phase_tables().named(when.phase or "")
    return phase.name if phase else when.phase or ""


def aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as they need to be; numbers stand to the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for *cells, last in rows:
        padded = [_padded(each, width) for each, width in zip(cells, widths, strict=False)]
        yield _GAP.join([*padded, last])


def _padded(cell: str, width: int) -> str:
    return cell.rjust(width) if cell.isdecimal() else set_cell_size(cell, width)
