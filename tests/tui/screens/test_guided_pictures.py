"""What the guided screen looks like, for every kind of prompt, at both sizes."""

from datetime import timedelta
from functools import partial

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.measured import compiled
from integrate.domain.prompt import Kind, Number, Option, Prompt, PromptSet, SetHead, Why
from integrate.domain.walk import Ending, begin
from integrate.journal.draft import Keeper
from integrate.journal.passage import Guided
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.sealing import DraftTimer
from integrate.words import say

SIZES = [(80, 24), (120, 36)]
OWN = Prompt(
    id="who",
    kind=Kind.MULTI,
    ask="Who was there?",
    other=True,
    options=tuple(Option(value=each, label=each) for each in ("My sister", "A friend", "Nobody")),
)
HOURS = Prompt(
    id="hours",
    kind=Kind.NUMBER,
    ask="How long did you sleep last night?",
    help="A guess is fine.",
    number=Number(min=0, max=24, step=0.5, unit="hours"),
)
EATEN = Prompt(id="eaten", kind=Kind.YESNO, ask="Have you eaten today?")
DAY = Prompt(id="day", kind=Kind.DATE, ask="Which day was it?", required=True)
AT = Prompt(id="at", kind=Kind.TIME, ask="When did you wake?", help="About when is enough.")
ONE = Prompt(
    id="which",
    kind=Kind.CHOICE,
    ask="Which was nearest?",
    other=True,
    options=tuple(Option(value=each, label=each) for each in ("The music", "The room", "A face")),
)
STEADY = Prompt(id="steady", kind=Kind.SCALE, ask="How steady do you feel?", gate="steady")
DEEPER = Prompt(id="deeper", kind=Kind.TEXT, ask="What stayed?", depth=2)
UNDER = Prompt(
    id="body",
    kind=Kind.GROUP,
    ask="Your body, before any thinking",
    prompts=(EATEN, HOURS),
)
READ = Prompt(id="read", kind=Kind.DISPLAY, ask="There is no rush here. Look around the room once.")
WIDE = Prompt(
    id="wide",
    kind=Kind.CHOICE,
    ask="Which one is nearest?",
    options=(
        Option(value="a", label="A sentence that is far too long for one line of a terminal, " * 2),
        Option(value="b", label="A short one"),
    ),
)


def made_up(*prompts: Prompt) -> PromptSet:
    head = SetHead(
        id="made-up",
        title="A made-up set",
        version="1",
        language="en",
        author="A therapist",
        licence="CC0",
        minutes=3,
        opening="Take what fits, and leave the rest.",
        closing="Look around the room.",
        max_depth=3,
    )
    return PromptSet(schema=1, set=head, prompt=prompts)


@pytest.fixture(autouse=True)
def _sealed_almost_at_once(monkeypatch):
    monkeypatch.setattr("integrate.tui.screens.guided.DraftTimer", partial(DraftTimer, wait=0.01))


@pytest.fixture
def picture(journal, clock, library, stage, snap_compare):
    """Compares a prompt's picture, after some keys and once all is sealed."""

    def compare(walk, keys, size) -> bool:
        passage = Guided(walk=walk, session=None, phase=None, begun=clock())
        app = stage(GuidedScreen(journal, passage, Keeper(journal), clock, library, "DE"))

        async def before(pilot) -> None:
            await pilot.pause()
            await pilot.press(*keys)
            front = next(s for s in pilot.app.screen_stack if isinstance(s, GuidedScreen))
            kept = front.query_one("#kept")
            for _ in range(400):
                if str(kept.render()) != say("guided.unkept"):
                    break
                await pilot.pause(0.01)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.fixture
def shipped(library):
    """A walk through a shipped set, standing at one of its prompts."""

    def at(set_id: str, prompt_id: str, **more):
        walk = begin(library.set(set_id), max_depth=3, memory=True, kept=more.pop("kept", None))
        return replace(walk, at=prompt_id, **more)

    return at


TYPED = [{" ": "space", ".": "full_stop"}.get(each, each) for each in "the doorway. the light"]


@pytest.mark.parametrize("size", SIZES)
def test_the_first_prompt_with_its_opening(picture, shipped, size):
    assert picture(shipped("open", "open-steady"), ["7"], size)


@pytest.mark.parametrize("size", SIZES)
def test_text(picture, shipped, size):
    said = {"open-steady": Answer(value=7)}
    assert picture(shipped("open", "open-stayed", answers=said), TYPED, size)


@pytest.mark.parametrize("size", SIZES)
def test_text_before_the_first_word(picture, shipped, size):
    assert picture(shipped("open", "open-small-step"), [], size)


@pytest.mark.parametrize("size", SIZES)
def test_scale(picture, shipped, size):
    assert picture(shipped("open", "open-weight"), ["1", "0"], size)


@pytest.mark.parametrize("size", SIZES)
def test_multi(picture, shipped, size):
    assert picture(shipped("landing", "landing-care"), ["1", "5", "down"], size)


@pytest.mark.parametrize("size", SIZES)
def test_choice(picture, shipped, size):
    assert picture(shipped("landing", "landing-how"), ["2"], size)


@pytest.mark.parametrize("size", SIZES)
def test_feeling(picture, shipped, size):
    assert picture(shipped("landing", "landing-feeling"), ["8", "1", "7"], size)


