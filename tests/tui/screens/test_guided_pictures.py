"""What the guided screen looks like, for every kind of prompt, at both sizes."""

from datetime import timedelta
from functools import partial

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.prompt import Kind, Number, Option, Prompt, PromptSet, SetHead
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
            kept = pilot.app.screen.query_one("#kept")
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
        (DAY, []),
        (READ, []),
        (WIDE, ["2"]),
    ],
    ids=["number", "yesno", "own-words", "date", "display", "long-labels"],
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
@pytest.mark.parametrize("ending", [Ending.FINISHED, Ending.STOPPED])
def test_the_closing_words(stage, library, snap_compare, ending, size):
    head = library.set("open").set
    assert snap_compare(stage(FinishedScreen(head, ending, kept=True)), terminal_size=size)
