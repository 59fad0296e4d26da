from dataclasses import replace as replace_
from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.prompt import Kind
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, resume, waiting
from integrate.plain.dialogue import Dialogue
from integrate.plain.leaving import Leaving
from integrate.plain.unanswered import Unanswered
from integrate.vault import VaultBusy
from integrate.words import say

from .conftest import NOW, label, only_words

STEADY = {
    "id": "steady",
    "kind": "scale",
    "ask": "How steady are you?",
    "gate": "steady",
    "scale": {"low": 0, "high": 10, "low_label": "not", "high_label": "very"},
}
WORDS = {"id": "words", "kind": "text", "ask": "What stayed?", "depth": 2}
CHOICE = {
    "id": "choice",
    "kind": "choice",
    "ask": "Which?",
    "options": [{"value": "a", "label": "Tea"}, {"value": "b", "label": "Coffee"}],
}
YES = {"id": "yes", "kind": "yesno", "ask": "Really?"}


def test_every_question_says_its_number_its_words_its_help_and_how_to_answer(here, passage_of):
    scene = here("7")
    Dialogue(scene, *passage_of({**STEADY, "help": "Take your time."})).run()
    assert "Question 1 of 1." in scene.talk.said
    after = scene.talk.said.index("How steady are you?")
    assert scene.talk.said[after + 1] == "Take your time."
    assert scene.talk.said[after + 2] == "Type a number from 0 (not) to 10 (very)."


def test_the_answers_become_an_entry_and_no_draft_is_left(here, passage_of, journal):
    scene = here("7", "the kettle", "and rain", "", "2", "y")
    entry = Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE, YES)).run()
    assert entry is not None
    expected = {"steady": 7, "words": "the kettle\nand rain", "choice": "b", "yes": True}
    assert only_words(journal) == expected
    assert waiting(journal) == []
    assert "It ends." in scene.talk.said


def test_through_a_pipe_the_same_lines_make_the_same_entry(here, passage_of, journal):
    scene = here("7", "the kettle", "and rain", "", "2", "y", live=False)
    assert Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE, YES)).run() is not None
    assert only_words(journal)["words"] == "the kettle\nand rain"


def test_the_end_of_the_lines_ends_the_last_words_too(here, passage_of, journal):
    assert Dialogue(here("7", "the kettle", live=False), *passage_of(STEADY, WORDS)).run()
    assert only_words(journal) == {"steady": 7, "words": "the kettle"}


def test_lines_of_a_pipe_that_end_early_are_kept_as_a_page_and_it_is_said_aside(
    here, passage_of, journal
):
    scene = here("7", "the kettle", live=False)
    assert Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE)).run() is not None
    assert only_words(journal) == {"steady": 7, "words": "the kettle"}
    assert waiting(journal) == []
    assert scene.talk.asides == [
        "The lines ended before the questions did; what was said is kept as a page."
    ]


def test_a_terminal_that_goes_away_leaves_a_draft(here, passage_of, journal):
    assert Dialogue(here("7", "the kettle"), *passage_of(STEADY, WORDS, CHOICE)).run() is None
    (left,) = waiting(journal)
    assert left.passage.walk.answers["words"].value == "the kettle"


@pytest.mark.parametrize("lines", [(), ("",)])
def test_a_pipe_that_says_nothing_leaves_nothing_and_is_refused(here, passage_of, journal, lines):
    with pytest.raises(Unanswered, match="before anything was said"):
        Dialogue(here(*lines, live=False), *passage_of(STEADY, WORDS, CHOICE)).run()
    assert (list(journal.entries), list(waiting(journal))) == ([], [])


LONG = {**WORDS, "text": {"max_length": 10}}
BODY = {
    "id": "body",
    "kind": "body",
    "ask": "Where?",
    "options": [{"value": "chest", "label": "Chest"}],
    "words": [{"value": "warm", "label": "warm"}],
}
DEEP = {"id": "deep", "kind": "text", "ask": "How was it near?", "depth": 3}


