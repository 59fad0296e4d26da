"""Asking one question, and listening until its answer fits."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from integrate.domain.answer import Answer, AnswerRefused, answer_to
from integrate.domain.prompt import Kind, Option, Prompt
from integrate.domain.walk import Ask
from integrate.plain.aided import helped
from integrate.plain.commands import Command, half_said, heard
from integrate.plain.leaving import Leaving
from integrate.plain.menu import numbered
from integrate.plain.reply import named, reply_to, split
from integrate.plain.talk import Talk
from integrate.words import say


def asked(
    talk: Talk, step: Ask, *, today: date, hold: Callable[[Answer], None]
) -> Answer | Command | None:
    """What a person says to a question that was read aloud.

    Args:
        talk: where to speak and listen.
        step: the question.
        today: what "today" means in a date.
        hold: told of words on their way, after every line.

    Returns:
        The answer, or the command given instead of one (an empty line without any answer is
        `SKIP`), or `None` if the lines came to their end.

    Raises:
        AnswerRefused: if a line from a pipe does not fit; whoever types is told, and asked again.
    """
    if step.prompt.kind is Kind.TEXT:
        return _text(talk, step, hold)
    while True:
        line = _steering(heard(talk))
        if line is None:
            return None
        if isinstance(line, Command):
            return step.answer or Command.SKIP if line is Command.NEXT else line
        try:
            return _answer(talk, step.prompt, line, today, hold)
        except AnswerRefused as refused:
            _tell(talk, refused)


def refusal(refused: AnswerRefused) -> str:
    """What is wrong with an answer, and what would be right."""
    return say(f"answer.{refused.reason}", **refused.parts)


def _text(talk: Talk, step: Ask, hold: Callable[[Answer], None]) -> Answer | Command | None:
    """Lines until an empty one, or until there are no more."""
    said = step.answer
    while True:
        try:
            line = _steering(heard(talk))
        except Leaving as leaving:
            if words := half_said(leaving):
                with suppress(AnswerRefused):
                    hold(_longer(step.prompt, said, words))
            raise
        if line is None:
            return said
        if isinstance(line, Command):
            return said or Command.SKIP if line is Command.NEXT else line
        try:
            said = _longer(step.prompt, said, line)
        except AnswerRefused as refused:
            _tell(talk, refused)
        else:
            hold(said)


def _longer(prompt: Prompt, said: Answer | None, line: str) -> Answer:
    return answer_to(prompt, f"{said.value}\n{line}" if said and said.value else line)


def _tell(talk: Talk, refused: AnswerRefused) -> None:
    """Says what would be right to whoever can still change it."""
    if not talk.live:
        raise refused
    talk.say(refusal(refused))


def _steering(line: str | Command | None) -> str | Command | None:
    """An empty line means: go on."""
    return Command.NEXT if isinstance(line, str) and not line.strip() else line


def _answer(
    talk: Talk, prompt: Prompt, line: str, today: date, hold: Callable[[Answer], None]
) -> Answer:
    if prompt.kind is Kind.BODY:
        return _body(talk, prompt, line)
    reply = reply_to(prompt, line, today)
    try:
        words = _line(talk, say("plain.how.other")) if reply.wants_words else ""
    except Leaving as leaving:
        with suppress(AnswerRefused):
            hold(answer_to(prompt, reply.value, half_said(leaving)))
        raise
    return answer_to(prompt, reply.value, words)


def _body(talk: Talk, prompt: Prompt, line: str) -> Answer:
    """First where, on one line; then how it feels there, on the next."""
    spots = _named(prompt, line, prompt.options)
    talk.say(say("plain.how.body_words"), *numbered([each.label for each in prompt.words]))
    while True:
        words = _line(talk, say("plain.how.several"))
        try:
            return answer_to(prompt, (*spots, *_named(prompt, words, prompt.words)))
        except AnswerRefused:
            _tell(talk, AnswerRefused("choice", most=len(prompt.words)))


def _named(prompt: Prompt, line: str, options: tuple[Option, ...]) -> list[str]:
    return [named(word, options, prompt).value for word in split(line, options)]


def _line(talk: Talk, how: str) -> str:
    """A line that belongs to the answer under way; empty at the end and for any command."""
    talk.say(how)
    line = heard(helped(talk))
    return "" if line is None or isinstance(line, Command) else line.strip()
