"""What the monkey plays on: a real journal in a home of its own, and clocks that it moves."""

import os
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from integrate.domain.session import Precision, Route, Session, Went
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper
from integrate.journal.init import init
from integrate.journal.write import note
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf

from .monkey import NOW, PASSPHRASE, Clocks, House

FULL = os.environ.get("INTEGRATE_STORM", "") not in {"", "0"}


@pytest.fixture
def much() -> Callable[[int, int], int]:
    """Chooses how much: `much(12, 500)` is 12 in the suite and 500 in the full storm."""
    return lambda gust, storm: storm if FULL else gust


@pytest.fixture
def seed() -> int:
    """A fresh number in the full storm, the same one in the suite; shown when a test fails."""
    given = os.environ.get("INTEGRATE_MONKEY_SEED")
    number = int(given) if given else random.SystemRandom().randrange(10**6) if FULL else 20261126
    print(f"INTEGRATE_MONKEY_SEED={number}")  # noqa: T201  (pytest shows it when the test fails)
    return number


@pytest.fixture
def tell(request) -> Callable[[str], None]:
    """Says how much was done, also where output is captured."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def say(text: str) -> None:
        if FULL:
            with capture.global_and_fixture_disabled():
                print(f"\n  {text}")  # noqa: T201  (the full storm's report)

    return say


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A journal around two sessions, with pages and a draft; nothing outside the folder is used."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)
    library, machine, kdf = Library.shipped(), Machine(name=b"monkey"), Kdf(m_kib=8192, t=1, p=1)
    path = home / "journal.vault"
    journal, _ = init(path, PASSPHRASE, machine=machine, library=library, kdf=kdf)
    for hours, title in ((24 * 24, "First session"), (72 + 5, "Second session")):
        starts = NOW - timedelta(hours=hours)
        journal.put_session(
            Session(
                id="",
                title=title,
                route=Route.IM,
                starts=starts,
                latest=starts,
                precision=Precision.MINUTE,
                went=Went.YES,
                slept_at=starts + timedelta(hours=30),
            )
        )
    for days in (40, 26, 21, 9, 2):
        note(
            journal, f"The kettle, {days} days ago. Rain.", NOW - timedelta(days=days), title="Rain"
        )
    left = begin_free(NOW)
    Keeper(journal).keep(type(left)(text="the kettle", title=left.title, begun=left.begun))
    yield House(
        folder=tmp_path,
        journal=journal,
        clocks=Clocks(),
        parts={
            "library": library,
            "path": path,
            "machine": machine,
            "config_file": home / "config.toml",
            "kdf": kdf,
        },
    )
    journal.close()
