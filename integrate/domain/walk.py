"""The walk: one passage through a prompt set, as a pure state machine.

The full screen, the line dialogue and the tests all drive the same one. Every method returns a new
walk; `step` says what to show. Nothing that was said is ever dropped on the way: an answer that a
later one hides stays, and comes back if its branch does.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec.structs import replace

from integrate.domain import branching, motion
from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.gate import NEAR, holds_on
from integrate.domain.prompt import Does, Kind, Prompt, PromptSet
from integrate.domain.standing import Standing
from integrate.domain.step import (
    Ask,
    Close,
    ConfirmDepth,
    Detour,
    Ending,
    Enough,
    Ground,
    Origin,
    Recall,
    Step,
    Support,
)

__all__ = [
    "Ask",
    "Close",
    "ConfirmDepth",
    "Detour",
    "Ending",
    "Enough",
    "Ground",
    "Origin",
    "Recall",
    "Step",
    "Support",
    "Walk",
    "begin",
]


class Walk(Standing, frozen=True, kw_only=True):
    """One passage through a set: `begin()` it, look at `step`, send what the person does."""

    arriving: bool = False
    measure: bool = False
    """Whether the set is a measure's: what its answers call for is said in its own words."""
    at: str | None = None
    """Id of the prompt in front; `None` past the last one."""
    then: str | None = None
    """Where to go on after a gate that is asked again."""
    detours: tuple[Detour, ...] = ()
    """To be shown before that prompt, first one first."""
    only: bool = False
    """Only the prompt in front, then close."""
    paced: bool = False
    """Whether it was said that the set's time is over."""
    unheard: frozenset[str] = frozenset()
    """Prompts at which something is marked that calls for help, and none was shown for it yet."""
    ending: Ending | None = None

    @property
    def step(self) -> Step:
        """What to show now."""
        if self.detours:
            return self.detours[0]
        prompt = self.prompt
        if prompt is None:
            return Close(ending=self.ending or Ending.FINISHED)
        if prompt.depth == NEAR and self.deep is None:
            return ConfirmDepth()
        order = [each.id for each in self.order()]
        return Ask(
            prompt=prompt,
            number=order.index(prompt.id) + 1,
            count=len(order),
            answer=self.answers.get(prompt.id),
            shows=self.kept.get(prompt.shows) if prompt.shows else None,
            heading=branching.heading_of(self.set, prompt),
        )

    @property
    def prompt(self) -> Prompt | None:
        """The prompt in front, also while a detour is shown."""
        if self.ending is not None or self.at is None:
            return None
        return next((each for each in self.set.flat() if each.id == self.at), None)

    @property
    def over(self) -> bool:
        """Whether there is nothing more to show than the close."""
        return isinstance(self.step, Close)

    # --- what a person does

    def answer(self, answer: Answer) -> "Walk":
        """Says something to the prompt in front, and goes on."""
        prompt = self.prompt
        if prompt is None or not isinstance(self.step, Ask):
            return self
        told = self.hold(answer)
        told = replace(
            told,
            onward=told.onward - {prompt.id},
            unheard=told.unheard - {prompt.id},
            detours=told._set_in_motion(prompt, answer),
        )
        ending = motion.ending(prompt, answer)
        return replace(told, ending=ending) if ending else told._forward(prompt)

    def hold(self, answer: Answer) -> "Walk":
        """Says something to the prompt in front without leaving it: words on their way."""
        prompt = self.prompt
        if prompt is None:
            return self
        unheard = self.unheard
        if answer != self.answers.get(prompt.id):
            calls = bool(self._calls(prompt, answer))
            unheard = unheard | {prompt.id} if calls else unheard - {prompt.id}
        return replace(
            self,
            answers={**self.answers, prompt.id: answer},
            skipped=self.skipped - {prompt.id},
            unheard=unheard,
        )

    def clear(self) -> "Walk":
        """Takes back what was said to the prompt in front."""
        left = {key: value for key, value in self.answers.items() if key != self.at}
        return replace(self, answers=left, unheard=self.unheard - {self.at or ""})

    def read(self) -> "Walk":
        """Goes on from a prompt that only shows words."""
        step = self.step
        if isinstance(step, Ask) and step.prompt.kind is Kind.DISPLAY:
            return self._forward(step.prompt)
        return self

    def skip(self) -> "Walk":
        """Goes on without an answer. Words already there are set aside, not lost."""
        prompt = self.prompt
        if self.detours:
            return self.resume()
        if prompt is None:
            return self
        if isinstance(self.step, ConfirmDepth):
            return self.confirm(yes=False)
        return replace(self, skipped=self.skipped | {prompt.id})._forward(prompt)

    def back(self) -> "Walk":
        """To the prompt before; from a detour to the one behind it, from the close to the last.

        A "no" to going near a hard memory is a step like any other: going back over it asks again.
        """
        if self.detours:
            return self.resume()
        if self.ending is not None:
            return replace(self, ending=None)
        earlier = self._earlier()
        before = [each.id for each in self._reopened() if each.id in earlier]
        if not before:
            return self
        onto = replace(self, at=before[-1]).heard()
        return replace(onto, deep=None) if onto._is_refused() else onto

    def ground(self) -> "Walk":
        """Turns aside to grounding; `resume` comes back to where it was."""
        return self._aside(Ground(reason="key"))

    def support(self) -> "Walk":
        """Turns aside to people and places that can help."""
        return self._aside(self._support("people", Origin.KEY))

    def resume(self) -> "Walk":
        """Leaves the detour."""
        return replace(self, detours=self.detours[1:])

    def go_on(self) -> "Walk":
        """From grounding at a low gate: light questions all the same."""
        low = self.order()[-1:]
        if self.step != Ground(reason="unsteady") or not any(self._is_shut(each) for each in low):
            return self.resume()
        told = replace(self, onward=self.onward | {low[0].id}, detours=self.detours[1:])
        return told._forward(low[0])

    def confirm(self, *, yes: bool) -> "Walk":
        """Answers "go near?"; after a no, what lies near a hard memory is left out."""
        prompt = self.prompt
        if prompt is None or not isinstance(self.step, ConfirmDepth):
            return self
        told = replace(self, deep=yes)
        return told if yes else told._forward(prompt)

    def only_one(self) -> "Walk":
        """Only this prompt, then close."""
        return replace(self, only=True)

    def enough(self) -> "Walk":
        """Offers to stop, as the set's time is over; only before a prompt, and only once."""
        if self.paced or not isinstance(self.step, Ask | ConfirmDepth):
            return self
        return replace(self, paced=True)._aside(Enough(minutes=self.minutes()))

    def stop(self) -> "Walk":
        """Enough for today; what was said is kept."""
        return self._end(Ending.STOPPED)

    def park(self) -> "Walk":
        """Puts the set away for later, with all that was said so far."""
        return self._end(Ending.PARKED)

    def ask_steadiness_again(self) -> "Walk":
        """Back to the last gate that was passed, as it was some time ago; then on from here.

        The same walk where there is none: nothing hangs on how steady the person is.
        """
        told = replace(self, steady=None)
        if self.over or self.at is None:
            return told
        passed = [each for each in told.order() if each.gate and each.id in told._earlier()]
        if not passed:
            return told
        gate = passed[-1].id
        left = {key: value for key, value in self.answers.items() if key != gate}
        return replace(
            told,
            answers=left,
            skipped=self.skipped - {gate},
            onward=self.onward - {gate},
            at=gate,
            then=self.then or self.at,
        )

    def within(
        self, *, max_depth: int, memory: bool, arriving: bool, tender: bool = False
    ) -> "Walk":
        """The same walk taken up at another moment, no deeper than that one allows.

        A yes to going near a hard memory was meant for its own hour: it is asked for again.
        """
        moved = replace(
            self,
            max_depth=min(max_depth, self.set.set.max_depth),
            memory=memory,
            arriving=arriving,
            tender=tender,
            deep=None if self.deep else self.deep,
        )
        prompt = moved.prompt
        if prompt is None or prompt.id in {each.id for each in moved.order()}:
            return moved
        return replace(replace(moved, only=False)._forward(prompt), only=self.only)

    def heard(self) -> "Walk":
        """With the help in front that something marked on the way calls for."""
        if not self.unheard:
            return self
        marked = [each for each in self.set.flat() if each.id in self.unheard]
        called = [step for each in marked for step in self._calls(each, self.answers[each.id])]
        detours = tuple(dict.fromkeys((*called, *self.detours)))
        return replace(self, detours=detours, unheard=frozenset())

    # --- how

    def _earlier(self) -> frozenset[str]:
        """Ids of the prompts before the one in front; all of them at the close."""
        whole = self.set.flat() if self.at is None else branching.until(self.set, self.at)
        return frozenset(each.id for each in whole)

    def _is_refused(self) -> bool:
        prompt = self.prompt
        return self.deep is False and prompt is not None and prompt.depth == NEAR

    def _end(self, ending: Ending) -> "Walk":
        """Ends here; what the answer in front calls for is shown all the same, people first."""
        prompt, answer = self.prompt, self.answers.get(self.at or "")
        called: tuple[Detour, ...] = ()
        unheard = self.unheard
        if isinstance(self.step, Ask) and prompt is not None and answer is not None:
            called = self._calls(prompt, answer)
            unheard = unheard - {prompt.id}
        return replace(self, ending=ending, detours=called, unheard=unheard).heard()

    def _calls(self, prompt: Prompt, answer: Answer) -> tuple[Detour, ...]:
        """The help that an answer calls for."""
        found = self._set_in_motion(prompt, answer)
        return tuple(each for each in found if isinstance(each, Support))

    def _aside(self, detour: Detour) -> "Walk":
        if self.detours[:1] == (detour,):
            return self
        return replace(self, detours=(detour, *self.detours))

    def _forward(self, prompt: Prompt) -> "Walk":
        if self.only:
            return replace(self, at=prompt.id, ending=Ending.FINISHED).heard()
        order = {each.id for each in self.order()}
        after = [each.id for each in branching.after(self.set, prompt.id)]
        if prompt.gate and self.then in after:
            after = after[after.index(self.then) :]
        onto = next((each for each in after if each in order), None)
        return replace(self, at=onto, then=None).heard()

    def _set_in_motion(self, prompt: Prompt, answer: Answer) -> tuple[Detour, ...]:
        if prompt.gate and self._unsteady(prompt, answer):
            return (Ground(reason="unsteady"),)
        found = [detour for each in motion.does(prompt, answer) if (detour := self._detour(each))]
        return tuple(dict.fromkeys(found))

    def _detour(self, does: Does) -> Detour | None:
        match does:
            case Does.SUPPORT | Does.SHOW_PEOPLE:
                return self._support("people", Origin.ANSWER)
            case Does.SHOW_CARE_TEAM:
                return self._support("care-team", Origin.ANSWER)
            case Does.SHOW_LINES:
                return self._support("lines", Origin.ANSWER)
            case Does.GROUND:
                return Ground(reason="answer")
            case Does.SHOW_NOTE:
                return Recall(kept=self.kept.get("note"))
        return None

    def _support(self, first: Literal["people", "care-team", "lines"], origin: Origin) -> Support:
        if self.measure and origin is Origin.ANSWER:
            return Support(origin=Origin.ITEM9, first=first)
        return Support(origin=Origin.ARRIVING if self.arriving else origin, first=first)


