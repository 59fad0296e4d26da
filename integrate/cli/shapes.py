"""What `--json` prints: one function a thing, the same keys wherever it stands."""

from typing import Any

from integrate.domain.due import Due, Offer
from integrate.domain.entry import Answered, Words
from integrate.domain.session import Session
from integrate.journal.history import History
from integrate.journal.list_ import Row
from integrate.journal.saying import said_in_words
from integrate.journal.search import Match
from integrate.journal.show import Shown


def entry_row(row: Row) -> dict[str, Any]:
    """An entry in a list."""
    return {
        "id": row.id,
        "when": row.when.isoformat(timespec="seconds"),
        "title": row.title,
        "set": row.set,
        "session": row.session.id if row.session else None,
        "phase": row.phase,
        "tags": list(row.tags),
    }


def entry(shown: Shown) -> dict[str, Any]:
    """An entry with its words."""
    also = [words(each) for each in shown.also]
    return {**entry_row(shown.row), **words(shown.entry.words), "also": also}


def history(entry_id: str, found: History) -> dict[str, Any]:
    """The earlier wordings of an entry, the newest first."""
    earlier = [
        {"title": each.heading.title, "tags": list(each.heading.tags), **words(each.words)}
        for each in found.earlier
    ]
    return {"id": entry_id, "earlier": earlier, "damaged": found.damaged}


def match(each: Match) -> dict[str, Any]:
    """A page that a search found; marks are [first letter, the one after the last]."""
    return {
        **entry_row(each.row),
        "title_marks": each.title_marks,
        "context": each.context,
        "marks": each.marks,
    }


def words(said: Words) -> dict[str, Any]:
    """What a person said."""
    return {
        "text": said.text,
        "answers": [answer(each) for each in said.answers],
        "aside": [answer(each) for each in said.aside],
    }


def answer(each: Answered) -> dict[str, Any]:
    """One answer, with the wording that it answers, and as one would say it."""
    return {
        "prompt": each.prompt,
        "kind": each.kind.value,
        "ask": each.ask,
        "value": each.value,
        "other": each.other,
        "said": said_in_words(each),
    }


def session(each: Session) -> dict[str, Any]:
    """A session."""
    return {
        "id": each.id,
        "when": each.starts.isoformat(timespec="seconds"),
        "latest": each.latest.isoformat(timespec="seconds"),
        "precision": each.precision.value,
        "route": each.route.value,
        "title": each.title,
        "went": each.went.value,
        "slept_at": each.slept_at.isoformat(timespec="seconds") if each.slept_at else None,
    }


def due(found: Due, waiting: int) -> dict[str, Any]:
    """What is next, and where now lies."""
    moment = found.moment
    return {
        "phase": moment.phase_id,
        "session": moment.place.session.id if moment.place else None,
        "ahead": moment.ahead.session.id if moment.ahead else None,
        "next": offer(found.next) if found.next else None,
        "others": [offer(each) for each in found.others],
        "went_ahead": moment.went_ahead.id if moment.went_ahead else None,
        "slept": moment.slept.id if moment.slept else None,
        "waiting": waiting,
    }


def offer(each: Offer) -> dict[str, Any]:
    """A set that fits now."""
    return {
        "set": each.set.id,
        "title": each.set.title,
        "author": each.set.set.author,
        "minutes": each.set.set.minutes,
        "phase": each.place.phase.id,
        "session": each.place.session.id,
    }
