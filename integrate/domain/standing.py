"""Which prompts are asked: what the moment allows, what was said so far, and whose turn it is."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain import branching, motion
from integrate.domain.answer import Answer
from integrate.domain.course import left_out
from integrate.domain.entry import Kept, Words, answered
from integrate.domain.gate import (
    NEAR,
    asks_unbidden,
    depth_after,
    holds_for,
    is_unsteady,
    is_words_by_choice,
)
from integrate.domain.prompt import Kind, Prompt, PromptSet


class Standing(Struct, frozen=True, kw_only=True):
    """A set with all that decides which of its prompts are asked, and what they come to."""

    set: PromptSet
    max_depth: int
    """The lesser of the set's and the moment's."""
    memory: bool
    """Whether prompts may ask to come near a memory."""
    tender: bool = False
    """Arriving or landing: asks for no words but behind a tap, or in a set chosen for them."""
    turn: int = 0
    """Which time this is, over a course of sessions and the weeks after; from 0."""
    steady: Answer | None = None
    """How steady the person was a short while ago, in another set; not asked again so soon."""
    kept: dict[str, Kept] = {}
    """Earlier answers that prompts may show."""
    let_go: frozenset[str] = frozenset()
    """Prompts that have nothing to show any more: they were answered after that was kept."""
    answers: dict[str, Answer] = {}
    """Everything said so far, by prompt id; also what is hidden or skipped just now."""
    skipped: frozenset[str] = frozenset()
    deep: bool | None = None
    """The answer to "go near?"; `None` while it was not asked."""
    onward: frozenset[str] = frozenset()
    """Low gates at which the person asked for light questions all the same."""

    def order(self) -> tuple[Prompt, ...]:
        """The prompts that are asked, as far as the answers so far decide it."""
        return tuple(self._asked())

    def most(self) -> int:
        """How many prompts are asked at most, whatever is answered."""
        return sum(1 for _ in self._asked(whatever=True))

    def minutes(self) -> int:
        """About how long it takes this time: the set's own minutes, as far as it is asked whole."""
        most = self.set.set.max_depth
        at_best = replace(self, max_depth=most, memory=True, tender=False)
        whole = replace(at_best, turn=0, steady=None).most()
        return max(1, round(self.set.set.minutes * self.most() / whole)) if whole else 1

    def words(self) -> Words:
        """The answers with the wording that they answer; hidden or skipped words set aside."""
        said = self._said()
        given = {each.id for each in said}
        return Words(
            answers=tuple(answered(prompt, self.answers[prompt.id]) for prompt in said),
            aside=tuple(
                answered(prompt, answer)
                for prompt in self.set.flat()
                if prompt.id not in given
                if (answer := self.answers.get(prompt.id)) and answer.words(prompt)
            ),
        )

    @property
    def empty(self) -> bool:
        """Whether nothing was said at all."""
        words = self.words()
        return not words.answers and not words.aside

    def _said(self) -> tuple[Prompt, ...]:
        return tuple(prompt for prompt in self._asked() if self._is_said(prompt))

    def _is_said(self, prompt: Prompt) -> bool:
        answer = self.answers.get(prompt.id)
        return (
            answer is not None
            and prompt.id not in self.skipped
            and not motion.is_blank(prompt, answer)
        )

    def _reopened(self) -> tuple[Prompt, ...]:
        """The prompts asked, and where "go near?" was refused, its first prompt as well."""
        order = self.order()
        if self.deep is not False:
            return order
        open_again = replace(self, deep=None).order()
        near = next((each.id for each in open_again if each.depth == NEAR), None)
        stand = {each.id for each in order} | {near}
        return tuple(each for each in open_again if each.id in stand)

    def _asked(self, *, whatever: bool = False) -> Iterator[Prompt]:
        """Goes through the set once: each prompt is judged by the answers that stand before it.

        `whatever`: as if every condition held.
        """
        before: set[str] = set()
        given: dict[str, Answer] = {}
        held = self.steady
        limit = self.max_depth
        limits: dict[str, int] = {}
        taps_only = self.tender and not is_words_by_choice(self.set)
        resting = left_out(self.set, self.turn)
        for prompt, parents in branching.nested(self.set):
            hidden = any(parent.id not in before for parent in parents)
            if hidden or prompt.id in resting or (taps_only and asks_unbidden(prompt, parents)):
                continue
            if not self._may_stand(prompt, limit):
                continue
            if not whatever and not branching.holds(prompt.shown_if, given):
                continue
            before.add(prompt.id)
            if held is not None and holds_for(prompt):
                given[prompt.id] = held
                limits[prompt.gate or ""] = depth_after(held, most=limit, onward=False)
                limit, held = min(limits.values()), None
                continue
            if self._is_said(prompt):
                given[prompt.id] = self.answers[prompt.id]
            if prompt.kind is not Kind.GROUP:
                yield prompt
            if prompt.gate:
                # A gate of another name asks something else: it lifts nothing that this one shut.
                limits[prompt.gate] = self._limit(prompt)
                limit, held = min(limits.values()), None

    def _may_stand(self, prompt: Prompt, limit: int) -> bool:
        return (
            prompt.depth <= limit
            and not (prompt.memory and not self.memory)
            and not (prompt.depth == NEAR and self.deep is False)
            and not (prompt.shows is not None and prompt.shows not in self.kept)
            and prompt.id not in self.let_go
        )

    def _limit(self, gate: Prompt) -> int:
        """How deep what follows a gate may go; a gate that was skipped keeps to taps."""
        if gate.id in self.skipped:
            return 1
        return depth_after(
            self.answers.get(gate.id), most=self.max_depth, onward=gate.id in self.onward
        )

    def _is_shut(self, prompt: Prompt) -> bool:
        """Whether this is a gate behind which nothing is asked."""
        return prompt.gate is not None and self._limit(prompt) == 0

    def _unsteady(self, gate: Prompt, answer: Answer) -> bool:
        earlier = [
            self.answers[prompt.id]
            for prompt in branching.until(self.set, gate.id)
            if prompt.gate == gate.gate and self._is_said(prompt)
        ]
        if self.steady is not None and holds_for(gate):
            earlier.append(self.steady)
        return is_unsteady(answer, earlier)