def begin(  # noqa: PLR0913 - the facts of a moment, all by name
    prompt_set: PromptSet,
    *,
    max_depth: int,
    memory: bool,
    arriving: bool = False,
    tender: bool = False,
    kept: Mapping[str, Kept] | None = None,
    let_go: Iterable[str] = (),
    steady: Answer | None = None,
    turn: int = 0,
    measure: bool = False,
    only: bool = False,
) -> Walk:
    """A walk at its first prompt.

    Args:
        prompt_set: what to ask.
        max_depth: how deep the moment allows; the set's own limit holds too.
        memory: whether the moment allows prompts that come near a memory.
        arriving: whether the medicine may still be working; decides the support screen's order.
        tender: whether words may be asked for only behind a tap.
        kept: earlier answers by name, for prompts that show them.
        let_go: ids of prompts that have nothing to show any more.
        steady: what was said on the steadiness scale a short while ago, in another set.
        turn: which time the set is asked, over a course of sessions; from 0.
        measure: whether the set is a measure's.
        only: only the first prompt, then close.
    """
    walk = Walk(
        set=prompt_set,
        max_depth=min(max_depth, prompt_set.set.max_depth),
        memory=memory,
        arriving=arriving,
        tender=tender,
        kept=dict(kept or {}),
        let_go=frozenset(let_go),
        steady=steady if holds_on(steady) else None,
        turn=turn,
        measure=measure,
        only=only,
    )
    order = walk.order()
    return replace(walk, at=order[0].id if order else None)
