"""Long sentences on lines of their own, no wider than a small terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

WIDTH: Final = 76
"""In characters; with a margin, 80 columns hold it."""
_BULLET: Final = "- "


def folded(text: str, *, indent: int = 0, lead: str = "") -> Iterator[str]:
    """The text in lines.

    Args:
        text: what is said; its own line ends stay.
        indent: how many columns stay free on the left.
        lead: what stands before the first line, such as a number; later ones are set in under it.
    """
    left = " " * indent
    for number, paragraph in enumerate(text.splitlines() or [""]):
        first = left + (lead if number == 0 else " " * len(lead))
        hang = len(lead) or (len(_BULLET) if paragraph.startswith(_BULLET) else 0)
        yield from textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=first,
            subsequent_indent=left + " " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def all_folded(texts: Iterable[str], *, indent: int = 0) -> Iterator[str]:
    """Each text in lines."""
    for text in texts:
        yield from folded(text, indent=indent)
