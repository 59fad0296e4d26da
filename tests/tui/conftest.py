"""Shared by the tests of the full screen: a real journal, a fixed clock, a stage for one screen."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pexpect
import pytest
from textual.screen import Screen

from integrate.domain.session import Precision, Route, Session, Went
from integrate.journal.init import init
from integrate.journal.journal import Journal
from integrate.library import Library
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp
from integrate.vault import Kdf

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Tuesday evening."""
MACHINE = Machine(name=b"test-dev")
PASSPHRASE = "a lamp in the hall"
SIZES = [(80, 24), (120, 36)]


class Stage(IntegrateApp):
    """The app with one screen of a test's own choosing in front."""

    def __init__(self, first: Screen[Any], **parts: Any) -> None:
        super().__init__(**parts)
        self.first = first
        self.results: list[Any] = []
        """What the screen was dismissed with."""

    def begin(self) -> None:
        self.push_screen(self.first, self.results.append)


@pytest.fixture(autouse=True)
def capable(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test sees does not hang on the terminal that it is run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.shipped()


@pytest.fixture
def kdf() -> Kdf:
    return Kdf(m_kib=8192, t=1, p=1)


@pytest.fixture
def parts(tmp_path: Path, clock, library, kdf) -> dict[str, Any]:
    """What every app is made with; `path` is where no journal is yet."""
    return {
        "clock": clock,
        "library": library,
        "path": tmp_path / "journal.vault",
        "machine": MACHINE,
        "config_file": tmp_path / "config.toml",
        "kdf": kdf,
    }


@pytest.fixture
def journal(parts) -> Iterator[Journal]:
    """An open journal with nothing in it, at `parts["path"]`, opened by PASSPHRASE."""
    opened, _code = init(
        parts["path"], PASSPHRASE, machine=MACHINE, library=parts["library"], kdf=parts["kdf"]
    )
    yield opened
    opened.close()


@pytest.fixture
def stage(parts, journal) -> Callable[[Screen[Any]], Stage]:
    """Puts one screen in front of the app, with the journal open: `stage(screen).run_test(...)`."""
    return lambda first: Stage(first, **parts, journal=journal)


@pytest.fixture
def app(parts, journal) -> IntegrateApp:
    """The app as it is after unlocking: at home."""
    return IntegrateApp(**parts, journal=journal)


@pytest.fixture
def session_at(journal) -> Callable[..., Session]:
    """Adds a session that began so many hours before NOW; negative: it lies ahead."""

    def add(
        hours_ago: float,
        *,
        route: Route = Route.IM,
        title: str = "",
        went: Went = Went.YES,
        slept: bool = False,
        wide: timedelta = timedelta(0),
        precision: Precision = Precision.MINUTE,
    ) -> Session:
        starts = NOW - timedelta(hours=hours_ago)
        return journal.put_session(
            Session(
                id="",
                title=title,
                route=route,
                starts=starts,
                latest=starts + wide,
                precision=precision,
                went=went if hours_ago > 0 else Went.UNSAID,
                slept_at=NOW if slept else None,
            )
        )

    return add


PATIENCE = 30
"""Seconds after which a program in a terminal is given up."""


def _lost_patience(_number: int, _frame: object) -> None:
    pytest.fail("the program outlived its terminal")


class Terminal:
    """A program in a pseudo-terminal of 80 by 24, for what only a real one shows."""

    def __init__(self, code: str, home: Path, environment: dict[str, str]) -> None:
        self._seen = home / "terminal.bytes"
        self._log = self._seen.open("wb")
        places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", code],
            dimensions=(24, 80),
            timeout=PATIENCE,
            cwd=str(home),
            env={
                **os.environ,
                **{name: str(home / name.lower()) for name in places},
                "HOME": str(home),
                "TERM": "xterm-256color",
                **environment,
            },
        )
        self.child.logfile_read = self._log

    def wait_for(self, words: str) -> None:
        """Reads until these words were drawn."""
        self.child.expect_exact(words)

    def ends(self) -> int | None:
        """Reads to the end; the exit code, or `None` if a signal ended it."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus

    def hang_up(self) -> None:
        """Closes the terminal under the program, and waits until the program is gone."""
        self.child.ptyproc.fileobj.close()
        before = signal.signal(signal.SIGALRM, _lost_patience)
        signal.alarm(PATIENCE)
        try:
            os.waitpid(self.child.pid, 0)
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)
        for each in (self.child, self.child.ptyproc):
            each.closed = each.terminated = True
            each.fd = each.child_fd = -1

    def text(self) -> str:
        """All that was written to the terminal."""
        self._log.flush()
        return self._seen.read_bytes().decode(errors="replace")

    def main_screen(self) -> str:
        """What was written after the full screen was left."""
        return self.text().rpartition("\x1b[?1049l")[2]

    def release(self) -> None:
        """Ends the program, if the test did not."""
        if not self.child.closed:
            self.child.close(force=True)
        self._log.close()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts Python code in a terminal: `terminal(code, NAME="value")`."""
    started: list[Terminal] = []

    def start(code: str, **environment: str) -> Terminal:
        started.append(Terminal(code, tmp_path, environment))
        return started[-1]

    yield start
    for each in started:
        each.release()
