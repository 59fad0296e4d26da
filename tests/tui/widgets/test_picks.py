import pytest
from textual.app import App, ComposeResult

from integrate.tui.widgets.picks import Pick, Picks

THREE = [
    Pick(value="yes", label="Yes"),
    Pick(value="no", label="No", note="a note"),
    Pick(value="later", label="Not yet"),
]


class Host(App[None]):
    def __init__(self, picks=THREE, value: str | None = None) -> None:
        super().__init__()
        self.picks = Picks(picks, value=value)
        self.picked: list[str] = []
        self.left = 0

    def compose(self) -> ComposeResult:
        yield self.picks

    def on_mount(self) -> None:
        self.picks.focus()

    def on_picks_picked(self, event: Picks.Picked) -> None:
        self.picked.append(event.value)

    def on_picks_left(self) -> None:
        self.left += 1


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["2"], "no"),
        (["enter"], "yes"),
        (["down", "down", "enter"], "later"),
        (["down", "up", "enter"], "yes"),
        (["up", "enter"], "yes"),
    ],
)
async def test_digits_and_arrows_with_enter_choose(keys, value):
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.picked == [value]


async def test_a_digit_that_stands_for_nothing_does_nothing():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("4", "0", "9")
        assert app.picked == []


async def test_the_mark_may_begin_elsewhere():
    app = Host(value="later")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.picked == ["later"]


async def test_going_down_past_the_last_line_leaves():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        assert app.left == 0
        await pilot.press("down")
        assert app.left == 1
        assert app.picks.value == "later"


async def test_a_click_chooses():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.click(Picks, offset=(6, 1))
        assert app.picked == ["no"]


async def test_the_mark_can_be_seen_without_colour():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("down")
        lines = app.picks.render().plain.splitlines()
        assert lines == ["  1  Yes", "▸ 2  No   a note", "  3  Not yet"]


async def test_a_long_label_wraps_beside_its_number_and_a_click_on_either_line_chooses_it():
    app = Host([Pick(value="long", label="word " * 20, note="Thu 5 March"), *THREE])
    async with app.run_test(size=(40, 12)) as pilot:
        lines = app.picks.render().plain.splitlines()
        assert lines[0].startswith("▸ 1  word")
        assert all(line.startswith("     word") for line in lines[1:3])
        assert max(map(len, lines)) <= 40
        await pilot.click(Picks, offset=(6, 1))
        assert app.picked == ["long"]


async def test_labels_are_text_and_never_markup():
    app = Host([Pick(value="x", label="[b]Ana[/b]\x1b[2J")])
    async with app.run_test():
        assert app.picks.render().plain == "▸ 1  [b]Ana[/b][2J"
