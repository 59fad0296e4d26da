import msgspec
import pytest

from integrate.domain.prompt import Kind, Option, Prompt, Scale

HIGH = Scale(low=1, high=9, step=2)


def prompt(**more):
    return Prompt(id="p", kind=Kind.CHOICE, ask="?", **more)


def test_every_prompt_comes_in_the_order_of_asking_nested_ones_after_their_own_heading(make_set):
    nested = {"id": "b", "kind": "group", "prompts": [{"id": "c", "prompts": [{"id": "d"}]}]}
    prompts = make_set({"id": "a"}, nested, {"id": "e"})
    assert [each.id for each in prompts.flat()] == ["a", "b", "c", "d", "e"]


def test_a_scale_holds_both_of_its_ends():
    assert list(HIGH.steps()) == [1, 3, 5, 7, 9]


def test_a_prompt_without_a_scale_of_its_own_goes_from_nought_to_ten():
    assert list(prompt().steps) == list(range(11))
    assert prompt(scale=HIGH).steps == HIGH.steps()


def test_an_option_is_found_among_the_spots_and_among_how_they_feel():
    chest, tight = Option(value="chest", label="Chest"), Option(value="tight", label="tight")
    body = prompt(options=(chest,), words=(tight,))
    assert body.option("chest") is chest
    assert body.option("tight") is tight
    assert body.option("Chest") is None


@pytest.mark.parametrize(
    "slip", [{"askk": "?"}, {"scale": {"hihg": 5}}, {"shown_if": {"al": []}}, {"kind": "essay"}]
)
def test_a_slip_of_the_pen_in_a_set_is_not_passed_over(slip):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "p", "kind": "scale", "ask": "?", **slip}, Prompt)


def test_conditions_are_written_with_plain_words():
    given = {"all": ({"prompt": "a", "is": ">", "value": 3},)}
    shown = msgspec.convert({"id": "p", "kind": "text", "ask": "?", "shown_if": given}, Prompt)
    assert shown.shown_if.all_[0].is_ == ">"
    assert msgspec.to_builtins(shown.shown_if) == given


def test_a_set_goes_by_the_id_and_title_of_its_head(make_set):
    prompts = make_set({"id": "a"}, set_id="evening")
    assert (prompts.id, prompts.title) == ("evening", "Evening")
