"""What the answers of a measure come to, beside the time before."""

from datetime import datetime

from msgspec import Struct

from integrate.domain.entry import Entry, Heading, Words
from integrate.domain.measure import Change, Measure, Outcome, change, score, too_soon
from integrate.domain.measured import answers_of
from integrate.journal.journal import Journal
from integrate.journal.measured import measure_of
from integrate.library import Library


class Result(Struct, frozen=True, kw_only=True):
    """A measure's answers, scored by its published rules."""

    measure: Measure
    outcome: Outcome
    earlier: int | None = None
    """The total of the time before, if there is one and a total now."""
    earlier_when: datetime | None = None
    change: Change | None = None
    """From that to this, where a published rule speaks of it."""
    too_soon: bool = False
    """Whether so few days lie between them that both speak of the same time."""


def result(journal: Journal, entry: Entry) -> Result | None:
    """What an entry's answers come to; `None` where they answer no measure.

    Raises:
        BadFile: if the measure cannot be read.
    """
    measure = measure_of(journal.library, entry.heading.set)
    if measure is None:
        return None
    outcome = score(measure, answers_of(measure, entry.words.answers))
    found = Result(measure=measure, outcome=outcome)
    before = _before(journal, entry, measure)
    if outcome.score is None or before is None:
        return found
    when, earlier = before.when, total_in(before, measure)
    assert earlier is not None  # noqa: S101 - said to the type checker; it was looked for by that
    return Result(
        measure=measure,
        outcome=outcome,
        earlier=earlier,
        earlier_when=when,
        change=change(measure, earlier, outcome.score.total),
        too_soon=too_soon(measure, when.date(), entry.heading.when.date()),
    )


def series_of(library: Library, set_id: str | None, words: Words) -> dict[str, int]:
    """What trends keep of a measure's answers: its total under its id, where there is one.

    Raises:
        BadFile: if the measure cannot be read.
    """
    measure = measure_of(library, set_id)
    if measure is None:
        return {}
    found = score(measure, answers_of(measure, words.answers)).score
    return {} if found is None else {measure.id: found.total}


def total_in(heading: Heading, measure: Measure) -> int | None:
    """The total that an entry's heading keeps, if it is one that this measure can have."""
    total = heading.series.get(measure.id) if heading.set == measure.id else None
    if not isinstance(total, int) or isinstance(total, bool):
        return None
    return total if measure.score.min <= total <= measure.score.max else None


def _before(journal: Journal, entry: Entry, measure: Measure) -> Heading | None:
    """The newest one with a total before this entry."""
    written = (entry.heading.when.timestamp(), entry.id)
    for each in journal.entries:
        earlier = (each.heading.when.timestamp(), each.id) < written
        if earlier and total_in(each.heading, measure) is not None:
            return each.heading
    return None
