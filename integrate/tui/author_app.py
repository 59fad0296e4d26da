"""The full screen for writing a set in a file: no journal, no passphrase."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from textual import work

from integrate.domain.prompt import PromptSet
from integrate.library.beginning import id_from
from integrate.library.manuscript import Manuscript, blank
from integrate.library.set_file import NotSaved, SetFile, Taken
from integrate.text import clean
from integrate.tui.app import IntegrateApp
from integrate.tui.author_fields import picked
from integrate.tui.screens.author import AuthorScreen, Saved
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.words import say


class AuthorApp(IntegrateApp):
    """One set. What is unsaved when it is ended from outside waits beside its file, if it has one.

    The file beside it is for its owner alone, and goes as soon as the set is saved or let go.
    """

    def __init__(
        self,
        file: SetFile | None = None,
        opened: PromptSet | None = None,
        left_over: PromptSet | None = None,
        mode: int | None = None,
        **parts: Any,
    ) -> None:
        """Makes the app.

        Args:
            file: where it is saved; `None`: that is asked when it is time to.
            opened: what the file holds; `None`: a new set.
            left_over: what waits beside the file from last time.
            mode: who may read a new file; `None`: nobody else.
            parts: the app's own.
        """
        super().__init__(**parts)
        self._file = file
        self._opened = opened
        self._left_over = left_over
        self._mode = mode
        self._author: AuthorScreen | None = None
        self._asking = False
        """Whether the question about what is unsaved is open, after the key that closes."""

    def begin(self) -> None:
        """The set, after asking about what was left over."""
        if self._left_over is None:
            self._write(self._manuscript())
        else:
            self._ask_left_over(self._left_over)

    async def action_quit(self) -> None:
        """Ends, and asks first if something would be lost; pressed again, it ends all the same."""
        self.seal()
        if self._author is None or not self._author.desk.unsaved or self._asking:
            self.exit()
        else:
            self._asking = True
            self._ask_to_leave(self._author)

    @work(group="leave")
    async def _ask_to_leave(self, author: AuthorScreen) -> None:
        try:
            leaves = await author.may_leave()
        finally:
            self._asking = False
        if leaves:
            self._left(None)

    # --- how

    def _manuscript(self) -> Manuscript:
        if self._opened is not None:
            return Manuscript(now=self._opened)
        return blank(set_id=id_from(self._file.path.stem) if self._file else "")

    @work(exclusive=True, group="author")
    async def _ask_left_over(self, left_over: PromptSet) -> None:
        ways = {way: say(f"author.left_over.{way}") for way in ("go_on", "drop")}
        says = say("author.left_over.says", file=_named(self._file.unsaved) if self._file else "")
        match await picked(self, say("author.left_over.ask"), ways, says=says):
            case "go_on":
                saved = self._manuscript()
                begun = replace_now(saved, left_over)
                self._write(begun, saved.now)
            case "drop":
                if self._file is not None:
                    self._file.drop_beside()
                self._write(self._manuscript())
            case _:
                self.exit()

    def _write(self, manuscript: Manuscript, saved: PromptSet | None = None) -> None:
        self._author = AuthorScreen(
            manuscript,
            self.library,
            self.clock,
            save=self._save,
            saved=saved,
            keep=self._keep,
            note=self._note,
        )
        self.push_screen(self._author, self._left)

    def _left(self, _result: None) -> None:
        """Ends; what was not saved was let go, after a question."""
        if self._file is not None:
            self._file.drop_beside()
        self.exit()

    def _keep(self, prompt_set: PromptSet) -> bool:
        if self._file is None:
            return False
        try:
            self._file.keep_beside(prompt_set)
        except NotSaved:
            return False
        return True

    def _note(self) -> str:
        if self._file is None:
            return say("author.file.nowhere")
        return say("author.file.beside", file=_named(Path(self._file.unsaved.name)))

    async def _save(self, prompt_set: PromptSet) -> Saved:
        file = self._file or await self._ask_file(prompt_set)
        if file is None:
            return Saved(kept=False)
        try:
            try:
                file.save(prompt_set)
            except Taken as taken:
                if not await self._may_replace(file, taken):
                    return Saved(kept=False)
                file.save(prompt_set, over=True)
        except NotSaved as error:
            return Saved(kept=False, says=str(error))
        self._file = file
        file.drop_beside()
        return Saved(kept=True, says=say("author.file.saved", file=file.name))

    async def _ask_file(self, prompt_set: PromptSet) -> SetFile | None:
        assert self._author is not None  # noqa: S101 - only its page saves
        named: list[SetFile] = []

        def take(text: str) -> str:
            if not text:
                return say("author.needs_words")
            path = Path(text)
            with suppress(RuntimeError):  # nobody's home: then it is a name like any other
                path = path.expanduser()
            named[:] = [SetFile(path, self._mode)]
            return ""

        await self.push_screen_wait(
            AuthorWordsScreen(
                self._author.desk,
                take,
                title=say("author.key.save"),
                ask=say("author.file.ask"),
                says=say("author.file.says"),
                text=f"{prompt_set.id}.toml",
                for_desk=False,
            )
        )
        return named[0] if named else None

    async def _may_replace(self, file: SetFile, taken: Taken) -> bool:
        says = say("author.file.taken.notes" if taken.notes else "author.file.taken.says")
        ways = {"keep": say("author.file.keep"), "replace": say("author.file.replace")}
        ask = say("author.file.taken", file=file.name)
        return await picked(self, ask, ways, says=says) == "replace"


def replace_now(manuscript: Manuscript, prompt_set: PromptSet) -> Manuscript:
    """The manuscript with this as its newest state; what was saved is one step back."""
    return Manuscript(now=prompt_set, before=(manuscript.now,), begun=manuscript.begun)


def _named(path: Path) -> str:
    return clean(str(path), one_line=True)
