"""A page given to an editor lies in memory alone, is taken back whole, and leaves nothing there."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from integrate import places
from integrate.journal import outside
from integrate.journal.outside import NotOutside, command, laid_out, may_be_outside, write_outside

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid"), reason="elsewhere there is no such place"
)


@pytest.fixture
def pocket(tmp_path, monkeypatch):
    """The login's own folder, as if it lay in memory."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setattr(places, "_kind_of_disk", lambda *_: "tmpfs")
    return folder / "integrate"


@pytest.fixture
def editor(tmp_path):
    """Makes an editor of a few lines of sh; the file is $1."""

    def made(script: str) -> str:
        file = tmp_path / "an editor"
        file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        file.chmod(0o700)
        return f"'{file}'"

    return made


@pytest.fixture
def wiped(monkeypatch):
    """What stood in the files when they were removed."""
    found = {}
    usual = outside._write_over

    def watched(file):
        usual(file)
        found[file.name] = file.read_bytes()

    monkeypatch.setattr(outside, "_write_over", watched)
    return found


def test_what_the_editor_wrote_is_taken_back_and_nothing_stays(pocket, editor, wiped):
    said = write_outside("the kettle", editor('printf " and the lamp\\n" >> "$1"'))
    assert said == "the kettle and the lamp"
    assert list(pocket.iterdir()) == []
    assert set(wiped["page.txt"]) == {0}


def test_nobody_else_may_read_it_while_it_lies_there(pocket):
    with laid_out("words") as file:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(pocket.stat().st_mode) == 0o700
        assert file.read_text("utf-8") == "words"
    assert not file.parent.exists()


def test_copies_that_the_editor_makes_beside_it_go_too(pocket, editor, wiped):
    script = (
        'cp "$1" "$1~"; mkdir "$(dirname "$1")/more"; cp "$1" "$TMPDIR/more/swap"; echo x > "$1"'
    )
    assert write_outside("secret words", editor(script)) == "x"
    assert list(pocket.iterdir()) == []
    assert {name: set(found) for name, found in wiped.items()} == {
        "page.txt": {0},
        "page.txt~": {0},
        "swap": {0},
    }


def test_a_link_that_leads_elsewhere_is_not_written_over(pocket, editor, tmp_path):
    other = tmp_path / "other"
    other.write_text("theirs", "utf-8")
    write_outside("words", editor(f'ln -s "{other}" "$(dirname "$1")/link"'))
    assert other.read_text("utf-8") == "theirs"
    assert list(pocket.iterdir()) == []


def test_without_memory_the_page_stays_here(monkeypatch, editor):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert not may_be_outside()
    with pytest.raises(NotOutside, match="memory"):
        write_outside("words", editor("true"))


def test_an_editor_that_says_it_failed_changes_nothing(pocket, editor):
    with pytest.raises(NotOutside, match="code 3"):
        write_outside("words", editor('echo other > "$1"; exit 3'))
    assert list(pocket.iterdir()) == []


def test_an_editor_that_is_not_there_is_told(pocket):
    with pytest.raises(NotOutside, match="could not be started"):
        write_outside("words", "/no/such/editor")
    assert list(pocket.iterdir()) == []


def test_an_editor_that_removes_the_page_is_told(pocket, editor):
    with pytest.raises(NotOutside, match="as it was"):
        write_outside("words", editor('rm "$1"'))
    assert list(pocket.iterdir()) == []


def test_what_comes_back_is_cleaned(pocket, editor):
    assert pocket.parent.exists()
    assert write_outside("", editor(r'printf "a\033[31mb\r\nc" > "$1"')) == "a[31mb\nc"


def test_a_page_in_another_encoding_comes_back_readable(pocket, editor):
    assert pocket.parent.exists()
    assert write_outside("", editor(r'printf "gr\374n\n" > "$1"')) == "grün"


@pytest.mark.parametrize(
    ("before", "after"), [("a\n", "a\n"), ("a", "a"), ("", ""), ("a\n\n", "a\n\n")]
)
def test_an_editor_that_only_looks_changes_nothing(pocket, editor, before, after):
    assert pocket.parent.exists()
    assert write_outside(before, editor("true")) == after


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_ends_the_editor_first_and_is_then_heard(pocket, editor, number):
    heard = []
    usual = signal.signal(number, lambda *_: heard.append(number))
    try:
        script = f'echo so far > "$1"; kill -{number.value} $PPID; exec sleep 60'
        assert write_outside("", editor(script)) == "so far"
        assert list(pocket.iterdir()) == []
        os.kill(os.getpid(), number)
        assert heard == [number]
    finally:
        signal.signal(number, usual)


def test_ctrl_c_is_left_to_the_editor(pocket, editor):
    assert pocket.parent.exists()
    assert write_outside("", editor('kill -2 $PPID; echo on > "$1"')) == "on"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_a_process_left_that_was_killed_is_removed_at_the_next_time(pocket):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = pocket / f"page-{ended.pid}-0011"
    left.mkdir(parents=True, mode=0o700)
    (left / "page.txt").write_text("old words", "utf-8")
    living = pocket / f"page-{os.getpid()}-0022"
    living.mkdir()
    with laid_out("words"):
        assert not left.exists()
        assert living.exists()


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("vim", "noswapfile"),
        ("nvim -u NONE", "noundofile"),
        ("nano", "-R"),
        ("emacs -nw", "make-backup-files"),
    ],
)
def test_known_editors_are_told_to_leave_no_copies(editor, told, monkeypatch):
    monkeypatch.setattr(outside.shutil, "which", lambda _: None)
    words = command(editor, Path("page.txt"))
    assert told in " ".join(words)
    assert words[: len(editor.split())] == editor.split()
    assert words[-1] == "page.txt"


def test_a_name_that_leads_to_a_known_editor_is_that_editor(monkeypatch, tmp_path):
    vim = tmp_path / "vim.basic"
    vim.touch()
    (tmp_path / "vi").symlink_to(vim)
    monkeypatch.setattr(outside.shutil, "which", lambda _: str(tmp_path / "vi"))
    assert "-n" in command("vi", Path("page.txt"))


def test_an_editor_that_is_not_known_is_started_as_it_was_chosen():
    assert command("code --wait", Path("page.txt")) == ["code", "--wait", "page.txt"]
