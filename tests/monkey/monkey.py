"""Somebody who presses anything at all, and a memory of every word that this person has written.

The memory is exact: it looks at each change of each page's text. What was typed and not deleted
again by hand has to be found in the journal's file, sealed, unless a yes threw it away.
"""

import asyncio
import random
import re
import string
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec import Struct
from textual import events
from textual.document._document import Document
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot

from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.secret import Secret
from integrate.tui.widgets.writing_area import WritingArea

NOW: Final = datetime(2026, 3, 10, 18, 0, tzinfo=UTC)
PASSPHRASE: Final = "a lamp in the hall"
TOKEN: Final = re.compile(r"Zq\d+qZ")
"""A word that stands nowhere else; each is written once."""
WRITTEN_ON: Final = (WritingScreen, GuidedScreen, EntryEditScreen)
"""The pages whose writing must never be lost."""
_HARMLESS: Final = {None, "no", "keep"}
"""Answers to a question that throw nothing away."""
_FOREIGN: Final = (
    "雨の音がする。やかんが鳴った。",
    "👩‍👩‍👧‍👦 🏳️‍🌈 é́́ ñ",
    "שלום עליכם abc مرحبا",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202eesrever\u202c",
    "one\ntwo\r\nthree\rfour\n\n\n",
    "[bold]not markup[/] [@click=app.quit]x[/]",
    "word " * 400,
    "x" * 3000,
    "\t\t\u00ad\u200b\u2028\u2029\ufeff",
)
_ARROWS: Final = ("up", "down", "left", "right", "tab", "shift+tab", "pageup", "pagedown", "home")
_ENDS: Final = ("end", "ctrl+home", "ctrl+end", "shift+left", "shift+up", "ctrl+right", "ctrl+left")
_DELETES: Final = (
    "backspace",
    "delete",
    "ctrl+w",
    "ctrl+u",
    "ctrl+z",
    "ctrl+y",
    "ctrl+x",
    "ctrl+d",
)
_TOWARDS: Final = {
    "HomeScreen": ("w", "enter", "d", "j"),
    "JournalScreen": ("enter", "down"),
    "EntryScreen": ("e",),
}
"""The keys that lead to where one writes."""
_CLOSES: Final = ("ctrl+q", "ctrl+c")
_BUSY: Final = 300
"""Turns of the loop after which it is waited no longer for quiet."""
_OPENS_WITHIN: Final = 5.0
"""Seconds; then something else is done."""
_PATIENCE: Final = 20.0
"""Seconds after which something that must come is given up."""


class Clocks:
    """What time it is, and how long nobody has been here; both stand still until they are moved."""

    def __init__(self) -> None:
        self.at = NOW
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.at

    def ticks(self) -> float:
        return self.seconds

    def move_on(self, *, hours: float = 0, idle: float = 0) -> None:
        self.at += timedelta(hours=hours, seconds=idle)
        self.seconds += idle


class House(Struct):
    """Where the monkey plays."""

    folder: Path
    journal: Journal
    """Another window on the same file; it stays open."""
    clocks: Clocks
    parts: dict[str, Any]

    def app(self) -> IntegrateApp:
        """The app, at home."""
        opened = unlock(
            self.parts["path"],
            PASSPHRASE,
            machine=self.parts["machine"],
            library=self.parts["library"],
        )
        return IntegrateApp(
            **self.parts, journal=opened, clock=self.clocks.now, now=self.clocks.ticks
        )

    def sealed(self) -> set[str]:
        """Every token that the file holds: in pages, in earlier wordings of them, in drafts."""
        found: set[str] = set()
        # Drafts first: one that becomes a page meanwhile is then found as one or the other.
        for draft in self.journal.vault.drafts():
            found.update(TOKEN.findall(bytes(draft.value or b"").decode()))
        self.journal.vault.present(
            lambda _rid, _revision, words: found.update(TOKEN.findall(bytes(words).decode()))
        )
        return found

    def leaks(self) -> list[str]:
        """The files that hold a token that can be read."""
        marked = re.compile(TOKEN.pattern.encode())
        files = [each for each in self.folder.rglob("*") if each.is_file()]
        return [str(each) for each in files if marked.search(each.read_bytes())]


