"""Shared by the tests of the command line: a home of its own, and commands run in this process."""

import hashlib
import io
import json
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec import Struct

from integrate import places
from integrate.cli.run import run
from integrate.machine import Machine
from integrate.plain.talk import Terminal
from integrate.vault import Kdf

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Tuesday evening."""
PASSPHRASE = "a lamp in the hall"
OTHER = "a boat on the lake"
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
        return command(*given, *args, **how)

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


@pytest.fixture
def typing(monkeypatch) -> Callable[..., list[str]]:
    """Somebody at the terminal: `typing(label("Delete it"), "", secrets=["new", "new"])`.

    What is said to them is in the list that it gives.
    """

    def types(*lines: object, secrets: Iterable[str] = ()) -> list[str]:
        said: list[str] = []
        next_lines, next_secrets = iter(lines), iter(secrets)
        begin, speak, aside = Terminal.__init__, Terminal.say, Terminal.aside

        def live(self, **how):
            begin(self, **how)
            self.live = True

        def hear(_self):
            line = next(next_lines, None)
            if isinstance(line, BaseException):
                raise line
            return line(said) if callable(line) else line

        def say(self, *told):
            said.extend(told)
            speak(self, *told)

        def say_aside(self, told):
            said.append(told)
            aside(self, told)

        monkeypatch.setattr(Terminal, "__init__", live)
        monkeypatch.setattr(Terminal, "hear", hear)
        monkeypatch.setattr(Terminal, "say", say)
        monkeypatch.setattr(Terminal, "aside", say_aside)
        monkeypatch.setattr(Terminal, "secret", lambda _self, _ask: next(next_secrets, None))
        return said

    return types


def label(wanted: str) -> Callable[[list[str]], str]:
    """Chooses a line of the last menu by what it says."""

    def choose(said: list[str]) -> str:
        line = next(each for each in reversed(said) if each.endswith(f". {wanted}"))
        return line.partition(".")[0]

    return choose


@pytest.fixture
def page(at_journal, made) -> str:
    """The id of the one page in the journal."""
    assert made.exists()
    return at_journal("note", "--json", stdin="The kettle sang.").json["id"]


@pytest.fixture
def pocket(tmp_path: Path, monkeypatch) -> Machine:
    """A place in memory for what can be undone."""
    folder = tmp_path / "pocket"
    monkeypatch.setattr(places, "pocket_folder", lambda: folder)
    return Machine(folder)


@pytest.fixture
def other_secret(tmp_path: Path) -> Path:
    """A file with another passphrase."""
    file = tmp_path / "other"
    file.write_text(OTHER)
    file.chmod(0o600)
    return file


@pytest.fixture
def keyring(monkeypatch) -> dict[tuple[str, str], str]:
    """A keyring of the system's, and what it keeps."""
    kept: dict[tuple[str, str], str] = {}
    ring = ModuleType("keyring")
    ring.set_password = lambda service, name, secret: kept.update({(service, name): secret})
    ring.get_password = lambda service, name: kept.get((service, name))
    ring.delete_password = lambda service, name: kept.pop((service, name))
    monkeypatch.setitem(sys.modules, "keyring", ring)
    return kept


@pytest.fixture
def damage_lock(made: Path) -> Callable[[str], None]:
    """Flips a byte in the lock of one kind."""

    def damage(kind: str) -> None:
        with closing(sqlite3.connect(made)) as db, db:
            find = "SELECT wrapped FROM slot WHERE kind = ?"
            (key,) = db.execute(find, (kind,)).fetchone()
            broken = bytes([key[0] ^ 1]) + key[1:]
            db.execute("UPDATE slot SET wrapped = ? WHERE kind = ?", (broken, kind))

    return damage
