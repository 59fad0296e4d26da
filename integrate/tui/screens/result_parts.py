"""What a measure's answers come to, as parts to read."""

from collections.abc import Sequence

from msgspec.structs import replace

from integrate.domain.entry import Entry
from integrate.journal.journal import Journal
from integrate.tui.widgets.reading import Part


def result_parts(journal: Journal, entry: Entry) -> Sequence[Part]:
    """The total first, the notice quietly at the end; nothing where no measure was answered."""
    from integrate.journal.result_said import lines_of  # most pages answer no measure

    return _parts(lines_of(journal, entry))


def _parts(lines: Sequence[str]) -> list[Part]:
    """An empty line is the gap after the one before it."""
    parts: list[Part] = []
    for line in lines:
        if line:
            parts.append(Part(text=line))
        elif parts:
            parts[-1] = replace(parts[-1], gap=1)
    if parts:
        parts[0] = replace(parts[0], look="title")
        parts[-1] = replace(parts[-1], look="quiet", gap=1)
    return parts
