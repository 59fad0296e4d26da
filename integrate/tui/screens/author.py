"""Writing a prompt set: its questions in a list, and everything that can be done with them.

The page knows no journal and no file. It is given a manuscript and a way to save:

    AuthorScreen(Manuscript(now=prompt_set), library, clock, save=save)

`save` is awaited in a worker with the set as it stands, and may ask on pages of its own
(`app.push_screen_wait`). It says whether the set is kept now, and one sentence about it.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.library.beginning import FIRST_ID, questions_in
from integrate.library.check import findings as faults
from integrate.library.fill import filled
from integrate.library.finding import Finding
from integrate.library.manuscript import (
    MOST_PROMPTS,
    At,
    Manuscript,
    TooMany,
    at_of,
)
from integrate.tui import author_lines
from integrate.tui.author_fields import picked
from integrate.tui.author_head import HeadSheet
from integrate.tui.author_question import QuestionSheet
from integrate.tui.desk import AtDesk, Desk, named
from integrate.tui.frame import Page
from integrate.tui.screens.author_check import AuthorCheckScreen
from integrate.tui.screens.author_fields import AuthorFieldsScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import RowList
from integrate.words import say


class Saved(Struct, frozen=True, kw_only=True):
    """What became of saving."""

    kept: bool
    says: str = ""
    """One sentence; empty where the person only went back."""


Save = Callable[[PromptSet], Awaitable[Saved]]
Keep = Callable[[PromptSet], bool]


class AuthorScreen(AtDesk, Page[None]):
    """Questions, one a line; under them, or beside them, the one under the cursor in full."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "author.heading"
    WIDE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-usual"), (110, "-broad")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", say("author.key.add")),
        Binding("p", "paste", say("author.key.paste")),
        Binding("x,delete", "remove", say("author.key.remove")),
        Binding("e,less_than_sign,shift+up", "move(-1)", say("author.key.earlier")),
        Binding("l,greater_than_sign,shift+down", "move(1)", say("author.key.later")),
        Binding("u", "undo", say("author.key.undo")),
        Binding("r", "redo", say("author.key.redo")),
        Binding("h", "head", say("author.key.head")),
        Binding("c", "check", say("author.key.check")),
        Binding("v", "preview", say("author.key.preview")),
        Binding("s", "save", say("author.key.save")),
        Binding("escape", "leave", say("author.key.leave")),
    ]

    def __init__(  # noqa: PLR0913 - what it is given, by name
        self,
        manuscript: Manuscript,
        library: Library,
        clock: Clock,
        *,
        save: Save,
        saved: PromptSet | None = None,
        keep: Keep | None = None,
        note: Callable[[], str] = str,
    ) -> None:
        """Makes the page.

        Args:
            manuscript: what to begin with: `blank()`, or `Manuscript(now=prompt_set)`.
            library: has the phases, and what a preview needs.
            clock: what time it is.
            save: saves the set.
            saved: what is saved of it, where it is something else than the manuscript.
            keep: keeps what is not saved when everything ends at once, without asking anybody;
                says whether it is kept. `None`: then it is lost, and closing asks for a second
                press on the pages for writing a set (but not in a preview, nor in a question).
            note: a quiet sentence about where it is, and what happens if everything ends at once.
        """
        super().__init__()
        self.desk = Desk(manuscript, library, saved)
        self._clock = clock
        self._save = save
        self._keep = keep
        self._note = note
        self._about = Static(classes="about")
        self._state = Static(classes="muted")
        self._notice = Notice()
        self._list = RowList(author_lines.COLUMNS, choose=say("author.key.change"))
        self._said = Static(classes="words")
        self._more = Static(classes="muted")
        self._where = Static(classes="muted where")

    def compose_body(self) -> ComposeResult:
        """What it is, the list, one question in full, and where it is kept."""
        yield self._about
        yield self._state
        yield self._notice
        with Container(classes="both"):
            yield self._list
            with Vertical(classes="detail"):
                yield self._said
                yield self._more
        yield self._where

    def on_mount(self) -> None:
        """Shows it, at the first question where there is one."""
        self._show("0" if self.desk.manuscript.now.prompt else None)
        self._list.focus()

    def seal(self) -> bool:
        """Keeps what is not saved, where there is a way to."""
        if not self.desk.unsaved:
            return True
        return self._keep is not None and self._keep(self.desk.manuscript.now)

    # --- what a person does

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Shows the one under the cursor."""
        event.stop()
        self._tell(event.key)
        self.refresh_bindings()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Changes it, or adds something."""
        event.stop()
        match event.key:
            case author_lines.HEAD:
                self.action_head()
            case author_lines.ADD:
                self.action_add()
            case author_lines.PASTE:
                self.action_paste()
            case key:
                self._open(author_lines.at_in(key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is nothing for is not offered."""
        manuscript, at = self.desk.manuscript, self._at
        match action:
            case "remove":
                return bool(at)
            case "move":
                by = parameters[0] if parameters and isinstance(parameters[0], int) else 0
                return bool(at) and 0 <= at[-1] + by < len(manuscript.siblings(at))
            case "undo":
                return bool(manuscript.before)
            case "redo":
                return bool(manuscript.after)
            case "preview":
                return bool(manuscript.now.prompt)
        return True

    @work(exclusive=True, group="page")
    async def action_add(self) -> None:
        """Asks for a new question, then for its kind, and opens it."""
        after = self._at or None
        count = len(self.desk.manuscript.placed())
        added = await self.app.push_screen_wait(
            AuthorWordsScreen(
                self.desk,
                lambda words: self._take_new(words, after),
                title=say("author.add"),
                ask=say("author.field.ask"),
                says=say("author.help.ask"),
            )
        )
        if not added or len(self.desk.manuscript.placed()) == count:
            return
        at = (*after[:-1], after[-1] + 1) if after else (len(self.desk.manuscript.now.prompt) - 1,)
        self._show(author_lines.key_of(at))
        sheet = QuestionSheet(self.desk, at)
        await sheet.ask_kind(self.app)
        await self.app.push_screen_wait(AuthorFieldsScreen(sheet, "ask"))
        self._show(author_lines.key_of(sheet.at))

    @work(exclusive=True, group="page")
    async def action_paste(self) -> None:
        """Asks for several questions."""
        first = len(self.desk.manuscript.now.prompt)
        await self.app.push_screen_wait(
            AuthorWordsScreen(
                self.desk,
                self._take_pasted,
                title=say("author.paste"),
                ask=say("author.paste.ask"),
                says=say("author.paste.says"),
                several=True,
                reads=lambda text: say("author.paste.reads", count=len(questions_in(text))),
            )
        )
        self._show(str(first) if len(self.desk.manuscript.now.prompt) > first else None)

    def action_remove(self) -> None:
        """Takes the question out; it can be brought back."""
        if at := self._at:
            self.desk.put(self.desk.manuscript.remove(at))
            left = len(self.desk.manuscript.siblings(at)) if len(at) == 1 else 0
            place = (*at[:-1], min(at[-1], left - 1)) if left else at[:-1]
            self._show(author_lines.key_of(place) or author_lines.ADD)
            self._notice.say(say("author.removed"))

    def action_move(self, by: int) -> None:
        """Moves the question among its neighbours, and the cursor with it."""
        if at := self._at:
            moved = self.desk.manuscript.move(at, by)
            if moved is not self.desk.manuscript:
                self.desk.put(moved)
                self._show(author_lines.key_of((*at[:-1], at[-1] + by)))

    def action_undo(self) -> None:
        """One step back."""
        self.desk.put(self.desk.manuscript.undo())
        self._show()

    def action_redo(self) -> None:
        """One step on again."""
        self.desk.put(self.desk.manuscript.redo())
        self._show()

    def action_head(self) -> None:
        """Title, opening, closing and the like."""
        self._open(())

    @work(exclusive=True, group="page")
    async def action_check(self) -> None:
        """Shows what is to mend, and goes to it."""
        if not self.desk.findings:
            self._notice.say(say("author.state.well"))
            return
        finding = await self.app.push_screen_wait(AuthorCheckScreen(self.desk))
        if finding is not None:
            await self._go_to(finding)

    def action_preview(self) -> None:
        """Walks the set as it is, with nothing kept."""
        from integrate.tui.screens.preview import preview_screen  # brings the guided pages

        now = self.desk.manuscript.now
        head = replace(now.set, id=now.set.id or FIRST_ID)
        walked = replace(now, set=replace(head, title=head.title or say("author.untitled")))
        if any(faults(walked)):
            self._notice.say(say("author.cannot_walk"))
            return
        library = self.desk.library
        walked = filled(walked, library.vocabulary())
        self.app.push_screen(preview_screen(walked, library, self._clock()))

    @work(exclusive=True, group="page")
    async def action_save(self) -> None:
        """Saves, if there is enough to save; asks first where something is to mend."""
        await self._saved()

    @work(exclusive=True, group="page")
    async def action_leave(self) -> None:
        """Leaves, and asks first if something would be lost."""
        if not self.desk.unsaved or await self.may_leave():
            self.dismiss(None)

    async def may_leave(self) -> bool:
        """Asks, within a worker, what becomes of what is not saved."""
        ways = {way: say(f"author.leave.{way}") for way in ("stay", "save", "go")}
        match await picked(self.app, say("author.leave.ask"), ways):
            case "save":
                return await self._saved()
            case "go":
                return True
        return False

    # --- how

    @property
    def _at(self) -> At:
        return author_lines.at_in(self._list.key)

    def _take_new(self, words: str, after: At | None) -> str:
        if not words:
            return say("author.needs_words")
        try:
            self.desk.put(self.desk.manuscript.add(words, after))
        except TooMany:
            return say("author.too_many", most=MOST_PROMPTS)
        return ""

    def _take_pasted(self, text: str) -> str:
        try:
            self.desk.put(self.desk.manuscript.paste(text))
        except TooMany:
            return say("author.too_many", most=MOST_PROMPTS)
        return ""

    @work(exclusive=True, group="page")
    async def _open(self, at: At, field: str = "") -> None:
        await self._opened(at, field)

    async def _opened(self, at: At, field: str = "") -> None:
        sheet = QuestionSheet(self.desk, at) if at else HeadSheet(self.desk)
        await self.app.push_screen_wait(AuthorFieldsScreen(sheet, field))
        if isinstance(sheet, QuestionSheet):
            self._show(author_lines.key_of(sheet.at))
        else:
            self._show(author_lines.HEAD)

    async def _go_to(self, finding: Finding) -> None:
        at = at_of(finding.path)
        if not at and finding.path[:1] == ("prompt",):
            self._show(author_lines.ADD)
            return
        await self._opened(at, named(finding))

    async def _saved(self) -> bool:
        """Saves; whether it is saved now."""
        missing = self.desk.manuscript.least
        if missing:
            named_ = ", ".join(say(f"author.least.{name}") for name in missing)
            self._notice.say(say("author.least", missing=named_))
            return False
        if self.desk.findings and not await self._as_it_is():
            return False
        now = self.desk.manuscript.now
        saved = await self._save(now)
        if saved.kept:
            self.desk.was_saved(now)
        self._show()
        self._notice.say(saved.says)
        return saved.kept

    async def _as_it_is(self) -> bool:
        ask = say("author.unfinished.ask", count=len(self.desk.findings))
        ways = {way: say(f"author.unfinished.{way}") for way in ("look", "save")}
        chosen = await picked(self.app, ask, ways, says=say("author.unfinished.says"))
        if chosen == "look":
            self.call_later(self.action_check)
        return chosen == "save"

    def _show(self, key: str | None = None) -> None:
        self._notice.say("")
        self._about.update(Content(author_lines.about(self.desk.manuscript)))
        self._state.update(Content(author_lines.state(self.desk)))
        self._where.update(Content(self._note()))
        self._list.show(author_lines.rows(self.desk), key)
        self._tell(self._list.key)
        self.refresh_bindings()

    def _tell(self, key: str | None) -> None:
        words, more = author_lines.told(self.desk, key)
        if key == author_lines.HEAD and self.has_class("-narrow"):
            more = f"{more}\n{self._note()}"  # there is no room for it below the list
        self._said.update(Content(words))
        self._more.update(Content(more))
