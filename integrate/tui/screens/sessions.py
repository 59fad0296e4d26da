"""Sessions, past and coming, with the days around the one that is looked at."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.domain.phase import places
from integrate.domain.session import Session, Went
from integrate.journal.journal import Journal
from integrate.journal.saying import say_when
from integrate.journal.session import sessions
from integrate.tui import marks
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.screens.questions import said_session
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.tui.widgets.session_phases import SessionPhases
from integrate.vault import VaultError
from integrate.words import say

_ROOMY: Final = 60
_COLUMNS: Final = (
    Column(share=2),
    Column(width=7, least=_ROOMY),
    Column(share=1),
    Column(width=12, least=_ROOMY),
)
"""When, route, title, whether it took place; when and title where there is room for no more."""


class SessionsScreen(Page[None]):
    """The list of sessions, newest first. Those called off stay in it, quietly."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "sessions.title"
    WIDE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-broad")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", say("sessions.add")),
        Binding("left", "days(-1)", say("sessions.days"), key_display=marks.LEFT_RIGHT),
        Binding("right", "days(1)", say("sessions.days"), key_display=marks.LEFT_RIGHT),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._key: str | None = None
        self._notice = Notice()
        self._list = RowList(_COLUMNS, choose=say("sessions.edit"))
        self._phases = SessionPhases(clock())
        self._both = Container(classes="both")

    def compose_body(self) -> ComposeResult:
        """The list, the days around one of them, or that there is none yet."""
        yield self._notice
        with self._both:
            yield self._list
            yield self._phases
        with Vertical(classes="empty"):
            yield Static(Content(say("sessions.empty")), classes="said")
            how = say("sessions.empty.how", add=key_said(self.app, "sessions.add"))
            yield Static(Content(how), classes="muted")

    def on_screen_resume(self) -> None:
        """Reads afresh, so that what another window added is here too."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The days are scrolled where there is no room for all of them."""
        del parameters
        return action != "days" or self._both.max_scroll_y > 0

    def on_resize(self) -> None:
        """More or fewer of the days have room."""
        super().on_resize()
        self.call_after_refresh(self.refresh_bindings)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Shows the days around the session under the cursor."""
        event.stop()
        self._both.scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)
        session = self._session(event.key)
        if session is None:
            self._phases.show("", ())
            return
        tables = self._journal.library.phase_tables()
        heading = said_session(session, self._clock())
        self._phases.show(heading, () if session.called_off else places(session, tables))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens the session to change it."""
        event.stop()
        self._open(self._session(event.key))

    def action_add(self) -> None:
        """Adds a session."""
        self._open(None)

    def action_days(self, by: int) -> None:
        """Brings those into sight for which there is no room beneath the list."""
        self._both.scroll_relative(y=by * max(1, self._both.size.height // 2), animate=False)

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss()

    def _open(self, session: Session | None) -> None:
        self.app.push_screen(
            SessionFormScreen(self._journal, self._clock, session), self._came_back
        )

    def _came_back(self, session: Session | None) -> None:
        if session is not None:
            self._key = session.id

    def _session(self, key: str | None) -> Session | None:
        return next((each for each in sessions(self._journal) if each.id == key), None)

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            await asyncio.to_thread(self._journal.refresh)
        except VaultError as error:
            self._notice.say(self.fault(error))
            return
        found = sessions(self._journal)
        self.set_class(not found, "-empty")
        self._list.show(_rows(found, self._clock()), self._key)
        if found:
            self._list.focus()


def _rows(found: Sequence[Session], now: datetime) -> list[Row]:
    return [
        Row(
            key=each.id,
            cells=(say_when(each, now), say(f"route.{each.route}"), each.title, _state(each, now)),
            quiet=each.called_off,
        )
        for each in found
    ]


def _state(session: Session, now: datetime) -> str:
    match session.went:
        case Went.YES:
            return say("sessions.went")
        case Went.NO:
            return say("sessions.called_off")
    return say("sessions.unsaid" if session.may_be_asked(now) else "sessions.coming")
