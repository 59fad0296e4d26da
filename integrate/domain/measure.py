"""Measures: published questionnaires, word for word, with their own scoring and nothing beside it.

A measure says how often or how strongly something was there. Its total, bands, cut-offs and change
rules are the published ones; where none was published there is none here either. What a score
means for one person is never said: no measure finds an illness.

Answers are numbers by item number, in any order. An answer left out makes no score: the
instructions of these measures give no rule for filling one in.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

from integrate.domain.answer import AnswerRefused
from integrate.domain.prompt import Does, DoesIf, Scale

OPENING: Final = 0
"""The number under which the answer to the opening question stands: 0 no, 1 yes."""

Answers = Mapping[int, int | None]
"""By item number; an item that is not there, or is `None`, was not answered."""


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the answers that every item of a measure takes."""

    value: int
    label: str
    loinc: str = ""


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question, as published."""

    n: int
    """Its published number, from 1."""
    text: str
    loinc: str = ""
    """Empty where the code was not looked up."""
    does_if: DoesIf | None = None
    """What an answer at least so high sets in motion, at once and at any total."""


class Label(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer without a number."""

    label: str
    loinc: str = ""


class FunctionItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the problems make difficult. Asked after the items, and never part of a score."""

    text: str
    options: tuple[Label, ...]
    loinc: str = ""


class Reach(StrEnum):
    """Where a number lies against a threshold."""

    BELOW = "below"
    WITHIN = "within"
    """Inside a published range: reached by its lower end and not by its upper one."""
    REACHED = "reached"


class Threshold(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """A published cut-off, or a published number of points from which a change counts."""

    from_: int
    to: int | None = None
    """The upper end where a range was published; `None`: one number."""
    meaning: str
    source: str
    checked: bool = True
    """Whether it was looked up again; if not, it may not be shown as a finding."""
    superseded: bool = False
    """Newer work has replaced it; it stays in the file so that nobody puts it back."""

    @property
    def stands(self) -> bool:
        """Whether it may be said."""
        return self.checked and not self.superseded

    def reach(self, value: int) -> Reach:
        """Where a score, or the size of a change, lies against it."""
        if value < self.from_:
            return Reach.BELOW
        return Reach.WITHIN if self.to is not None and value < self.to else Reach.REACHED


class Band(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A stretch of totals with a published name; both ends belong to it."""

    from_: int
    to: int
    label: str


class EndPoint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A total that a fall may end at or below, where the same source's change counts too."""

    at_most: int
    meaning: str
    source: str


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Items with a sum of their own: a cluster, or a short form inside a longer one."""

    id: str
    items: tuple[int, ...]
    cutoffs: tuple[Threshold, ...] = ()


class SymptomRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published rule that counts items; it and a cut-off can each hold alone."""

    at_least: int
    """From which answer an item counts."""
    parts: dict[str, int]
    """How many items must count, by part."""
    meaning: str
    source: str


