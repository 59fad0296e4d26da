"""A therapist writes a set without touching its file."""

import pytest
from textual.widgets import Static

from integrate.domain.prompt import Condition, Kind, Option, Scale, ShownIf, When
from integrate.library.manuscript import Manuscript, blank
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.author import AuthorScreen, Saved
from integrate.tui.screens.author_check import AuthorCheckScreen
from integrate.tui.screens.author_fields import AuthorFieldsScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.tui.screens.preview import PreviewScreen
from integrate.tui.screens.previewed import PreviewedScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say

FIVE = "What helped?\nWhat now?\nHow was this week?\nHow steady do you feel?\nDid you rest?"


@pytest.fixture
def shelf():
    """What was saved, newest last; whether saving works."""

    class Shelf:
        def __init__(self):
            self.sets, self.works = [], True

        async def save(self, prompt_set):
            if not self.works:
                return Saved(kept=False, says="The disk is full.")
            self.sets.append(prompt_set)
            return Saved(kept=True, says="It is kept.")

    return Shelf()


class Writing:
    """The page on a stage, and short ways to use it."""

    def __init__(self, stage, library, clock, save, until):
        self._stage, self._until = stage, until
        self._given = {"library": library, "clock": clock, "save": save}

    def start(self, manuscript=None, **given):
        self.page = AuthorScreen(manuscript or blank(), **self._given, **given)
        self.app = self._stage(self.page)
        return self.app.run_test(size=(80, 24))

    @property
    def now(self):
        return self.page.desk.manuscript.now

    @property
    def asks(self):
        return [prompt.ask for prompt in self.now.prompt]

    @property
    def notice(self):
        return self.app.screen.query_one(Notice).words

    async def on(self, pilot, kind):
        await self._until(pilot, lambda: isinstance(self.app.screen, kind))

    async def press(self, pilot, *keys):
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    async def fill(self, pilot, text):
        """Puts a text in place of what stands in the words page."""
        await self.on(pilot, AuthorWordsScreen)
        self.app.screen.query_one(WritingArea).load_text(text)
        await pilot.pause()

    async def type(self, pilot, text, key="ctrl+n"):
        """The same, and is done with it."""
        await self.fill(pilot, text)
        front = self.app.screen
        await pilot.press(key)
        await self._until(pilot, lambda: self.app.screen is not front)

    async def paste(self, pilot, text=FIVE):
        await self.press(pilot, "p")
        await self.type(pilot, text)
        await self.on(pilot, AuthorScreen)

    async def field(self, pilot, name):
        """Stands on a field of the fields page, and presses Enter."""
        await self.on(pilot, AuthorFieldsScreen)
        rows = self.app.screen.query_one(RowList)
        rows.cursor = rows._rows.line_with(name)
        await self.press(pilot, "enter")

    async def back(self, pilot):
        await self.press(pilot, "escape")
        await self.on(pilot, AuthorScreen)


@pytest.fixture
def write(stage, library, clock, shelf, until):
    return Writing(stage, library, clock, shelf.save, until)


async def test_pasted_questions_become_the_list(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        assert write.asks == FIVE.split("\n")
        assert write.page.query_one(RowList).key == "0"


@pytest.mark.parametrize(("earlier", "later"), [("e", "l"), ("<", ">"), ("shift+up", "shift+down")])
async def test_questions_move_and_the_cursor_with_them(write, earlier, later):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, later, later, earlier)
        assert write.asks[:2] == ["What now?", "What helped?"]
        assert write.page.query_one(RowList).key == "1"


async def test_every_step_can_be_taken_back_and_done_again(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "x")
        assert write.asks == FIVE.split("\n")[1:]
        assert write.notice == say("author.removed")
        await write.press(pilot, "u")
        assert write.asks == FIVE.split("\n")
        await write.press(pilot, "u")
        assert write.asks == []
        await write.press(pilot, "r", "r")
        assert write.asks == FIVE.split("\n")[1:]


async def test_the_last_question_can_go_too(write):
    async with write.start() as pilot:
        await write.paste(pilot, "One?")
        await write.press(pilot, "x", "x")
        assert write.asks == []


async def test_a_question_is_added_below_the_cursor_with_its_kind(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "a")
        await write.type(pilot, "How heavy was it?", "enter")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "4")
        await write.on(pilot, AuthorFieldsScreen)
        await write.back(pilot)
        added = write.now.prompt[1]
        assert (added.id, added.kind) == ("how-heavy-was-it", Kind.SCALE)
        assert added.scale == Scale(low=0, high=10)
        assert write.page.query_one(RowList).key == "1"


