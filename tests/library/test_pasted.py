import pytest

from integrate.domain.prompt import Does, Kind, Option, Scale
from integrate.library.pasted import options_in, prompts_in

LIST = """
1. What helped a little?
2) How was this week? light / mixed / hard
- Did you sleep? yes / no
• How steady do you feel? 0-10
Was it the day / night shift?
"""


def test_each_line_becomes_a_prompt_of_the_kind_that_its_end_says():
    made = prompts_in(LIST)

    assert [(each.kind, each.ask) for each in made] == [
        (Kind.TEXT, "What helped a little?"),
        (Kind.CHOICE, "How was this week?"),
        (Kind.YESNO, "Did you sleep?"),
        (Kind.SCALE, "How steady do you feel?"),
        (Kind.TEXT, "Was it the day / night shift?"),
    ]
    assert [option.label for option in made[1].options] == ["light", "mixed", "hard"]
    assert made[3].scale == Scale(low=0, high=10)


@pytest.mark.parametrize(
    "line",
    ["Why? Because", "How much? 10-0", "How much? 0-999", "a / b / c", "Which? one /", "What? (x)"],
)
def test_what_is_not_understood_stays_as_it_was_written(line):
    (made,) = prompts_in(line)

    assert (made.kind, made.ask) == (Kind.TEXT, line)


def test_ids_come_from_the_words_and_are_never_taken_twice():
    made = prompts_in("What helped?\nWhat helped?\n何が？\nWhat helped", {"what-helped"})

    assert [each.id for each in made] == [
        "what-helped-2",
        "what-helped-3",
        "question-4",
        "what-helped-4",
    ]


def test_what_steers_a_terminal_is_taken_out():
    (made,) = prompts_in("What \x1b[31mhelped?")

    assert made.ask == "What [31mhelped?"


HOME = Option(value="home", label="A ride home", score=2, does=Does.SHOW_PEOPLE)
FOOD = Option(value="food", label="Something to eat")


def test_an_answer_that_stays_or_moves_keeps_all_that_it_has():
    assert options_in("Something to eat\nA ride home", (HOME, FOOD)) == (FOOD, HOME)


def test_a_reworded_answer_keeps_its_value_and_what_it_does():
    (reworded, _) = options_in("A lift home\nSomething to eat", (HOME, FOOD))

    assert reworded == Option(value="home", label="A lift home", score=2, does=Does.SHOW_PEOPLE)


def test_another_answer_in_its_place_is_a_new_one():
    (new, _) = options_in("Music\nSomething to eat", (HOME, FOOD))

    assert new == Option(value="music", label="Music")


def test_a_new_answer_never_takes_the_value_of_one_that_went():
    (made,) = options_in("Home!", (HOME, FOOD))

    assert made == Option(value="home-2", label="Home!")


def test_empty_lines_and_the_same_answer_again_are_passed_over():
    assert [each.label for each in options_in("- Yes\n\n- No\nYes\n")] == ["Yes", "No"]
