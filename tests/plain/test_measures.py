"""Measures in lines: what is asked first, help before any score, and what it comes to.

DESIGN.md 5: the support screen at once, before the next item and before any score.
"""

from datetime import timedelta

import pytest

from integrate.domain.answer import answer_to
from integrate.domain.walk import Ask, Close
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Guided
from integrate.journal.write import write
from integrate.plain.dialogue import Dialogue
from integrate.plain.measures import tell_result
from integrate.plain.pages import read_a_page
from integrate.plain.unanswered import Unanswered
from integrate.plain.waiting import offer_waiting
from integrate.words import say

from .conftest import NOW, label, only_words

WRONG_SUM = (0, 0, 0, 1, 2, 1, 3, 2, 1)
"""HL7 states 13 for these answers; they sum to 10."""
HEADLINE = "You marked that thoughts of death or of hurting yourself have been around."
NINE = "Thoughts that you would be better off dead or of hurting yourself in some way"
FUNCTION = "If you checked off any problems"


def chosen(values):
    """The numbers of these answers, as they are typed."""
    return [str(value + 1) for value in values]


def ask(scene, measure):
    passage = begin(scene.journal, measure, NOW)
    return Dialogue(scene, passage, Keeper(scene.journal)).run()


def first(said, beginning):
    return next(i for i, line in enumerate(said) if line.startswith(beginning))


@pytest.fixture
def answered(journal):
    """A page of PHQ-9 from so many days ago."""

    def make(values, *, days=0):
        when = NOW - timedelta(days=days)
        walk = begin(journal, "phq9", when).walk
        values = iter(values)
        while not isinstance(step := walk.step, Close):
            if isinstance(step, Ask) and (value := next(values, None)) is not None:
                walk = walk.answer(answer_to(step.prompt, str(value)))
            else:
                walk = walk.skip()
        passage = Guided(walk=walk, session=None, phase=None, begun=when)
        return write(journal, passage, Keeper(journal), when)

    return make


# --- one measure, all of it


@pytest.mark.parametrize("live", [True, False])
def test_a_measure_is_asked_scored_and_kept(here, journal, live):
    scene = here(*chosen((2, 2, 2, 2, 1, 1, 2, 0, 0)), "2", live=live)
    assert ask(scene, "phq9") is not None
    said = scene.talk.said
    measure = journal.library.measure("phq9")
    assert said[1] == say("plain.set.author", author=measure.measure.cite)
    assert measure.measure.copyright in said[2]
    assert said.count(measure.measure.stem) == 9
    assert "Total: 12 of 0 to 27." in said
    assert "The published name for a total of 10 to 14: moderate." in said
    assert said[-2:] == [say("measure.not"), measure.measure.copyright]
    assert journal.entries[0].heading.series == {"phq9": 12}


@pytest.mark.parametrize("live", [True, False])
def test_the_wrong_published_example_shows_help_before_its_total_of_10(here, live):
    on = [""] if live else []
    scene = here(*chosen(WRONG_SUM), *on, "1", live=live)
    assert ask(scene, "phq9") is not None
    said = scene.talk.said
    assert first(said, NINE) < first(said, HEADLINE) < first(said, FUNCTION)
    assert first(said, FUNCTION) < first(said, "Total: 10 of 0 to 27.")
    assert say("measure.support") in said


def test_a_question_left_out_makes_no_total(here, journal):
    scene = here("1", "1", "", "1", "/stop")
    assert ask(scene, "gad7") is not None
    assert any(line.startswith("4 questions were left out") for line in scene.talk.said)
    assert journal.entries[0].heading.series == {}


# --- item 9


def test_help_comes_at_a_total_of_1_and_again_after_each_change_that_calls_for_it(here, journal):
    lines = ["1"] * 8
    scene = here(*lines, "2", "", "/back", "3", "", "/back", "1")
    assert ask(scene, "phq9") is not None
    assert sum(line.startswith(HEADLINE) for line in scene.talk.said) == 2
    assert only_words(journal)["phq9-9"] == "0"
    assert scene.talk.left() == []


def test_help_comes_when_none_becomes_more_than_half_the_days(here):
    scene = here("2", *["1"] * 8, "/back", "3", "", "1")
    assert ask(scene, "phq9") is not None
    said = scene.talk.said
    assert sum(line.startswith(HEADLINE) for line in said) == 1


def test_help_never_comes_after_none(here):
    scene = here(*["1"] * 9)
    assert ask(scene, "phq9") is not None
    assert HEADLINE not in scene.talk.all


