"""Asking for words: a question, a title, answers one a line, or questions that are pasted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from integrate.text import clean
from integrate.tui.desk import AtDesk, Desk
from integrate.tui.frame import Page
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say

LONGEST: Final = 1_000
"""Letters in one text or line; the rules allow far fewer, and a file's line takes 2,000."""


class OneText(WritingArea):
    """A text without line ends, on as many lines as it takes: Enter is done with it."""

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        """Takes Enter; every other key goes to the library's own handler."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())

    async def _on_paste(self, event: events.Paste) -> None:
        """What is pasted is put on one line."""
        event.text = clean(event.text, one_line=True)


class AuthorWordsScreen(AtDesk, Page[bool]):
    """One text. True: it was taken; False: back, and nothing changed."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "done", say("author.done"), priority=True),
        Binding("escape", "back", say("key.back"), priority=True),
    ]

    def __init__(  # noqa: PLR0913 - what a page says and does, by name
        self,
        desk: Desk,
        take: Callable[[str], str],
        *,
        title: str,
        ask: str,
        says: str = "",
        text: str = "",
        several: bool = False,
        reads: Callable[[str], str] | None = None,
        for_desk: bool = True,
    ) -> None:
        """Makes the page.

        Args:
            desk: has the manuscript.
            take: what becomes of the cleaned text; returns a sentence where it cannot be taken.
            title: the heading.
            ask: what is asked for.
            says: a quiet line under it.
            text: what is there to begin with.
            several: whether each line counts; otherwise Enter ends it.
            reads: what is understood of the text so far, as a sentence.
            for_desk: whether `take` only puts something on the desk. Then it may be done, and
                done again, when everything has to be kept at once.
        """
        super().__init__()
        self.heading = title
        self.desk = desk
        self._take = take
        self._ask = ask
        self._says = says
        self._several = several
        self._given = self._cleaned(text)
        self._reads = reads
        self._for_desk = for_desk
        self._began = desk.manuscript
        self._area = WritingArea(text) if several else OneText(text)
        self._notice = Notice()
        self._read = Static(classes="reads muted")

    def compose_body(self) -> ComposeResult:
        """The question, the words, what is understood, what can be done."""
        yield Static(Content(self._ask), classes="question")
        if self._says:
            yield Static(Content(self._says), classes="muted help")
        yield self._area
        yield self._read
        yield self._notice
        ways = {"done": "author.done", "back": "key.back", "app.help": "key.help"}
        yield ActionRow([(each, say(key)) for each, key in ways.items()])

    def on_mount(self) -> None:
        """Puts the cursor into the words."""
        self.set_class(self._several, "-several")
        self._read.display = self._reads is not None
        self._tell()
        self._area.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Says what is understood."""
        event.stop()
        self._notice.say("")
        self._tell()

    def on_one_text_entered(self, event: OneText.Entered) -> None:
        """Enter is done."""
        event.stop()
        self.action_done()

    def on_writing_area_left(self, event: WritingArea.Left) -> None:
        """Down from the last line leads to the actions."""
        event.stop()
        self.query_one(ActionRow).focus()

    async def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Does it."""
        event.stop()
        await self.run_action(event.action)

    def on_action_row_left(self, event: ActionRow.Left) -> None:
        """Back up to the words."""
        event.stop()
        self._area.focus()

    def action_done(self) -> None:
        """Takes the words, if they can be taken."""
        text = self._text
        refused = self._too_long(text) or self._taken(text)
        if refused:
            self._notice.say(refused)
            self._area.focus()
            return
        self.dismiss(True)

    def action_back(self) -> None:
        """Back, and nothing changes."""
        self._put_back()
        self.dismiss(False)

    def seal(self) -> bool:
        """Puts what is typed on the desk, where it can be kept."""
        if self._for_desk and self._text != self._given and not self._too_long(self._text):
            self._taken(self._text)
        return True

    # --- how

    @property
    def _text(self) -> str:
        return self._cleaned(self._area.text)

    def _cleaned(self, text: str) -> str:
        return clean(text, one_line=not self._several).strip()

    def _taken(self, text: str) -> str:
        """Takes it from where this page began: it may have been taken before, to be kept."""
        self._put_back()
        unchanged = self._for_desk and text == self._given and text
        return "" if unchanged else self._take(text)

    def _put_back(self) -> None:
        if self.desk.manuscript is not self._began:
            self.desk.put(self._began)

    def _too_long(self, text: str) -> str:
        longest = max(map(len, text.split("\n")))
        return say("author.too_long", most=LONGEST) if longest > LONGEST else ""

    def _tell(self) -> None:
        if self._reads is not None:
            self._read.update(Content(self._reads(self._text)))
