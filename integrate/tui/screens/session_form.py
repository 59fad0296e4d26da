"""Adding or changing a session: when, how, and a title, one after the other."""

import asyncio
from pathlib import Path
from typing import ClassVar, Final, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.clock import Clock, zoned
from integrate.domain.session import Route, Session
from integrate.journal.journal import Journal
from integrate.journal.saying import say_when
from integrate.journal.session import add, edit, sessions
from integrate.journal.when import About, CannotRead, read_when
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick, Picks
from integrate.vault import VaultError
from integrate.words import say

Step = Literal["when", "route", "name"]
_STEPS: Final[tuple[Step, ...]] = ("when", "route", "name")
_PAUSE: Final = 0.1
"""Seconds after a key before the time is read; reading one takes a moment."""


class SessionFormScreen(Page[Session | None]):
    """One question at a time; what was said so far stands above. `None`: nothing was saved."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", say("session_form.next")),
        Binding("ctrl+b", "back", say("key.back")),
        Binding("ctrl+s", "save", say("session_form.save")),
        Binding("escape", "leave", say("session_form.cancel")),
    ]

    def __init__(self, journal: Journal, clock: Clock, session: Session | None = None) -> None:
        """Makes the form.

        Args:
            journal: the open journal.
            clock: what time it is.
            session: the one to change; `None`: a new one.
        """
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._session = session
        self._at = 0
        self._about: About | None = None
        self._route = session.route if session else _last_route(journal)
        self._old_title = session.title if session else ""
        self._when = Line()
        self._picks = Picks(
            [Pick(value=each, label=say(f"route.{each}.long")) for each in Route],
            value=self._route,
        )
        self._title_line = Line()
        self._told = Static(classes="so-far muted")
        self._asked = Static(classes="question")
        self._hint = Static(classes="help muted")
        self._reads = Static(classes="reads")
        self._notice = Notice()
        self._rows = tuple(ActionRow(_actions(at)) for at in range(len(_STEPS)))
        self.heading = say("session_form.edit" if session else "session_form.add")

    def compose_body(self) -> ComposeResult:
        """What was said, the question, its field, and what can be done."""
        yield from (self._told, self._asked, self._hint)
        yield from (self._when, self._picks, self._title_line)
        yield self._reads
        yield self._notice
        yield from self._rows

    def on_mount(self) -> None:
        """Begins with the first question."""
        self._title_line.value = self._old_title
        self._show()

    # --- what a person does

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads the time as it is typed."""
        event.stop()
        self._say("")
        if event.input is self._when:
            self._read_soon(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes on."""
        event.stop()
        self.action_next()

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """Takes the route, and goes on."""
        event.stop()
        self.action_next()

    def on_picks_left(self, event: Picks.Left) -> None:
        """Down from the last line leads to the actions."""
        event.stop()
        self._rows[self._at].focus()

    async def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Does it."""
        event.stop()
        await self.run_action(event.action)

    def on_action_row_left(self, event: ActionRow.Left) -> None:
        """Back up to the question."""
        event.stop()
        self._field.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first question, and nothing after the last."""
        del parameters
        match action:
            case "back":
                return self._at > 0
            case "next":
                return self._at < len(_STEPS) - 1
        return True

    @work(exclusive=True, group="step")
    async def action_next(self) -> None:
        """To the next question; after the last one, saves."""
        if not await self._take_when():
            return
        if self._at == len(_STEPS) - 1:
            await self._save()
        else:
            self._at += 1
            self._show()

    def action_back(self) -> None:
        """To the question before."""
        self._at = max(0, self._at - 1)
        self._show()

    @work(exclusive=True, group="step")
    async def action_save(self) -> None:
        """Saves what there is, from any question."""
        if await self._take_when():
            await self._save()

    def action_leave(self) -> None:
        """Leaves, and asks first if something would be lost."""
        if not self._changed():
            self.dismiss(None)
            return
        self.app.push_screen(
            AskScreen(
                say("session_form.leave.ask"),
                [
                    Pick(value="no", label=say("session_form.leave.no")),
                    Pick(value="yes", label=say("session_form.leave.yes")),
                ],
                says=say("session_form.leave.says"),
            ),
            self._maybe_leave,
        )

    # --- how

    def _maybe_leave(self, choice: str | None) -> None:
        if choice == "yes":
            self.dismiss(None)

    @property
    def _field(self) -> Line | Picks:
        return (self._when, self._picks, self._title_line)[self._at]

    @property
    def _step(self) -> Step:
        return _STEPS[self._at]

    def _show(self) -> None:
        step = self._step
        for each in (self._when, self._picks, self._title_line):
            each.display = each is self._field
        for each_row in self._rows:
            each_row.display = each_row is self._rows[self._at]
        self.corner = say("session_form.step", number=self._at + 1, count=len(_STEPS))
        _put(self._told, "\n".join(self._so_far()))
        _put(self._asked, say(f"session_form.{step}"))
        _put(self._hint, self._help(step))
        self._say("")
        _put(self._reads, "")
        self._field.focus()
        self.refresh_bindings()

    def _so_far(self) -> list[str]:
        told = [
            say("session_form.said.when", when=self._when_in_words()),
            say("session_form.said.route", route=say(f"route.{self._picks.value}.long")),
        ]
        return told[: self._at]

    def _when_in_words(self) -> str:
        if self._about is not None:
            return _in_words(self._about)
        return say_when(self._session) if self._session else ""

    def _help(self, step: Step) -> str:
        if step == "when" and self._session is not None:
            kept = say("session_form.when.kept", when=say_when(self._session))
            return f"{say('session_form.when.help')}\n{kept}"
        return "" if step == "route" else say(f"session_form.{step}.help")

    def _say(self, words: str) -> None:
        self._notice.say(words)

    @work(exclusive=True, group="reading")
    async def _read_soon(self, text: str) -> None:
        _put(self._reads, "")
        await asyncio.sleep(_PAUSE)
        try:
            about = await asyncio.to_thread(read_when, text, zoned(self._clock()))
        except CannotRead:
            return
        _put(self._reads, say("session_form.reads", when=_in_words(about)))

    async def _take_when(self) -> bool:
        """Takes the time as it stands in its field; says whether there is one."""
        text = self._when.value.strip()
        self._about = None
        if not text:
            if self._session is None:
                self._say(say("session_form.when.missing"))
            return self._session is not None
        try:
            self._about = await asyncio.to_thread(read_when, text, zoned(self._clock()))
        except CannotRead as error:
            self._at = 0
            self._show()
            self._say(str(error))
            return False
        return True

    def _changed(self) -> bool:
        return bool(
            self._when.value.strip()
            or self._title_line.value.strip() != self._old_title
            or self._picks.value != self._route
        )

    async def _save(self) -> None:
        try:
            saved = await asyncio.to_thread(self._keep)
        except VaultError as error:
            self._say(self.fault(error))
        else:
            self.dismiss(saved)

    def _keep(self) -> Session:
        route, name = Route(self._picks.value), self._title_line.value
        if self._session is not None:
            return edit(
                self._journal,
                self._session,
                self._clock(),
                about=self._about,
                route=route,
                title=name,
            )
        assert self._about is not None  # noqa: S101 - a new session is saved only with a time
        return add(self._journal, self._about, route, self._clock(), title=name)


def _put(shown: Static, words: str) -> None:
    shown.update(Content(words))
    shown.display = bool(words)


def _actions(at: int) -> list[tuple[str, str]]:
    """What can be done at a step, its own way on first."""
    last, first = at == len(_STEPS) - 1, at == 0
    on = [] if last else [("next", say("session_form.next"))]
    back = [] if first else [("back", say("key.back"))]
    save, leave = ("save", say("session_form.save")), ("leave", say("session_form.cancel"))
    help_ = ("app.help", say("key.help"))
    return [save, *back, leave, help_] if last else [*on, *back, save, leave, help_]


def _last_route(journal: Journal) -> Route:
    """The route of the newest session, which the next one most often shares."""
    found = sessions(journal)
    return found[0].route if found else Route.IV


def _in_words(about: About) -> str:
    return say_when(
        Session(
            id="",
            route=Route.NONE,
            starts=about.earliest,
            latest=about.latest,
            precision=about.precision,
        )
    )
