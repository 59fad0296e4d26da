"""A measure as it was published: its words, its answers, its scoring, and its notice."""

from collections.abc import Iterator

from integrate.cli.folding import all_folded, folded
from integrate.domain.measure import Item, Measure, MeasureHead, Scoring, SymptomRule, Threshold
from integrate.words import say


def measure_lines(measure: Measure) -> Iterator[str]:
    """Everything of a measure that a person may be told; what newer work replaced stays out."""
    head = measure.measure
    yield from folded(head.title)
    yield head.id
    yield from all_folded(_about(head))
    for text in (head.instructions, head.opening):
        if text:
            yield ""
            yield from folded(text)
    if head.opening:
        yield from folded(say("cli.prompts.measure.opening"))
    if head.stem:
        yield ""
        yield from folded(head.stem)
    yield ""
    for item in measure.items:
        yield from _item(item)
    yield from _answers(measure)
    yield from _function(measure)
    yield from _under(say("cli.prompts.measure.scoring"), _scoring(measure.score))
    yield from _under(
        say("cli.prompts.measure.not"),
        iter((say("cli.prompts.measure.not.diagnosis"), say("cli.prompts.measure.not.says"))),
    )
    yield from _under(say("cli.prompts.measure.source"), iter((head.copyright, head.cite)))


def _under(heading: str, texts: Iterator[str]) -> Iterator[str]:
    yield from ("", heading)
    yield from all_folded(texts)


def _about(head: MeasureHead) -> Iterator[str]:
    yield say("cli.prompts.measure.recall", recall=head.recall)
    if head.min_days_between:
        yield say("cli.prompts.measure.soon", days=head.min_days_between)
    if head.memory:
        yield say("cli.prompts.measure.memory")
    if head.only_when_chosen:
        yield say("cli.prompts.measure.chosen")


def _item(item: Item) -> Iterator[str]:
    lead = f"{item.n}. "
    yield from folded(item.text, lead=lead)
    if item.does_if is not None:
        does = say(f"cli.prompts.does.{item.does_if.does.value}")
        told = say("cli.prompts.does.from", least=item.does_if.at_least, does=does)
        yield from folded(told, indent=len(lead))


def _answers(measure: Measure) -> Iterator[str]:
    yield ""
    yield say("cli.prompts.measure.answers")
    scale = measure.scale
    if scale is not None:
        yield from folded(
            say(
                "cli.prompts.kind.scale.low",
                low=scale.low,
                high=scale.high,
                low_label=scale.low_label,
                high_label=scale.high_label,
            )
        )
    for option in measure.options:
        yield from folded(option.label, lead=f"{option.value}  ")


def _function(measure: Measure) -> Iterator[str]:
    asked = measure.function_item
    if asked is None:
        return
    yield from ("", say("cli.prompts.measure.function"))
    yield from folded(asked.text)
    for option in asked.options:
        yield from folded(say("cli.prompts.option", label=option.label))


def _scoring(scoring: Scoring) -> Iterator[str]:
    yield say("cli.prompts.measure.sum", min=scoring.min, max=scoring.max)
    yield say("cli.prompts.measure.missing")
    if scoring.bands:
        yield say("cli.prompts.measure.bands")
        for band in scoring.bands:
            low_high = say("cli.prompts.measure.range", low=band.from_, high=band.to)
            yield say("cli.prompts.option.told", label=band.label, told=low_high)
    else:
        yield say("cli.prompts.measure.no_bands")
    yield from _parts(scoring)
    for each in scoring.cutoffs:
        if each.stands:
            yield say("cli.prompts.measure.cutoff", **_threshold(each))
    if scoring.symptom_rule is not None:
        yield _rule(scoring.symptom_rule)
        if scoring.cutoffs:
            yield say("cli.prompts.measure.rule.apart")
    for each in scoring.changes:
        if each.stands:
            yield say("cli.prompts.measure.change", **_threshold(each))
    for end in scoring.end_points:
        yield say(
            "cli.prompts.measure.end", most=end.at_most, meaning=end.meaning, source=end.source
        )


def _parts(scoring: Scoring) -> Iterator[str]:
    for part in scoring.parts:
        items = ", ".join(map(str, part.items))
        yield say("cli.prompts.measure.part", id=part.id, items=items)
        for each in part.cutoffs:
            if each.stands:
                yield say("cli.prompts.measure.cutoff.part", id=part.id, **_threshold(each))


def _threshold(each: Threshold) -> dict[str, str]:
    low_high = str(each.from_)
    if each.to is not None:
        low_high = say("cli.prompts.measure.range", low=each.from_, high=each.to)
    return {"range": low_high, "meaning": each.meaning, "source": each.source}


def _rule(rule: SymptomRule) -> str:
    parts = ", ".join(
        say("cli.prompts.measure.rule.part", count=count, id=part)
        for part, count in rule.parts.items()
    )
    return say(
        "cli.prompts.measure.rule",
        least=rule.at_least,
        parts=parts,
        meaning=rule.meaning,
        source=rule.source,
    )
