"""What `show --json` prints of a measure's answers."""

from typing import Any

from integrate.domain.entry import Entry
from integrate.domain.measure import Change, Score, Scoring, Stated
from integrate.journal.journal import Journal
from integrate.journal.result import Result, result
from integrate.library import BadFile


def measured(journal: Journal, entry: Entry) -> dict[str, Any] | None:
    """What an entry's answers come to; `None` where no measure that can be read was answered."""
    try:
        found = result(journal, entry)
    except BadFile:
        return None
    return _result(found) if found is not None else None


def _result(found: Result) -> dict[str, Any]:
    head, scoring, outcome = found.measure.measure, found.measure.score, found.outcome
    return {
        "id": head.id,
        "title": head.title,
        "min": scoring.min,
        "max": scoring.max,
        "missing": list(outcome.missing),
        "support": outcome.support,
        **_score(scoring, outcome.score),
        "earlier": _earlier(found),
        "change": _change(found.change) if found.change is not None else None,
        "too_soon": found.too_soon,
        "copyright": head.copyright,
        "cite": head.cite,
    }


def _score(scoring: Scoring, score: Score | None) -> dict[str, Any]:
    if score is None:
        return {"total": None, "band": None, "parts": {}, "cutoffs": [], "symptom_rule": None}
    return {
        "total": score.total,
        "band": score.band,
        "parts": score.parts,
        "cutoffs": [_stated(each) for each in score.cutoffs],
        "symptom_rule": _rule(scoring, met=score.symptom_rule),
    }


def _rule(scoring: Scoring, *, met: bool | None) -> dict[str, Any] | None:
    rule = scoring.symptom_rule
    if rule is None:
        return None
    return {
        "met": met,
        "at_least": rule.at_least,
        "parts": rule.parts,
        "meaning": rule.meaning,
        "source": rule.source,
    }


def _earlier(found: Result) -> dict[str, Any] | None:
    if found.earlier is None or found.earlier_when is None:
        return None
    return {"total": found.earlier, "when": found.earlier_when.isoformat(timespec="seconds")}


def _change(change: Change) -> dict[str, Any]:
    return {
        "by": change.points,
        "rules": [_stated(each) for each in change.rules],
        "end_points": [
            {"at_most": each.at_most, "meaning": each.meaning, "source": each.source}
            for each in change.end_points
        ],
    }


def _stated(each: Stated) -> dict[str, Any]:
    return {
        "part": each.part,
        "from": each.threshold.from_,
        "to": each.threshold.to,
        "reach": each.reach.value,
        "meaning": each.threshold.meaning,
        "source": each.threshold.source,
    }