@pytest.mark.parametrize(
    ("prompts", "lines", "which"),
    [
        ((CHOICE, STEADY), ("1", "11", "7"), "Question 2 of 2. That is not on this scale"),
        ((CHOICE, LONG), ("1", "far too many words"), "Question 2 of 2. That is more than fits"),
        ((CHOICE, BODY), ("1", "1", "9"), "Question 2 of 2. That is not one of the answers"),
        ((CHOICE, DEEP), ("1", "7"), "near a hard memory"),
        ((CHOICE, STEADY, WORDS), ("1", "2", "9"), "After a low answer"),
    ],
)
def test_an_answer_that_a_pipe_gets_wrong_ends_the_walk_and_nothing_is_kept(
    here, passage_of, journal, prompts, lines, which
):
    with pytest.raises(Unanswered, match=which) as refused:
        Dialogue(here(*lines, "late", live=False), *passage_of(*prompts)).run()
    assert str(refused.value).endswith("Nothing of these lines is kept.")
    assert (list(journal.entries), list(waiting(journal))) == ([], [])


@pytest.mark.parametrize("lines", [("9",), ()])
def test_a_draft_that_waited_stays_as_it_was_when_a_pipe_does_not_fit(
    here, passage_of, journal, lines
):
    Dialogue(here("7", "one", "/pause"), *passage_of(STEADY, WORDS, CHOICE)).run()
    (before,) = waiting(journal)
    scene = here(*(("two", "", *lines) if lines else ()), live=False)
    with pytest.raises(Unanswered):
        Dialogue(scene, *resume(journal, before, NOW)).run()
    (left,) = waiting(journal)
    assert left.passage.walk.answers == before.passage.walk.answers
    assert list(journal.entries) == []


def test_an_answer_outside_its_scale_is_refused_in_one_sentence_and_asked_again(
    here, passage_of, journal
):
    scene = here("11", "-1", "seven", "7")
    Dialogue(scene, *passage_of(STEADY)).run()
    assert scene.talk.all.count("choose a whole number from 0 to 10") == 3
    assert only_words(journal) == {"steady": 7}


def test_an_empty_line_goes_on_without_an_answer(here, passage_of, journal):
    Dialogue(here("", "", "1"), *passage_of(WORDS, YES, CHOICE)).run()
    assert only_words(journal) == {"choice": "a"}


def test_back_shows_what_was_said_and_an_empty_line_keeps_it(here, passage_of, journal):
    scene = here("1", "/back", "", "y")
    Dialogue(scene, *passage_of(CHOICE, YES)).run()
    assert "You said: Tea. An empty line keeps it." in scene.talk.said
    assert only_words(journal) == {"choice": "a", "yes": True}


def test_back_from_words_gives_them_back_to_go_on(here, passage_of, journal):
    scene = here("1", "one", "/back", "", "two", "")
    Dialogue(scene, *passage_of(CHOICE, WORDS)).run()
    assert only_words(journal) == {"choice": "a", "words": "one\ntwo"}


def test_back_at_the_first_question_says_so(here, passage_of):
    scene = here("/back", "1")
    Dialogue(scene, *passage_of(CHOICE)).run()
    assert "This is the first question." in scene.talk.said


def test_clear_takes_back_what_was_said_here(here, passage_of, journal):
    Dialogue(here("one", "/clear", "two", ""), *passage_of(WORDS)).run()
    assert only_words(journal) == {"words": "two"}


def test_skip_sets_words_aside_and_loses_none(here, passage_of, journal):
    Dialogue(here("one", "/skip", "1"), *passage_of(WORDS, CHOICE)).run()
    (listed,) = journal.entries
    assert [each.value for each in journal.words(listed).aside] == ["one"]


def test_stop_keeps_what_was_said_as_a_page(here, passage_of, journal):
    assert Dialogue(here("1", "/stop"), *passage_of(CHOICE, WORDS, YES)).run() is not None
    assert only_words(journal) == {"choice": "a"}


def test_pause_keeps_a_draft_that_goes_on_where_it_was(here, passage_of, journal):
    assert Dialogue(here("1", "one", "/pause"), *passage_of(CHOICE, WORDS, YES)).run() is None
    (left,) = waiting(journal)
    scene = here("two", "", "y")
    Dialogue(scene, *resume(journal, left, NOW)).run()
    assert only_words(journal) == {"choice": "a", "words": "one\ntwo", "yes": True}
    assert waiting(journal) == []


