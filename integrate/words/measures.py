"""Measures: what is said before one begins, what its answers come to, and of a file of one.

The measures' own words stand in their files. A source comes after what rests on it.
"""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- before
    "measure.wait": "This one can wait",
    "measure.wait.tender": (
        "It can wait until you have slept. These questions ask for more than rest, and they are "
        "here on any other day."
    ),
    "measure.wait.memory": (
        "It asks about hard memories. On these days it is left alone, and it is here again later."
    ),
    "measure.wait.kept": "What you have answered so far is kept.",
    "measure.wait.back": "Back",
    "measure.ask": "Begin {title}?",
    "measure.ask.on": "Go on with {title}?",
    "measure.ask.memory": (
        "It asks about hard memories, and can stir them. You can leave out any question, and stop "
        "at any time. You can also settle yourself first."
    ),
    "measure.ask.soon": (
        "The last time was {day}. Before {days} days have passed, both times would speak of the "
        "same days. You can answer it all the same."
    ),
    "measure.ask.no": "Not now",
    "measure.ask.ground": "Settle myself first",
    "measure.ask.yes": "Begin",
    # --- after
    "measure.closing": "Take a moment before you go on.",
    "measure.after": "If something was stirred, take a while to settle.",
    "measure.after.key": "If something was stirred, take a while to settle: {ground}.",
    "measure.after.ground": "Settle myself",
    "measure.after.done": "I am done",
    # --- what it comes to
    "measure.total": "Total: {total} of {low} to {high}.",
    "measure.missing.one": (
        "1 question was left out, so there is no total: the published rules give none."
    ),
    "measure.missing": (
        "{count} questions were left out, so there is no total: the published rules give none."
    ),
    "measure.missing.opening": (
        "The first question was left out, so there is no total: the published rules give none."
    ),
    "measure.support": "People who can help are close by at any time. You choose.",
    "measure.band": "The published name for a total of {low} to {high}: {label}.",
    "measure.part": "Part {id} (questions {items}): {sum}.",
    "measure.cutoff": "Published cut-off {range}: {meaning}. The total is {reach}. ({source})",
    "measure.cutoff.part": (
        "Published cut-off {range} for part {id}: {meaning}. The part is {reach}. ({source})"
    ),
    "measure.range": "{low} to {high}",
    "measure.reach.below": "below it",
    "measure.reach.within": "within it",
    "measure.reach.reached": "at it or above",
    "measure.rule": (
        "A rule that counts answers of {least} or more ({parts}): {meaning}. "
        "It is {met}. ({source})"
    ),
    "measure.rule.part": "{count} in {id}",
    "measure.rule.met": "met",
    "measure.rule.unmet": "not met",
    "measure.rule.apart": "The cut-off and this rule are two things: one can hold alone.",
    "measure.before": "The time before, on {day}, the total was {total}.",
    "measure.change.none": "It is the same now.",
    "measure.change.up": "It is {by} higher now.",
    "measure.change.down": "It is {by} lower now.",
    "measure.change": (
        "Published for a change of {range}: {meaning}. This one is {reach}. ({source})"
    ),
    "measure.end": "Published for a fall that ends at {most} or below: {meaning}. ({source})",
    "measure.soon": "Both times speak partly of the same days, so the two totals tell less.",
    "measure.not": "A number cannot say what you have, or why. Someone trained can.",
    # --- library: a measure's own file
    "measure.file.none": "There is no measure called {id}; the ones here are {ids}.",
    "measure.file.none.closest": "There is no measure called {id}; did you mean {closest}?",
    "measure.file.name": "this measure calls itself {id}; give the file the same name",
    "measure.file.value": "'{name}' cannot be read; look at how the other measures write it",
}
