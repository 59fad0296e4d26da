"""Shared by the end-to-end tests: the installed program, in a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from .full_screen import PASSPHRASE
from .terminal import Terminal

CANARY = "The copper kettle hummed beside the quiet heron."


class Ran(Struct, frozen=True):
    """How a command went."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Home:
    """A machine's worth of folders with nothing in them, and the program on it."""

    def __init__(self, root: Path, program: str) -> None:
        self.root = root
        self.program = program
        for name in ("home", "tmp", "run"):
            (root / name).mkdir(mode=0o700)
        self.env = {
            "HOME": str(root / "home"),
            "TMPDIR": str(root / "tmp"),
            "XDG_RUNTIME_DIR": str(root / "run"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
        self.secret = root / "secret"
        self.secret.touch(0o600)
        self.secret.write_text(PASSPHRASE + "\n")

    def terminal(self, *args: str, size: tuple[int, int] = (80, 24), **variables: str) -> Terminal:
        """The program in a terminal."""
        return Terminal(self.program, *args, env={**self.env, **variables}, size=size)

    def run(self, *args: str, stdin: str = "") -> Ran:
        """One command with its passphrase given, and pipes at every end."""
        done = subprocess.run(
            [self.program, *args, "--passphrase-file", str(self.secret)],
            input=stdin,
            capture_output=True,
            text=True,
            env=self.env,
            cwd=self.root / "home",
            check=False,
            timeout=60,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def files_with(self, words: str) -> list[str]:
        """The files under any of the folders that hold these words, in any usual encoding."""
        written = [words.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
        return [
            str(path)
            for path in self.root.rglob("*")
            if path.is_file() and path != self.secret
            if any(each in path.read_bytes() for each in written)
        ]


@pytest.fixture(scope="session")
def program() -> str:
    """INTEGRATE_E2E_BIN, or the script that was installed beside this Python."""
    named = os.environ.get("INTEGRATE_E2E_BIN")
    return named or str(Path(sys.executable).with_name("integrate"))


@pytest.fixture
def home(tmp_path: Path, program: str) -> Home:
    return Home(tmp_path, program)


@pytest.fixture
def with_journal(home: Home) -> Home:
    """A home with a journal, and a session that puts now into its open window."""
    assert home.run("init").code == 0
    assert home.run("session", "add", "2 days ago 10:00", "--route", "im").code == 0
    return home
