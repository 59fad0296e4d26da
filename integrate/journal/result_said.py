"""A result in plain words: what was published, each statement by itself, and nothing beside it."""

from collections.abc import Iterator

from integrate.domain.entry import Entry
from integrate.domain.measure import OPENING, Measure, Outcome, Score, Stated, Threshold
from integrate.journal.journal import Journal
from integrate.journal.result import Result, result
from integrate.journal.saying import say_day
from integrate.library import BadFile
from integrate.words import say


def lines_of(journal: Journal, entry: Entry) -> list[str]:
    """What an entry's answers come to; nothing where no measure that can be read was answered."""
    try:
        found = result(journal, entry)
    except BadFile:
        return []
    return result_lines(found) if found is not None else []


def result_lines(result: Result) -> list[str]:
    """The lines, the total first and the notice last; an empty one stands between thoughts."""
    lines: list[str] = []
    for thought in _thoughts(result):
        if told := list(thought):
            lines += ["", *told] if lines else told
    return lines


def _thoughts(result: Result) -> Iterator[Iterator[str]]:
    yield _total(result.measure, result.outcome)
    if result.outcome.score is not None:
        yield _stated(result.measure, result.outcome.score)
        yield _rule(result.measure, result.outcome.score)
        yield _change(result)
    yield _last(result.measure)


def _total(measure: Measure, outcome: Outcome) -> Iterator[str]:
    found, scoring = outcome.score, measure.score
    if found is None:
        yield _missing(outcome.missing)
    else:
        yield say("measure.total", total=found.total, low=scoring.min, high=scoring.max)
        for band in scoring.bands:
            if band.label == found.band and band.from_ <= found.total <= band.to:
                yield say("measure.band", low=band.from_, high=band.to, label=band.label)
    if outcome.support:
        yield say("measure.support")


def _missing(missing: tuple[int, ...]) -> str:
    if OPENING in missing:
        return say("measure.missing.opening")
    if len(missing) == 1:
        return say("measure.missing.one")
    return say("measure.missing", count=len(missing))


def _stated(measure: Measure, score: Score) -> Iterator[str]:
    """The parts' sums, and every cut-off by itself."""
    for part in measure.score.parts:
        items = ", ".join(map(str, part.items))
        yield say("measure.part", id=part.id, items=items, sum=score.parts[part.id])
    for each in score.cutoffs:
        if each.part is None:
            yield say("measure.cutoff", **_parts_of(each))
        else:
            yield say("measure.cutoff.part", id=each.part, **_parts_of(each))


def _rule(measure: Measure, score: Score) -> Iterator[str]:
    rule = measure.score.symptom_rule
    if rule is None or score.symptom_rule is None:
        return
    parts = ", ".join(
        say("measure.rule.part", count=count, id=part) for part, count in rule.parts.items()
    )
    met = say("measure.rule.met" if score.symptom_rule else "measure.rule.unmet")
    yield say(
        "measure.rule",
        least=rule.at_least,
        parts=parts,
        meaning=rule.meaning,
        met=met,
        source=rule.source,
    )
    if score.cutoffs:
        yield say("measure.rule.apart")


def _change(result: Result) -> Iterator[str]:
    score, earlier, when = result.outcome.score, result.earlier, result.earlier_when
    if score is None or earlier is None or when is None:
        return
    yield say("measure.before", day=say_day(when.date()), total=earlier)
    by = score.total - earlier
    way = "up" if by > 0 else "down" if by < 0 else "none"
    yield say(f"measure.change.{way}", **({"by": abs(by)} if by else {}))
    if result.change is not None:
        for each in result.change.rules:
            yield say("measure.change", **_parts_of(each))
        for end in result.change.end_points:
            yield say("measure.end", most=end.at_most, meaning=end.meaning, source=end.source)
    if result.too_soon:
        yield say("measure.soon")


def _last(measure: Measure) -> Iterator[str]:
    yield say("measure.not")
    yield measure.measure.copyright


def _parts_of(stated: Stated) -> dict[str, str]:
    each = stated.threshold
    return {
        "range": _range(each),
        "meaning": each.meaning,
        "reach": say(f"measure.reach.{stated.reach.value}"),
        "source": each.source,
    }


def _range(each: Threshold) -> str:
    return (
        str(each.from_) if each.to is None else say("measure.range", low=each.from_, high=each.to)
    )
