"""The readings by a person the evening after, in week three, and before the next session.

What they asked to be changed stays changed: each line here is one of their remarks.
"""

import pytest

from integrate.domain.prompt import Does, Kind


@pytest.fixture(scope="module")
def by_id(prompts):
    return {prompt.id: prompt for _, prompt in prompts}


@pytest.mark.parametrize(
    ("prompt_id", "ask"),
    [
        ("arriving-safe", "Are you somewhere safe?"),
        ("doorstep-call", "Call your clinic before you set out."),
        ("landing-kind", "What kind of time was it?"),
        ("landing-park", "Is a big decision on your mind? Leave it here until you've slept."),
        ("open-near", "Has an old memory come by on its own since?"),
        ("open-near-how", "How was it to have it near? Leave out what happened."),
        ("open-view", "Does anything look different from here?"),
        (
            "open-small-step",
            "What is one small new thing to try this week, before any next session?",
        ),
        ("settling-met", "When something brought the past up, what did you do next?"),
        ("weaving-cooler", "Was there more room around something hard?"),
    ],
)
def test_it_asks_in_the_words_that_were_found_easier(prompt_id, ask, by_id):
    assert by_id[prompt_id].ask == ask


@pytest.mark.parametrize(
    ("prompt_id", "labels"),
    [
        ("arriving-safe", ["Yes", "Not sure", "I need help now"]),
        ("landing-kind", ["Good", "Strange", "Frightening", "Nothing much", "Mixed"]),
        (
            "open-near",
            ["No", "Yes, and I'll leave it", "Yes, and I'd like to say how it was"],
        ),
        ("hard-after", ["Easier", "The same", "Worse"]),
    ],
)
def test_it_offers_these_answers(prompt_id, labels, by_id):
    assert [option.label for option in by_id[prompt_id].options] == labels


@pytest.mark.parametrize(
    ("set_id", "said"),
    [
        ("doorstep", "That's all. The screen can wait."),
        ("weaving", "These weeks are about ordinary days."),
        ("landing", "Please leave driving and big choices until you have slept"),
    ],
)
def test_a_set_begins_or_ends_with_these_words(set_id, said, sets):
    assert said in f"{sets[set_id].set.opening} {sets[set_id].set.closing}"


def test_not_this_week_is_an_answer(by_id):
    assert "'Not this week' is an answer." in by_id["weaving-cooler"].help


def test_arriving_is_two_taps_and_nothing_to_rate_or_to_mark(sets):
    assert [each.id for each in sets["arriving"].flat()] == ["arriving-safe", "arriving-good"]


@pytest.mark.parametrize("origin", ["key", "answer", "company", "help"])
def test_support_opens_with_people_and_places_wherever_no_one_spoke_of_death(origin, library):
    headline = library.support().headline(origin)
    assert headline == "Here are people and places that can help."


@pytest.mark.parametrize(
    ("sentence", "prompt_id"),
    [("S2", "before-differently"), ("S6", "open-ease"), ("S15", "weaving-nearer")],
)
def test_an_idea_that_no_prompt_had_reached_has_one(sentence, prompt_id, by_id):
    assert sentence in by_id[prompt_id].why.article


@pytest.mark.parametrize(
    ("set_id", "ids"),
    [
        ("talk-before", ["steady", "since", "kept", "bring", "leave-out", "end"]),
        ("talk-after", ["steady", "stayed", "away", "tonight"]),
        ("came-up", ["when", "feeling", "body", "strong", "helped"]),
        ("checkin", ["steady", "feeling", "sleep", "line"]),
        ("capture", ["words"]),
    ],
)
def test_the_sets_for_ordinary_days_ask_this_and_no_more(set_id, ids, sets):
    assert [each.id for each in sets[set_id].flat()] == [f"{set_id}-{name}" for name in ids]


def test_what_came_up_is_told_without_its_story(sets):
    assert not any(prompt.kind is Kind.TEXT for prompt in sets["came-up"].flat())


def test_a_check_in_takes_two_minutes(sets):
    assert sets["checkin"].set.minutes == 2


def test_a_measure_is_no_set_and_so_never_due_by_itself(library):
    assert set(library.measure_ids()).isdisjoint(library.set_ids())


def test_the_kind_note_needs_no_tap_that_evening(by_id):
    note = by_id["landing-note"]
    assert (note.kind, note.shows, note.shown_if, note.repeat) == (
        Kind.DISPLAY, "note", None, "always",
    )  # fmt: skip
    assert by_id["arriving-good"].option("note").does is Does.SHOW_NOTE
