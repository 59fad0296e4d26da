"""What a preview came to, in sentences."""

from datetime import UTC, datetime

from integrate.domain.answer import Answer
from integrate.domain.walk import Ending
from integrate.journal.preview import preview
from integrate.journal.previewed import summary
from integrate.library import Library
from integrate.words import say

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
LIBRARY = Library.shipped()


def test_the_whole_of_it_is_said():
    previewed = preview(LIBRARY.set("open"), LIBRARY, NOW)
    walk = previewed.begin().walk
    steady = walk.prompt
    assert steady.gate
    walk = walk.answer(Answer(value=5))
    previewed.look(walk)

    lines = [line.text for line in summary(previewed, walk.stop(), Ending.STOPPED)]

    prompts = [each for each in previewed.set.flat() if each.kind != "group"]
    assert lines[0] == say("preview.place", phase="Open window")
    assert say("preview.stopped") in lines
    assert previewed.set.set.closing in lines
    assert say("preview.seen", count=2, all=len(prompts)) in lines
    assert say("preview.hidden", count=len(prompts) - 2, all=len(prompts)) in lines
    assert say("preview.reason.unsteady") in lines
    assert all(any(each.ask.split("\n")[0] in line for line in lines) for each in prompts)


def test_a_set_that_is_put_away_does_not_close():
    previewed = preview(LIBRARY.set("open"), LIBRARY, NOW, at="none")
    walk = previewed.begin().walk

    lines = [line.text for line in summary(previewed, walk, Ending.PARKED)]

    assert lines[0] == say("preview.place.none")
    assert say("preview.parked") in lines
    assert previewed.set.set.closing not in lines


def test_nothing_left_out_is_said_too():
    previewed = preview(LIBRARY.set("open"), LIBRARY, NOW)
    walk = previewed.begin().walk
    for prompt in previewed.set.flat():
        previewed._seen.add(prompt.id)

    lines = [line.text for line in summary(previewed, walk.stop(), Ending.FINISHED)]

    assert lines[-1] == say("preview.hidden.none")