@pytest.mark.parametrize("size", SIZES)
def test_body(picture, shipped, size):
    assert picture(shipped("landing", "landing-body"), ["6", "1", "8"], size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("prompt", "keys"),
    [
        (HOURS, ["7", "full_stop", "5"]),
        (EATEN, ["y"]),
        (OWN, ["1", "4", "c", "a", "t"]),
        (ONE, ["4", "c", "a", "t"]),
        (DAY, []),
        (AT, ["9"]),
        (READ, []),
        (WIDE, ["2"]),
        (UNDER, ["y", "enter"]),
    ],
    ids=[
        "number",
        "yesno",
        "own-words",
        "one-or-own",
        "date",
        "time",
        "display",
        "long-labels",
        "under-a-heading",
    ],
)
def test_other_kinds(picture, prompt, keys, size):
    assert picture(begin(made_up(prompt, EATEN), max_depth=3, memory=True), keys, size)


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_that_does_not_fit(picture, size):
    walk = begin(made_up(HOURS, EATEN), max_depth=3, memory=True)
    assert picture(walk, ["4", "2", "enter"], size)


@pytest.mark.parametrize("size", SIZES)
def test_the_row_of_actions(picture, shipped, size):
    assert picture(shipped("open", "open-stayed"), ["a", "tab", "right"], size)


@pytest.mark.parametrize("size", SIZES)
def test_earlier_words_above_a_question(picture, shipped, clock, size):
    told = Kept(
        name="parked",
        said="Whether to write to my sister about the house.",
        when=clock() - timedelta(days=1, hours=20),
        phase="Soft landing",
    )
    assert picture(shipped("open", "open-parked", kept={"parked": told}), ["2"], size)


@pytest.mark.parametrize("size", SIZES)
def test_a_note_by_itself(picture, library, clock, size):
    told = Kept(
        name="note",
        said="You have come through hard evenings before. Drink something warm. Call Ana.",
        when=clock() - timedelta(days=2),
        phase="Getting ready",
    )
    walk = begin(library.set("arriving"), max_depth=1, memory=False, kept={"note": told})
    assert picture(walk, ["1", "enter", "3", "enter"], size)


@pytest.mark.parametrize("size", SIZES)
def test_go_near(picture, shipped, size):
    said = {"open-steady": Answer(value=8), "open-near": Answer(value="say")}
    assert picture(shipped("open", "open-near-how", answers=said), [], size)


@pytest.mark.parametrize("size", SIZES)
def test_enough(picture, shipped, size):
    said = {"open-steady": Answer(value=8), "open-stayed": Answer(value="The doorway.")}
    walk = shipped("open", "open-ease", answers=said).enough()
    assert picture(walk, [], size)


@pytest.mark.parametrize("size", SIZES)
def test_only_one(picture, shipped, size):
    assert picture(shipped("open", "open-steady"), ["f5"], size)


@pytest.mark.parametrize("size", SIZES)
def test_a_set_that_asks_less_this_time(picture, library, size):
    walk = begin(library.set("open"), max_depth=2, memory=True, turn=1)
    assert picture(walk, [], size)


@pytest.mark.parametrize("size", SIZES)
def test_after_a_low_answer(picture, shipped, size):
    assert picture(shipped("open", "open-steady"), ["2", "enter"], size)


@pytest.mark.parametrize("size", SIZES)
def test_after_a_low_answer_with_nothing_light_to_ask(picture, size):
    assert picture(begin(made_up(STEADY, DEEPER), max_depth=3, memory=True), ["2", "enter"], size)


@pytest.mark.parametrize("size", SIZES)
def test_why(picture, shipped, size):
    said = {"open-steady": Answer(value=8)}
    assert picture(shipped("open", "open-stayed", answers=said), ["f3"], size)


@pytest.mark.parametrize("size", SIZES)
def test_why_in_a_set_by_somebody_else(picture, size):
    why = Why(ideas=("new habits",), article=("S7",), evidence=("price2022",), strength="direct")
    walk = begin(made_up(replace(EATEN, why=why), HOURS), max_depth=3, memory=True)
    assert picture(walk, ["f3"], size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", ["phq9-1", "phq9-function"])
def test_an_item_of_a_measure(picture, library, at, size):
    prompts = compiled(library.measure("phq9"), closing="That is all of it.")
    walk = begin(prompts, max_depth=1, memory=False, measure=True)
    said = {"phq9-1": Answer(value="1")}
    assert picture(replace(walk, at=at, answers=said), ["2"], size)


@pytest.mark.parametrize("size", SIZES)
def test_why_an_item_of_a_measure(picture, library, size):
    prompts = compiled(library.measure("phq9"), closing="That is all of it.")
    walk = begin(prompts, max_depth=1, memory=False, measure=True)
    assert picture(walk, ["f3"], size)


def test_a_narrow_window(picture, shipped):
    assert picture(shipped("open", "open-steady"), ["7"], (40, 24))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ending", [Ending.FINISHED, Ending.STOPPED])
def test_the_closing_words(stage, library, snap_compare, ending, size):
    head = library.set("open").set
    assert snap_compare(stage(FinishedScreen(head, ending, kept=True)), terminal_size=size)
