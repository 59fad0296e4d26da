"""Our peer jrnl, an encrypted command-line journal: installed, filled and asked.

Its journal is one file, one Fernet token over the whole text. We write it as jrnl 4.6 does; the
first command that reads it is asked for the number of its pages, so nothing is taken on trust.
"""

import base64
import json
import os
import secrets
import struct
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from invented_pages import Page
from side_by_side import PASSPHRASE

VERSION: Final = "4.6"
_ITERATIONS: Final = 100_000
_KEYRING: Final = f"""
from keyring.backend import KeyringBackend


class Here(KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        return {PASSPHRASE!r}

    def set_password(self, service, username, password):
        pass
"""
"""Answers at once, so that nobody has to type."""
_DERIVE: Final = f"""
import time
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
began = time.process_time()
PBKDF2HMAC(algorithm=SHA256(), length=32, salt=bytes(16), iterations={_ITERATIONS}).derive(b"x")
print((time.process_time() - began) * 1000)
"""


class Jrnl:
    """One encrypted journal of jrnl's, in a folder of its own."""

    def __init__(self, program: Path, folder: Path) -> None:
        """A journal that is still to be filled.

        Args:
            program: jrnl's own script, in its virtual environment.
            folder: a folder that is ours.
        """
        self.program = program
        self.file = folder / "journal.jrnl"
        self._config = folder / "jrnl.yaml"
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "keyring_at_hand.py").write_text(_KEYRING, "utf-8")
        self._config.write_text(_config(self.file), "utf-8")

    @property
    def environment(self) -> Mapping[str, str]:
        """Its whole environment: a home of its own, and a keyring that answers at once."""
        return {
            **os.environ,
            "HOME": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder / "config"),
            "XDG_DATA_HOME": str(self._folder / "data"),
            "PYTHONPATH": str(self._folder),
            "PYTHON_KEYRING_BACKEND": "keyring_at_hand.Here",
            "NO_COLOR": "1",
        }

    def command(self, *words: str) -> list[str]:
        """The program with these words."""
        return [str(self.program), "--config-file", str(self._config), *words]

    def fill(self, pages: Iterable[Page], number: int) -> None:
        """Writes the whole journal, and has jrnl count it.

        Raises:
            SystemExit: if jrnl doesn't find as many pages in it.
        """
        self.file.write_bytes(_sealed("\n".join(map(_as_text, pages))))
        listed = subprocess.run(
            self.command("-contains", ".", "--format", "dates"),
            env=self.environment,
            capture_output=True,
            check=False,
            text=True,
        )
        found = sum(int(line.rpartition(" ")[2]) for line in listed.stdout.splitlines() if line)
        if found != number:
            raise SystemExit(f"jrnl finds {found} pages instead of {number}: {listed.stderr}")

    def derivation(self) -> float:
        """CPU milliseconds of one derivation of its key, with its own Python and library."""
        python = self.program.with_name("python")
        return float(subprocess.check_output([python, "-c", _DERIVE], env=dict(self.environment)))


def install(folder: Path) -> Path:
    """Installs jrnl in a new virtual environment; returns its script."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "install", f"jrnl=={VERSION}"], check=True)
    return folder / "bin" / "jrnl"


def _as_text(page: Page) -> str:
    """A page as jrnl writes it: a line with date and title, then the body."""
    return f"[{page.heading.when:%Y-%m-%d %I:%M:%S %p}] {page.heading.title}.\n{page.text}\n"


def _sealed(text: str) -> bytes:
    """Its third format: its mark, a header that holds the salt, then one Fernet token."""
    salt = secrets.token_bytes(16)
    kdf = PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=_ITERATIONS)
    key = base64.urlsafe_b64encode(kdf.derive(PASSPHRASE.encode()))
    inside = json.dumps({"salt": base64.urlsafe_b64encode(salt).decode()}, separators=(",", ":"))
    header = base64.b64encode(inside.encode())
    token = Fernet(key).encrypt(text.encode())
    return b"JRNLv3" + struct.pack(">H", len(header)) + header + token


def _config(file: Path) -> str:
    """What jrnl itself writes when it is set up, with encryption and without colours."""
    return f"""
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: true
highlight: true
indent_character: '|'
journals:
  default: {{journal: {file}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %r'
version: '{VERSION}'
"""
