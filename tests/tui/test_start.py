"""Starting and leaving the full screen, in a real terminal."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.words import say

CANARY = "the kettle was loud"
START = """
import sys
from pathlib import Path
from integrate.clock import system
from integrate.library import Library
from integrate.machine import Machine
from integrate.tui.start import run
sys.exit(
    run(clock=system, library=Library.shipped(), path=Path({path!r}),
        machine=Machine(name=b"test-dev"), config_file=Path("config.toml"))
)
"""
WATCHED = """
from pathlib import Path
from integrate.vault import Vault

def close(vault, really=Vault.close):
    really(vault)
    Path("keys").write_text("held" if vault._access._keys else "dropped")

Vault.close = close
"""
"""Notes down whether the keys are gone when the vault is closed."""
COMMAND = """
import sys
from integrate.cli import main
sys.argv = ["integrate", "--journal", {path!r}]
main()
"""
"""The same as the person starts it."""
PASSPHRASE = "a lamp in the hall"
PATIENCE = 30
"""Seconds after which the program is given up."""


@pytest.fixture
def start(parts, terminal):
    """The full screen over `parts["path"]`."""
    return lambda **environment: terminal(START.format(path=str(parts["path"])), **environment)


@pytest.fixture
def writing(journal, start):
    """A free page in front, with words in it that are on the screen."""
    journal.close()
    shown = start()
    shown.wait_for(say("unlock.passphrase"))
    shown.child.send(PASSPHRASE + "\r")
    shown.wait_for("A free page")
    shown.child.send("w")
    shown.wait_for("Nobody reads along")
    shown.child.send(CANARY)
    shown.wait_for("loud")
    return shown


def drafts(parts) -> list[str]:
    journal = unlock(
        parts["path"], PASSPHRASE, machine=Machine(name=b"test-dev"), library=parts["library"]
    )
    texts = [left.passage.text for left in waiting(journal)]
    journal.close()
    return texts


def test_without_a_terminal_it_says_what_to_do_and_changes_nothing(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", START.format(path="journal.vault")],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert ended.returncode == 1
    assert ended.stderr.strip() == say("app.no_terminal")
    assert list(tmp_path.iterdir()) == []


def test_closing_wipes_the_screen_before_it_is_left(writing, parts):
    writing.child.send("\x11")
    assert writing.ends() == 0
    written = writing.text()
    assert "\x1b[H\x1b[J" in written.rpartition("\x1b[?1049l")[0][-200:]
    assert CANARY not in writing.main_screen()
    assert drafts(parts) == [CANARY]


def test_no_title_is_given_to_the_terminal(writing):
    writing.child.send("\x11")
    writing.ends()
    assert "\x1b]0;" not in writing.text()
    assert "\x1b]2;" not in writing.text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_seals_and_leaves_the_screen(writing, parts, number):
    writing.child.kill(number)
    assert writing.ends() == 128 + number
    assert "\x1b[?1049l" in writing.text()
    assert CANARY not in writing.main_screen()
    assert drafts(parts) == [CANARY]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_drops_the_keys(parts, journal, terminal, tmp_path, number):
    journal.close()
    shown = terminal(WATCHED + START.format(path=str(parts["path"])))
    shown.wait_for(say("unlock.passphrase"))
    shown.child.send(PASSPHRASE + "\r")
    shown.wait_for("A free page")
    shown.child.kill(number)
    assert shown.ends() == 128 + number
    assert (tmp_path / "keys").read_text() == "dropped"


def test_the_lock_key_takes_the_words_from_a_real_terminal_and_drops_the_keys(
    parts, journal, terminal, tmp_path
):
    journal.close()
    shown = terminal(WATCHED + START.format(path=str(parts["path"])))
    shown.wait_for(say("unlock.passphrase"))
    shown.child.send(PASSPHRASE + "\r")
    shown.wait_for("A free page")
    shown.child.send("w")
    shown.wait_for("Nobody reads along")
    shown.child.send(CANARY)
    shown.wait_for("loud")
    shown.child.send("\x0c")
    shown.wait_for(say("lock.locked"))
    shown.child.send("\x11")
    assert shown.ends() == 0
    assert (tmp_path / "keys").read_text() == "dropped"
    assert drafts(parts) == [CANARY]


def test_closing_the_terminal_seals_and_nothing_spins(writing, parts):
    writing.hang_up()
    assert drafts(parts) == [CANARY]


def test_a_terminal_that_goes_without_a_signal_ends_the_program(parts, journal, tmp_path):
    """As where the terminal does not control it: nothing may stay open behind it."""
    journal.close()
    ours, its = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", COMMAND.format(path=str(parts["path"]))],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        cwd=tmp_path,
        env=_environment(tmp_path),
    )
    try:
        os.close(its)
        seen = b""
        while say("unlock.passphrase").encode() not in seen:
            seen += os.read(ours, 4096)
        os.close(ours)
        assert program.wait(timeout=PATIENCE) == 129
    finally:
        program.kill()
        program.wait()


def test_a_byte_that_is_no_text_ends_nothing(writing, parts):
    """As from a terminal that is set to another encoding."""
    writing.child.send(b"\xe9 still here")
    writing.wait_for("here")
    writing.child.send("\x11")
    assert writing.ends() == 0
    (text,) = drafts(parts)
    assert text.startswith(CANARY)
    assert text.endswith(" still here")


def test_textuals_switches_write_no_file(start, journal, tmp_path):
    journal.close()
    before = {path.name for path in tmp_path.iterdir()}
    shown = start(
        TEXTUAL_LOG=str(tmp_path / "log"),
        TEXTUAL_SCREENSHOT="0",
        TEXTUAL_SCREENSHOT_LOCATION=str(tmp_path),
        TEXTUAL="debug,devtools",
        TEXTUAL_DEBUG="1",
    )
    shown.wait_for(say("unlock.passphrase"))
    shown.child.send("\x11")
    assert shown.ends() == 0
    after = {path.name for path in Path(tmp_path).iterdir()} - {"terminal.bytes"}
    assert after == before


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_internet_socket_is_opened(writing):
    families = {
        line.split()[9]
        for name in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/{writing.child.pid}/net/{name}").read_text().splitlines()[1:]
    }
    ours = {
        target.removeprefix("socket:[").removesuffix("]")
        for target in map(str, map(Path.readlink, Path(f"/proc/{writing.child.pid}/fd").iterdir()))
        if target.startswith("socket:[")
    }
    assert not families & ours


def test_the_unlock_screen_does_not_pay_for_the_journal():
    code = (
        "import sys, integrate.tui.app, integrate.tui.screens.unlock\n"
        "print([name for name in sys.modules if name.startswith(\n"
        "    ('integrate.journal', 'integrate.vault', 'integrate.library', 'cryptography',\n"
        "     'sqlite3', 'zxcvbn', 'integrate.tui.screens.home', 'dateparser'))])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def _environment(home: Path) -> dict[str, str]:
    """Output is buffered, as it is for everybody: its last flush finds no terminal any more."""
    ours = {"HOME": str(home), "TERM": "xterm-256color"}
    theirs = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "INTEGRATE_"))}
    theirs.pop("PYTHONUNBUFFERED", None)
    return {**theirs, **ours}
