"""The parts of one question, and how each is changed."""

from collections.abc import Iterator
from typing import Final

from textual.app import App

from integrate.domain.prompt import Kind, Prompt
from integrate.library.beginning import questions_in
from integrate.library.manuscript import At
from integrate.library.pasted import MOST_ANSWERS, options_in
from integrate.tui import author_lines
from integrate.tui.author_fields import FieldLine, picked, yes_no
from integrate.tui.author_shown import ask_shown
from integrate.tui.desk import Desk
from integrate.tui.screens.author_scale import AuthorScaleScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.words import say

_GATE: Final = "steady"
"""The name that all gates have."""
_ANSWERED: Final = frozenset({Kind.CHOICE, Kind.MULTI})
_UNANSWERED: Final = frozenset({Kind.DISPLAY, Kind.GROUP})
_TOGGLED: Final = frozenset({"other", "required", "memory"})
KINDS: Final = (
    Kind.TEXT, Kind.CHOICE, Kind.MULTI, Kind.SCALE, Kind.YESNO, Kind.NUMBER, Kind.DATE, Kind.TIME,
    Kind.DISPLAY, Kind.FEELING, Kind.BODY, Kind.GROUP,
)  # fmt: skip
"""Those that are wanted most come first: nine have a digit."""


class QuestionSheet:
    """One question on the desk."""

    def __init__(self, desk: Desk, at: At) -> None:
        """Takes the question at a place, and stays with it when it moves."""
        self.desk = desk
        self._id = desk.manuscript.prompt(at).id
        self._at = at

    @property
    def heading(self) -> str:
        """Its number."""
        return say("author.question", number=author_lines.number(self.at))

    @property
    def at(self) -> At:
        """Where it stands now; where it last stood, if it is there no more."""
        places = {at: prompt.id for at, prompt in self.desk.manuscript.placed()}
        if places.get(self._at) != self._id:
            self._at = next((at for at, each in places.items() if each == self._id), self._at)
        return self._at

    @property
    def _prompt(self) -> Prompt | None:
        at = self.at
        placed = dict(self.desk.manuscript.placed())
        found = placed.get(at)
        return found if found is not None and found.id == self._id else None

    def lines(self) -> tuple[FieldLine, ...]:
        """Every part that this kind of question has, and what can be done with the whole."""
        prompt = self._prompt
        return () if prompt is None else (*self._parts(prompt), *self._ways())

    def full(self, key: str) -> str:
        """The value with all of its words."""
        return next((line.value for line in self.lines() if line.key == key), "")

    def findings(self, key: str) -> tuple[str, ...]:
        """What is to mend in a part."""
        return self.desk.about_field(self.at, key, [line.key for line in self.lines()])

    def _parts(self, prompt: Prompt) -> Iterator[FieldLine]:
        kind = say(f"author.long.{prompt.kind.value}")
        yield FieldLine(key="ask", value=prompt.ask)
        yield FieldLine(key="help", value=prompt.help or say("author.empty"))
        yield FieldLine(key="kind", value=kind)
        if prompt.kind in _ANSWERED:
            given = author_lines.answers(prompt) or say("author.empty")
            yield FieldLine(key="options", value=given)
            yield FieldLine(key="other", value=yes_no(value=prompt.other))
        if prompt.kind is Kind.SCALE:
            ends = author_lines.answers(prompt) or say("author.empty")
            yield FieldLine(key="scale", value=ends)
            yield FieldLine(key="gate", value=yes_no(value=prompt.gate is not None))
        if prompt.kind not in _UNANSWERED:
            yield FieldLine(key="required", value=yes_no(value=prompt.required))
        yield FieldLine(key="depth", value=say(f"author.depth.{prompt.depth}"))
        yield FieldLine(key="memory", value=yes_no(value=prompt.memory))
        shown = author_lines.shown(prompt.shown_if, self.desk.manuscript.now)
        yield FieldLine(key="shown_if", value=shown)

    def _ways(self) -> Iterator[FieldLine]:
        at, count = self.at, len(self.desk.manuscript.siblings(self.at))
        ways = {"earlier": at[-1] > 0, "later": at[-1] + 1 < count, "remove": True}
        first = True
        for way, is_open in ways.items():
            if is_open:
                yield FieldLine(key=way, apart=first)
                first = False

    async def change(self, app: "App[int]", key: str) -> str:
        """Asks for another value of one part, or does what can be done with the whole."""
        manuscript, at, prompt = self.desk.manuscript, self.at, self._prompt
        if prompt is None:
            return ""
        if key in _TOGGLED:
            self.desk.put(manuscript.change(at, **{key: not getattr(prompt, key)}))
        elif key == "gate":
            gate = None if prompt.gate is not None else _GATE
            self.desk.put(manuscript.change(at, gate=gate))
        elif key in {"earlier", "later"}:
            self.desk.put(manuscript.move(at, -1 if key == "earlier" else 1))
        elif key == "remove":
            self.desk.put(manuscript.remove(at))
        else:
            return await self._ask(app, key, prompt)
        return ""

    async def _ask(self, app: "App[int]", key: str, prompt: Prompt) -> str:
        match key:
            case "ask":
                await self._ask_words(app, "ask", prompt.ask)
            case "help":
                await self._ask_words(app, "help", prompt.help)
            case "kind":
                await self.ask_kind(app)
            case "options":
                await self._ask_options(app, prompt)
            case "scale":
                await app.push_screen_wait(AuthorScaleScreen(self.desk, self.at, self.heading))
            case "depth":
                await self._ask_depth(app, prompt)
            case "shown_if":
                return await ask_shown(app, self.desk, self.at)
        return ""

    async def _ask_words(self, app: "App[int]", key: str, text: str) -> None:
        def take(words: str) -> str:
            if key == "ask" and not words:
                return say("author.needs_words")
            self.desk.put(self.desk.manuscript.change(self.at, **{key: words}))
            return ""

        await app.push_screen_wait(
            AuthorWordsScreen(
                self.desk,
                take,
                title=self.heading,
                ask=say(f"author.field.{key}"),
                says=say(f"author.help.{key}"),
                text=text,
            )
        )

    async def ask_kind(self, app: "App[int]") -> None:
        """Asks what sort of answer it takes; then for the answers, where there are none yet."""
        prompt = self._prompt
        if prompt is None:
            return
        kinds = {kind.value: say(f"author.long.{kind.value}") for kind in KINDS}
        ask, now = say("author.kind.ask"), prompt.kind.value
        chosen = await picked(app, ask, kinds, says=prompt.ask, value=now)
        if chosen is None:
            return
        self.desk.put(self.desk.manuscript.change_kind(self.at, Kind(chosen)))
        changed = self._prompt
        if changed is not None and changed.kind in _ANSWERED and not changed.options:
            await self._ask_options(app, changed)

    async def _ask_options(self, app: "App[int]", prompt: Prompt) -> None:
        def take(words: str) -> str:
            if len(questions_in(words)) > MOST_ANSWERS:
                return say("author.too_many_answers", most=MOST_ANSWERS)
            options = options_in(words, prompt.options)
            self.desk.put(self.desk.manuscript.change(self.at, options=options))
            return ""

        await app.push_screen_wait(
            AuthorWordsScreen(
                self.desk,
                take,
                title=self.heading,
                ask=say("author.field.options"),
                says=say("author.help.options"),
                text="\n".join(option.label for option in prompt.options),
                several=True,
                reads=lambda text: say("author.options.reads", count=len(set(questions_in(text)))),
            )
        )

    async def _ask_depth(self, app: "App[int]", prompt: Prompt) -> None:
        depths = {str(depth): say(f"author.depth.{depth}") for depth in (1, 2, 3)}
        chosen = await picked(
            app, say("author.depth.ask"), depths, says=prompt.ask, value=str(prompt.depth)
        )
        if chosen is not None:
            self.desk.put(self.desk.manuscript.change(self.at, depth=int(chosen)))
