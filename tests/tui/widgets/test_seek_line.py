from textual.app import App, ComposeResult

from integrate.tui.widgets.seek_line import SeekLine


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield SeekLine(choose="Read")

    def on_mount(self) -> None:
        self.line.focus()

    @property
    def line(self) -> SeekLine:
        return self.query_one(SeekLine)

    def on_seek_line_moved(self, event: SeekLine.Moved) -> None:
        self.heard.append(event.by)

    def on_seek_line_turned(self, event: SeekLine.Turned) -> None:
        self.heard.append(("page", event.by))

    def on_input_submitted(self, event: SeekLine.Submitted) -> None:
        self.heard.append(event.value)


async def test_letters_stay_in_the_line_and_arrows_and_enter_go_to_the_list():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("a", "down", "up", "pagedown", "pageup", "b", "enter")
        await pilot.pause()
        assert app.heard == [1, -1, ("page", 1), ("page", -1), "ab"]
        assert app.line.value == "ab"


async def test_over_an_empty_list_they_do_nothing():
    app = Host()
    async with app.run_test() as pilot:
        app.line.chooses = False
        await pilot.press("a", "down", "enter")
        await pilot.pause()
        assert app.heard == []