def test_every_line_is_sealed_before_the_next_one_is_heard(here, passage_of, journal):
    seen = []

    def look(_talk) -> str:
        (left,) = waiting(journal)
        seen.append(left.passage.walk.answers["words"].value)
        return f"line {len(seen) + 1}"

    Dialogue(here("line 1", look, look, ""), *passage_of(WORDS)).run()
    assert seen == ["line 1", "line 1\nline 2"]


def test_a_signal_leaves_every_heard_word_in_a_draft(here, passage_of, journal):
    scene = here("7", "the kettle", Leaving(15))
    with pytest.raises(Leaving):
        Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE)).run()
    (left,) = waiting(journal)
    assert left.passage.walk.answers["words"].value == "the kettle"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("and ra", "the kettle\nand ra"), ("", "the kettle"), ("/pau", "the kettle")],
)
def test_a_signal_leaves_the_words_of_a_line_not_entered_too_but_no_command(
    here, passage_of, journal, typed, kept
):
    scene = here("7", "the kettle", Leaving(15, typed))
    with pytest.raises(Leaving):
        Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE)).run()
    (left,) = waiting(journal)
    assert left.passage.walk.answers["words"].value == kept


def test_a_signal_leaves_the_own_words_beside_a_choice(here, passage_of, journal):
    scene = here("3", Leaving(15, "coc"))
    with pytest.raises(Leaving):
        Dialogue(scene, *passage_of({**CHOICE, "other": True})).run()
    (left,) = waiting(journal)
    assert left.passage.walk.answers["choice"].other == "coc"


def test_words_that_cannot_be_sealed_just_now_are_said_once_and_tried_again(
    here, passage_of, journal, monkeypatch
):
    passage, keeper = passage_of(WORDS)
    real, calls = keeper.keep, []

    def busy_at_first(kept):
        calls.append(kept)
        if len(calls) < 3:
            raise VaultBusy
        return real(kept)

    monkeypatch.setattr(keeper, "keep", busy_at_first)
    scene = here("one", "two", "three", "")
    Dialogue(scene, passage, keeper).run()
    assert scene.talk.all.count(str(VaultBusy())) == 1
    assert only_words(journal) == {"words": "one\ntwo\nthree"}


def test_a_low_gate_offers_rest_first_and_light_questions_only_on_a_wish(here, passage_of, journal):
    scene = here("2", label(say("plain.unsteady.on")), "1")
    Dialogue(scene, *passage_of(STEADY, WORDS, CHOICE)).run()
    assert "What stayed?" not in scene.talk.said
    assert only_words(journal) == {"steady": 2, "choice": "a"}


def test_after_a_low_gate_grounding_comes_back_to_the_same_choice(here, passage_of, journal):
    scene = here("2", "1", "2", "", "", "", "", label(say("plain.unsteady.stop")))
    Dialogue(scene, *passage_of(STEADY, WORDS)).run()
    assert scene.talk.all.count(say("plain.unsteady")) == 2
    assert only_words(journal) == {"steady": 2}


def test_after_a_low_gate_back_asks_it_again(here, passage_of, journal):
    Dialogue(here("2", "/back", "8", "words", ""), *passage_of(STEADY, WORDS)).run()
    assert only_words(journal) == {"steady": 8, "words": "words"}


def test_support_names_own_people_and_comes_back(here, passage_of, journal):
    from integrate.domain.people import People, Person

    journal.put_people(People(people=(Person(name="Ana", reach="555 0100"),)))
    scene = here("/support", "", "1", country="GB")
    Dialogue(scene, *passage_of(CHOICE)).run()
    assert "Ana: 555 0100" in scene.talk.said
    assert "116 123" in scene.talk.all
    assert only_words(journal) == {"choice": "a"}


def test_ground_goes_step_by_step_and_comes_back(here, passage_of, journal, library):
    first = library.grounding()[0]
    scene = here("/ground", "1", *[""] * len(first.steps), "1")
    Dialogue(scene, *passage_of(CHOICE)).run()
    assert set(first.steps) <= set(scene.talk.said)
    assert only_words(journal) == {"choice": "a"}