@pytest.mark.parametrize(("leave", "kept"), [("/stop", 1), ("/pause", 0)])
def test_help_comes_first_when_the_person_leaves_while_it_stands_there(here, journal, leave, kept):
    scene = here(*["1"] * 8, "2", "", "/back", leave, "")
    ask(scene, "phq9")
    said = scene.talk.said
    assert sum(line.startswith(HEADLINE) for line in said) == 2
    assert len(journal.entries) == kept
    assert len(waiting(journal)) == 1 - kept
    assert scene.talk.left() == []


# --- before


@pytest.mark.parametrize("measure", ["phq9", "pcl5"])
def test_in_tender_hours_a_measure_can_wait(here, session_at, journal, measure):
    session_at(1)
    scene = here()
    assert ask(scene, measure) is None
    assert scene.talk.said == [say("measure.wait.tender")]
    with pytest.raises(Unanswered, match="until you have slept"):
        ask(here("1", live=False), measure)
    assert (waiting(journal), len(journal.entries)) == ([], 0)


def test_before_a_session_no_memory_is_asked_for(here, session_at):
    session_at(-5)
    scene = here()
    assert ask(scene, "pcptsd5") is None
    assert scene.talk.said == [say("measure.wait.memory")]


def test_what_can_stir_memories_asks_first_and_offers_settling_before_and_after(here):
    grounded = ["", *[""] * 20]
    settle = label(say("measure.ask.ground"))
    scene = here(settle, "1", "/back", label(say("measure.ask.yes")), "n", "")
    entry = ask(scene, "pcptsd5")
    said = scene.talk.said
    assert say("measure.ask.memory") in said
    assert say("plain.ground.which") in said
    assert entry is not None
    assert "Total: 0 of 0 to 5." in said
    assert say("measure.after") in said
    again = here("1", *grounded)
    tell_result(again, entry)
    assert say("plain.ground.which") in again.talk.said


@pytest.mark.parametrize("line", ["", "1", "/pause", "/stop"])
def test_not_now_leaves_nothing(here, journal, line):
    scene = here(line)
    assert ask(scene, "pcl5") is None
    assert waiting(journal) == []
    assert "Question 1" not in scene.talk.all


def test_help_is_there_before_a_measure_too(here):
    scene = here("/support", "/ground", "1", "/support", "")
    assert ask(scene, "pcl5") is None
    assert sum("people and places" in line for line in scene.talk.said) == 2


def test_too_soon_names_the_day_and_lets_a_person_go_on(here, answered):
    answered([1] * 9, days=3)
    soon = say("measure.ask.soon", day="Sat 7 March 2026", days=14)
    scene = here("2", *["1"] * 9)
    assert ask(scene, "phq9") is not None
    assert soon in scene.talk.said
    assert say("measure.soon") in scene.talk.said


def test_too_soon_is_said_aside_where_nobody_types(here, answered):
    answered([1] * 9, days=3)
    scene = here(*["1"] * 9, live=False)
    assert ask(scene, "phq9") is not None
    assert scene.talk.asides == [say("measure.ask.soon", day="Sat 7 March 2026", days=14)]


def test_a_question_that_lay_there_into_tender_hours_is_not_gone_on_with(here, session_at):
    def waits(_talk):
        session_at(1)
        return "3"

    scene = here(waits)
    assert ask(scene, "pcl5") is None
    assert scene.talk.said[-1] == say("measure.wait.tender")


def test_a_draft_that_must_wait_is_kept(here, session_at, journal):
    passage = begin(journal, "pcl5", NOW)
    walk = passage.walk.answer(answer_to(passage.walk.step.prompt, "2"))
    Keeper(journal).keep(Guided(walk=walk, session=None, phase=None, begun=NOW))
    session_at(-3)
    scene = here("1")
    offer_waiting(scene)
    assert scene.talk.said[-2:] == [say("measure.wait.memory"), say("measure.wait.kept")]
    (left,) = waiting(journal)
    assert left.passage.walk.answers == walk.answers


# --- looking back


def test_a_kept_page_says_what_its_answers_come_to(here, answered):
    answered([2] * 9, days=30)
    answered([1] * 8 + [0])
    scene = here("1")
    read_a_page(scene)
    said = scene.talk.said
    assert "Total: 8 of 0 to 27." in said
    assert "The time before, on Sun 8 February 2026, the total was 18." in said
