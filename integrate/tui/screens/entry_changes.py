"""What was changed in a wording, as parts to read: signs say it as well as looks do."""

from collections.abc import Iterator, Sequence
from typing import Final

from integrate.journal.changed import Stretch, changed
from integrate.journal.history import Change
from integrate.tui.widgets.reading import Part
from integrate.words import say

_AROUND: Final = 8
"""Words that are shown of what stayed, on either side of a change."""


def change_parts(changes: Sequence[Change]) -> list[Part]:
    """Each thing that was changed: what it is, what went, and what came."""
    return [part for change in changes for part in _change(change)]


def _change(change: Change) -> Iterator[Part]:
    yield Part(text=change.ask or say(f"wordings.what.{change.what}"), look="asked")
    if change.what in {"title", "tags"}:
        steps: Sequence[Stretch] = _swapped(change)
    else:
        steps = changed(change.before, change.after)
    parts = [part for at, each in enumerate(steps) if (part := _part(each, at, len(steps)))]
    yield from parts
    yield Part(text="")


def _swapped(change: Change) -> list[Stretch]:
    both: list[Stretch] = []
    if change.before:
        both.append(Stretch(how="gone", text=change.before))
    if change.after:
        both.append(Stretch(how="new", text=change.after))
    return both


def _part(each: Stretch, at: int, count: int) -> Part | None:
    text = each.text.strip("\n")
    if each.how == "same":
        kept = _near(text, first=at == 0, last=at == count - 1)
        return Part(text=kept, look="quiet", lead="  ", hang="  ") if kept.strip() else None
    if not text.strip():
        text = say("wordings.blank")
    sign = say(f"wordings.{each.how}")
    return Part(text=text.strip(), look=each.how, lead=f"{sign} ", hang="  ")


def _near(text: str, *, first: bool, last: bool) -> str:
    """What stayed, but only the words beside what was changed."""
    words = text.split()
    most = _AROUND * (1 if first or last else 2)
    if len(words) <= most:
        return text.strip()
    before = "" if first else " ".join(words[:_AROUND])
    after = "" if last else " ".join(words[-_AROUND:])
    return say("wordings.between", before=before, after=after).strip()
