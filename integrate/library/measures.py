"""The measures that came with this copy: read strictly, and checked against their own examples."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

from integrate.domain.answer import AnswerRefused
from integrate.domain.measure import OPENING, Measure, Vector, score
from integrate.library.errors import BadFile, NoSuchMeasure
from integrate.library.finding import Finding, shown
from integrate.library.intake import read_text
from integrate.library.locate import Path as Keys
from integrate.library.locate import place_of
from integrate.library.read import read_as
from integrate.library.shipped import shipped_root
from integrate.words import say

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LEAST_VALUES: Final = 2


class Measures:
    """The measures in the `measures` folder of some content. Each is read once, when asked for.

    Every method but `ids` raises `BadFile` where a file that it needs cannot be used.
    """

    def __init__(self, root: Path) -> None:
        """The measures among the content files in `root`."""
        self._folder = root / "measures"
        self._measures: dict[str, Measure] = {}

    @classmethod
    def shipped(cls) -> "Measures":
        """The measures that came with this copy."""
        return cls(shipped_root())

    def ids(self) -> tuple[str, ...]:
        """The ids of all measures, sorted; reads no file."""
        return self._ids

    def measures(self) -> Mapping[str, Measure]:
        """All measures by id."""
        return {measure_id: self.measure(measure_id) for measure_id in self.ids()}

    def measure(self, measure_id: str) -> Measure:
        """One measure; reads only its own file.

        Raises:
            NoSuchMeasure: if there is none of this id; names those that come near, or all.
        """
        if measure_id not in self.ids():
            import difflib

            near = difflib.get_close_matches(measure_id, self.ids())
            raise NoSuchMeasure(measure_id, near, self.ids())
        if measure_id not in self._measures:
            self._measures[measure_id] = self._read_named(measure_id)
        return self._measures[measure_id]

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def _read_named(self, measure_id: str) -> Measure:
        path = self._folder / f"{measure_id}.toml"
        found = read_measure(path)
        if found.id != measure_id:
            raise BadFile(path, 1, 1, say("measure.file.name", id=found.id))
        return found


def read_measure(path: Path) -> Measure:
    """A measure from any file, checked.

    Raises:
        BadFile: if the file cannot be used; says where and why.
    """
    measure = read_as(path, Measure)
    for finding in _findings(measure):
        place = place_of(read_text(path), finding.path, key=finding.at_key)
        raise BadFile(path, place.line, place.column, finding.message)
    return measure


def _findings(measure: Measure) -> Iterator[Finding]:
    """Everything that is wrong with a measure beyond its types, the plainest first.

    A later check may rely on all earlier ones, as only the first finding is told.
    """
    if not _ID.fullmatch(measure.id):
        yield Finding(("measure", "id"), say("library.bad_id", id=shown(measure.id)))
    if measure.measure.min_days_between < 0:
        yield _wrong(("measure", "min_days_between"))
    yield from _numbers(measure)
    yield from _range(measure)
    yield from _bands(measure)
    yield from _parts(measure)
    for index, vector in enumerate(measure.vectors):
        if not _comes_true(measure, vector):
            yield _wrong(("vector", index))


def _wrong(path: Keys) -> Finding:
    name = next(step for step in reversed(path) if isinstance(step, str))
    return Finding(path, say("measure.file.value", name=name))


def _numbers(measure: Measure) -> Iterator[Finding]:
    for index, item in enumerate(measure.items):
        if item.n != index + 1:
            yield _wrong(("item", index, "n"))
    if (measure.scale is None) is not bool(measure.options):
        yield _wrong(("option",))
    for first, second in pairwise(enumerate(measure.options)):
        if first[1].value >= second[1].value:
            yield _wrong(("option", second[0], "value"))
    if measure.scale is not None and measure.scale.step < 1:
        yield _wrong(("scale", "step"))


def _range(measure: Measure) -> Iterator[Finding]:
    values, count = measure.values, len(measure.items)
    if len(values) < _LEAST_VALUES:
        yield _wrong(("option",))
    elif measure.score.min != count * values[0]:
        yield _wrong(("score", "min"))
    elif measure.score.max != count * values[-1]:
        yield _wrong(("score", "max"))


def _bands(measure: Measure) -> Iterator[Finding]:
    """Either none at all, or each beginning where the last one ended."""
    begins = measure.score.min
    for index, band in enumerate(measure.score.bands):
        if band.from_ != begins or band.to < band.from_:
            yield _wrong(("score", "bands", index))
        begins = band.to + 1
    if measure.score.bands and begins != measure.score.max + 1:
        yield _wrong(("score", "bands"))


def _parts(measure: Measure) -> Iterator[Finding]:
    scoring = measure.score
    known = {item.n for item in measure.items}
    for index, part in enumerate(scoring.parts):
        if not known >= set(part.items) or len(set(part.items)) != len(part.items):
            yield _wrong(("score", "parts", index))
        known -= set(part.items)
    ids = [part.id for part in scoring.parts]
    if len(set(ids)) != len(ids):
        yield _wrong(("score", "parts"))
    if scoring.symptom_rule is not None and not set(ids) >= scoring.symptom_rule.parts.keys():
        yield _wrong(("score", "symptom_rule", "parts"))


def _comes_true(measure: Measure, vector: Vector) -> bool:
    """Whether an example comes to what it states."""
    answers = dict(enumerate(vector.answers, 1))
    if vector.opening is not None:
        answers[OPENING] = int(vector.opening)
    try:
        outcome = score(measure, answers)
    except AnswerRefused:
        return False
    found = outcome.score
    return (
        found is not None
        and (found.total, found.band) == (vector.total, vector.band)
        and outcome.support is vector.support
        and (vector.parts is None or vector.parts == found.parts)
        and found.symptom_rule is vector.symptom_rule
    )
