"""Help at hand: wherever a line is asked for, /ground and /support work, whatever it is asked for.

What was asked is said again afterwards, and the line is still wanted. A passphrase is no exception:
whoever types /support where a passphrase goes is asking for help.
"""

from collections.abc import Callable
from dataclasses import replace

from integrate.domain.phase import moment_at
from integrate.library import Library
from integrate.plain.commands import Command, steering
from integrate.plain.grounding import ground
from integrate.plain.here import Here
from integrate.plain.support import support_lines
from integrate.plain.talk import Talk

Aid = Callable[[Command], object]
"""Gives what one of these two commands asks for."""
_HELP = frozenset({Command.GROUND, Command.SUPPORT})


class Aided:
    """Listens like another talk, and helps on the way."""

    def __init__(self, talk: Talk, aid: Aid, *, steers: bool = False) -> None:
        """Makes one.

        Args:
            talk: where to speak and listen.
            aid: gives help.
            steers: whether whoever listens turns aside by themselves where a line asks for it, as
                a walk does; a passphrase is helped with all the same.
        """
        self._talk = talk
        self._aid = aid
        self._steers = steers
        self._said: list[str] = []
        """What was said since the last empty line, or the last line that was heard."""

    @property
    def live(self) -> bool:
        """Whether somebody types."""
        return self._talk.live

    def say(self, *lines: str) -> None:
        """Says each line; with none, leaves an empty one."""
        for line in lines or ("",):
            if line:
                self._said.append(line)
            else:
                self._said.clear()
        self._talk.say(*lines)

    def aside(self, line: str) -> None:
        """Says something that is not part of the dialogue."""
        self._talk.aside(line)

    def hear(self) -> str | None:
        """The next line that asks for something else than help; `None` when there are no more."""
        while (line := self._talk.hear()) is not None:
            if self._steers or not self._helps(line):
                break
            self._talk.say("", *self._said)
        self._said.clear()
        return line

    def secret(self, ask: str) -> str | None:
        """A line that is typed unseen; `None` where nobody can be asked."""
        while (line := self._talk.secret(ask)) is not None and self._helps(line.strip()):
            self._talk.say()
        self._said.clear()
        return line

    def steered(self) -> "Aided":
        """The same, for somebody who turns aside by themselves."""
        return Aided(self._talk, self._aid, steers=True)

    def helped(self) -> "Aided":
        """The same, for somebody who only wants a line."""
        return Aided(self._talk, self._aid)

    def _helps(self, line: str) -> bool:
        command = steering(line)
        if command not in _HELP:
            return False
        self._aid(command)
        return True


def steered(talk: Talk) -> Talk:
    """A talk that leaves the words that steer to whoever listens."""
    return talk.steered() if isinstance(talk, Aided) else talk


def helped(talk: Talk) -> Talk:
    """A talk that helps by itself, if it can."""
    return talk.helped() if isinstance(talk, Aided) else talk


def with_help(here: Here) -> Here:
    """The same, with help at hand wherever a line is asked for."""
    plain = replace(here, talk=steered(here.talk))
    return replace(here, talk=Aided(here.talk, lambda command: give(plain, command)))


def with_help_before(talk: Talk, library: Library, country: str = "") -> Aided:
    """The same while the journal is closed: the person's own list is not shown yet."""

    def aid(command: Command) -> None:
        if command is Command.SUPPORT or ground(talk, library.grounding()) is Command.SUPPORT:
            talk.say(*support_lines(library.support(), None, country=country))

    return Aided(talk, aid)


def give(here: Here, command: Command) -> None:
    """Goes through something that steadies, or says who can help; urgent help first if need be."""
    library = here.journal.library
    if command is Command.GROUND and ground(here.talk, library.grounding()) is not Command.SUPPORT:
        return
    arriving = moment_at(here.journal.sessions, here.clock(), library.phase_tables()).arriving
    lines = support_lines(
        library.support(),
        here.journal.people,
        country=here.country,
        origin="arriving" if arriving else "key",
    )
    here.talk.say(*lines)
