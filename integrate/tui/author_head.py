"""The parts of a set's head, and how each is changed."""

from collections.abc import Iterator

from msgspec.structs import replace
from textual.app import App

from integrate.domain.prompt import When
from integrate.tui import author_lines
from integrate.tui.author_fields import FieldLine, picked
from integrate.tui.desk import Desk
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.words import say

_NEVER = "none"


class HeadSheet:
    """What the set on the desk says of itself."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def heading(self) -> str:
        """The title, where there is one."""
        return self.desk.manuscript.head.title or say("author.untitled")

    def lines(self) -> tuple[FieldLine, ...]:
        """Every part."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[FieldLine]:
        head, when = self.desk.manuscript.head, self.desk.manuscript.now.when
        for key in ("title", "author", "opening", "closing"):
            yield FieldLine(key=key, value=getattr(head, key) or say("author.empty"))
        yield FieldLine(key="minutes", value=str(head.minutes))
        tables = self.desk.library.phase_tables()
        yield FieldLine(key="when", value=author_lines.when(when, tables))
        if when is not None:
            days = when.every_days
            again = say("author.days.none") if days is None else say("author.days", days=days)
            yield FieldLine(key="every_days", value=again)
        yield FieldLine(key="max_depth", value=say(f"author.depth.{head.max_depth}"))
        yield FieldLine(key="language", value=head.language or say("author.empty"))
        yield FieldLine(key="licence", value=head.licence or say("author.empty"))

    def full(self, key: str) -> str:
        """The value with all of its words; beside the title, the id."""
        head = self.desk.manuscript.head
        value = next((line.value for line in self.lines() if line.key == key), "")
        if key != "title":
            return value
        told = say("author.id", id=head.id) if head.id else say("author.id.none")
        return f"{value}\n{told}"

    def findings(self, key: str) -> tuple[str, ...]:
        """What is to mend in a part."""
        return self.desk.about_field((), key, [line.key for line in self.lines()])

    async def change(self, app: "App[int]", key: str) -> str:
        """Asks for another value of one part."""
        head, when = self.desk.manuscript.head, self.desk.manuscript.now.when
        match key:
            case "when":
                await self._ask_when(app, when)
            case "max_depth":
                await self._ask_depth(app, head.max_depth)
            case "every_days":
                days = when.every_days if when is not None else None
                await self._ask_words(app, key, "" if days is None else str(days))
            case _:
                await self._ask_words(app, key, str(getattr(head, key)))
        return ""

    async def _ask_words(self, app: "App[int]", key: str, text: str) -> None:
        await app.push_screen_wait(
            AuthorWordsScreen(
                self.desk,
                lambda words: self._take(key, words),
                title=self.heading,
                ask=say(f"author.field.{key}"),
                says=say(f"author.help.{key}"),
                text=text,
            )
        )

    def _take(self, key: str, words: str) -> str:
        manuscript = self.desk.manuscript
        value: str | int = words
        if key == "minutes" or (key == "every_days" and words):
            if not words.isdecimal() or not int(words):
                return say("author.needs_number")
            value = int(words)
        if key == "every_days":
            when = manuscript.now.when or When()
            self.desk.put(manuscript.change_when(replace(when, every_days=value or None)))
        else:
            self.desk.put(manuscript.change_head(**{key: value}))
        return ""

    async def _ask_when(self, app: "App[int]", when: When | None) -> None:
        tables = self.desk.library.phase_tables()
        offers = [
            When(table=table.id, phase=phase.id)
            for table in (tables.dosing, tables.talk)
            for phase in table.phases
        ]
        values = {_NEVER: author_lines.when(None, tables)}
        values |= {f"{each.table}.{each.phase}": author_lines.when(each, tables) for each in offers}
        now = _NEVER if when is None else f"{when.table}.{when.phase}"
        ask, says = say("author.when.ask"), say("author.help.when")
        chosen = await picked(app, ask, values, says=says, value=now)
        if chosen == _NEVER:
            self.desk.put(self.desk.manuscript.change_when(None))
        for each in offers:
            if chosen == f"{each.table}.{each.phase}":
                kept = replace(when or When(), table=each.table, phase=each.phase, hours=None)
                self.desk.put(self.desk.manuscript.change_when(kept))

    async def _ask_depth(self, app: "App[int]", now: int) -> None:
        depths = {str(depth): say(f"author.depth.{depth}") for depth in (1, 2, 3)}
        says = say("author.help.max_depth")
        chosen = await picked(app, say("author.depth.ask"), depths, says=says, value=str(now))
        if chosen is not None:
            self.desk.put(self.desk.manuscript.change_head(max_depth=int(chosen)))