async def test_a_question_becomes_a_choice_with_answers(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "down", "down", "enter")
        await write.field(pilot, "kind")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2")
        await write.type(pilot, "Light\nMixed\nHard")
        await write.field(pilot, "other")
        await write.back(pilot)
        week = write.now.prompt[2]
        assert (week.kind, week.other) == (Kind.CHOICE, True)
        assert week.options[1] == Option(value="mixed", label="Mixed")


async def test_a_scale_gets_its_ends_and_is_a_gate(write):
    async with write.start() as pilot:
        await write.paste(pilot, "How steady do you feel? 0-10\nWhat now?")
        await write.press(pilot, "enter")
        await write.field(pilot, "scale")
        await pilot.pause()
        await write.press(pilot, "enter", "enter")
        await pilot.press(*"low", "enter", *"high", "enter")
        await write.field(pilot, "gate")
        await write.back(pilot)
        steady = write.now.prompt[0]
        assert steady.scale == Scale(low=0, high=10, low_label="low", high_label="high")
        assert steady.gate == "steady"


async def test_a_scale_that_is_none_is_refused(write):
    async with write.start() as pilot:
        await write.paste(pilot, "How steady do you feel? 0-10")
        await write.press(pilot, "enter")
        await write.field(pilot, "scale")
        await pilot.pause()
        await write.press(pilot, "x", "ctrl+n")
        assert write.notice == say("author.needs_number")
        await write.press(pilot, "backspace", "backspace", *"12", "ctrl+n")
        assert write.notice == say("author.needs_span", most=100)
        await write.press(pilot, "escape")
        await write.on(pilot, AuthorFieldsScreen)
        assert write.now.prompt[0].scale == Scale(low=0, high=10)


async def test_a_question_waits_for_an_answer_to_an_earlier_one(write):
    async with write.start() as pilot:
        await write.paste(pilot, "Did you rest? yes / no\nHow well? 0-10\nWhat helped?")
        await write.press(pilot, "down", "enter")
        await write.field(pilot, "shown_if")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2", "1", "1")
        await write.on(pilot, AuthorFieldsScreen)
        await write.back(pilot)
        rule = ShownIf(all_=(Condition(prompt="did-you-rest", value=True),))
        assert write.now.prompt[1].shown_if == rule

        await write.press(pilot, "down", "enter")
        await write.field(pilot, "shown_if")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2", "1", "1")
        await write.type(pilot, "7")
        await write.back(pilot)
        rule = ShownIf(all_=(Condition(prompt="how-well", is_=">=", value=7),))
        assert write.now.prompt[2].shown_if == rule


async def test_the_first_question_has_nothing_to_wait_for(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "enter")
        await write.field(pilot, "shown_if")
        await pilot.pause()
        assert write.notice == say("author.shown.none")


async def test_a_question_can_be_moved_and_taken_out_from_its_own_page(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "enter")
        await write.field(pilot, "later")
        await pilot.pause()
        assert write.asks[:2] == ["What now?", "What helped?"]
        assert write.app.screen.heading == "Question 2"
        await write.field(pilot, "remove")
        await write.on(pilot, AuthorScreen)
        assert "What helped?" not in write.asks


async def test_depth_memory_and_needed_are_one_press_or_one_page(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "enter")
        await write.field(pilot, "required")
        await write.field(pilot, "memory")
        await write.field(pilot, "depth")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2")
        await write.back(pilot)
        first = write.now.prompt[0]
        assert (first.required, first.memory, first.depth) == (True, True, 2)


async def test_a_question_cannot_lose_its_words(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "enter", "enter")
        await write.fill(pilot, "  ")
        await write.press(pilot, "enter")
        assert write.notice == say("author.needs_words")
        await write.press(pilot, "escape")
        assert write.asks[0] == "What helped?"


async def test_words_that_are_far_too_long_are_not_taken(write):
    async with write.start() as pilot:
        await write.press(pilot, "p")
        await write.fill(pilot, "x" * 1001)
        await write.press(pilot, "ctrl+n")
        assert write.notice == say("author.too_long", most=1000)


async def test_the_head_says_title_length_and_when(write):
    async with write.start() as pilot:
        await write.press(pilot, "h")
        await write.field(pilot, "title")
        await write.type(pilot, "The week between", "enter")
        await write.field(pilot, "minutes")
        await write.type(pilot, "7", "enter")
        await write.field(pilot, "when")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "end", *["down"] * 11, "enter")
        await write.field(pilot, "every_days")
        await write.type(pilot, "3", "enter")
        await write.field(pilot, "max_depth")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2")
        await write.back(pilot)
        head = write.now.set
        assert (head.id, head.title) == ("the-week-between", "The week between")
        assert (head.minutes, head.max_depth) == (7, 2)
        assert write.now.when == When(table="talk", phase="between", every_days=3)


