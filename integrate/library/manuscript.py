"""A prompt set while it is being written: what may be done to it, and taken back.

A value without screen or file. It may be incomplete at any time; `findings` says what is missing.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.check import placed
from integrate.domain.phase import PhaseTables
from integrate.domain.prompt import Kind, Prompt, PromptSet, Scale, SetHead, When
from integrate.library.beginning import FIRST_ID, id_from, questions_in
from integrate.library.finding import Finding
from integrate.library.pasted import free_id, prompts_in
from integrate.library.review import findings_in
from integrate.words import say

At = tuple[int, ...]
"""Where a prompt stands: its place among the outermost ones, then among those under it."""

MOST_PROMPTS: Final = 200
"""In one set. Nobody answers more, and every change is checked at once (our choice)."""
MOST_TOLD: Final = 500
_MINUTES_EACH: Final = 2
"""What a question in own words is taken to need."""
_FIRST_MINUTES: Final = 5
_WITH_ANSWERS: Final = frozenset({Kind.CHOICE, Kind.MULTI})
"""Kinds whose answers are written by the author, and may be exchanged."""


class TooMany(ValueError):
    """There would be more prompts than a set may have."""


class Manuscript(Struct, frozen=True, kw_only=True):
    """A prompt set in the making, with every step that led to it.

    Each operation returns a new one, or the same one where there is nothing to do.
    """

    now: PromptSet
    """The set as it stands. What no screen can change of it stays as it came."""
    before: tuple[PromptSet, ...] = ()
    """Earlier states, the last one newest."""
    after: tuple[PromptSet, ...] = ()
    """States that were taken back, the last one next."""
    begun: bool = False
    """Begun here rather than read: its id is made from its title, and its minutes from its
    length, until somebody says otherwise."""

    # --- looking

    @property
    def head(self) -> SetHead:
        """What the set says of itself."""
        return self.now.set

    def placed(self) -> tuple[tuple[At, Prompt], ...]:
        """Every prompt with its place, nested ones after what they stand under."""
        return tuple((at_of(path), prompt) for path, prompt in placed(self.now.prompt))

    def prompt(self, at: At) -> Prompt:
        """The prompt at a place.

        Raises:
            IndexError: if there is none.
        """
        prompts, found = self.now.prompt, None
        for index in at:
            found = prompts[index]
            prompts = found.prompts
        if found is None:
            raise IndexError(at)
        return found

    def siblings(self, at: At) -> tuple[Prompt, ...]:
        """The prompts among which this place lies."""
        return self.prompt(at[:-1]).prompts if len(at) > 1 else self.now.prompt

    def earlier(self, at: At) -> tuple[Prompt, ...]:
        """What is asked before the prompt at a place, and can be answered."""
        stand = (prompt for place, prompt in self.placed() if place < at)
        return tuple(each for each in stand if each.kind not in {Kind.GROUP, Kind.DISPLAY})

    @property
    def least(self) -> tuple[str, ...]:
        """What is missing before it can be kept at all: of `title`, `closing` and `prompt`."""
        missing = {
            "title": not self.head.title.strip(),
            "closing": not self.head.closing.strip(),
            "prompt": not self.now.prompt,
        }
        return tuple(name for name, is_missing in missing.items() if is_missing)

    # --- doing

    def paste(self, text: str) -> "Manuscript":
        """With one prompt more for each question in a text, at the end.

        Raises:
            TooMany: if it would be too long then.
        """
        if len(self.placed()) + len(questions_in(text)) > MOST_PROMPTS:
            raise TooMany
        made = prompts_in(text, self._taken)
        if not made:
            return self
        return self._with(prompt=(*self.now.prompt, *made))

    def add(self, ask: str, after: At | None = None) -> "Manuscript":
        """With one question more, in own words; after the one at a place, or at the end.

        Raises:
            TooMany: if the set is full.
        """
        if len(self.placed()) >= MOST_PROMPTS:
            raise TooMany
        taken = self._taken
        prompt_id = free_id(ask, taken, f"question-{len(taken) + 1}")
        prompt = Prompt(id=prompt_id, kind=Kind.TEXT, ask=ask)
        if after is None:
            return self._with(prompt=(*self.now.prompt, prompt))
        beside, index = self.siblings(after), after[-1] + 1
        return self._beside(after, (*beside[:index], prompt, *beside[index:]))

    def remove(self, at: At) -> "Manuscript":
        """Without the prompt at a place, and without what stands under it."""
        beside, index = self.siblings(at), at[-1]
        return self._beside(at, (*beside[:index], *beside[index + 1 :]))

    def move(self, at: At, by: int) -> "Manuscript":
        """With the prompt at a place further up or down among its neighbours."""
        beside = list(self.siblings(at))
        index, to = at[-1], at[-1] + by
        if not 0 <= to < len(beside):
            return self
        beside.insert(to, beside.pop(index))
        return self._beside(at, tuple(beside))

    def change(self, at: At, **changed: Any) -> "Manuscript":
        """With some parts of a prompt other than they were; its id is not one of them."""
        prompt = self.prompt(at)
        new = replace(prompt, **{**changed, "id": prompt.id})
        beside, index = self.siblings(at), at[-1]
        return self._beside(at, (*beside[:index], new, *beside[index + 1 :]))

    def change_kind(self, at: At, kind: Kind) -> "Manuscript":
        """With another sort of answer to a prompt; what only the old sort can have goes."""
        prompt = self.prompt(at)
        if prompt.kind is kind:
            return self
        gone: dict[str, Any] = {"number": None, "text": None}
        if not {prompt.kind, kind} <= _WITH_ANSWERS:
            gone |= {"options": (), "words": (), "other": False}
        if kind is Kind.SCALE:
            gone |= {"scale": Scale()}
        else:
            gone |= {"scale": None, "gate": None, "does_if": None}
        return self.change(at, kind=kind, **gone)

    def change_head(self, **changed: Any) -> "Manuscript":
        """With some parts of the head other than they were.

        The id of a set begun here comes from its first title, and stays.
        """
        head = replace(self.head, **{**changed, "id": self.head.id})
        if not head.id and head.title.strip():
            head = replace(head, id=id_from(head.title, FIRST_ID))
        return self._with(set=head)

    def change_when(self, when: When | None) -> "Manuscript":
        """Offered at another time; `None`: only when chosen."""
        return self._with(when=when)

    # --- and taking back

    def undo(self) -> "Manuscript":
        """One step back."""
        if not self.before:
            return self
        *before, last = self.before
        return replace(self, now=last, before=tuple(before), after=(*self.after, self.now))

    def redo(self) -> "Manuscript":
        """One step on again."""
        if not self.after:
            return self
        *after, following = self.after
        return replace(self, now=following, before=(*self.before, self.now), after=tuple(after))

    # --- how

    @property
    def _taken(self) -> frozenset[str]:
        """The ids of every prompt there is or was: an answer never turns up under another one."""
        states = (self.now, *self.before)
        return frozenset(prompt.id for state in states for prompt in state.flat())

    def _beside(self, at: At, prompts: tuple[Prompt, ...]) -> "Manuscript":
        """With other prompts where the one at a place stands."""
        for depth in range(len(at) - 1, 0, -1):
            around = replace(self.prompt(at[:depth]), prompts=prompts)
            beside = list(self.siblings(at[:depth]))
            beside[at[depth - 1]] = around
            prompts = tuple(beside)
        return self._with(prompt=prompts)

    def _with(self, **changed: Any) -> "Manuscript":
        new = replace(self.now, **changed)
        if self.begun and self.head.minutes == minutes_for(self.now):
            new = replace(new, set=replace(new.set, minutes=self._minutes(new)))
        if new == self.now:
            return self
        return replace(self, now=new, before=(*self.before, self.now), after=())

    def _minutes(self, new: PromptSet) -> int:
        """As long as its prompts take, but what somebody said just now counts more."""
        said = new.set.minutes != self.head.minutes
        return new.set.minutes if said else minutes_for(new)


def blank(language: str = "en", set_id: str = "") -> Manuscript:
    """A set with nothing in it yet but the words that every set can begin and end with.

    Args:
        language: what it will be written in.
        set_id: its id, if that is known; otherwise it comes from the title.
    """
    head = SetHead(
        id=set_id, title="", version="1.0", language=language, author="", licence="CC-BY-4.0",
        minutes=_FIRST_MINUTES, opening=say("author.opening"), closing=say("author.closing"),
    )  # fmt: skip
    return Manuscript(now=PromptSet(schema=1, set=head, prompt=()), begun=True)


def minutes_for(prompt_set: PromptSet) -> int:
    """About how long a set takes."""
    count = sum(1 for each in prompt_set.flat() if each.kind is not Kind.GROUP)
    return _MINUTES_EACH * count or _FIRST_MINUTES


def findings(manuscript: Manuscript, tables: PhaseTables) -> tuple[Finding, ...]:
    """What `prompts check` says of it, from the head down to the last prompt.

    At most MOST_TOLD. A title that is missing is told too, and its id then is not.
    """
    told = list(islice(_told(manuscript, tables), MOST_TOLD))
    return tuple(sorted(told, key=_order))


def at_of(path: tuple[str | int, ...]) -> At:
    """The place of the prompt in which a finding lies; empty where it lies in no prompt."""
    if path[:1] != ("prompt",):
        return ()
    at: list[int] = []
    for name, index in zip(path[::2], path[1::2], strict=False):
        if name not in {"prompt", "prompts"} or not isinstance(index, int):
            break
        at.append(index)
    return tuple(at)


def field_of(path: tuple[str | int, ...]) -> str:
    """The field of a prompt or head in which a finding lies; empty where it is about the whole."""
    rest = path[2 * len(at_of(path)) :]
    names = [step for step in rest if isinstance(step, str)]
    return names[1] if names[:1] == ["set"] and len(names) > 1 else next(iter(names), "")


def _told(manuscript: Manuscript, tables: PhaseTables) -> Iterator[Finding]:
    head = manuscript.head
    if not head.title.strip():
        yield Finding(("set", "title"), say("author.no_title"))
    for finding in findings_in(manuscript.now, tables):
        if finding.path != ("set", "id") or head.id:
            yield finding


def _order(finding: Finding) -> tuple[int, At]:
    rank = {"set": 0, "when": 1}.get(str(finding.path[0]) if finding.path else "", 2)
    return rank, at_of(finding.path)
