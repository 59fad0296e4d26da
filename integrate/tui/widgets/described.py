"""What a set says of itself, as words to read."""

from collections.abc import Iterable, Iterator

from integrate.journal.described import Line
from integrate.tui.widgets.reading import Look, Part


def parts_of(lines: Iterable[Line]) -> Iterator[Part]:
    """Headings stand out, what is beside the point is quiet."""
    for line in lines:
        look: Look = "title" if line.heading else "quiet" if line.quiet else "said"
        yield Part(text=line.text, look=look, gap=line.gap)
