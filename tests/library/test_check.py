"""What a set must hold beyond its types."""

import pytest


def test_an_id_that_is_taken_is_told_at_the_second_one(spoiled):
    message, place = spoiled('id = "evening-strong"', 'id = "evening-how"')
    assert message == "the id 'evening-how' is taken by an earlier prompt; give this one its own"
    assert place == (24, 6)


def test_a_nested_id_that_is_taken_is_told_too(spoiled):
    message, place = spoiled('id = "evening-line"', 'id = "evening-how"')
    assert message.startswith("the id 'evening-how' is taken")
    assert place == (36, 8)


@pytest.mark.parametrize("bad", ["Evening", "evening how", "-evening", "evening_how", ""])
def test_an_id_has_lower_case_letters_digits_and_dashes(bad, spoiled):
    message, place = spoiled('id = "evening"', f'id = "{bad}"')
    assert message == f"'{bad}' is not an id; use lower-case letters, digits and '-'"
    assert place == (4, 6)


def test_a_prompts_id_is_checked_in_the_same_way(spoiled):
    message, place = spoiled('id = "evening-line"', 'id = "Evening Line"')
    assert message.startswith("'Evening Line' is not an id")
    assert place == (36, 8)


def test_a_condition_on_a_prompt_that_is_not_there_is_told(spoiled):
    message, place = spoiled('{ prompt = "evening-how"', '{ prompt = "evening-hwo"')
    assert message.endswith("is called 'evening-hwo'; did you mean 'evening-how'?")
    assert place == (28, 32)


@pytest.mark.parametrize("name", ["evening-page", "zzz"])
def test_a_condition_looks_only_at_earlier_prompts_that_are_answered(name, spoiled):
    message, place = spoiled('{ prompt = "evening-how"', f'{{ prompt = "{name}"')
    assert message.startswith(f"no earlier prompt that is answered is called '{name}'")
    assert place == (28, 32)


@pytest.mark.parametrize("name", ["evening-strong", "evening-line"])
def test_a_condition_on_itself_or_on_what_comes_later_is_told_so(name, spoiled):
    """No set can go round in a circle: a condition only ever looks back."""
    message, place = spoiled('{ prompt = "evening-how"', f'{{ prompt = "{name}"')
    assert message == f"'{name}' is not asked before this one; a condition can only look back"
    assert place == (28, 32)


def test_a_condition_on_an_answer_that_is_not_offered_is_told(spoiled):
    message, place = spoiled('value = "hard" }]', 'value = "hrad" }]')
    assert message == "'hrad' is not an option of 'evening-how'; choose one of good, hard"
    assert place == (28, 65)


def test_an_option_that_keeps_nothing_needs_a_name_to_be_kept_under(spoiled):
    message, place = spoiled('value = "hard", ', 'value = "hard", keeps = false, ')
    assert message == "'keeps' needs 'keep_as' on its prompt; add that, or drop 'keeps'"
    assert place[0] > 1


def test_a_prompt_deeper_than_its_set_is_told(spoiled):
    message, place = spoiled("max_depth = 2", "max_depth = 1")
    assert message == "depth 2 is more than the set's max_depth of 1; lower it"
    assert place == (39, 11)


def test_a_scale_prompt_needs_a_scale(spoiled):
    message, place = spoiled("scale = { low = 0, high = 10 }\n", "")
    assert message == "a scale prompt needs a scale; add scale = { low = 0, high = 10 }"
    assert place == (23, 1)


@pytest.mark.parametrize(
    "bounds",
    [
        "low = 10, high = 10",
        "low = 3, high = 1",
        "low = 0, high = 10, step = 0",
        "low = 0, high = 10, step = 3",
    ],
)
def test_a_scale_must_reach_from_low_to_high_in_even_steps(bounds, spoiled):
    message, place = spoiled("{ low = 0, high = 10 }", f"{{ {bounds} }}")
    assert message.startswith("this scale has no even steps")
    assert place == (27, 9)


@pytest.mark.parametrize("high", ["101", "1000000000", "9" * 40])
def test_a_scale_that_no_screen_can_show_is_told(high, spoiled):
    message, _ = spoiled("high = 10", f"high = {high}")
    assert message.startswith("this scale has more than 101 steps")


@pytest.mark.parametrize("scale", ["low = 0, high = 100", "low = 1, high = 10", "high = 3"])
def test_a_gate_runs_from_0_to_10(scale, spoiled):
    """Twenty of a hundred is not steady."""
    message, _ = spoiled("{ low = 0, high = 10 }", f"{{ {scale} }}\ngate = 'steady'")
    assert message.startswith("a gate is read from 0 to 10")


def test_only_a_scale_can_be_a_gate(spoiled):
    message, place = spoiled('ask = "How was today?"', 'ask = "How was today?"\ngate = "steady"')
    assert message == "only a scale can be a gate; make it a scale, or drop the gate"
    assert place == (18, 8)


@pytest.mark.parametrize(
    "options", ["", "options = []\n", 'options = [{ value = "a", label = "A" }]\n']
)
def test_a_choice_needs_something_to_choose_from(options, good, refused):
    start, end = good.index("options = ["), good.index(']\n\n[[prompt]]\nid = "evening-strong"') + 2
    bad = refused(good[:start] + options + good[end:])
    assert bad.message == "a choice prompt needs two options or more; add them"
    assert bad.line == (18 if options else 14)


def test_an_option_value_that_is_taken_is_told_at_the_second_one(spoiled):
    message, place = spoiled('value = "hard", label', 'value = "good", label')
    assert message == "the value 'good' is taken by an earlier option; use another"
    assert place == (20, 13)


def test_titles_and_labels_stay_on_one_line(spoiled):
    message, place = spoiled('title = "Evening"', 'title = "Eve\\nning"')
    assert (message, place) == ("'title' runs over several lines; put it on one", (5, 9))
    message, place = spoiled('label = "Good"', 'label = "Go\\nod"')
    assert (message, place) == ("'label' runs over several lines; put it on one", (19, 29))


@pytest.mark.parametrize("closing", ["", "  "])
def test_a_set_ends_with_a_closing(closing, spoiled):
    message, place = spoiled('closing = "Sleep well."', f'closing = "{closing}"')
    assert (message, place) == ("the closing is empty; end with one kind sentence", (11, 11))


def test_a_set_without_a_closing_is_told(spoiled):
    message, place = spoiled('closing = "Sleep well."\n', "")
    assert (message, place) == ("the key 'closing' is missing here; add it", (3, 1))


def test_a_set_has_a_prompt(good, refused):
    head = good.split("[[prompt]]")[0]
    bad = refused(f"prompt = []\n{head}")
    assert bad.message == "there is no prompt in this set; add a [[prompt]]"
    assert (bad.line, bad.column) == (1, 10)


@pytest.mark.parametrize("when", ["", 'phase = "open"\nhours = { from = 1, to = 2 }'])
def test_a_set_is_timed_by_a_phase_or_by_hours(when, good, refused):
    bad = refused(f"{good}\n[when]\n{when}\n")
    assert bad.message == "[when] needs either a phase or hours; give one of them"
    assert (bad.line, bad.column) == (41, 1)
