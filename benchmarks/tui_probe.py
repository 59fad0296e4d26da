"""What benchmarks/tui.py types into: a bare TextArea, our page for writing, and a hello-world.

    python benchmarks/tui_probe.py hello
    python benchmarks/tui_probe.py bare|ours WORDS paragraphs|single GAPS

Once the text stands there, the screen says so. The longest time in which its loop could look at
nothing else is written into the file GAPS, in milliseconds.
"""

import asyncio
import random
import signal
import sys
import time
from pathlib import Path
from typing import Final

PER_PARAGRAPH: Final = 60
READY: Final = "ready-to-write"
"""Stands on the screen once the text does."""
_WORDS: Final = (  # noqa: SIM905 - it reads better as a sentence
    "the kettle and a lamp by my window were quiet when I came home that evening, and something "
    "in the room remembered me before I had thought of it; nobody spoke, so we listened instead"
).split()
_HOME_FIRST: Final = 1.0
"""Seconds in which a page comes to stand there."""
_BEATS: Final = 0.005
"""Seconds between two looks at the clock."""


def text_of(words: int, *, single: bool) -> str:
    """So many words, in one paragraph or in usual ones; the same for everybody."""
    chance = random.Random(11)  # noqa: S311 - words, not secrets
    chosen = chance.choices(_WORDS, k=words)
    if single:
        return " ".join(chosen)
    return "\n\n".join(
        " ".join(chosen[at : at + PER_PARAGRAPH]) for at in range(0, words, PER_PARAGRAPH)
    )


def middle(lines: list[str]) -> tuple[int, int]:
    """The place that is typed at."""
    row = len(lines) // 2 // 2 * 2
    return row, lines[row].find(" ", len(lines[row]) // 2)


async def watch(gaps: Path) -> None:
    """Writes down the longest time without a beat; a signal begins anew."""
    longest, last = 0.0, time.perf_counter()

    def again() -> None:
        nonlocal longest
        longest = 0.0

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, again)
    while True:
        await asyncio.sleep(_BEATS)
        now = time.perf_counter()
        if now - last > longest:
            longest = now - last
            gaps.write_text(f"{(longest - _BEATS) * 1000:.1f}", "ascii")  # noqa: ASYNC240 - a number
        last = now


def hello() -> None:
    """Two words and what was typed last."""
    from textual import events
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Hello(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(READY)
            yield Static("", id="typed")

        def on_key(self, event: events.Key) -> None:
            self.query_one("#typed", Static).update(event.character or "", layout=False)

    Hello().run()


def bare(text: str, gaps: Path) -> None:
    """The library's own area, as wide as ours."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static, TextArea

    class Bare(App[None]):
        CSS = "TextArea { max-width: 72; border: none; height: 1fr; }"

        def compose(self) -> ComposeResult:
            yield Static("", id="ready")
            yield TextArea(text, soft_wrap=True, show_line_numbers=False)

        async def on_mount(self) -> None:
            self.beats = asyncio.create_task(watch(gaps))
            area = self.query_one(TextArea)
            area.cursor_blink = False
            area.focus()
            self.call_after_refresh(self.begin)

        def begin(self) -> None:
            area = self.query_one(TextArea)
            area.move_cursor(middle(text.split("\n")), center=True)
            self.query_one("#ready", Static).update(READY)

    Bare().run()


def ours(text: str, gaps: Path) -> None:
    """The page for writing, with its frame, in an open journal that keeps the draft."""
    from side_by_side import CHEAP, PASSPHRASE, a_home

    from integrate.clock import system
    from integrate.journal.draft import Keeper
    from integrate.journal.journal import Journal
    from integrate.journal.passage import Free
    from integrate.library import Library
    from integrate.machine import Machine
    from integrate.tui.app import IntegrateApp
    from integrate.tui.screens.write import WritingScreen
    from integrate.tui.widgets.writing_area import WritingArea
    from integrate.vault import Vault

    class Ours(IntegrateApp):
        def go_home(self) -> None:
            super().go_home()
            self.beats = asyncio.get_running_loop().create_task(watch(gaps))
            self.set_timer(_HOME_FIRST, self.show_page)

        def show_page(self) -> None:
            assert self.journal is not None  # noqa: S101 - it was given
            passage = Free(text=text, title="", begun=system())
            page = WritingScreen(self.journal, passage, Keeper(self.journal), system)
            self.push_screen(page)
            self.set_timer(_HOME_FIRST, self.begin_writing)

        def begin_writing(self) -> None:
            area = self.screen.query_one(WritingArea)
            area.move_cursor(middle(text.split("\n")), center=True)
            self.sub_title = READY
            self.screen.query("HeaderLine").first().refresh()

    with a_home() as (home, _):
        machine = Machine(name=b"benchmrk")
        path = home / "journal.vault"
        vault, _ = Vault.create(path, PASSPHRASE, machine=machine, kdf=CHEAP)
        library = Library.shipped()
        Ours(
            clock=system,
            library=library,
            path=path,
            machine=machine,
            config_file=home / "config.toml",
            journal=Journal(vault, library),
        ).run()


if __name__ == "__main__":
    if sys.argv[1] == "hello":
        hello()
    else:
        kind, words, shape, gaps = sys.argv[1:]
        given = text_of(int(words), single=shape == "single")
        {"bare": bare, "ours": ours}[kind](given, Path(gaps))
