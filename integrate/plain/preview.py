"""Looking at a set line by line, as a person would meet it there; nothing is kept."""

from integrate.domain.entry import Entry
from integrate.domain.walk import Ending, Walk
from integrate.journal.preview import Forgetful, Preview
from integrate.journal.previewed import summary
from integrate.plain.aloud import unmarked
from integrate.plain.commands import Command, heard
from integrate.plain.dialogue import Dialogue
from integrate.plain.here import Here
from integrate.plain.talk import Talk
from integrate.words import say


def walk_through(talk: Talk, previewed: Preview, country: str = "") -> None:
    """Walks the set, then tells what was seen; again as long as somebody types and wants to.

    Args:
        talk: where to speak and listen.
        previewed: what is looked at.
        country: two capital letters, for help lines; empty while not chosen.

    Raises:
        Leaving: if a signal asks to leave.
        Unanswered: if lines from a pipe hold an answer that does not fit.
    """
    here = Here(talk=talk, journal=previewed.journal, clock=previewed.clock, country=country)
    talk.say(say("preview.plain"), "")
    while True:
        _Shown(here, previewed).run()
        if not talk.live or not _again(talk):
            return
        talk.say()


def _again(talk: Talk) -> bool:
    """Whether the person wants to walk it again."""
    talk.say("", say("preview.plain.again"))
    line = heard(talk)
    return isinstance(line, str) or line is Command.NEXT


class _Shown(Dialogue):
    """The dialogue itself, except that its words go nowhere and its end tells what was seen."""

    def __init__(self, here: Here, previewed: Preview) -> None:
        super().__init__(here, previewed.begin(), Forgetful(here.journal))
        self._previewed = previewed

    def _keep(self, walk: Walk) -> None:
        super()._keep(walk)
        self._previewed.look(walk)

    def _finish(self) -> Entry | None:
        self._tell(self._walk.ending or Ending.FINISHED)
        return None

    def _put_away(self) -> None:
        self._tell(self._walk.ending or Ending.STOPPED)

    def _end_of_pipe(self) -> Entry | None:
        self._tell(Ending.STOPPED)
        return None

    def _tell(self, ending: Ending) -> None:
        self._talk.say("")
        for line in summary(self._previewed, self._walk, ending):
            self._talk.say(unmarked(line.text), *[""] * line.gap)