class Memory:
    """The tokens that stand, or stood when a page was left, in what somebody wrote."""

    def __init__(self) -> None:
        self.written: set[str] = set()
        self.threw_away = False
        """Whether a yes was said since it was last looked whether all is there."""
        self.count = 0

    def new(self) -> str:
        self.count += 1
        return f"Zq{self.count}qZ"

    def changed(self, before: str, after: str) -> None:
        old, new = set(TOKEN.findall(before)), set(TOKEN.findall(after))
        self.written -= old - new
        self.written |= new - old


class Lost(AssertionError):
    """Something that must hold did not."""


@contextmanager
def remembered(memory: Memory, front: Callable[[], IntegrateApp]) -> Iterator[None]:
    """Every change of a page's text is seen, and every yes."""
    really_replace, really_dismiss = Document.replace_range, AskScreen.dismiss

    def replace_range(self: Document, *args: Any) -> Any:
        before = self.text if _is_written_on(front(), self) else None
        done = really_replace(self, *args)
        if before is not None:
            memory.changed(before, self.text)
        return done

    def dismiss(self: AskScreen, result: str | None = None) -> Any:
        memory.threw_away |= result not in _HARMLESS
        return really_dismiss(self, result)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Document, "replace_range", replace_range)
        patched.setattr(AskScreen, "dismiss", dismiss)
        yield


def _is_written_on(app: IntegrateApp, document: Document) -> bool:
    return any(
        area.document is document
        for screen in app.screen_stack
        if isinstance(screen, WRITTEN_ON)
        for area in screen.query(WritingArea)
    )


