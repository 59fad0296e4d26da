"""What `--json` prints of exercises and help lines; loads nothing of any journal."""

from typing import Any

from integrate.domain.care import Exercise, Line


def exercise(each: Exercise) -> dict[str, Any]:
    """A grounding exercise."""
    return {"id": each.id, "title": each.title, "note": each.note, "steps": list(each.steps)}


def line(each: Line) -> dict[str, Any]:
    """A help line."""
    return {
        "name": each.name,
        "countries": list(each.countries),
        "call": each.call,
        "text": each.text,
        "url": each.url,
        "last_checked": each.last_checked.isoformat(),
        "source": each.source,
    }
