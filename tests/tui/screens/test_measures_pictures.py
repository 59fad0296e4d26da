"""How a measure looks: what is asked first, and what its answers come to."""

from datetime import timedelta

import pytest

from integrate.domain.answer import answer_to
from integrate.domain.walk import Ask, Close, Ending
from integrate.journal.begin import begin
from integrate.journal.caution import caution
from integrate.journal.draft import Keeper
from integrate.journal.passage import Guided
from integrate.journal.write import write
from integrate.tui.screens.finished import finished
from integrate.tui.screens.measure_before import caution_screen

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def answered(journal, clock):
    """A page of a measure, every answer the same."""

    def make(measure, value, *, days=0):
        when = clock() - timedelta(days=days)
        walk = begin(journal, measure, when).walk
        while not isinstance(step := walk.step, Close):
            if isinstance(step, Ask):
                walk = walk.answer(answer_to(step.prompt, value))
            else:
                walk = walk.resume()
        passage = Guided(walk=walk, session=None, phase=None, begun=when)
        return write(journal, passage, Keeper(journal), when)

    return make


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("measure", ["phq9", "pcl5"])
def test_a_result_reads_calmly_with_its_change(
    stage, journal, clock, answered, snap_compare, measure, size
):
    answered(measure, "2", days=40)
    entry = answered(measure, "1")
    asked = begin(journal, measure, clock()).walk.set
    app = stage(finished(journal, asked, Ending.FINISHED, entry))
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_asked_first_looks_calm(stage, journal, clock, answered, snap_compare, size):
    answered("pcl5", "1", days=3)
    found = caution(journal, "pcl5", clock())
    assert snap_compare(stage(caution_screen(found, begun=False)), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_what_can_wait_is_said_calmly(stage, journal, clock, session_at, snap_compare, size):
    session_at(1)
    found = caution(journal, "phq9", clock())
    assert snap_compare(stage(caution_screen(found, begun=True)), terminal_size=size)
