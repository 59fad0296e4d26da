"""Whatever is wrong with a journal: what is so, what still works, and what to do."""

import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

pytestmark = pytest.mark.usefixtures("page")
PROGRAM = "from integrate.cli import main; main()"


@pytest.fixture
def paper(at_journal, tmp_path):
    """A file with the journal's recovery code."""
    file = tmp_path / "paper"
    file.write_text(at_journal("recovery").out)
    file.chmod(0o600)
    return file


def test_a_wrong_passphrase_is_no_damage(at_journal, other_secret, made):
    before = made.read_bytes()
    ran = at_journal("list", "--passphrase-file", other_secret)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "try again" in ran.err
    assert made.read_bytes() == before


def test_a_code_with_a_slip_in_it_is_said_to_be_one(at_journal, paper):
    code = paper.read_text()
    paper.write_text(code.replace(code[0], "2" if code[0] != "2" else "3", 1))
    ran = at_journal("list", "--passphrase-file", paper)
    assert (ran.code, "compare it with the paper" in ran.err) == (1, True)


def test_a_damaged_lock_names_the_other_which_opens_and_mends_it(
    at_journal, paper, damage_lock, other_secret
):
    damage_lock("passphrase")
    ran = at_journal("list")
    assert (ran.code, ran.refused_in_one_sentence) == (3, True)
    assert "your recovery code may still open" in ran.err
    given = ("--passphrase-file", paper)
    assert at_journal("list", *given).code == 0
    assert at_journal("check", *given).code == 3
    assert at_journal("passphrase", *given, "--new-passphrase-file", other_secret).code == 0
    seen = ("check", "--passphrase-file", other_secret)
    assert "The locks of this journal were changed from outside." in at_journal(*seen).out
    assert at_journal(*seen, "--set-aside", "--yes").code == 0
    assert at_journal(*seen).code == 0


def test_with_both_locks_damaged_a_backup_brings_it_back(at_journal, damage_lock, page):
    backup = at_journal("backup", "--json").json["path"]
    damage_lock("passphrase")
    damage_lock("recovery")
    ran = at_journal("list")
    assert (ran.code, "a backup may still open" in ran.err) == (3, True)
    assert at_journal("restore", backup).code == 0
    assert [each["id"] for each in at_journal("list", "--json").json] == [page]


def test_a_newer_journal_says_to_update(at_journal, made):
    with closing(sqlite3.connect(made)) as db, db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute(f"PRAGMA user_version = {version + 1}")
    before = made.read_bytes()
    for verb in (["list"], ["backup"], ["check"], ["passphrase"], ["rekey", "--yes"]):
        ran = at_journal(*verb)
        assert (ran.code, ran.refused_in_one_sentence) == (1, True)
        assert "update Integrate" in ran.err
    assert made.read_bytes() == before


@pytest.mark.parametrize(
    "verb",
    [["delete", "{page}", "--yes"], ["recovery"], ["rekey", "--yes"], ["passphrase"], ["note"]],
)
def test_one_that_cannot_be_written_in_is_read_and_says_what_to_look_at(
    at_journal, made, page, other_secret, monkeypatch, verb
):
    # As a file that may not be written in, and for whoever may write everywhere too.
    with closing(sqlite3.connect(made)) as db, db:
        db.execute("CREATE TABLE planted (x)")
    monkeypatch.setattr("integrate.plain.talk.ask_unseen", lambda _ask: None)
    new = ["--new-passphrase-file", other_secret] if verb[0] in {"rekey", "passphrase"} else []
    ran = at_journal(*(each.format(page=page) for each in verb), *new, stdin="words")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "Look whether you may write" in ran.err
    assert at_journal("show", page).code == 0


def test_a_full_disk_keeps_the_journal_and_says_what_to_look_at(made, secret_file, page):
    with small_files():
        given = ["--journal", str(made), "--passphrase-file", str(secret_file)]
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, *given, "backup"],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "look whether the disk is full" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert list((made.parent / "backups").iterdir()) == []
    assert page


@contextmanager
def small_files():
    """No file may be longer than 16 KiB, in this process and its children."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