@pytest.mark.parametrize("typed", ["soon", "0", "-3", "1.5"])
async def test_minutes_are_a_whole_number(write, typed):
    async with write.start() as pilot:
        await write.press(pilot, "h")
        await write.field(pilot, "minutes")
        await write.fill(pilot, typed)
        await write.press(pilot, "enter")
        assert write.notice == say("author.needs_number")


async def test_what_is_to_mend_is_said_in_words_and_the_check_goes_there(write):
    async with write.start() as pilot:
        await write.paste(pilot, "What helped?\nWhich dose was it?")
        await write.press(pilot, "down")
        detail = "\n".join(str(each.content) for each in write.page.query(".detail Static"))
        assert "To mend: 'dose' speaks of doses" in detail
        rows = [row.cells[-1] for row in write.page.query_one(RowList)._rows]
        assert "to mend · Which dose was it?" in rows

        await write.press(pilot, "c")
        await write.on(pilot, AuthorCheckScreen)
        await write.press(pilot, "down", "enter")
        await write.on(pilot, AuthorFieldsScreen)
        assert write.app.screen.heading == "Question 2"
        await write.press(pilot, "enter")
        await write.type(pilot, "Which tea was it?", "enter")
        await write.back(pilot)
        assert [each.path for each in write.page.desk.findings] == [("set", "title")]


async def test_a_finding_in_the_head_leads_to_its_field(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "c")
        await write.on(pilot, AuthorCheckScreen)
        await write.press(pilot, "enter")
        await write.on(pilot, AuthorFieldsScreen)
        assert write.app.screen.query_one(RowList).key == "title"


async def test_with_nothing_to_mend_the_check_says_so(write):
    titled = blank().change_head(title="Week").paste(FIVE)
    async with write.start(titled) as pilot:
        await write.press(pilot, "c")
        assert write.notice == say("author.state.well")


async def test_the_preview_walks_the_set_as_it_is(write):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "v")
        await write.on(pilot, PreviewScreen)
        assert write.app.screen._walk.prompt.ask == "What helped?"
        await write.press(pilot, "ctrl+t")  # enough; then it is told what was not seen
        await write.on(pilot, PreviewedScreen)
        await write.back(pilot)
        assert write.asks == FIVE.split("\n")


async def test_what_cannot_be_walked_is_said_instead(write):
    broken = blank().paste(FIVE).change((0,), kind=Kind.CHOICE)
    async with write.start(broken) as pilot:
        await write.press(pilot, "v")
        assert write.notice == say("author.cannot_walk")


async def test_saving_needs_the_least_and_says_what_that_is(write, shelf):
    async with write.start() as pilot:
        await write.press(pilot, "s")
        assert "Missing: the title, a question." in write.notice
        assert shelf.sets == []


async def test_saving_hands_over_the_set_and_nothing_is_unsaved_then(write, shelf, finish):
    async with write.start() as pilot:
        await write.paste(pilot)
        write.page.desk.put(write.page.desk.manuscript.change_head(title="Week"))
        await write.press(pilot, "s")
        assert shelf.sets == [write.now]
        assert write.notice == "It is kept."
        assert await finish(pilot, "escape") is None


async def test_saving_that_does_not_work_is_said(write, shelf):
    shelf.works = False
    async with write.start(blank().change_head(title="Week").paste(FIVE)) as pilot:
        await write.press(pilot, "u", "r", "s")
        assert write.notice == "The disk is full."


async def test_an_unfinished_set_is_saved_only_after_its_own_yes(write, shelf, until):
    unfinished = blank().change_head(title="Week").paste("Which dose was it?")
    async with write.start(unfinished) as pilot:
        await write.press(pilot, "s")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "escape")
        assert shelf.sets == []
        await write.press(pilot, "s")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "1")
        await write.on(pilot, AuthorCheckScreen)
        await write.press(pilot, "escape", "s")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "2")
        await until(pilot, lambda: shelf.sets == [unfinished.now])


async def test_leaving_with_something_unsaved_asks(write, shelf, until):
    async with write.start(blank().change_head(title="Week")) as pilot:
        await write.paste(pilot)
        await write.press(pilot, "escape")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "enter")
        await write.on(pilot, AuthorScreen)
        assert write.app.results == []
        await write.press(pilot, "escape")
        await write.on(pilot, AskScreen)
        await write.app._press_keys(["2"])
        await until(pilot, lambda: write.app.results == [None])
        assert [each.prompt for each in shelf.sets] == [write.now.prompt]


