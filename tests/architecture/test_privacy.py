"""Rules of privacy that can be read off the source.

No internet socket; no plain words on the disk; no log; no report that shows local values; the time
is read in one place.
"""

import ast
import re
import socket
import subprocess
import sys

import pytest

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser",
    "websockets", "xmlrpc",
}  # fmt: skip
KEEPS_OR_SHOWS = {"cProfile", "code", "dbm", "faulthandler", "logging", "pdb", "pickle", "shelve"}
"""What would write words down, or lay them open."""
MAY_WRITE_FILES = {"cli/new_file.py", "config.py", "journal/give_out.py", "journal/outside.py",
    "library/set_file.py", "machine.py"}  # fmt: skip
"""Prompt sets and paper sheets, which hold no words of a journal; settings; random bytes; the page
that a person's own editor is given, in memory. Everything else goes through the vault."""
MAY_MAKE_TEMPORARY_FILES = {"journal/demo/folder.py"}
MAY_READ_THE_TIME = {"clock.py"}
STARTS_PROGRAMS = {"asyncio.subprocess", "concurrent.futures.process", "multiprocessing", "pty",
    "subprocess"}  # fmt: skip
MAY_START_A_PROGRAM = {"cli/secret.py", "journal/outside.py"}
"""The person's own command, which hands over a passphrase, and their own editor."""
MAY_NAME_A_FOLDER = {"journal/outside.py"}
"""To that editor: the folder in memory where it may keep what it needs for a while."""
MAY_SPEAK_TO_THE_SYSTEM = {"hardening.py"}


def under(names, forbidden):
    return {name for name in names for each in forbidden if f"{name}.".startswith(f"{each}.")}


@pytest.mark.parametrize(
    ("forbidden", "allowed"),
    [
        (NETWORK, set()),
        (KEEPS_OR_SHOWS, set()),
        ({"tempfile"}, MAY_MAKE_TEMPORARY_FILES),
        ({"rich.traceback", "textual.logging", "textual.devtools"}, set()),
        (STARTS_PROGRAMS, MAY_START_A_PROGRAM),
        ({"_ctypes", "cffi", "ctypes", "mmap"}, MAY_SPEAK_TO_THE_SYSTEM),
    ],
    ids=["network", "logs and pickles", "temporary files", "reports", "programs", "the system"],
)
def test_nothing_imports(sources, forbidden, allowed):
    found = {
        str(source.path): sorted(names)
        for source in sources
        if (names := under(source.imports(), forbidden)) and str(source.path) not in allowed
    }

    assert found == {}


def test_no_report_shows_local_values(sources, name_of):
    found = {
        source.at(node)
        for source in sources
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.keyword) and node.arg == "show_locals")
        or (isinstance(node, ast.Call) and name_of(node).endswith(("print_exc", "format_exc")))
    }

    assert found == set()


def test_files_are_written_by_the_vault_and_three_small_modules(sources, name_of):
    found = {
        source.at(call)
        for source in sources
        if source.room != "vault" and str(source.path) not in MAY_WRITE_FILES
        for call in source.calls()
        if _writes(call, name_of(call))
    }

    assert found == set()


def test_no_secret_can_come_into_a_childs_environment(sources, name_of):
    """Nothing is put into our own environment, and no child gets another one, but for a folder."""
    changing = {"os.putenv", "os.environ.update", "os.environ.setdefault", "os.environb.update"}
    found = {
        source.at(node)
        for source in sources
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Call) and name_of(node) in changing)
        or (
            isinstance(node, ast.keyword)
            and node.arg in {"env", "pass_fds", "preexec_fn"}
            and not (node.arg == "env" and str(source.path) in MAY_NAME_A_FOLDER)
        )
        or (isinstance(node, ast.Call) and name_of(node).startswith(("os.exec", "os.spawn")))
        or (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Store)
            and "environ" in ast.unparse(node.value)
        )
    }

    assert found == set()


def test_the_time_is_read_in_one_place(sources, name_of):
    readers = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
    found = {
        source.at(call)
        for source in sources
        if str(source.path) not in MAY_READ_THE_TIME
        for call in source.calls()
        if name_of(call) in readers
    }

    assert found == set()


def test_nothing_that_was_read_is_run(sources, name_of):
    found = {
        source.at(call)
        for source in sources
        for call in source.calls()
        if name_of(call) in {"eval", "exec", "compile", "os.system", "os.popen"}
        or any(
            word.arg == "shell" and getattr(word.value, "value", None) is not False
            for word in call.keywords
        )
    }

    assert found == set()


def test_a_day_with_the_journal_opens_no_internet_socket():
    """An audit hook sees every socket, whoever makes it."""
    internet = [int(socket.AF_INET), int(socket.AF_INET6)]
    script = f"""
import sys

def watch(event, arguments):
    looked_up = event in ("socket.getaddrinfo", "socket.gethostbyname")
    if looked_up or (event == "socket.__new__" and int(arguments[1]) in {internet}):
        sys.stderr.write(event)
        sys.stderr.flush()
        import os
        os._exit(9)

sys.addaudithook(watch)
from datetime import UTC, datetime
from integrate.journal.demo import open_demo
from integrate.journal.due import due
from integrate.journal.write import note
from integrate.library import Library

demo = open_demo("window", library=Library.shipped(), start=lambda: datetime.now(UTC))
assert due(demo.journal, demo.clock()).next
note(demo.journal, "a page", demo.clock(), title="Mine")
demo.close()
"""

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_every_promise_names_a_test_that_is_there(root):
    """docs/THREATS.md: what is promised in the table is held by something."""
    threats = (root / "docs" / "THREATS.md").read_text("utf-8")
    promises = [line for line in threats.splitlines() if line.startswith("| ")][1:]
    named = re.findall(r"`(tests/[^`]+)`", threats)

    assert [line for line in promises if "`tests/" not in line] == []
    assert [name for name in named if not (root / name).is_file()] == []
    assert len(promises) > 10


def _writes(call: ast.Call, name: str) -> bool:
    if name.endswith((".write_text", ".write_bytes")):
        return True
    if name == "os.open":
        return "O_CREAT" in ast.unparse(call)
    if name != "open" and not name.endswith(".open"):
        return False
    given = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
    modes = [each.value for each in given if isinstance(each, ast.Constant)]
    return any(
        isinstance(mode, str) and re.fullmatch(r"[rbt]*[wax+][rwaxbt+]*", mode) for mode in modes
    )