class Monkey:
    """Presses keys, and much else, at random; the same seed begins with the same keys."""

    def __init__(self, house: House, seed: int) -> None:
        self._house = house
        self._luck = random.Random(seed)  # noqa: S311 - luck that can be had again
        self._memory = Memory()
        self._app: IntegrateApp | None = None
        self._pilot: Pilot[int] | None = None
        self._wrong: list[str] = []
        """What the loop was told of tasks that failed unseen."""
        self.did: deque[str] = deque(maxlen=60)
        self.keys = 0
        self.seen: Counter[str] = Counter()
        """How often each screen was in front."""
        self.starts = 0

    @property
    def app(self) -> IntegrateApp:
        assert self._app is not None
        return self._app

    async def play(self, keys: int) -> None:
        """Presses so many keys, and looks again and again whether all that must hold does.

        Raises:
            Lost: if it does not; says what was done before.
        """
        while self.keys < keys:
            async with self._begun() as app:
                with remembered(self._memory, lambda app=app: app):
                    while app.is_running and app._exception is None and self.keys < keys:
                        await self._turn()
                    if app.is_running and app._exception is None:
                        await self._look()
                if app._exception is not None:
                    self._fail(f"{app._exception!r}", app._exception)
            self._all_is_sealed()
            if leaks := self._house.leaks():
                self._fail(f"words lie in {leaks}")

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[IntegrateApp]:
        self.starts += 1
        app = self._app = self._house.app()
        try:
            async with app.run_test(size=(80, 24), notifications=True) as pilot:
                self._pilot = pilot
                asyncio.get_running_loop().set_exception_handler(self._hear)
                await pilot.pause()
                yield app
        except Lost:
            raise
        except asyncio.CancelledError:
            # Work that was ended while a widget went away: `App.run` lets it pass, `run_test` not.
            self.did.append("an end cut short")
        except Exception as error:  # noqa: BLE001 - told with what led to it
            self._fail(f"{error!r}", error)
        finally:
            app.lock()

    def _hear(self, _loop: object, context: dict[str, Any]) -> None:
        self._wrong.append(f"{context.get('message')}: {context.get('exception')!r}")

    def _fail(self, what: str, cause: BaseException | None = None) -> None:
        told = "\n".join(self.did)
        raise Lost(f"{what}\nafter {self.keys} keys, the last of them:\n{told}") from cause

    # --- one thing after another

    async def _turn(self) -> None:
        app = self.app
        self.seen[type(app.screen).__name__] += 1
        if isinstance(app.screen, UnlockScreen) and self._luck.random() < 0.5:
            await self._unlock()
        else:
            await self._chosen()()
        if self._luck.random() < 0.8:
            await self._quiet()
        if self._wrong:
            self._fail(f"unseen: {self._wrong}")
        if app.journal is None or isinstance(app.screen, HiddenScreen):
            await self._shows_nothing()
        if self._luck.random() < 0.05:
            await self._look()

    def _chosen(self) -> Callable[[], Any]:
        writing = isinstance(self.app.focused, WritingArea)
        ways: list[tuple[float, Callable[[], Any]]] = [
            (12 if writing else 30, self._bound),
            (40 if writing else 4, self._writes),
            (10, self._letters),
            (8, lambda: self._press(self._luck.choice(string.digits))),
            (10, lambda: self._press(self._luck.choice(_ARROWS))),
            (3, lambda: self._press(self._luck.choice(_ENDS))),
            (8, lambda: self._press("enter")),
            (6, lambda: self._press("escape")),
            (4, lambda: self._press(f"ctrl+{self._luck.choice('abdefghijklmnoprstuvwxyz')}")),
            (3, lambda: self._press(f"f{self._luck.randint(1, 12)}")),
            (4, lambda: self._press(self._luck.choice(_DELETES))),
            (3, self._pastes),
            (3, self._resizes),
            (2, self._clicks),
            (2, self._looks_away),
            (1, self._idles),
            (1, self._hours_pass),
            (0.7, self._elsewhere),
            (0.3, lambda: self._press(self._luck.choice(_CLOSES))),
        ]
        weights = [weight for weight, _ in ways]
        return self._luck.choices([way for _, way in ways], weights)[0]

    async def _press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.did.append(f"{type(self.app.screen).__name__}: {key}")
            character = key if len(key) == 1 else {"enter": "\r", "space": " "}.get(key)
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            self._send(events.Key(name, character))
            if self._luck.random() < 0.5:
                await asyncio.sleep(0)

    def _send(self, event: events.Event) -> None:
        if self.app._driver is not None:
            event.set_sender(self.app)
            self.app._driver.send_message(event)

    async def _quiet(self) -> None:
        """Lets everything be dealt with that was sent."""
        empty = 0
        for _ in range(_BUSY):
            await asyncio.sleep(0)
            app = self.app
            around = [app, app.screen, *(app.focused.ancestors_with_self if app.focused else ())]
            empty = empty + 1 if all(each._message_queue.empty() for each in around) else 0
            if empty > 6 or not app.is_running:
                return
        await asyncio.sleep(0.001)

    async def _bound(self) -> None:
        """A key that does something here; seldom one that is the same everywhere."""
        app = self.app
        own, common = [], []
        for key, active in app.screen.active_bindings.items():
            if active.enabled and key not in _CLOSES:
                (common if active.node is app else own).append(key)
        keys = own if own and self._luck.random() < 0.85 else common
        towards = _TOWARDS.get(type(app.screen).__name__)
        if towards and self._luck.random() < 0.3:
            keys = [*towards]
        if keys:
            await self._press(self._luck.choice(sorted(keys)))

    async def _writes(self) -> None:
        """A word to be remembered; once it is clear where it goes."""
        await self._quiet()
        area = self.app.focused
        if not isinstance(area, WritingArea):
            await self._bound()
            return
        if not isinstance(self.app.screen, WRITTEN_ON):
            await self._letters()  # a set may be given out as a file: no secret stands in one
            return
        token = self._memory.new()
        if self._luck.random() < 0.3:
            self.did.append(f"{type(self.app.screen).__name__}: pastes {token}")
            self.keys += 1
            self._send(events.Paste(f"{token} {self._luck.choice(_FOREIGN)}"))
        else:
            await self._press(*token, "space")

    async def _letters(self) -> None:
        count = self._luck.randint(1, 8)
        await self._press(*self._luck.choices(string.ascii_letters + " .,?/-éß", k=count))

    async def _pastes(self) -> None:
        text = self._luck.choice(_FOREIGN)
        self.did.append(f"{type(self.app.screen).__name__}: pastes {text[:20]!r}")
        self.keys += 1
        self._send(events.Paste(text))

    async def _resizes(self) -> None:
        wide, high = self._luck.choice(
            [
                (80, 24),
                (120, 36),
                (40, 15),
                (self._luck.randint(20, 200), self._luck.randint(6, 50)),
            ]
        )
        self.did.append(f"resized to {wide} x {high}")
        size = Size(wide, high)
        self.app._driver._size = size  # type: ignore[union-attr, attr-defined]
        self._send(events.Resize(size, size))

    async def _clicks(self) -> None:
        size = self.app.size
        x, y = self._luck.randrange(max(1, size.width)), self._luck.randrange(max(1, size.height))
        self.did.append(f"{type(self.app.screen).__name__}: clicks at {x}, {y}")
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            self._send(kind(None, x, y, 0, 0, 1, False, False, False, x, y))

    async def _looks_away(self) -> None:
        self.did.append("looks away and back")
        self._send(events.AppBlur())
        if self._luck.random() < 0.5:
            await self._quiet()
        self._send(events.AppFocus())

    async def _idles(self) -> None:
        """Nobody is here for as long as it takes, or just not."""
        self.did.append("is away")
        self._house.clocks.move_on(idle=self._luck.choice((30.0, 61.0, 599.0, 700.0)))
        if self._luck.random() < 0.7:
            self.app.locking.tick()

    async def _hours_pass(self) -> None:
        hours = self._luck.choice((0.1, 1, 3, 9, 30))
        self.did.append(f"{hours} hours pass")
        self._house.clocks.move_on(hours=hours)

    async def _elsewhere(self) -> None:
        self.did.append("another window writes a page")
        here = self._house
        await asyncio.to_thread(
            note, here.journal, "The kettle.", here.clocks.at, title="Elsewhere"
        )

    async def _unlock(self) -> None:
        app, lock = self.app, self.app.screen
        lock.query_one(Secret).value = ""
        lock.set_focus(lock.query_one(Secret))
        await self._quiet()
        await self._press(*PASSPHRASE, "enter")
        until = asyncio.get_running_loop().time() + _OPENS_WITHIN
        while app.is_running and app.screen is lock:
            await asyncio.sleep(0.005)
            if asyncio.get_running_loop().time() > until:
                return

    # --- what must hold

    async def _shows_nothing(self) -> None:
        """A locked or covered screen has no word of the journal on it."""
        await self._quiet()
        app = self.app
        if app.is_running and (app.journal is None or isinstance(app.screen, HiddenScreen)):
            text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            if TOKEN.search(text) or "kettle" in text:
                self._fail(f"seen while locked:\n{text}")

    async def _look(self) -> None:
        """All that was written can be sealed, and is found sealed."""
        await self._quiet()
        app = self.app
        if not app.is_running or app._exception is not None:
            return
        until = asyncio.get_running_loop().time() + _PATIENCE
        while not app.seal():
            if asyncio.get_running_loop().time() > until:
                self._fail("it could not be sealed")
            await asyncio.sleep(0.01)
        self._all_is_sealed()

    def _all_is_sealed(self) -> None:
        memory = self._memory
        lost = memory.written - self._house.sealed()
        if lost and not memory.threw_away:
            self._fail(f"lost: {sorted(lost)} of {len(memory.written)}")
        memory.written -= lost
        memory.threw_away = False

    @property
    def tokens(self) -> int:
        """How many words are remembered."""
        return len(self._memory.written)
