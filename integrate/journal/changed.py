"""What was changed between two texts, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from msgspec import Struct

How = Literal["same", "gone", "new"]

_CJK: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts without spaces between words: there each sign counts as one."""
_TOKENS: Final = re.compile(rf"\s+|[{_CJK}]|[^\s{_CJK}]+")
_MOST: Final = 4_000_000
"""Pairs of words that are compared; a larger rewriting is shown as a whole."""


class Stretch(Struct, frozen=True, kw_only=True):
    """Some words in a row that had the same fate."""

    how: How
    text: str


def changed(before: str, after: str) -> tuple[Stretch, ...]:
    """The two texts in one: what stayed, what went, and what came, in reading order.

    Without what is new it gives the text before, without what is gone the one after.
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    steps: list[Stretch] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            steps.append(Stretch(how="same", text="".join(old[a:b])))
        else:
            steps += _by_words("".join(old[a:b]), "".join(new[c:d]))
    return tuple(_joined(_calm(steps)))


def _by_words(before: str, after: str) -> Iterator[Stretch]:
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) * len(new) > _MOST:
        yield from _swap(before, after)
        return
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield Stretch(how="same", text="".join(old[a:b]))
        else:
            yield from _swap("".join(old[a:b]), "".join(new[c:d]))


def _swap(before: str, after: str) -> Iterator[Stretch]:
    if before:
        yield Stretch(how="gone", text=before)
    if after:
        yield Stretch(how="new", text=after)


def _calm(steps: Sequence[Stretch]) -> Iterator[Stretch]:
    """A gap that stayed between two changes belongs to both: nobody reads blanks."""
    last = len(steps) - 1
    for at, each in enumerate(steps):
        between = 0 < at < last and not each.text.strip()
        if each.how == "same" and between and "\n" not in each.text:
            yield from _swap(each.text, each.text)
        else:
            yield each


def _joined(steps: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one fate as one; within a change what went stands before what came."""
    gone, new = "", ""
    same = ""
    for each in steps:
        if each.how == "same":
            yield from _swap(gone, new)
            gone, new, same = "", "", same + each.text
            continue
        if same:
            yield Stretch(how="same", text=same)
            same = ""
        if each.how == "gone":
            gone += each.text
        else:
            new += each.text
    yield from _swap(gone, new)
    if same:
        yield Stretch(how="same", text=same)
