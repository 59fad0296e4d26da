"""One prompt at a time: keys, branching, turning aside, pausing, sealing, finishing."""

from datetime import timedelta
from functools import partial

import pytest
from msgspec.structs import replace
from textual import events

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.prompt import (
    Condition,
    Does,
    Kind,
    Number,
    Option,
    Prompt,
    PromptSet,
    Scale,
    SetHead,
    ShownIf,
    Text,
)
from integrate.domain.walk import Ask, Close, ConfirmDepth, begin
from integrate.journal.begin import begin as begin_set
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Guided
from integrate.journal.show import show
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.prompt_why import PromptWhyScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultBusy
from integrate.words import say


def a_set(*prompts: Prompt, **head) -> PromptSet:
    return PromptSet(
        schema=1,
        set=SetHead(
            id="test",
            title="A test set",
            version="1",
            language="en",
            author="Integrate",
            licence="CC0",
            minutes=3,
            opening="Take what fits.",
            closing="Look around the room.",
            max_depth=3,
            **head,
        ),
        prompt=prompts,
    )


def option(value: str, does: Does | None = None) -> Option:
    return Option(value=value, label=f"the {value} one", does=does)


STAYED = Prompt(id="stayed", kind=Kind.TEXT, ask="What stayed?", help="A word is fine.")
STEADY = Prompt(id="steady", kind=Kind.SCALE, ask="How steady?", gate="steady", series="steady")
SLEPT = Prompt(id="slept", kind=Kind.YESNO, ask="Did you sleep?")
MOOD = Prompt(
    id="mood", kind=Kind.CHOICE, ask="How was it?", options=(option("good"), option("bad"))
)
WORSE = Prompt(
    id="worse",
    kind=Kind.TEXT,
    ask="What was bad?",
    shown_if=ShownIf(all_=(Condition(prompt="mood", value="bad"),)),
)
HOURS = Prompt(
    id="hours", kind=Kind.NUMBER, ask="How long?", number=Number(min=0, max=24, step=0.5)
)
NEAR = Prompt(id="near", kind=Kind.TEXT, ask="How was it near?", depth=3, memory=True)
LAST = Prompt(id="last", kind=Kind.TEXT, ask="Anything else?")


@pytest.fixture
def guided(journal, clock, library, stage, monkeypatch):
    """A stage with a guided screen on these prompts; drafts are sealed almost at once."""
    monkeypatch.setattr("integrate.tui.screens.guided.DraftTimer", partial(DraftTimer, wait=0.01))

    def make(*prompts: Prompt, keeper: Keeper | None = None, **facts):
        walk = begin(a_set(*prompts), max_depth=3, memory=True, **facts)
        passage = Guided(walk=walk, session="s1", phase="open", begun=clock())
        keeper = keeper or Keeper(journal)
        return stage(GuidedScreen(journal, passage, keeper, clock, library, ""))

    return make


def screen_of(app) -> GuidedScreen:
    return next(each for each in app.screen_stack if isinstance(each, GuidedScreen))


def walk_of(app):
    return screen_of(app)._passage.walk


def asked(app) -> str:
    step = walk_of(app).step
    assert isinstance(step, Ask)
    return step.prompt.id


def notice(app) -> str:
    return str(app.screen.query_one("#notice").render())


async def until(pilot, holds) -> None:
    """Waits for what a thread is about to bring."""
    for _ in range(400):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


async def finished(pilot) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, FinishedScreen))


# --- the straight way, for every kind


