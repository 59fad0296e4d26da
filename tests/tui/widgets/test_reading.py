from time import process_time

from textual.app import App, ComposeResult

from integrate.tui.widgets.reading import Part, Reading


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Reading()

    @property
    def reading(self) -> Reading:
        return self.query_one(Reading)


async def test_words_are_wrapped_at_seventy_two_columns_at_most():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        app.reading.show([Part(text="word " * 100)])
        await pilot.pause()
        assert max(map(len, app.reading.text.splitlines())) <= 72


async def test_a_narrow_screen_wraps_for_its_own_width():
    app = Host()
    async with app.run_test(size=(30, 10)) as pilot:
        app.reading.show([Part(text="word " * 20)])
        await pilot.pause()
        assert max(map(len, app.reading.text.splitlines())) <= 29


async def test_another_width_wraps_anew():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        app.reading.show([Part(text="word " * 40)])
        before = len(app.reading.text.splitlines())
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert len(app.reading.text.splitlines()) > before


async def test_foreign_words_are_shown_as_they_are_and_cannot_speak_to_the_terminal():
    app = Host()
    async with app.run_test() as pilot:
        app.reading.show([Part(text="\x1b[2J[link=file:///etc]here[/link] \u202eback")])
        await pilot.pause()
        line = app.reading.render_line(0).text
        assert "\x1b" not in line
        assert "\u202e" not in line
        assert "[link=file:///etc]here[/link]" in line


async def test_keys_scroll():
    app = Host()
    async with app.run_test(size=(80, 10)) as pilot:
        app.reading.focus()
        app.reading.show([Part(text="\n".join(str(n) for n in range(100)))])
        await pilot.pause()
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.reading.render_line(0).text.strip() == "2"
        await pilot.press("end")
        await pilot.pause()
        assert app.reading.render_line(9).text.strip() == "99"
        await pilot.press("home", "space")
        await pilot.pause()
        assert app.reading.render_line(0).text.strip() == "10"


async def test_new_words_begin_at_their_beginning():
    app = Host()
    async with app.run_test(size=(80, 10)) as pilot:
        app.reading.focus()
        app.reading.show([Part(text="\n".join(str(n) for n in range(100)))])
        await pilot.press("end")
        await pilot.pause()
        app.reading.show([Part(text="another page")])
        await pilot.pause()
        assert app.reading.render_line(0).text.strip() == "another page"


async def test_a_page_of_a_hundred_thousand_words_opens_at_once():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        began = process_time()
        app.reading.show([Part(text="\n\n".join(["kettle " * 100] * 1000))])
        await pilot.pause()
        assert process_time() - began < 3
        assert len(app.reading.children) == 0


async def test_a_lead_stands_before_the_first_line_and_others_hang_under_it():
    app = Host()
    async with app.run_test(size=(30, 10)) as pilot:
        app.reading.show([Part(text="word " * 12, lead="- ", hang="  ")])
        await pilot.pause()
        first, *others = app.reading.text.splitlines()
        assert first.startswith("- word")
        assert all(line.startswith("  word") for line in others)
        assert max(map(len, app.reading.text.splitlines())) <= 29


async def test_words_that_are_looked_for_are_marked_also_over_the_end_of_a_line():
    app = Host()
    async with app.run_test(size=(30, 10)) as pilot:
        app.reading.show([Part(text="one two three four five six seven eight")], ["six seven"])
        await pilot.pause()
        assert app.reading.matches == 1
        marked = [
            segment.text
            for y in range(3)
            for segment in app.reading.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert " ".join(marked) == "six seven"


async def test_nothing_is_found_across_two_parts():
    app = Host()
    async with app.run_test(size=(30, 10)) as pilot:
        app.reading.show([Part(text="six"), Part(text="seven")], ["six seven"])
        await pilot.pause()
        assert app.reading.matches == 0


async def test_another_width_keeps_the_match_that_was_jumped_to():
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.reading.show([Part(text="six " * 60)], ["six"])
        app.reading.jump(7)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.reading.matches == 60
