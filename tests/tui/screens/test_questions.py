import pytest
from textual.app import ComposeResult

from integrate.domain.session import Went
from integrate.tui.frame import Page
from integrate.tui.screens.questions import (
    Choice,
    Question,
    QuestionCard,
    keep_answer,
    said_session,
)

SIZES = [(80, 24), (120, 36)]


class Asking(Page[None]):
    """A page with one question on it."""

    def __init__(self, question, session) -> None:
        super().__init__()
        self.card = QuestionCard(question, session)
        self.answers: list[QuestionCard.Answered] = []

    def compose_body(self) -> ComposeResult:
        yield self.card

    def on_mount(self) -> None:
        self.card.take_focus()

    def on_question_card_answered(self, event: QuestionCard.Answered) -> None:
        self.answers.append(event)


@pytest.fixture
def planned(session_at):
    return session_at(2, went=Went.UNSAID, title="Second session")


@pytest.mark.parametrize(
    ("keys", "choice"),
    [
        (["1"], Choice.YES),
        (["2"], Choice.MOVED),
        (["3"], Choice.NO),
        (["4"], Choice.NOT_YET),
        (["enter"], Choice.YES),
        (["down", "down", "enter"], Choice.NO),
    ],
)
async def test_did_it_go_ahead_takes_digits_arrows_and_enter(planned, stage, keys, choice):
    asking = Asking(Question.WENT, planned)
    async with stage(asking).run_test() as pilot:
        await pilot.press(*keys)
        (answer,) = asking.answers
    assert (answer.question, answer.session, answer.choice) == (Question.WENT, planned, choice)


@pytest.mark.parametrize(("key", "choice"), [("1", Choice.YES), ("2", Choice.NOT_YET)])
async def test_have_you_slept_since_is_yes_or_not_yet(planned, stage, key, choice):
    asking = Asking(Question.SLEPT, planned)
    async with stage(asking).run_test() as pilot:
        await pilot.press(key)
        (answer,) = asking.answers
    assert answer.choice is choice


def answer(planned, question, choice):
    return QuestionCard.Answered(QuestionCard(question, planned), question, planned, choice)


@pytest.mark.parametrize(
    ("choice", "went"),
    [
        (Choice.YES, Went.YES),
        (Choice.NO, Went.NO),
        (Choice.MOVED, Went.UNSAID),
        (Choice.NOT_YET, Went.UNSAID),
    ],
)
def test_only_a_yes_or_a_no_changes_the_session(journal, planned, clock, choice, went):
    keep_answer(journal, answer(planned, Question.WENT, choice), clock())
    assert journal.sessions[0].went is went


def test_having_slept_is_kept_and_not_yet_changes_nothing(journal, planned, clock):
    keep_answer(journal, answer(planned, Question.SLEPT, Choice.NOT_YET), clock())
    assert journal.sessions[0].slept_at is None
    keep_answer(journal, answer(planned, Question.SLEPT, Choice.YES), clock())
    assert journal.sessions[0].slept_at == clock()


def test_a_session_is_named_by_its_title_and_time_or_by_its_time_alone(session_at, clock):
    assert said_session(session_at(2, title="Second"), clock()) == "Second, Tue 10 March, 17:00"
    assert said_session(session_at(2), clock()) == "Tue 10 March, 17:00"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", list(Question))
def test_the_questions_look_calm(planned, stage, snap_compare, size, question):
    assert snap_compare(stage(Asking(question, planned)), terminal_size=size)
