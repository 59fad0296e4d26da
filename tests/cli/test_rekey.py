from pathlib import Path

import pytest

from integrate.cli import rekey as verb
from integrate.plain.leaving import Leaving

from .conftest import label

pytestmark = pytest.mark.usefixtures("page")


@pytest.fixture
def old_backup(at_journal) -> Path:
    return Path(at_journal("backup", "--json").json["path"])


def test_a_script_needs_a_yes(at_journal, made, other_secret):
    before = made.read_bytes()
    ran = at_journal("rekey", "--new-passphrase-file", other_secret)
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert made.read_bytes() == before


def test_everything_is_there_under_the_new_key(at_journal, made, other_secret, old_backup):
    told = at_journal("rekey", "--yes", "--json", "--new-passphrase-file", other_secret).json
    assert told["old_backups"] == [str(old_backup)]
    given = ("--journal", made, "--passphrase-file", other_secret)
    assert len(at_journal("list", "--json", *given).json) == 1
    assert at_journal("check", "--json", *given).json["ok"]
    fresh = ("--journal", told["backup"], "--passphrase-file", other_secret)
    assert len(at_journal("list", "--json", *fresh).json) == 1
    assert at_journal("list").code == 1


def test_in_a_pipe_standard_output_has_the_code_alone(at_journal, other_secret, old_backup):
    ran = at_journal("rekey", "--yes", "--new-passphrase-file", other_secret)
    assert ran.code == 0
    assert len(ran.out.strip()) == 34
    assert "  " + str(old_backup) in ran.err.splitlines()
    assert "elsewhere still open with the old passphrase" in ran.err


def test_old_backups_go_if_wished(at_journal, other_secret, old_backup):
    how = ("--yes", "--take-away-old", "--json", "--new-passphrase-file", other_secret)
    assert at_journal("rekey", *how).json["old_backups"] == []
    assert not old_backup.exists()


def test_who_had_no_code_gets_none(at_journal, other_secret):
    at_journal("recovery", "--none", "--yes")
    ran = at_journal("rekey", "--yes", "--new-passphrase-file", other_secret)
    assert "It has no recovery code; integrate recovery makes one." in ran.out


def test_the_same_passphrase_is_said_to_be_a_poor_idea(at_journal, secret_file):
    ran = at_journal("rekey", "--yes", "--no-recovery", "--new-passphrase-file", secret_file)
    assert ran.code == 0
    assert "if someone knows it, another one is better" in ran.err


def test_at_a_terminal_it_says_what_it_does_and_a_no_leaves_all(at_journal, made, typing):
    before = made.read_bytes()
    said = typing("")
    ran = at_journal("rekey")
    assert (ran.code, ran.err) == (1, "Nothing was changed.\n")
    assert said[0].startswith("A new key seals everything")
    assert said[1].startswith("It cannot reach what somebody has copied")
    assert made.read_bytes() == before


def test_old_backups_may_be_kept(at_journal, typing, other_secret, old_backup):
    said = typing(label("Make a new key"), "", label("Keep them"))
    how = ("--no-recovery", "--new-passphrase-file", other_secret)
    typed = at_journal("rekey", *how)
    assert typed.code == 0
    assert any("Ctrl-C stops it" in line for line in said)
    assert old_backup.exists()


def test_stopping_it_changes_nothing_and_says_so(at_journal, made, other_secret, monkeypatch):
    class Stopping(verb.Progress):
        def __call__(self, done, of):
            del done, of
            raise Leaving(2)

    monkeypatch.setattr(verb, "Progress", Stopping)
    before = made.read_bytes()
    ran = at_journal("rekey", "--yes", "--new-passphrase-file", other_secret)
    assert ran.code == 130
    assert ran.err == "It was stopped, and nothing has changed; the journal opens as before.\n"
    assert made.read_bytes() == before
    assert at_journal("list").code == 0


def test_a_damaged_journal_is_refused_with_what_to_do(
    at_journal, other_secret, damage_newest_record
):
    damage_newest_record()
    ran = at_journal("rekey", "--yes", "--new-passphrase-file", other_secret)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "integrate check --set-aside" in ran.err


def test_nothing_stays_in_the_pocket_under_the_old_key(at_journal, page, pocket, other_secret):
    at_journal("edit", page, stdin="New.")
    assert pocket.notes() == ["undo"]
    at_journal("rekey", "--yes", "--new-passphrase-file", other_secret)
    assert pocket.notes() == []
