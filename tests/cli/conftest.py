"""Shared by the tests of the command line: a home of its own, and commands run in this process."""

import hashlib
import io
import json
import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from integrate.cli.run import run
from integrate.vault import Kdf

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Tuesday evening."""
PASSPHRASE = "a lamp in the hall"
KDF = Kdf(m_kib=8192, t=1, p=1)


class Ran(Struct, frozen=True):
    """How a command went."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refused_in_one_sentence(self) -> bool:
        """Nothing on standard output; one line on standard error, without blame or traceback."""
        one_line = self.err.endswith("\n") and self.err.count("\n") == 1
        loud = any(word in self.err for word in ("Error", "Traceback", "!"))
        return self.out == "" and one_line and not loud


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch) -> Path:
    """A home folder with nothing in it; no variable of the real one reaches a test."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    for name in [name for name in os.environ if name.startswith(("XDG_", "INTEGRATE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def journal_path(home: Path) -> Path:
    return home / "journal" / "journal.vault"


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    file = tmp_path / "secret"
    file.write_text(PASSPHRASE + "\n")
    file.chmod(0o600)
    return file


@pytest.fixture
def command(capsys, monkeypatch) -> Callable[..., Ran]:
    """Runs a command line: `command("list", "--json", stdin="…")`."""

    def go(*args: object, stdin: str | bytes = "", now: datetime = NOW) -> Ran:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        code = run([str(arg) for arg in args], clock=lambda: now, kdf=KDF)
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return go


@pytest.fixture
def at_journal(command, journal_path, secret_file) -> Callable[..., Ran]:
    """Runs a verb on a journal of the test's own, with its passphrase given."""

    def go(*args: object, **how: Any) -> Ran:
        given = ("--journal", journal_path, "--passphrase-file", secret_file)
        return command(*args, *given, **how)

    return go


@pytest.fixture
def made(at_journal, journal_path) -> Path:
    """A journal with nothing in it."""
    assert at_journal("init").code == 0
    return journal_path


def tree(folder: Path) -> dict[str, tuple[object, ...]]:
    """Everything under a folder, with modes, times and contents."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = ""
        if stat.S_ISREG(status.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_mtime_ns, content)
    return found


@pytest.fixture
def damage_newest_record(made: Path) -> Callable[[], None]:
    """Flips a byte in the record that was written last."""

    def damage() -> None:
        with closing(sqlite3.connect(made)) as db, db:
            (ct,) = db.execute("SELECT ct FROM rec ORDER BY seq DESC LIMIT 1").fetchone()
            flipped = ct[:40] + bytes([ct[40] ^ 1]) + ct[41:]
            db.execute("UPDATE rec SET ct = ? WHERE ct = ?", (flipped, ct))

    return damage