def test_near_a_hard_memory_a_yes_is_asked_for_and_no_leaves_it_out(here, passage_of):
    deep = {"id": "deep", "kind": "text", "ask": "How was it near?", "depth": 3}
    scene = here("2", "1")
    Dialogue(scene, *passage_of(deep, CHOICE)).run()
    assert "How was it near?" not in scene.talk.said
    scene = here("1", "near", "", "1")
    Dialogue(scene, *passage_of(deep, CHOICE)).run()
    assert "How was it near?" in scene.talk.said


def test_an_answer_that_parks_the_set_keeps_it_as_a_draft_to_come_back_to(
    here, passage_of, journal
):
    park = {
        "id": "park",
        "kind": "choice",
        "ask": "Now?",
        "options": [
            {"value": "later", "label": "Later", "does": "park"},
            {"value": "now", "label": "Now"},
        ],
    }
    assert Dialogue(here("1"), *passage_of(park, CHOICE)).run() is None
    (left,) = waiting(journal)
    Dialogue(here("2", "1"), *resume(journal, left, NOW)).run()
    assert only_words(journal) == {"park": "now", "choice": "a"}


def test_an_answer_can_lead_to_people_first(here, passage_of):
    asks = {
        "id": "safe",
        "kind": "choice",
        "ask": "Safe?",
        "options": [
            {"value": "yes", "label": "Yes"},
            {"value": "help", "label": "No", "does": "support"},
        ],
    }
    scene = here("2", "", "1")
    Dialogue(scene, *passage_of(asks, CHOICE, arriving=True)).run()
    told = scene.talk.said
    emergency = next(i for i, line in enumerate(told) if "In an emergency" in line)
    assert emergency < told.index("Your people:")


def test_a_body_answer_takes_where_and_then_how(here, passage_of, journal):
    body = {
        "id": "body",
        "kind": "body",
        "ask": "Where?",
        "options": [{"value": "chest", "label": "Chest"}, {"value": "hands", "label": "Hands"}],
        "words": [{"value": "warm", "label": "warm"}, {"value": "tight", "label": "tight"}],
    }
    scene = here("2", "9", "1 2")
    Dialogue(scene, *passage_of(body)).run()
    assert set(only_words(journal)["body"]) == {"hands", "warm", "tight"}


def test_something_else_asks_for_its_own_words(here, passage_of, journal):
    Dialogue(here("3", "cocoa"), *passage_of({**CHOICE, "other": True})).run()
    (listed,) = journal.entries
    (said,) = journal.words(listed).answers
    assert said.other == "cocoa"


def test_what_is_only_read_takes_no_line_from_a_pipe(here, passage_of, journal):
    read = {"id": "read", "kind": "display", "ask": "Just so you know."}
    Dialogue(here("1", live=False), *passage_of(read, CHOICE)).run()
    assert only_words(journal) == {"choice": "a"}


def test_what_is_only_read_waits_where_somebody_types(here, passage_of, journal):
    read = {"id": "read", "kind": "display", "ask": "Just so you know."}
    Dialogue(here("stop", "1"), *passage_of(read, CHOICE)).run()
    assert only_words(journal) == {"choice": "a"}


def test_a_set_by_somebody_else_names_its_author(here, journal):
    guided = begin(journal, "checkin", NOW)
    head = replace(guided.walk.set.set, author="Dr. Reyes")
    walk = replace(guided.walk, set=replace(guided.walk.set, set=head))
    scene = here("/pause")
    Dialogue(scene, replace(guided, walk=walk), Keeper(journal)).run()
    assert "From Dr. Reyes." in scene.talk.said


def test_words_beyond_the_longest_are_refused_and_the_rest_is_kept(here, passage_of, journal):
    short = {**WORDS, "text": {"max_length": 10}}
    scene = here("one", "far too many words", "two", "")
    Dialogue(scene, *passage_of(short)).run()
    assert only_words(journal) == {"words": "one\ntwo"}
    assert "10 letters is the most" in scene.talk.all


# --- the way through a set