async def test_leaving_may_let_it_go(write, shelf, until):
    async with write.start() as pilot:
        await write.paste(pilot)
        await write.press(pilot, "escape")
        await write.on(pilot, AskScreen)
        await write.app._press_keys(["3"])
        await until(pilot, lambda: write.app.results == [None])
        assert shelf.sets == []


async def test_leaving_what_was_not_touched_asks_nothing(write, finish):
    async with write.start(Manuscript(now=blank().paste(FIVE).now)) as pilot:
        assert await finish(pilot, "escape") is None


async def test_closing_the_journal_waits_for_a_second_press(write):
    async with write.start() as pilot:
        await write.press(pilot, "p")
        await write.on(pilot, AuthorWordsScreen)
        await write.press(pilot, *"Why?")
        await write.press(pilot, "ctrl+q")
        assert write.app.return_value is None
        assert write.app.is_running
        await write.press(pilot, "escape")
        await write.on(pilot, AuthorScreen)
        assert write.asks == []


async def test_words_being_typed_are_handed_over_when_everything_ends(write):
    kept = []

    def keep(prompt_set):
        kept.append(prompt_set)
        return True

    async with write.start(keep=keep) as pilot:
        await write.press(pilot, "p")
        await write.on(pilot, AuthorWordsScreen)
        await write.press(pilot, *"Why")
        assert write.app.seal()
        assert write.app.seal()
        await write.press(pilot, *"now", "ctrl+n")
        await write.on(pilot, AuthorScreen)
        assert [each.prompt[0].ask for each in kept] == ["Why", "Why"]
        assert write.asks == ["Whynow"]


async def test_what_no_page_can_change_is_still_there(write, library):
    read = Manuscript(now=library.set("open"))
    async with write.start(read) as pilot:
        await write.press(pilot, "down", "enter", "enter")
        await write.type(pilot, "What has become of it?", "enter")
        await write.back(pilot)
        old, new = read.now.prompt, write.now.prompt
        assert new[1].ask == "What has become of it?"
        assert (new[1].why, new[1].shows, new[1].options) == (
            old[1].why,
            old[1].shows,
            old[1].options,
        )
        assert (*new[:1], *new[2:]) == (*old[:1], *old[2:])
        await write.press(pilot, "u")
        assert write.now == read.now


async def test_foreign_marks_are_plain_text_here(write):
    async with write.start() as pilot:
        await write.paste(pilot, "What is [bold]this[/bold]?\x1b[2J")
        said = str(write.page.query_one(".words", Static).content)
        assert said == "What is [bold]this[/bold]?[2J"


async def test_a_finding_in_no_field_of_the_page_stands_with_the_first(write):
    broken = blank().paste(FIVE).change((0,), gate="steady")
    async with write.start(broken) as pilot:
        await write.press(pilot, "c")
        await write.on(pilot, AuthorCheckScreen)
        await write.press(pilot, "down", "enter")
        await write.on(pilot, AuthorFieldsScreen)
        said = str(write.app.screen.query(".told Static").first().content)
        assert "only a scale can be a gate" in said


async def test_a_condition_that_lost_its_question_is_said_where_it_is(write):
    rule = ShownIf(all_=(Condition(prompt="what-helped", is_="exists"),))
    waiting = blank().paste(FIVE).change((1,), shown_if=rule)
    async with write.start(waiting) as pilot:
        await write.press(pilot, "x")
        await write.press(pilot, "enter")
        await write.on(pilot, AuthorFieldsScreen)
        rows = {row.key: row.cells[-1] for row in write.app.screen.query_one(RowList)._rows}
        assert rows["shown_if"].startswith("to mend")
        await write.field(pilot, "shown_if")
        await write.on(pilot, AskScreen)
        await write.press(pilot, "1")
        await write.back(pilot)
        assert write.now.prompt[0].shown_if is None


async def test_too_many_answers_are_not_taken(write):
    async with write.start(blank().paste("How? a / b")) as pilot:
        await write.press(pilot, "enter")
        await write.field(pilot, "options")
        await write.fill(pilot, "\n".join(map(str, range(61))))
        await write.press(pilot, "ctrl+n")
        assert write.notice == say("author.too_many_answers", most=60)


async def test_a_text_on_one_line_takes_each_key_once(write):
    async with write.start() as pilot:
        await write.press(pilot, "a")
        await write.on(pilot, AuthorWordsScreen)
        await write.press(pilot, *"Why?")
        assert write.app.screen.query_one(WritingArea).text == "Why?"
