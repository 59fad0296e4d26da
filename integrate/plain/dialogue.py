"""The line dialogue through a prompt set. It drives the same walk as the full screen."""

from dataclasses import replace as replace_
from typing import Final

from msgspec.structs import replace

from integrate.domain.answer import Answer, AnswerRefused
from integrate.domain.entry import Entry
from integrate.domain.prompt import Kind
from integrate.domain.walk import (
    Ask,
    Close,
    ConfirmDepth,
    Ending,
    Enough,
    Ground,
    Recall,
    Support,
    Walk,
)
from integrate.journal.draft import Keeper
from integrate.journal.length import length_said
from integrate.journal.pace import Pace
from integrate.journal.passage import Guided
from integrate.journal.within import Within
from integrate.journal.write import write
from integrate.plain.aided import steered
from integrate.plain.aloud import question, recalled, unmarked
from integrate.plain.asking import asked, refusal
from integrate.plain.commands import Command, heard
from integrate.plain.grounding import ground
from integrate.plain.here import Here
from integrate.plain.leaving import Locking
from integrate.plain.menu import choose
from integrate.plain.reopening import keeping
from integrate.plain.sealing import Sealing
from integrate.plain.support import support_lines
from integrate.plain.unanswered import Unanswered
from integrate.words import say

_OURS: Final = "Integrate"
"""The author of what came with the program; others are named."""
_LEAVING: Final = {Command.SUPPORT, Command.PAUSE, Command.STOP}
"""What leads out of grounding to somewhere else."""


class Paused(Exception):
    """The person left, or the lines came to their end, before the questions did."""

    def __init__(self, *, asked: bool) -> None:
        super().__init__(asked)
        self.asked = asked
        """Whether they said so."""


