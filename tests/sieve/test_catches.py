"""The sieve itself: whatever is planted is found, and nothing is found where nothing is."""

import sys

import pytest

_BEGIN = """
import base64, ctypes, json, os, socket, subprocess, sys, threading, urllib.parse
from pathlib import Path
from integrate.hardening import harden

harden()
words = {words!r}
home = Path(os.environ["HOME"])
ours = home / ".local/share/integrate"
ours.mkdir(parents=True)
vault = ours / "journal.vault"
"""
PLANTED = {
    "in a log": 'Path(home, "today.log").write_text("nothing of it")',
    "in the temporary folder": 'Path(os.environ["TMPDIR"], "x").write_text("nothing of it")',
    "in shared memory": 'os.close(os.memfd_create("x"))',
    "in our own file": "vault.write_text(words)",
    "in two halves": (
        'file = vault.open("w", buffering=1)\n'
        "for half in (words[:9], words[9:]):\n    file.write(half)\n    file.flush()\n"
    ),
    "in a file that is gone again": "vault.write_text(words)\nvault.unlink()",
    "in capitals": "vault.write_text(words.upper())",
    "without its dots": 'vault.write_text(words.replace("ö", "o"))',
    "as UTF-16": 'vault.write_text(words, "utf-16-be")',
    "as JSON": "vault.write_text(json.dumps(words))",
    "as hex": "vault.write_text(words.encode().hex())",
    "as base64": 'vault.write_bytes(base64.b64encode(b"before " + words.encode()))',
    "as base64 of UTF-16": 'vault.write_bytes(base64.b64encode(words.encode("utf-16")))',
    "as an address": "vault.write_text(urllib.parse.quote(words))",
    "as a file's name": "(ours / 'device').touch()\n(ours / 'device').rename(ours / words[4:14])",
    "as an argument": 'subprocess.run(["true", words], check=True)',
    "as a variable": 'subprocess.run(["true"], env={"PATH": os.environ["PATH"], "X": words})',
    "as a thread's name": "ctypes.CDLL(None).prctl(15, words[4:14].encode())",
    "on standard output": "print(words)",
    "on standard error": "print(words, file=sys.stderr)",
    "through a pipe to another program": (
        'subprocess.run(["cat"], input=words.encode(), stdout=subprocess.DEVNULL)'
    ),
    "from a thread": (
        "thread = threading.Thread(target=vault.write_text, args=(words,))\n"
        "thread.start()\nthread.join()"
    ),
    "to the internet": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()",
    "to the internet, the new way": "socket.socket(socket.AF_INET6).close()",
    "to another program's socket": (
        "try:\n    socket.socket(socket.AF_UNIX).connect(str(home / 'no'))\n"
        "except OSError:\n    pass"
    ),
    "through a pair of sockets": (
        "one, other = socket.socketpair()\none.sendmsg([words.encode()])\nother.recv(99)"
    ),
}


@pytest.fixture
def plant(machine, tmp_path):
    def run(code: str) -> list[str]:
        script = tmp_path / "planted.py"
        words = machine.typed("answer").partition('"')[2].partition('"')[0]
        script.write_text(_BEGIN.format(words=f"The {words} hummed") + code)
        assert machine.runs(sys.executable, str(script)).code == 0
        return machine.leaks()

    return run


@pytest.mark.parametrize("code", PLANTED.values(), ids=PLANTED)
def test_what_is_planted_is_found(plant, code):
    assert plant(code)


def test_nothing_is_found_where_nothing_was_planted(plant):
    assert plant('vault.write_bytes(os.urandom(65_536))\nprint("a quiet day")') == []
