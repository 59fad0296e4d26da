"""Prompt sets: what is asked, in which order, and why.

The types here are the source of truth for the format of a set file; an unknown key is an error.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field


class Kind(StrEnum):
    """What sort of answer a prompt takes."""

    TEXT = "text"
    SCALE = "scale"
    CHOICE = "choice"
    MULTI = "multi"
    NUMBER = "number"
    YESNO = "yesno"
    DATE = "date"
    TIME = "time"
    FEELING = "feeling"
    BODY = "body"
    DISPLAY = "display"
    """Words to read; nothing to answer."""
    GROUP = "group"
    """A heading over nested prompts; nothing to answer, never a step of its own."""


class Does(StrEnum):
    """What choosing an answer sets in motion. A closed list: no set can ask for more."""

    SUPPORT = "support"
    GROUND = "ground"
    SHOW_PEOPLE = "show-people"
    SHOW_CARE_TEAM = "show-care-team"
    SHOW_LINES = "show-lines"
    SHOW_NOTE = "show-note"
    """Show what was kept under the name `note`."""
    PARK = "park"
    """Put the set away for later, with all that was said so far."""
    STOP = "stop"


class Code(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A term of a coding system, such as LOINC."""

    system: str
    code: str


class Option(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One of the answers that a choice, multi, feeling or body prompt offers."""

    value: str
    """Stable for ever; answers refer to it."""
    label: str
    score: int | None = None
    exclusive: bool = False
    """Chosen alone: clears the others, as "none of these" does."""
    keeps: bool = True
    """False: chosen, it leaves the matter open; the answer is not kept under the prompt's name."""
    code: str | None = None
    does: Does | None = None


class Scale(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A row of whole numbers from `low` to `high`, both included."""

    low: int = 0
    high: int = 10
    step: int = 1
    low_label: str = ""
    high_label: str = ""

    def steps(self) -> range:
        """Every number that may be chosen."""
        return range(self.low, self.high + 1, self.step)


class Number(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Bounds of a number prompt; `None` where there is none."""

    min: float | None = None
    max: float | None = None
    step: float | None = None
    unit: str = ""


class Text(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Bounds of a text prompt."""

    max_length: int = 20_000
    """In characters."""
    lines: int = 6
    """How tall the writing area is to begin with."""


Operator = Literal["=", "!=", "<", "<=", ">", ">=", "exists"]


class Condition(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"is_": "is"},
):
    """A test of an earlier answer in the same set.

    A comparison with a prompt that has no answer is false. With `exists`, `value` is true or false.
    """

    prompt: str
    is_: Operator = "="
    value: bool | int | float | str = True


class ShownIf(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"all_": "all", "any_": "any"},
):
    """When a prompt is shown: if `all` of its conditions hold and, where given, `any` of them."""

    all_: tuple[Condition, ...] = ()
    any_: tuple[Condition, ...] = ()


class DoesIf(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a number on a scale, at least so high, sets in motion."""

    at_least: int
    does: Does


class Why(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Why a prompt is there, and on what ground."""

    ideas: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    """Sentences of the seed article, S1 to S15."""
    evidence: tuple[str, ...] = ()
    """Ids in references.toml."""
    strength: Literal["direct", "indirect", "convention"] = "convention"


class Wording(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A prompt's words in another language."""

    ask: str
    help: str = ""
    options: dict[str, str] = field(default_factory=dict)
    """Option value to label."""


class Prompt(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One question."""

    id: str
    """Unique in its set, and stable for ever: answers refer to it."""
    kind: Kind
    ask: str
    help: str = ""
    required: bool = False
    """Said beside the question; even so it can be skipped: nothing here is forced."""
    depth: Literal[1, 2, 3] = 1
    """1 taps or plain, 2 reflective, 3 near a hard memory."""
    memory: bool = False
    """Asks a person to come near a memory."""
    gate: str | None = None
    """This scale's answer decides how deep the rest of the set may go."""
    series: str | None = None
    """The same question over time; one wording and one span per series."""
    scale: Scale | None = None
    options: tuple[Option, ...] = ()
    """For feeling and body, filled in from vocabulary.toml where a file gives none."""
    words: tuple[Option, ...] = ()
    """Body prompts: how the spot feels; filled in from vocabulary.toml."""
    other: bool = False
    """Offers "something else…", a line of own words."""
    number: Number | None = None
    text: Text | None = None
    shown_if: ShownIf | None = None
    keep_as: str | None = None
    """The answer is kept under this name …"""
    shows: str | None = None
    """… and shown above this prompt, which hides where nothing was kept."""
    once: bool = False
    """Shows it no more once this prompt, which must `keep_as` something, was answered after it."""
    repeat: Literal["always", "first", "rotate"] = "always"
    """From the second session of a course on: asked each time, never, or in turn with others."""
    does_if: DoesIf | None = None
    prompts: tuple["Prompt", ...] = ()
    """Nested under a group, or under a question."""
    codes: tuple[Code, ...] = ()
    why: Why = Why()
    translations: dict[str, Wording] = field(default_factory=dict)

    @property
    def steps(self) -> range:
        """The numbers of a scale prompt; 0 to 10 where the file gives none."""
        return (self.scale or Scale()).steps()

    def option(self, value: str) -> Option | None:
        """The option with this value, if there is one."""
        return next((each for each in (*self.options, *self.words) if each.value == value), None)


class Hours(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"from_": "from"},
):
    """A stretch in hours relative to the session's start; the first included, the last not."""

    from_: float
    to: float


class When(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """When a set is offered."""

    table: Literal["dosing", "talk"] = "dosing"
    phase: str | None = None
    hours: Hours | None = None
    every_days: int | None = None
    """Again after so many days within the phase; `None`: once."""
    repeat: Literal["always", "first", "rotate"] = "always"
    """Over a course of sessions."""


class SetHead(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a set says of itself: the `[set]` table of its file."""

    id: str
    """Lower-case letters, digits and '-'; unique in its source."""
    title: str
    version: str
    language: str
    author: str
    licence: str
    minutes: int
    """How long it takes; said before it begins."""
    closing: str
    opening: str = ""
    max_depth: Literal[1, 2, 3] = 1


class PromptSet(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A set of prompts, as one file holds it."""

    schema: Literal[1]
    set: SetHead
    prompt: tuple[Prompt, ...]
    when: When | None = None
    """When it is offered; `None`: only when chosen."""

    @property
    def id(self) -> str:
        """The set's id."""
        return self.set.id

    @property
    def title(self) -> str:
        """The set's title."""
        return self.set.title

    def flat(self) -> Iterator[Prompt]:
        """Every prompt in the order of asking, groups and nested prompts included."""
        return _flat(self.prompt)


def _flat(prompts: tuple[Prompt, ...]) -> Iterator[Prompt]:
    for prompt in prompts:
        yield prompt
        yield from _flat(prompt.prompts)
