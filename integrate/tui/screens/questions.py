"""The two questions about a session: did it go ahead, and have you slept since?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from integrate.domain.session import Session
from integrate.journal.journal import Journal
from integrate.journal.saying import say_when
from integrate.journal.session import slept, went_ahead
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say


class Question(StrEnum):
    """What is asked about a session."""

    WENT = "went"
    """Did it go ahead?"""
    SLEPT = "slept"
    """Have you slept since?"""


class Choice(StrEnum):
    """What was answered."""

    YES = "yes"
    MOVED = "moved"
    """To another time: the session's form is the place to say which."""
    NO = "no"
    NOT_YET = "not_yet"
    """Nothing changes; it is asked again another time."""


_CHOICES: Final = {
    Question.WENT: (Choice.YES, Choice.MOVED, Choice.NO, Choice.NOT_YET),
    Question.SLEPT: (Choice.YES, Choice.NOT_YET),
}


class QuestionCard(Vertical):
    """One question about one session, answered by digit, arrows and Enter."""

    DEFAULT_CSS = """
    QuestionCard {
        height: auto;
        max-width: 72;
        & Picks { margin-top: 1; }
    }
    """

    @dataclass
    class Answered(Message):
        """The question was answered."""

        card: "QuestionCard"
        question: Question
        session: Session
        choice: Choice

    def __init__(
        self,
        question: Question,
        session: Session,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self.question = question
        """What is asked."""
        self.session = session
        """About which session."""

    def compose(self) -> ComposeResult:
        """The question, which session it is about, and the answers."""
        yield Static(Content(say(f"question.{self.question}")), classes="question")
        yield Static(Content(said_session(self.session)), classes="muted")
        yield Picks(
            [Pick(value=each, label=say(f"question.{each}")) for each in _CHOICES[self.question]]
        )

    def take_focus(self) -> None:
        """Puts the keys on the answers."""
        self.query_one(Picks).focus()

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """Tells the answer."""
        event.stop()
        self.post_message(self.Answered(self, self.question, self.session, Choice(event.value)))


def keep_answer(journal: Journal, answer: QuestionCard.Answered, now: datetime) -> None:
    """Keeps what was answered; "moved" and "not yet" change nothing by themselves.

    Raises:
        VaultError: if it cannot be written.
    """
    match answer.question, answer.choice:
        case Question.SLEPT, Choice.YES:
            slept(journal, answer.session, now)
        case Question.WENT, Choice.YES | Choice.NO:
            went_ahead(journal, answer.session, now, yes=answer.choice is Choice.YES)


def said_session(session: Session, now: datetime | None = None) -> str:
    """Which session: its title, if it has one, and when it is."""
    when = say_when(session, now)
    return say("question.about", title=session.title, when=when) if session.title else when