async def test_answers_of_every_kind_become_an_entry_that_reads_back(guided, journal):
    feeling = Prompt(id="f", kind=Kind.FEELING, ask="Feelings?", options=(option("calm"),))
    body = Prompt(
        id="b",
        kind=Kind.BODY,
        ask="Where?",
        options=(option("chest"),),
        words=(option("warm"),),
    )
    multi = Prompt(id="m", kind=Kind.MULTI, ask="Which?", options=(option("a"), option("b")))
    day = Prompt(id="d", kind=Kind.DATE, ask="Which day?")
    hour = Prompt(id="h", kind=Kind.TIME, ask="When?")
    read = Prompt(id="r", kind=Kind.DISPLAY, ask="Only words.")
    app = guided(STAYED, STEADY, SLEPT, MOOD, HOURS, read, feeling, body, multi, day, hour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n")
        await pilot.press("8", "enter")
        await pilot.press("y", "enter")
        await pilot.press("1", "enter")
        await pilot.press("7", "full_stop", "5", "enter")
        await pilot.press("enter")
        await pilot.press("1", "enter")
        await pilot.press("1", "2", "enter")
        await pilot.press("1", "2", "enter")
        await pilot.press(*["2", "0", "2", "6", "minus", "0", "3", "minus", "0", "9"], "enter")
        await pilot.press("2", "1", "colon", "3", "0", "enter")
        await finished(pilot)
        await pilot.press("enter")
        await pilot.pause()
    (entry,) = app.results
    answers = {each.prompt: each.value for each in show(journal, entry.id).entry.words.answers}
    assert answers == {
        "stayed": "tea",
        "steady": 8,
        "slept": True,
        "mood": "good",
        "hours": 7.5,
        "f": ("calm",),
        "b": ("chest", "warm"),
        "m": ("a", "b"),
        "d": "2026-03-09",
        "h": "21:30",
    }
    assert entry.heading.session == "s1"
    assert entry.heading.phase == "open"
    assert entry.heading.series == {"steady": 8}
    assert waiting(journal) == []


async def test_digits_arrows_and_enter_are_enough(guided, journal):
    app = guided(STAYED, STEADY, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "down", "enter")
        await pilot.press("8", "down", "enter")
        await pilot.press("down", "down", "enter")
        await finished(pilot)
    (listed,) = journal.entries
    values = [each.value for each in journal.words(listed).answers]
    assert values == ["1", 8, "bad"]


async def test_the_row_does_what_the_keys_do(guided):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "right", "enter")
        assert asked(app) == "steady"
        await pilot.press("tab", "right", "enter")
        assert asked(app) == "stayed"
        await pilot.press("tab", "up")
        assert isinstance(app.focused, WritingArea)


# --- going about


async def test_back_finds_the_words_that_were_there(guided):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n", "ctrl+b")
        assert app.screen.query_one(WritingArea).text == "tea"


async def test_words_typed_before_going_back_are_held(guided):
    app = guided(STEADY, STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "enter", *"half a th", "ctrl+b", "enter")
        assert app.screen.query_one(WritingArea).text == "half a th"


async def test_skipped_words_are_set_aside(guided, journal):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+o", "8", "enter")
        await finished(pilot)
    words = journal.words(journal.entries[0])
    assert [each.prompt for each in words.answers] == ["steady"]
    assert [each.value for each in words.aside] == ["tea"]


async def test_next_without_an_answer_is_a_skip(guided):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        assert asked(app) == "steady"
        assert walk_of(app).skipped == {"stayed"}


