"""What is said around a measure in lines: before it begins, and what its answers come to."""

from integrate.domain.entry import Entry
from integrate.journal.caution import Caution, caution
from integrate.journal.result import result
from integrate.journal.result_said import result_lines
from integrate.journal.saying import say_day
from integrate.library import BadFile
from integrate.plain.commands import Command
from integrate.plain.grounding import ground
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.support import support_lines
from integrate.plain.unanswered import Unanswered
from integrate.words import say


def may_begin(here: Here, measure: str, *, begun: bool) -> bool:
    """Says what is to be known first, and whether to go on.

    Where nobody types, whoever wrote the lines has decided; what must wait waits all the same.

    Args:
        here: the open journal, and somebody to talk with.
        measure: the measure's id.
        begun: whether a draft of it waited.

    Raises:
        BadFile: if the measure cannot be read.
        Leaving: if a signal asks to leave.
        Unanswered: if it must wait, and nobody types.
    """
    while True:
        found = caution(here.journal, measure, here.clock(), begun=begun)
        if found is None:
            return True
        if found.refused is not None:
            _refuse(here, found, begun=begun)
            return False
        if not here.talk.live:
            for line in _says(found):
                here.talk.aside(line)
            return True
        answer = _asked(here, found, begun=begun)
        if answer is not None:
            # The question may have lain there for hours.
            now = caution(here.journal, measure, here.clock(), begun=True)
            if not answer or now is None or now.refused is None:
                return answer


def tell_result(here: Here, entry: Entry) -> None:
    """Says what a measure's answers come to, and offers to settle where it can stir memories.

    Raises:
        Leaving: if a signal asks to leave.
    """
    try:
        found = result(here.journal, entry)
    except BadFile:
        return
    if found is None:
        return
    here.talk.say("", *result_lines(found))
    if found.measure.measure.memory and here.talk.live:
        here.talk.say("", say("measure.after"))
        ways = [say("measure.after.ground"), say("measure.after.done")]
        chosen = choose(here.talk, ways, fallback=1)
        if chosen in {0, Command.GROUND}:
            _ground(here)
        elif chosen is Command.SUPPORT:
            _support(here)


def _refuse(here: Here, found: Caution, *, begun: bool) -> None:
    sentence = say(f"measure.wait.{found.refused}")
    if not here.talk.live:
        raise Unanswered(sentence)
    here.talk.say(sentence, *([say("measure.wait.kept")] if begun else []))


def _says(found: Caution) -> list[str]:
    says = [say("measure.ask.memory")] if found.memory else []
    if found.last is not None:
        days = found.measure.measure.min_days_between
        says.append(say("measure.ask.soon", day=say_day(found.last.date()), days=days))
    return says


def _asked(here: Here, found: Caution, *, begun: bool) -> bool | None:
    """Whether to begin; `None`: ask again, as something else was done first."""
    ask = say("measure.ask.on" if begun else "measure.ask", title=found.measure.measure.title)
    here.talk.say(*_says(found), ask)
    ways = {"no": say("measure.ask.no")}
    if found.memory:
        ways["ground"] = say("measure.ask.ground")
    ways["yes"] = say("measure.ask.yes")
    chosen = choose(here.talk, list(ways.values()), fallback=0)
    if chosen is Command.SUPPORT:
        _support(here)
        return None
    way = list(ways)[chosen] if isinstance(chosen, int) else ""
    if chosen is Command.GROUND or way == "ground":
        _ground(here)
        return None
    return way == "yes"


def _ground(here: Here) -> None:
    if ground(here.talk, here.journal.library.grounding()) is Command.SUPPORT:
        _support(here)


def _support(here: Here) -> None:
    library, people = here.journal.library, here.journal.people
    here.talk.say(*support_lines(library.support(), people, country=here.country))