class Dialogue:
    """One passage through a set, line by line; each line is sealed as soon as it is heard."""

    def __init__(self, here: Here, passage: Guided, keeper: Keeper) -> None:
        self._here = here = replace_(here, talk=steered(here.talk))
        self._talk = here.talk
        self._passage = passage
        self._begun = passage
        self._waited = keeper.rid is not None
        """Whether it was a draft before: what these lines do not finish stays as it was."""
        self._keeper = keeper
        self._sealing = Sealing(here.talk, keeper)
        now = here.clock()
        self._within = Within(here.journal, now, steady=passage.steady_at or passage.begun)
        self._pace = Pace(passage.walk, now)
        self._text_was_asked = False
        self._went_back = False

    def run(self) -> Entry | None:
        """Asks until the walk is over, or the person leaves.

        Returns:
            The entry; `None` if the set waits as a draft, or nothing was said.

        Raises:
            Leaving: if a signal asks to leave; what was heard is sealed.
            Unanswered: if lines from a pipe hold an answer that does not fit, or none at all.
            VaultError: if the entry cannot be written; the draft stays.
        """
        if self._walk.measure and not self._may_begin():
            return None
        self._open()
        try:
            while not isinstance(step := self._walk.step, Close):
                self._talk.say()
                self._keep(self._taken_or_kept(step))
        except Paused as paused:
            if not paused.asked and not self._talk.live:
                return self._end_of_pipe()
            self._put_away()
            return None
        except AnswerRefused as refused:
            self._take_back()
            raise Unanswered(self._refused(refused)) from refused
        if step.ending is Ending.PARKED:
            self._put_away()
            return None
        return self._finish()

    # --- beginning and end

    def _open(self) -> None:
        if self._walk.ending is not None:
            self._passage = replace(self._passage, walk=self._walk.back())
        walk, head = self._walk, self._walk.set.set
        self._talk.say(head.title)
        if head.author != _OURS:
            self._talk.say(say("plain.set.author", author=head.author))
        if not walk.empty:
            self._talk.say(say("plain.set.resumed"))
            return
        opening = (head.opening,) if head.opening else ()
        self._talk.say(*opening, *length_said(walk), say("plain.set.how"))

    def _finish(self) -> Entry | None:
        entry = keeping(
            self._talk,
            self._here.journal,
            lambda: write(self._here.journal, self._passage, self._keeper, self._here.clock()),
        )
        if entry is None:
            self._talk.say("", say("plain.set.nothing"))
        else:
            self._talk.say("", self._walk.set.set.closing, say("plain.set.kept", id=entry.id[:8]))
            if self._walk.measure:
                self._tell_result(entry)
        return entry

    def _may_begin(self) -> bool:
        from integrate.plain.measures import may_begin  # other sets need none of it

        return may_begin(self._here, self._walk.set.id, begun=self._waited)

    def _tell_result(self, entry: Entry) -> None:
        from integrate.plain.measures import tell_result

        tell_result(self._here, entry)

    def _put_away(self) -> None:
        # A draft is a walk that goes on: the moment it does so may allow other prompts.
        self._passage = replace(self._passage, walk=replace(self._walk, ending=None))
        kept = self._sealing.seal(self._passage)
        self._talk.say(say("plain.set.paused" if kept else "plain.set.nothing"))

    def _end_of_pipe(self) -> Entry | None:
        """Lines that end too early mean: enough for today. Nobody would come back for a draft."""
        if self._walk.empty or self._walk.answers == self._begun.walk.answers:
            self._take_back()
            raise Unanswered(say("plain.set.ended_empty"))
        self._passage = replace(self._passage, walk=self._walk.stop())
        entry = self._finish()
        self._talk.aside(say("plain.set.ended"))
        return entry

    def _take_back(self) -> None:
        """Leaves the journal as it was before these lines."""
        if self._waited:
            self._keeper.keep(self._begun)
        else:
            self._keeper.drop()

    def _refused(self, refused: AnswerRefused) -> str:
        """Which question did not take its line, why, and that nothing is kept."""
        step = self._walk.step
        if isinstance(step, Ask):
            which = say("plain.question", number=step.number, count=step.count)
        else:
            near = isinstance(step, ConfirmDepth)
            which = say("plain.near" if near else "plain.unsteady.which")
        return say("plain.set.refused", which=which, why=refusal(refused))

    # --- the walk

    @property
    def _walk(self) -> Walk:
        return self._passage.walk

    def _keep(self, walk: Walk) -> None:
        steady_at = self._within.steady_at or self._passage.steady_at
        self._passage = replace(self._passage, walk=walk, steady_at=steady_at)
        self._sealing.seal(self._passage)

    def _hold(self, answer: Answer) -> None:
        self._keep(self._walk.hold(answer))

    def _taken_or_kept(self, step: Ask | Support | Ground | Recall | Enough | ConfirmDepth) -> Walk:
        """As `_taken`; where locking would lose words, the walk stays where it is."""
        try:
            return self._taken(step)
        except Locking:
            if self._sealing.stays_open(self._passage):
                return self._walk
            raise

    def _taken(self, step: Ask | Support | Ground | Recall | Enough | ConfirmDepth) -> Walk:
        """The walk after what the person does at this step, as the hour allows it by then."""
        before = self._walk.at
        return self._in_time(before, self._done_at(step))

    def _in_time(self, before: str | None, walk: Walk) -> Walk:
        """The hour may have changed while the lines lay open, or the set's time be over."""
        if walk.ending is not None:
            return walk
        now = self._here.clock()
        moved = self._within.at(walk, now)
        went_on = walk.at != before and not self._went_back
        return self._pace.at(moved, now) if went_on and self._talk.live else moved

    def _done_at(self, step: Ask | Support | Ground | Recall | Enough | ConfirmDepth) -> Walk:
        self._went_back = False
        match step:
            case Ask():
                return self._ask(step)
            case Support():
                return self._support(step)
            case Ground():
                return self._unsteady() if step.reason == "unsteady" else self._ground()
            case Recall():
                now = self._here.clock()
                lines = recalled(step.kept, now) if step.kept else [say("plain.no_note")]
                return self._read_only(lines)
            case Enough():
                return self._enough(step)
            case ConfirmDepth():
                return self._confirm()

    def _ask(self, step: Ask) -> Walk:
        is_text = step.prompt.kind is Kind.TEXT
        lines = question(
            step,
            self._here.clock(),
            first_text=is_text and not self._text_was_asked,
            only=self._walk.only,
        )
        self._text_was_asked |= is_text
        if step.prompt.kind is Kind.DISPLAY:
            return self._read_only(lines)
        self._talk.say(*lines)
        said = asked(self._talk, step, today=self._here.clock().date(), hold=self._hold)
        return self._walk.answer(said) if isinstance(said, Answer) else self._act(said)

    def _act(self, command: Command | None) -> Walk:
        """What a command does, wherever it is given; `None`: the lines are at their end."""
        walk = self._walk
        if command in {Command.STOP, Command.PAUSE, None}:
            return self._leave(command)
        turns = {
            Command.BACK: self._back,
            Command.GROUND: walk.ground,
            Command.SUPPORT: walk.support,
            Command.CLEAR: self._clear,
            Command.WHY: self._why,
            Command.ONE: self._only_one,
        }
        return turns.get(command, walk.skip)()

    def _clear(self) -> Walk:
        return self._walk if self._walk.detours else self._walk.clear()

    def _leave(self, command: Command | None) -> Walk:
        """Enough for today, or for now; help comes first where the answer in front calls for it."""
        if command is Command.STOP:
            return self._walk.stop()
        parked = self._walk.park()
        if command is not None and parked.detours:
            return parked
        raise Paused(asked=command is not None)

    def _why(self) -> Walk:
        """Why the question in front is there; it is asked again afterwards."""
        from integrate.journal.why_said import why_lines  # needed only when asked for

        walk, step = self._walk, self._walk.step
        if not isinstance(step, Ask):
            self._talk.say(say("plain.why.none"))
            return walk
        library = self._here.journal.library
        for line in why_lines(library, walk.set, step.prompt, measure=walk.measure):
            self._talk.say(unmarked(line.text), *[""] * line.gap)
        return walk

    def _only_one(self) -> Walk:
        """Only the first question today; said once more, the others are back."""
        walk, step = self._walk, self._walk.step
        if not isinstance(step, Ask) or step.number != 1:
            self._talk.say(say("plain.only.first"))
            return walk
        self._talk.say(say("plain.only.again" if walk.only else "plain.only.told"))
        return replace(walk, only=False) if walk.only else walk.only_one()

    def _back(self) -> Walk:
        self._went_back = True
        before = self._walk.back()
        if before == self._walk:
            self._talk.say(say("plain.first_question"))
        return before

    # --- turning aside

    def _read_only(self, lines: list[str]) -> Walk:
        """Something to read; where somebody types, it stays until they go on."""
        self._talk.say(*lines)
        on = self._walk.resume() if self._walk.detours else self._walk.read()
        if not self._talk.live:
            return on
        self._talk.say(say("plain.how.read"))
        line = heard(self._talk)
        if isinstance(line, str) or line in {Command.NEXT, Command.SKIP, Command.CLEAR}:
            return on
        return self._act(line)

    def _support(self, step: Support) -> Walk:
        lines = support_lines(
            self._here.journal.library.support(),
            self._here.journal.people,
            country=self._here.country,
            origin=step.origin.value,
            first=step.first,
        )
        return self._read_only(lines)

    def _ground(self) -> Walk:
        ended_by = ground(self._talk, self._here.journal.library.grounding())
        return self._act(ended_by) if ended_by in _LEAVING else self._walk.resume()

    def _unsteady(self) -> Walk:
        """After a low gate: rest first, and anything else only on a wish."""
        self._talk.say(say("plain.unsteady"))
        ways = [
            say("plain.unsteady.ground"),
            say("plain.unsteady.people"),
            say("plain.unsteady.stop"),
        ]
        if not self._walk.go_on().over:
            ways.append(say("plain.unsteady.on"))
        chosen = choose(self._talk, ways, fallback=0, strict=not self._talk.live)
        if isinstance(chosen, Command):
            return self._walk.resume().back() if chosen is Command.BACK else self._act(chosen)
        match chosen:
            case 0:
                ended_by = ground(self._talk, self._here.journal.library.grounding())
                return self._act(ended_by) if ended_by in _LEAVING else self._walk
            case 1:
                return self._walk.support()
            case 2:
                return self._walk.stop()
            case 3:
                return self._walk.go_on()
            case _:
                return self._act(None)

    def _enough(self, step: Enough) -> Walk:
        """The time is over: enough for today, or on. Where nobody types, it goes on."""
        if not self._talk.live:
            return self._walk.resume()
        key = "guided.enough" if step.minutes > 1 else "guided.enough.one"
        self._talk.say(say(key, count=step.minutes), say("plain.enough.how"))
        ways = [say("guided.enough.stop"), say("guided.enough.on")]
        chosen = choose(self._talk, ways, fallback=0)
        if isinstance(chosen, Command) or chosen is None:
            return self._act(chosen)
        return self._walk.stop() if chosen == 0 else self._walk.resume()

    def _confirm(self) -> Walk:
        """Asks before coming near something hard; without a yes it is left out."""
        self._talk.say(say("plain.near"))
        ways = [say("plain.near.yes"), say("plain.near.no")]
        chosen = choose(self._talk, ways, fallback=1, strict=not self._talk.live)
        if isinstance(chosen, Command) or chosen is None:
            return self._act(chosen)
        return self._walk.confirm(yes=chosen == 0)
