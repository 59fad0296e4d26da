"""The dialogue without any terminal: lines from a pipe, in any language that a system speaks."""

import subprocess
import sys

import pytest

from integrate.words import say

from .conftest import CANARY, Home


def talked(home: Home, lines: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [home.program, "--plain", "--passphrase-file", str(home.secret)],
        input=lines.encode(),
        capture_output=True,
        env={**home.env, **variables},
        cwd=home.root / "home",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("language", ["C", "POSIX", "C.UTF-8"])
def test_a_page_is_written_and_read_through_a_pipe(with_journal, language):
    lines = f"A free page\n{CANARY}\n/next\nRead a page\n1\nClose\n"
    done = talked(with_journal, lines, LANG=language, LC_ALL=language, TERM="dumb")
    assert (done.returncode, done.stderr) == (0, b"")
    assert CANARY in done.stdout.decode()
    assert b"\x1b" not in done.stdout
    (told,) = with_journal.run("list", "--json").json
    assert CANARY in with_journal.run("show", told["id"]).out


def test_a_system_without_our_signs_says_others_that_read_the_same(with_journal):
    done = talked(with_journal, "Close\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    probe = (
        "from integrate.cli.run import _never_fail_to_print\n"
        "_never_fail_to_print()\n"
        "from integrate.words import say\n"
        "print(say('delete.done', title='é'))\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        env={**with_journal.env, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
    )
    assert shown.stdout == '"?" is deleted.\n'


def test_lines_that_end_early_close_it_with_every_word_kept(with_journal):
    done = talked(with_journal, f"A free page\n{CANARY}")
    assert done.returncode == 0
    assert say("plain.home.free").encode() in done.stdout
    (told,) = with_journal.run("list", "--json").json
    assert CANARY in with_journal.run("show", told["id"]).out
