"""Options are chosen by number, by arrows, or in own words, and read without colour."""

import pytest

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind, Option, Prompt
from integrate.tui.widgets.choice_field import ChoiceField
from integrate.tui.widgets.choice_list import ChoiceList


def options(count: int, *, last_alone: bool = False) -> tuple[Option, ...]:
    return tuple(
        Option(
            value=f"v{number}",
            label=f"option {number}",
            exclusive=last_alone and number == count,
        )
        for number in range(1, count + 1)
    )


def prompt(kind: Kind, count: int, **more) -> Prompt:
    last_alone = more.pop("last_alone", False)
    return Prompt(
        id="p", kind=kind, ask="Which?", options=options(count, last_alone=last_alone), **more
    )


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["2"], "v2"),
        (["2", "3"], "v3"),
        (["2", "2"], "v2"),
        (["down", "space"], "v1"),
        (["down", "down", "enter"], "v2"),
        (["end", "space"], "v4"),
        (["end", "home", "space"], "v1"),
        (["up", "space"], "v1"),
        (["2", "backspace"], None),
    ],
)
async def test_one_is_chosen(bench, keys, value):
    app = bench(ChoiceField(prompt(Kind.CHOICE, 4), None))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value == value


async def test_arrows_alone_choose_nothing_and_enter_without_them_answers_nothing(bench):
    app = bench(ChoiceField(prompt(Kind.CHOICE, 4), None))
    async with app.run_test() as pilot:
        await pilot.press("enter", "down", "down", "up")
        assert app.given == []
        assert app.heard == ["entered"]


async def test_several_are_chosen_and_taken_back(bench):
    app = bench(ChoiceField(prompt(Kind.MULTI, 4), None))
    async with app.run_test() as pilot:
        await pilot.press("3", "1")
        assert app.value == ("v1", "v3")
        await pilot.press("3")
        assert app.value == ("v1",)
        await pilot.press("1")
        assert app.value is None


async def test_enter_among_several_goes_on_and_chooses_nothing(bench):
    app = bench(ChoiceField(prompt(Kind.MULTI, 4), None))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        assert app.given == []
        assert app.heard == ["entered"]


async def test_one_that_stands_alone_clears_the_others_and_goes_when_another_comes(bench):
    app = bench(ChoiceField(prompt(Kind.MULTI, 4, last_alone=True), None))
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "4")
        assert app.value == ("v4",)
        await pilot.press("2")
        assert app.value == ("v2",)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["1", "2"], ("v12",)),
        (["2", "2"], ("v22",)),
        (["3"], ("v3",)),
        (["0", "4"], ("v4",)),
        (["1", "space"], ("v1",)),
        (["2", "5"], ("v2", "v5")),
        (["2", "down", "space"], ("v2", "v3")),
        (["1", "0", "1", "1"], ("v10", "v11")),
    ],
)
async def test_two_digits_choose_among_many(bench, keys, value):
    app = bench(ChoiceField(prompt(Kind.FEELING, 22), None))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value == value


async def test_enter_takes_a_first_digit_as_the_whole_number(bench):
    app = bench(ChoiceField(prompt(Kind.FEELING, 22), None))
    async with app.run_test() as pilot:
        await pilot.press("1", "enter")
        assert app.value == ("v1",)
        assert app.heard == ["entered"]


async def test_many_stand_in_columns_and_arrows_cross_them(bench, shown):
    app = bench(ChoiceField(prompt(Kind.FEELING, 22), None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = shown(app).splitlines()[0]
        assert "option 1" in first
        assert "option 9" in first
        assert "option 17" in first
        await pilot.press("down", "right", "space", "right", "space", "left", "left", "space")
        assert app.value == ("v1", "v9", "v17")


async def test_body_spots_and_words_share_one_numbering(bench):
    words = (Option(value="warm", label="warm"), Option(value="tight", label="tight"))
    body = Prompt(id="b", kind=Kind.BODY, ask="Where?", options=options(3), words=words)
    app = bench(ChoiceField(body, None))
    async with app.run_test() as pilot:
        await pilot.press("2", "5")
        assert app.value == ("v2", "tight")


async def test_what_is_chosen_reads_without_colour(bench, shown):
    several = bench(ChoiceField(prompt(Kind.MULTI, 3), Answer(value=("v2",))))
    async with several.run_test() as pilot:
        await pilot.pause()
        assert "2  [x] option 2" in shown(several)
        assert "1  [ ] option 1" in shown(several)
    single = bench(ChoiceField(prompt(Kind.CHOICE, 3), Answer(value="v2")))
    async with single.run_test() as pilot:
        await pilot.pause()
        assert "2  (•) option 2" in shown(single)


async def test_the_last_number_leads_to_own_words_and_up_comes_back(bench):
    app = bench(ChoiceField(prompt(Kind.MULTI, 3, other=True), None))
    async with app.run_test() as pilot:
        await pilot.press("1", "4", "c", "a", "t")
        assert app.given[-1] == (("v1",), "cat")
        await pilot.press("up")
        assert app.query_one(ChoiceList).has_focus
        await pilot.press("down")
        await pilot.press("down")
        assert app.heard == ["left"]


async def test_own_words_alone_are_an_answer(bench):
    app = bench(ChoiceField(prompt(Kind.CHOICE, 3, other=True), None))
    async with app.run_test() as pilot:
        await pilot.press("4", "c", "enter")
        assert app.given[-1] == ("", "c")
        assert app.heard == ["entered"]


async def test_down_past_the_last_option_leaves(bench):
    app = bench(ChoiceField(prompt(Kind.CHOICE, 2), None))
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        assert app.heard == []
        await pilot.press("down")
        assert app.heard == ["left"]


async def test_a_click_chooses(bench):
    app = bench(ChoiceField(prompt(Kind.CHOICE, 4), None))
    async with app.run_test() as pilot:
        await pilot.click(ChoiceField, offset=(12, 2))
        assert app.value == "v3"


async def test_a_label_is_never_markup(bench, shown):
    odd = Prompt(
        id="p",
        kind=Kind.CHOICE,
        ask="?",
        options=(Option(value="a", label="[red]plain[/red]"), Option(value="b", label="[/]")),
    )
    app = bench(ChoiceField(odd, None))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[red]plain[/red]" in shown(app)
        assert "[/]" in shown(app)
