from textual.app import App, ComposeResult

from integrate.tui.widgets.found_list import Found, FoundList


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.chosen: list[str] = []
        self.titled: list[str] = []

    def compose(self) -> ComposeResult:
        yield FoundList(self.named)

    def on_mount(self) -> None:
        self.query_one(FoundList).focus()

    def named(self, key: str) -> Found:
        self.titled.append(key)
        return Found(title=f"[b]Page[/b] {key}", when="Tue 10 March 2026")

    def on_found_list_in_sight(self, event: FoundList.InSight) -> None:
        self.asked += event.keys

    def on_found_list_chosen(self, event: FoundList.Chosen) -> None:
        self.chosen.append(event.key)

    @property
    def found(self) -> FoundList:
        return self.query_one(FoundList)


def keys(count: int) -> list[str]:
    return [str(number) for number in range(count)]


async def test_only_what_is_in_sight_is_titled_and_asked_for():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        app.found.more(keys(100_000))
        await pilot.pause()
        assert len(set(app.asked)) < 15
        await pilot.press("end")
        await pilot.pause()
        assert app.found.key == "99999"
        assert "99999" in app.asked
        assert len(set(app.titled)) < 40


async def test_arrows_move_and_enter_chooses():
    app = Host()
    async with app.run_test() as pilot:
        app.found.more(keys(3))
        await pilot.press("down", "down", "down", "up", "enter")
        await pilot.pause()
        assert app.chosen == ["1"]


async def test_pages_that_come_later_do_not_move_the_cursor_but_the_one_that_is_wanted_does():
    app = Host()
    async with app.run_test() as pilot:
        app.found.more(keys(3))
        await pilot.press("down")
        app.found.more(["x", "y"])
        assert app.found.key == "1"
        app.found.more(["z"], "z")
        assert app.found.key == "z"


async def test_a_line_of_the_page_stands_under_its_title_with_brackets():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        app.found.more(["a"])
        line = "the [x] kettle sang"
        app.found.fill({"a": Found(title="Page", context=line, marks=((8, 14),))})
        await pilot.pause()
        assert app.found.text.splitlines()[1].strip() == "the [x] [kettle] sang"


async def test_a_title_is_text_in_one_line_and_never_wider_than_the_list():
    app = Host()
    async with app.run_test(size=(40, 24)) as pilot:
        app.found.more(["a", "b"])
        long = Found(title="word\n\x1b[2J " * 40, title_marks=((0, 4),))
        wide = Found(title="鳥" * 60, context="鳥" * 60, marks=((0, 1),))
        app.found.fill({"a": long, "b": wide})
        await pilot.pause()
        for y in range(6):
            strip = app.found.render_line(y)
            assert strip.cell_length == app.found.scrollable_content_region.width
            assert "\x1b" not in strip.text
            assert "\n" not in strip.text


async def test_another_search_begins_with_nothing():
    app = Host()
    async with app.run_test() as pilot:
        app.found.more(keys(3))
        await pilot.press("down")
        app.found.begin()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert (app.found.key, app.found.keys, app.chosen) == (None, [], [])
        assert app.found.text == ""