class Scoring(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The published scoring."""

    min: int
    max: int
    """The total is the sum of all items, from `min` to `max`."""
    missing: Literal["no-score"]
    """What a missing answer makes of the total."""
    bands: tuple[Band, ...] = ()
    """Empty where none were published; otherwise from `min` to `max` without a gap."""
    cutoffs: tuple[Threshold, ...] = ()
    parts: tuple[Part, ...] = ()
    symptom_rule: SymptomRule | None = None
    changes: tuple[Threshold, ...] = ()
    """In points between two totals, up or down."""
    end_points: tuple[EndPoint, ...] = ()

    def band(self, total: int) -> str | None:
        """The published name of a total, if there is one."""
        return next((each.label for each in self.bands if each.from_ <= total <= each.to), None)


class Vector(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An example with what it comes to. Every reader of the file can check itself by it."""

    answers: tuple[int, ...]
    """To the items in order."""
    opening: bool | None = None
    total: int
    band: str | None = None
    parts: dict[str, int] | None = None
    symptom_rule: bool | None = None
    support: bool = False
    source: str


class MeasureHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a measure says of itself: the `[measure]` table of its file."""

    id: str
    title: str
    language: str
    recall: str
    """The stretch of time that every item asks about."""
    min_days_between: int
    """Asked again sooner, the stretches overlap and two scores tell less than they seem to."""
    stem: str = ""
    """The half sentence above the items."""
    instructions: str = ""
    """Read before the first item."""
    opening: str = ""
    """A yes or no before the items; after a no the total is 0, and nothing more is asked."""
    copyright: str
    """The notice under which it may be shown; shown with it, as it stands."""
    cite: str
    memory: bool = False
    """Its items can stir memories: ask first, offer grounding before and after, and leave it where
    a phase lets no memory be asked for."""
    only_when_chosen: bool = False
    """Never offered by itself."""
    loinc_panel: str = ""
    loinc_total: str = ""


class Measure(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"options": "option", "items": "item", "vectors": "vector"},
):
    """A measure, as one file holds it."""

    schema: Literal[1]
    measure: MeasureHead
    options: tuple[Choice, ...] = ()
    """What every item takes …"""
    scale: Scale | None = None
    """… or a row of numbers in place of them."""
    items: tuple[Item, ...]
    function_item: FunctionItem | None = None
    score: Scoring
    vectors: tuple[Vector, ...] = ()

    @property
    def id(self) -> str:
        """The measure's id."""
        return self.measure.id

    @property
    def values(self) -> tuple[int, ...]:
        """Every number that an item takes, lowest first."""
        if self.scale is not None:
            return tuple(self.scale.steps())
        return tuple(sorted(option.value for option in self.options))

    def item(self, n: int) -> Item | None:
        """The item with this number, if there is one."""
        return next((each for each in self.items if each.n == n), None)


class Stated(Struct, frozen=True, kw_only=True):
    """One published threshold, and where a number lies against it."""

    threshold: Threshold
    reach: Reach
    part: str | None = None
    """The part whose sum it is about; `None`: the total, or a change of it."""


class Score(Struct, frozen=True, kw_only=True):
    """What a full set of answers comes to."""

    total: int
    band: str | None
    parts: dict[str, int]
    """The sum of each part, by id."""
    cutoffs: tuple[Stated, ...]
    symptom_rule: bool | None
    """Whether the counting rule holds; `None` where the measure has none."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What some answers come to, complete or not."""

    score: Score | None
    """`None` while an answer is missing."""
    missing: tuple[int, ...]
    """The numbers without an answer, in order; `OPENING` first."""
    support: bool
    """Whether an answer calls for the support screen. It needs no total, and no total lifts it."""


class Change(Struct, frozen=True, kw_only=True):
    """How two totals differ, with every published rule that says something about it."""

    points: int
    """The later total less the earlier one."""
    rules: tuple[Stated, ...]
    end_points: tuple[EndPoint, ...]
    """Those that the earlier total was above, and the later one is not."""


def check_answer(measure: Measure, n: int, value: int) -> None:
    """Sees to it that an item takes this value.

    Args:
        measure: the measure.
        n: the item's number, or `OPENING`.
        value: the number of the answer.

    Raises:
        AnswerRefused: if there is no such item, or it does not take the value.
    """
    if n == OPENING and measure.measure.opening:
        values: tuple[int, ...] = (0, 1)
    elif measure.item(n) is not None:
        values = measure.values
    else:
        raise AnswerRefused("nothing-to-answer")
    if isinstance(value, int) and not isinstance(value, bool) and value in values:
        return
    if measure.scale is not None:
        raise AnswerRefused("scale", low=values[0], high=values[-1], step=1)
    raise AnswerRefused("choice", most=len(values))


def asks_for_support(measure: Measure, n: int, value: int) -> bool:
    """Whether this one answer shows the support screen, before the next item and any score."""
    item = measure.item(n)
    rule = item.does_if if item else None
    return rule is not None and rule.does is Does.SUPPORT and value >= rule.at_least


def score(measure: Measure, answers: Answers) -> Outcome:
    """What the answers come to by the published scoring.

    Raises:
        AnswerRefused: if an answer belongs to no item, or is none that its item takes.
    """
    given = {n: value for n, value in answers.items() if value is not None}
    for n, value in given.items():
        check_answer(measure, n, value)
    support = any(asks_for_support(measure, n, value) for n, value in given.items())
    stopped = bool(measure.measure.opening) and given.get(OPENING) == 0
    missing = () if stopped else tuple(_missing(measure, given))
    if missing:
        return Outcome(score=None, missing=missing, support=support)
    values = {each.n: 0 if stopped else given[each.n] for each in measure.items}
    return Outcome(score=_score(measure.score, values), missing=(), support=support)


def _missing(measure: Measure, given: Mapping[int, int]) -> Iterator[int]:
    if measure.measure.opening and OPENING not in given:
        yield OPENING
    yield from (each.n for each in measure.items if each.n not in given)


def _score(scoring: Scoring, values: Mapping[int, int]) -> Score:
    total = sum(values.values())
    parts = {part.id: sum(values[n] for n in part.items) for part in scoring.parts}
    cutoffs = list(_stated(scoring.cutoffs, total))
    for part in scoring.parts:
        cutoffs += _stated(part.cutoffs, parts[part.id], part.id)
    return Score(
        total=total,
        band=scoring.band(total),
        parts=parts,
        cutoffs=tuple(cutoffs),
        symptom_rule=_rule_holds(scoring, values),
    )


def _stated(
    thresholds: tuple[Threshold, ...], value: int, part: str | None = None
) -> Iterator[Stated]:
    for each in thresholds:
        if each.stands:
            yield Stated(threshold=each, reach=each.reach(value), part=part)


def _rule_holds(scoring: Scoring, values: Mapping[int, int]) -> bool | None:
    rule = scoring.symptom_rule
    if rule is None:
        return None
    counted = {
        part.id: sum(values[n] >= rule.at_least for n in part.items) for part in scoring.parts
    }
    return all(counted[part] >= least for part, least in rule.parts.items())


def change(measure: Measure, earlier: int, later: int) -> Change | None:
    """What the published rules say of two totals; `None` where no rule stands.

    Args:
        measure: the measure that both totals come from.
        earlier: the older total.
        later: the newer total.

    Raises:
        ValueError: if a total is none that this measure can have.
    """
    scoring = measure.score
    if not (scoring.min <= earlier <= scoring.max and scoring.min <= later <= scoring.max):
        raise ValueError("a total lies outside the measure's range")
    points = later - earlier
    rules = tuple(_stated(scoring.changes, abs(points)))
    if not rules:
        return None
    counts = {each.threshold.source for each in rules if each.reach is not Reach.BELOW}
    ends = (each for each in scoring.end_points if later <= each.at_most < earlier)
    crossed = tuple(each for each in ends if each.source in counts)
    return Change(points=points, rules=rules, end_points=crossed)


def too_soon(measure: Measure, last: date | None, today: date) -> bool:
    """Whether so few days have passed that both answers would speak of the same time.

    A warning and no bar: the person may go on.

    Args:
        measure: the measure.
        last: the day of the newest full set of answers, if any; a day in the future is today.
        today: the person's own day.
    """
    return last is not None and max(0, (today - last).days) < measure.measure.min_days_between