async def test_what_matters_is_left_out_only_by_skip(guided):
    app = guided(replace(STAYED, required=True), STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        assert asked(app) == "stayed"
        assert notice(app) == say("guided.matters.skip")
        await pilot.press("ctrl+o")
        assert asked(app) == "steady"


async def test_an_answer_opens_its_branch_and_another_closes_it(guided):
    app = guided(MOOD, WORSE, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        assert asked(app) == "worse"
        await pilot.press(*"rain", "ctrl+b", "1", "enter")
        assert asked(app) == "last"
        await pilot.press("ctrl+b", "2", "enter")
        assert app.screen.query_one(WritingArea).text == "rain"


async def test_progress_counts_what_will_be_asked(guided):
    app = guided(MOOD, WORSE, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.corner == "1 of 2  ●·"
        await pilot.press("2", "enter")
        assert app.screen.corner == "2 of 3  ●●·"


async def test_the_opening_words_and_minutes_stand_at_the_start_only(guided):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Take what fits." in str(app.screen.query_one(".opening").render())
        assert "At most 2 questions, about 3 minutes." in str(
            app.screen.query_one(".opening").render()
        )
        await pilot.press(*"tea", "ctrl+n", "ctrl+b")
        assert not app.screen.query(".opening")


async def test_earlier_words_come_back_with_their_day_and_phase(guided, clock):
    shows = replace(STAYED, id="look", shows="step")
    when = clock() - timedelta(days=3)
    told = Kept(name="step", said="Water the plant.", when=when, phase="Soft landing")
    app = guided(shows, kept={"step": told})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        said = " ".join(str(each.render()) for each in app.screen.query("KeptWords Static"))
        assert "Water the plant." in said
        assert "You wrote this 3 days ago, in Soft landing (Sat 7 March):" in said


# --- what does not fit


@pytest.mark.parametrize("keys", [["2", "5"], ["minus", "1"], ["7", "full_stop", "3"], ["s", "o"]])
async def test_a_number_that_does_not_fit_gets_one_sentence_and_stays(guided, keys):
    app = guided(HOURS, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys, "enter")
        assert asked(app) == "hours"
        assert notice(app).endswith(".")
        assert "hours" not in walk_of(app).answers


async def test_a_number_outside_the_scale_is_said_at_once_and_changes_nothing(guided):
    app = guided(replace(STEADY, gate=None, scale=Scale(low=0, high=4)), LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "7")
        assert notice(app) == say("answer.scale", low=0, high=4)
        assert walk_of(app).answers["steady"].value == 3
        await pilot.press("2")
        assert notice(app) == ""


async def test_words_beyond_the_limit_are_held_and_sealed_but_not_taken(guided, journal):
    app = guided(replace(STAYED, text=Text(max_length=5)), LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"a longer", "ctrl+n")
        assert asked(app) == "stayed"
        assert notice(app) == say("answer.too-long", longest=5)
        app.screen.seal()
    (left,) = waiting(journal)
    assert left.passage.walk.answers["stayed"].value == "a longer"


async def test_one_that_stands_alone_beside_own_words_is_said(guided):
    alone = Option(value="none", label="None of these", exclusive=True)
    app = guided(
        Prompt(id="m", kind=Kind.MULTI, ask="?", options=(option("a"), alone), other=True), LAST
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", *"tea", "up", "space", "ctrl+n")
        assert asked(app) == "m"
        assert "None of these" in notice(app)


# --- turning aside


async def test_ground_me_turns_aside_and_comes_back_to_the_same_words(guided):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+g")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(WritingArea).text == "tea"
        assert walk_of(app).detours == ()


async def test_people_turn_aside_and_come_back(guided):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert isinstance(app.screen, SupportScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert asked(app) == "stayed"


async def test_an_answer_can_bring_people(guided):
    help_now = Prompt(
        id="h", kind=Kind.CHOICE, ask="Safe?", options=(option("no", Does.SUPPORT), option("yes"))
    )
    app = guided(help_now, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SupportScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert asked(app) == "last"


async def test_low_steadiness_offers_grounding_and_light_questions(guided):
    app = guided(STEADY, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)
        app.screen.dismiss("go-on")
        await pilot.pause()
        assert asked(app) == "last"


async def test_from_low_steadiness_back_leads_to_the_question_and_not_to_the_end(guided, journal):
    app = guided(STEADY, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert asked(app) == "steady"
        assert len(journal.entries) == 0


async def test_from_low_steadiness_one_can_stop(guided, journal):
    app = guided(STEADY, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        app.screen.dismiss("stop")
        await finished(pilot)
    assert journal.entries[0].heading.series == {"steady": 2}


async def test_people_from_low_steadiness_come_back_to_the_offer(guided):
    app = guided(STEADY, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        app.screen.dismiss("people")
        await pilot.pause()
        assert isinstance(app.screen, SupportScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)


async def test_nothing_near_a_hard_memory_without_a_yes(guided):
    app = guided(STEADY, NEAR, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "enter")
        assert isinstance(walk_of(app).step, ConfirmDepth)
        await pilot.press("enter")
        assert isinstance(walk_of(app).step, ConfirmDepth)
        assert notice(app) == say("guided.depth.choose")
        await pilot.press("n", "enter")
        assert asked(app) == "last"


async def test_after_a_yes_the_hard_question_is_asked(guided):
    app = guided(STEADY, NEAR, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "enter", "y", "enter")
        assert asked(app) == "near"


async def test_a_kept_note_is_shown_by_itself(guided, clock):
    note = Prompt(
        id="n", kind=Kind.CHOICE, ask="?", options=(option("note", Does.SHOW_NOTE), option("no"))
    )
    told = Kept(name="note", said="You are loved.", when=clock())
    app = guided(note, LAST, kept={"note": told})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter")
        said = " ".join(str(each.render()) for each in app.screen.query("KeptWords Static"))
        assert "You are loved." in said
        await pilot.press("enter")
        assert asked(app) == "last"


# --- keeping


async def test_words_are_sealed_while_they_are_typed(guided, journal):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea")
        kept = app.screen.query_one("#kept")
        await until(pilot, lambda: str(kept.render()) == say("guided.kept"))
        (left,) = waiting(journal)
        assert left.passage.walk.answers["stayed"].value == "tea"


async def test_sealing_is_asked_for_within_a_second_of_the_first_change(
    journal, clock, library, stage
):
    passage = Guided(
        walk=begin(a_set(STAYED), max_depth=3, memory=True), session=None, phase=None, begun=clock()
    )
    screen = GuidedScreen(journal, passage, Keeper(journal), clock, library, "")
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        timer = screen._drafts._timer
        assert timer is not None
        assert timer._interval < 1
        await pilot.press("e", "a")
        assert screen._drafts._timer in {timer, None}


async def test_the_app_seals_everything_at_once_when_it_is_told_to_end(
    guided, journal, monkeypatch
):
    monkeypatch.setattr("integrate.tui.screens.guided.DraftTimer", DraftTimer)
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"half a thou")
        app.seal()
        (left,) = waiting(journal)
        assert left.passage.walk.answers["stayed"].value == "half a thou"


async def test_sealing_reaches_a_walk_that_stands_behind_grounding(guided, journal):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+g")
        await pilot.pause()
        app.seal()
    (left,) = waiting(journal)
    assert left.passage.walk.answers["stayed"].value == "tea"


async def test_pause_keeps_and_leaves_and_all_of_it_comes_back(guided, journal):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n", "6", "escape")
        await pilot.pause()
    assert app.results == [None]
    (left,) = waiting(journal)
    assert left.passage.walk.at == "steady"
    assert left.passage.walk.answers == {"stayed": Answer(value="tea"), "steady": Answer(value=6)}


async def test_pausing_before_anything_was_said_leaves_no_draft(guided, journal):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "backspace", "escape")
        await pilot.pause()
    assert app.results == [None]
    assert waiting(journal) == []


async def test_stop_keeps_what_was_said_as_the_entry(guided, journal):
    app = guided(STAYED, STEADY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+t")
        await finished(pilot)
        said = " ".join(str(each.render()) for each in app.screen.query("Static"))
        assert say("finished.stopped") in said
        assert "Look around the room." in said
        await pilot.press("enter")
        await pilot.pause()
    assert [each.value for each in journal.words(journal.entries[0]).answers] == ["tea"]
    assert app.results[0] is not None
    assert waiting(journal) == []


async def test_stopping_with_nothing_said_keeps_nothing(guided, journal):
    app = guided(STAYED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t")
        await finished(pilot)
        await pilot.press("enter")
        await pilot.pause()
    assert app.results == [None]
    assert len(journal.entries) == 0


async def test_parking_leaves_a_draft_that_opens_at_its_question(
    guided, journal, clock, library, stage
):
    park = Prompt(
        id="p", kind=Kind.CHOICE, ask="Now?", options=(option("later", Does.PARK), option("now"))
    )
    app = guided(STAYED, park, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n", "1", "enter")
        await pilot.pause()
    assert app.results == [None]
    (left,) = waiting(journal)
    again = stage(GuidedScreen(journal, left.passage, Keeper(journal, left.rid), clock, library))
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert asked(again) == "p"


async def test_a_draft_left_at_its_end_does_not_close_unasked(journal, clock, library, stage):
    walk = begin(a_set(STAYED), max_depth=3, memory=True).answer(Answer(value="tea"))
    assert isinstance(walk.step, Close)
    passage = Guided(walk=walk, session=None, phase=None, begun=clock())
    app = stage(GuidedScreen(journal, passage, Keeper(journal), clock, library))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert asked(app) == "stayed"
        assert app.screen.query_one(WritingArea).text == "tea"


class Stuck(Keeper):
    """A keeper that cannot write while the disk is busy."""

    busy = True

    def keep(self, passage):
        if self.busy:
            raise VaultBusy
        return super().keep(passage)

    def finish(self, *parts):
        if self.busy:
            raise VaultBusy
        return super().finish(*parts)


async def test_a_draft_that_cannot_be_sealed_is_said_calmly_and_tried_again(guided, journal):
    keeper = Stuck(journal)
    app = guided(STAYED, keeper=keeper)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea")
        await until(pilot, lambda: notice(app) == str(VaultBusy()))
        keeper.busy = False
        await until(pilot, lambda: len(waiting(journal)) == 1)


async def test_pause_stays_while_the_words_cannot_be_kept(guided, journal):
    keeper = Stuck(journal)
    app = guided(STAYED, keeper=keeper)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "escape")
        assert isinstance(app.screen, GuidedScreen)
        assert notice(app) == str(VaultBusy())
        keeper.busy = False
        await pilot.press("escape")
        await pilot.pause()
    assert len(waiting(journal)) == 1


async def test_an_entry_that_cannot_be_written_stays_on_the_screen_and_next_tries_again(
    guided, journal
):
    keeper = Stuck(journal)
    app = guided(STAYED, keeper=keeper)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n")
        await until(pilot, lambda: notice(app) == str(VaultBusy()))
        assert app.screen.query_one(WritingArea).text == "tea"
        keeper.busy = False
        await pilot.press("ctrl+n")
        await finished(pilot)
    assert len(journal.entries) == 1
    assert waiting(journal) == []


# --- an hour that changes while a walk is open


@pytest.fixture
def moving(journal, session_at, library, stage):
    """The "open" set, begun the evening before a session, and a clock that can be moved."""
    session_at(40, slept=True)
    session = session_at(-20)
    hours = [session.starts - timedelta(hours=14)]
    begun = begin_set(journal, "open", hours[0])
    near = replace(begun.walk, answers={"open-near": Answer(value="say")})
    passage = replace(begun, walk=near)
    screen = GuidedScreen(journal, passage, Keeper(journal), lambda: hours[-1], library)
    return stage(screen), lambda: hours.append(session.starts + timedelta(minutes=30))


def asks_for_taps_alone(app) -> bool:
    order = walk_of(app).order()
    return not any(each.memory or each.kind is Kind.TEXT for each in order)


async def test_a_step_after_a_session_began_asks_no_memory_and_no_words(moving):
    app, the_session_begins = moving
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "enter")
        assert asked(app) == "open-stayed"
        assert any(each.memory for each in walk_of(app).order())
        await pilot.press(*"tea")
        the_session_begins()
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert asks_for_taps_alone(app)
        assert walk_of(app).prompt in walk_of(app).order()
        assert walk_of(app).arriving
        assert [each.value for each in walk_of(app).words().aside] == ["tea"]


async def test_coming_back_to_the_terminal_after_a_session_began_moves_on_from_a_memory(moving):
    app, the_session_begins = moving
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "enter")
        await pilot.press(*"tea")
        the_session_begins()
        app.app_focus = False
        app.app_focus = True
        await until(pilot, lambda: asked(app) != "open-stayed")
        assert asks_for_taps_alone(app)
        assert walk_of(app).answers["open-stayed"] == Answer(value="tea")


async def test_coming_back_to_the_terminal_in_the_same_hour_moves_nothing(moving):
    app, _ = moving
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "enter")
        await pilot.press(*"tea")
        field = app.screen.query_one(WritingArea)
        app.app_focus = False
        app.app_focus = True
        await pilot.pause()
        assert app.screen.query_one(WritingArea) is field


# --- enough, one only, and why


ENOUGH = "You have given this about 3 minutes. That is plenty."


def questions(app) -> str:
    return " ".join(str(each.render()) for each in app.screen.query(".question"))


@pytest.fixture
def later(journal, clock, library, stage):
    """A screen on these prompts, and a function that moves its clock on."""
    hours = [clock()]

    def make(*prompts: Prompt, **facts):
        walk = begin(a_set(*prompts), max_depth=3, memory=True, **facts)
        passage = Guided(walk=walk, session=None, phase=None, begun=clock())
        screen = GuidedScreen(journal, passage, Keeper(journal), lambda: hours[-1], library)
        return stage(screen)

    return make, lambda **by: hours.append(hours[-1] + timedelta(**by))


async def test_when_the_time_is_over_enough_for_today_is_offered_and_enter_takes_it(later, journal):
    make, wait = later
    app = make(STAYED, SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea")
        wait(minutes=4)
        await pilot.press("ctrl+n")
        assert questions(app) == ENOUGH
        await pilot.press("enter")
        await finished(pilot)
    assert [each.value for each in journal.words(journal.entries[0]).answers] == ["tea"]
    assert waiting(journal) == []


async def test_an_enter_pressed_before_the_offer_could_be_seen_chooses_nothing(later, journal):
    make, wait = later
    app = make(SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        wait(minutes=4)
        at_once(app, "y", "enter", "enter")
        await until(pilot, lambda: questions(app) == ENOUGH)
        await pilot.pause()
        assert questions(app) == ENOUGH
        assert len(journal.entries) == 0


@pytest.mark.parametrize("keys", [["2"], ["down", "enter"], ["ctrl+n"], ["ctrl+o", "ctrl+b", "2"]])
async def test_when_the_time_is_over_one_can_go_on_and_is_not_asked_again(later, keys):
    make, wait = later
    app = make(STAYED, SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        wait(minutes=4)
        await pilot.press("ctrl+n")
        assert questions(app) == ENOUGH
        await pilot.press(*keys)
        assert asked(app) == "slept"
        wait(minutes=20)
        await pilot.press("y", "enter")
        assert asked(app) == "mood"


async def test_it_is_never_offered_in_the_middle_of_a_prompt_or_on_the_way_back(later):
    make, wait = later
    app = make(STAYED, SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        wait(minutes=4)
        await pilot.press("y", "ctrl+g")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert asked(app) == "slept"
        await pilot.press("f3", "f3")
        assert asked(app) == "slept"
        await pilot.press("ctrl+b")
        assert asked(app) == "stayed"


CALLS = Prompt(
    id="calls", kind=Kind.CHOICE, ask="Safe?", options=(option("no", Does.SUPPORT), option("yes"))
)


@pytest.mark.parametrize(("key", "kept"), [("escape", 0), ("ctrl+t", 1)])
async def test_leaving_an_answer_that_calls_for_help_shows_help_first(guided, journal, key, kept):
    app = guided(STAYED, CALLS, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "ctrl+n", "1", key)
        await until(pilot, lambda: isinstance(app.screen, SupportScreen))
        assert len(journal.entries) == 0
        await pilot.press("escape")
        if kept:
            await finished(pilot)
            await pilot.press("enter")
        await until(pilot, lambda: app.results)
    assert len(journal.entries) == kept
    assert len(waiting(journal)) == 1 - kept
    for left in waiting(journal):
        assert left.passage.walk.ending is None
        assert left.passage.walk.step.prompt.id == "calls"


async def test_one_question_can_be_enough_and_the_closing_words_come_after_it(guided, journal):
    app = guided(STAYED, SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", *"tea")
        assert app.screen.corner == say("guided.only.now")
        await pilot.press("ctrl+n")
        await finished(pilot)
        assert "Look around the room." in questions(app)
    assert [each.value for each in journal.words(journal.entries[0]).answers] == ["tea"]


async def test_one_question_only_is_said_and_can_be_taken_back_from_the_row_too(guided):
    app = guided(STAYED, SLEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "enter")
        assert notice(app) == say("guided.only.told")
        await pilot.press("enter")
        assert notice(app) == say("guided.only.again")
        await pilot.press("up", "ctrl+n")
        assert asked(app) == "slept"


async def test_only_the_first_question_can_be_the_only_one(guided):
    app = guided(STAYED, SLEPT, MOOD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", "f5")
        assert not walk_of(app).only


@pytest.mark.parametrize("back", ["escape", "enter", "f3"])
async def test_why_leaves_the_words_on_their_way_as_they_are(journal, clock, library, stage, back):
    walk = replace(begin(library.set("open"), max_depth=3, memory=True), at="open-stayed")
    passage = Guided(walk=walk, session=None, phase=None, begun=clock())
    app = stage(GuidedScreen(journal, passage, Keeper(journal), clock, library))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tea", "f3")
        await until(pilot, lambda: isinstance(app.screen, PromptWhyScreen))
        said = app.screen.query_one(Reading).text
        for part in ("What the article says", "What studies say", "What is our choice", "Sources"):
            assert part in said
        await pilot.press(back)
        await until(pilot, lambda: isinstance(app.screen, GuidedScreen))
        await pilot.press("s")
        assert app.screen.query_one(WritingArea).text == "teas"
        assert asked(app) == "open-stayed"


async def test_a_set_that_asks_less_this_time_says_so(guided):
    app = guided(STAYED, replace(SLEPT, repeat="first"), turn=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert say("guided.shorter") in str(app.screen.query_one(".opening").render())


# --- typing fast


def at_once(app, *keys: str) -> None:
    """All these keys, before the first of them has been dealt with."""
    for key in keys:
        character = key if len(key) == 1 else None
        app.post_message(events.Key(key, character))


async def test_what_is_typed_right_after_next_goes_into_the_next_answer(guided):
    app = guided(STAYED, LAST, replace(LAST, id="end"))
    async with app.run_test(size=(80, 24)) as pilot:
        at_once(app, *"tea", "ctrl+n", *"rain", "ctrl+n", *"x")
        await until(pilot, lambda: walk_of(app).at == "end" and "end" in walk_of(app).answers)
        values = {key: each.value for key, each in walk_of(app).answers.items()}
        assert values == {"stayed": "tea", "last": "rain", "end": "x"}


async def test_what_was_taken_back_right_before_next_is_taken_back_there(guided):
    app = guided(STAYED, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        at_once(app, *"teas", "backspace", "ctrl+n", *"rain")
        await until(pilot, lambda: "last" in walk_of(app).answers)
        await pilot.pause()
        values = {key: each.value for key, each in walk_of(app).answers.items()}
        assert values == {"stayed": "tea", "last": "rain"}


async def test_taps_right_after_enter_go_to_the_next_prompt(guided):
    scale = replace(STEADY, gate=None, series=None)
    app = guided(scale, replace(scale, id="second"), MOOD, HOURS, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        at_once(app, "8", "enter", "7", "enter", "down", "down", "enter", "6", "enter", *"x")
        await until(pilot, lambda: "last" in walk_of(app).answers)
        values = {key: each.value for key, each in walk_of(app).answers.items()}
        assert values == {"steady": 8, "second": 7, "mood": "bad", "hours": 6, "last": "x"}


async def test_what_is_typed_right_before_going_back_is_held(guided):
    app = guided(STAYED, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        at_once(app, *"rain", "ctrl+b", *"tea")
        await until(pilot, lambda: "stayed" in walk_of(app).answers)
        await pilot.pause()
        values = {key: each.value for key, each in walk_of(app).answers.items()}
        assert values == {"last": "rain", "stayed": "tea"}


# --- keys


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("prompt", [STAYED, STEADY, SLEPT, MOOD, HOURS])
async def test_every_key_is_on_the_last_lines_for_every_kind(guided, prompt, size):
    always = ("ctrl+o", "f3", "esc", "ctrl+t", "ctrl+g", "ctrl+r", "ctrl+q")
    app = guided(prompt, replace(prompt, id="again"), LAST)
    async with app.run_test(size=size) as pilot:
        for here, elsewhere in (("f5", "ctrl+b"), ("ctrl+b", "f5")):
            await pilot.pause()
            said = str(app.screen.query_one("KeyLine").render())
            assert len(said.splitlines()) <= 2
            for key in (*always, here):
                assert key in said or key.replace("ctrl+", "^") in said
            assert elsewhere not in said
            assert elsewhere.replace("ctrl+", "^") not in said
            assert said.count("Next") == 1
            await pilot.press("ctrl+n")


async def test_the_row_names_every_action(guided):
    always = ("Next", "Skip", "Why?", "Ground me", "People", "Pause", "Stop today")
    app = guided(STAYED, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        for here, elsewhere in (("Only one", "Back"), ("Back", "Only one")):
            await pilot.pause()
            said = str(app.screen.query_one(ActionRow).render())
            assert "\n" not in said
            for word in (*always, here):
                assert word in said
            assert elsewhere not in said
            await pilot.press("ctrl+n")


async def test_the_row_wraps_rather_than_lose_an_action(guided):
    app = guided(STAYED, LAST)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        row = app.screen.query_one(ActionRow)
        lines = str(row.render()).splitlines()
        assert all(len(line) <= row.content_size.width for line in lines)
        assert len(lines) == row.content_size.height
        assert any("Stop today" in line for line in lines)


async def test_a_tall_answer_never_hides_its_question(journal, clock, library, stage):
    walk = replace(begin(library.set("landing"), max_depth=1, memory=False), at="landing-body")
    passage = Guided(walk=walk, session=None, phase=None, begun=clock())
    app = stage(GuidedScreen(journal, passage, Keeper(journal), clock, library, ""))
    async with app.run_test(size=(80, 18)) as pilot:
        body = app.screen.query_one(".body")
        for keys in ([], ["down"], ["up"]):
            await pilot.press(*keys)
            for _ in range(5):
                await pilot.pause()
            assert body.max_scroll_y > 0
            assert body.scroll_y == 0