class Hours:
    """A clock that the script moves on: `here("7", hours.on(minutes=21, say="y"))`."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self):
        return self.now

    def on(self, line: str, **by: float):
        def moved(_talk) -> str:
            self.now += timedelta(**by)
            return line

        return moved


@pytest.fixture
def hours(here):
    """A clock, and somebody who says lines by it."""
    clock = Hours()

    def make(*lines, live: bool = True):
        return replace_(here(*lines, live=live), clock=clock)

    return clock, make


OFFER = "You have given this about 3 minutes. That is plenty."


def test_when_the_time_is_over_enough_for_today_is_offered_once_and_an_empty_line_takes_it(
    hours, passage_of, journal
):
    clock, here = hours
    scene = here(clock.on("1", minutes=4), "")
    assert Dialogue(scene, *passage_of(CHOICE, YES, WORDS)).run() is not None
    assert scene.talk.said.count(OFFER) == 1
    assert "Really?" not in scene.talk.said
    assert only_words(journal) == {"choice": "a"}
    assert waiting(journal) == []
    assert "It ends." in scene.talk.said


def test_when_the_time_is_over_one_can_go_on_and_is_not_asked_again(hours, passage_of, journal):
    clock, here = hours
    scene = here(clock.on("1", minutes=4), label("Go on"), clock.on("y", minutes=9), "words", "")
    Dialogue(scene, *passage_of(CHOICE, YES, WORDS)).run()
    assert scene.talk.said.count(OFFER) == 1
    assert only_words(journal) == {"choice": "a", "yes": True, "words": "words"}


def test_it_is_never_offered_in_the_middle_of_a_question_or_on_the_way_back(hours, passage_of):
    clock, here = hours
    lines = ("1", clock.on("/clear", minutes=4), "/why", "/back", "/clear")
    scene = here(*lines)
    Dialogue(scene, *passage_of(CHOICE, YES, WORDS)).run()
    assert OFFER not in scene.talk.said


def test_lines_of_a_pipe_are_never_taken_for_an_answer_to_that_offer(hours, passage_of, journal):
    clock, here = hours
    scene = here(clock.on("1", minutes=4), "y", live=False)
    Dialogue(scene, *passage_of(CHOICE, YES)).run()
    assert OFFER not in scene.talk.said
    assert only_words(journal) == {"choice": "a", "yes": True}


CALLS = {
    "id": "calls",
    "kind": "choice",
    "ask": "Are you safe?",
    "options": [
        {"value": "yes", "label": "Yes"},
        {"value": "help", "label": "No", "does": "support"},
    ],
}


@pytest.mark.parametrize(("line", "kept"), [("/pause", 0), ("/stop", 1)])
def test_leaving_an_answer_that_calls_for_help_shows_help_first(
    here, passage_of, journal, line, kept
):
    scene = here("2", "", "/back", line, "")
    Dialogue(scene, *passage_of(CALLS, CHOICE)).run()
    assert scene.talk.said.count("Your people:") == 2
    assert len(journal.entries) == kept
    assert len(waiting(journal)) == 1 - kept


def test_a_draft_that_was_paused_with_help_in_front_goes_on_at_its_question(
    here, passage_of, journal
):
    Dialogue(here("2", "", "/back", "/pause", ""), *passage_of(CALLS, CHOICE)).run()
    (left,) = waiting(journal)
    assert left.passage.walk.ending is None
    scene = here("1", "1")
    Dialogue(scene, *resume(journal, left, NOW)).run()
    assert only_words(journal) == {"calls": "yes", "choice": "a"}


def test_one_question_can_be_enough_and_the_closing_words_come_after_it(here, passage_of, journal):
    scene = here("/one", "2")
    Dialogue(scene, *passage_of(CHOICE, YES, WORDS)).run()
    assert say("plain.only.told") in scene.talk.said
    assert say("plain.question.only") in scene.talk.said
    assert "Really?" not in scene.talk.said
    assert "It ends." in scene.talk.said
    assert only_words(journal) == {"choice": "b"}


def test_one_question_only_can_be_taken_back(here, passage_of, journal):
    scene = here("/one", "/one", "2", "y")
    Dialogue(scene, *passage_of(CHOICE, YES)).run()
    assert say("plain.only.again") in scene.talk.said
    assert only_words(journal) == {"choice": "b", "yes": True}


def test_only_the_first_question_can_be_the_only_one(here, passage_of):
    scene = here("1", "/one", "y")
    Dialogue(scene, *passage_of(CHOICE, YES)).run()
    assert say("plain.only.first") in scene.talk.said


def test_why_says_on_what_ground_and_the_words_so_far_stay(here, journal):
    walk = begin(journal, "open", NOW).walk
    walk = replace(walk, max_depth=3, at="open-stayed")
    passage = replace(begin(journal, "open", NOW), walk=walk)
    scene = here("the kettle", "/why", "and rain", "", "/stop")
    Dialogue(scene, passage, Keeper(journal)).run()
    after = scene.talk.said.index("What the article says")
    assert any(line.startswith("S6. ") for line in scene.talk.said[after:])
    assert "What studies say" in scene.talk.said[after:]
    assert "What is our choice" in scene.talk.said[after:]
    assert only_words(journal)["open-stayed"] == "the kettle\nand rain"


def test_why_where_no_question_stands_says_so(here, passage_of):
    scene = here("2", "/why", label(say("plain.unsteady.stop")))
    Dialogue(scene, *passage_of(STEADY, CHOICE)).run()
    assert say("plain.why.none") in scene.talk.said


def test_earlier_words_come_back_with_how_long_ago_which_phase_and_the_day(here, passage_of):
    told = Kept(name="step", said="Water it.", when=NOW - timedelta(days=3), phase="Soft landing")
    scene = here("/pause")
    Dialogue(scene, *passage_of({**WORDS, "shows": "step"}, kept={"step": told})).run()
    at = scene.talk.said.index("You wrote this 3 days ago, in Soft landing (Sat 7 March):")
    assert scene.talk.said[at + 1] == "Water it."


def test_a_session_that_begins_while_lines_lie_open_leaves_taps_alone(hours, journal, session_at):
    session_at(40, slept=True)
    session_at(-20)
    clock, here = hours
    begun = begin(journal, "open", NOW)
    near = replace(begun.walk, answers={"open-near": Answer(value="say")})
    scene = here("9", "tea", clock.on("", hours=20.5))
    Dialogue(scene, replace(begun, walk=near), Keeper(journal)).run()
    (left,) = waiting(journal)
    order = left.passage.walk.order()
    assert not any(each.memory or each.kind is Kind.TEXT for each in order)
    assert left.passage.walk.answers["open-stayed"] == Answer(value="tea")


def test_after_two_hours_steadiness_is_asked_again(hours, passage_of, journal):
    clock, here = hours
    scene = here("8", clock.on("1", hours=2.5), label("Go on"), "7", "y")
    Dialogue(scene, *passage_of(STEADY, CHOICE, YES)).run()
    assert scene.talk.said.count("How steady are you?") == 2
    assert only_words(journal) == {"steady": 7, "choice": "a", "yes": True}


def test_the_opening_says_how_many_questions_at_most_and_the_minutes(here, passage_of):
    hidden = {**WORDS, "shown_if": {"all": [{"prompt": "yes", "value": True}]}}
    scene = here("/pause")
    Dialogue(scene, *passage_of(YES, hidden)).run()
    assert any(line.startswith("At most 2 questions, about 3 minutes.") for line in scene.talk.said)
    assert say("guided.shorter") not in scene.talk.said


@pytest.mark.parametrize(
    ("turn", "repeat", "said"), [(0, "first", False), (1, "first", True), (1, "always", False)]
)
def test_a_set_that_asks_less_this_time_says_so(here, passage_of, turn, repeat, said):
    scene = here("/pause")
    Dialogue(scene, *passage_of(YES, {**CHOICE, "repeat": repeat}, turn=turn)).run()
    assert (say("guided.shorter") in scene.talk.said) is said


def test_light_questions_are_offered_after_a_low_answer_only_where_there_are_some(here, passage_of):
    scene = here("2", label(say("plain.unsteady.stop")))
    Dialogue(scene, *passage_of(STEADY, WORDS)).run()
    assert say("plain.unsteady.on") not in scene.talk.all
