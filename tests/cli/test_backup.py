import pytest

from integrate.cli import backup as verb
from integrate.plain.leaving import Leaving


def test_it_goes_beside_the_journal_and_says_where(at_journal, page, made):
    assert page
    ran = at_journal("backup")
    (path,) = (made.parent / "backups").iterdir()
    assert (ran.code, ran.out) == (0, f"A whole backup is at {path}.\n")


def test_the_settings_may_name_a_folder(at_journal, page, command, tmp_path):
    assert page
    assert command("config", "backups", tmp_path / "elsewhere").code == 0
    told = at_journal("backup", "--json").json
    assert told["path"].startswith(str(tmp_path / "elsewhere"))
    assert told["whole"]


def test_a_file_may_be_named(at_journal, page, tmp_path):
    assert page
    assert at_journal("backup", tmp_path / "copy.vault").code == 0
    assert at_journal("--journal", tmp_path / "copy.vault", "list", "--json").json != []


def test_a_folder_gets_a_named_file(at_journal, page, tmp_path):
    assert page
    (tmp_path / "stick").mkdir(mode=0o700)
    assert at_journal("backup", tmp_path / "stick").code == 0
    (made,) = (tmp_path / "stick").iterdir()
    assert made.name == "journal-2026-03-10-190000.vault"


def test_nothing_is_overwritten(at_journal, page, tmp_path):
    assert page
    target = tmp_path / "copy.vault"
    target.write_text("precious")
    ran = at_journal("backup", target)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert target.read_text() == "precious"


@pytest.mark.usefixtures("page")
def test_one_of_a_damaged_journal_is_made_and_is_code_3(at_journal, damage_newest_record, made):
    damage_newest_record()
    ran = at_journal("backup")
    assert ran.code == 3
    assert "not whole" in ran.out
    assert "integrate check" in ran.out
    assert len(list((made.parent / "backups").iterdir())) == 1
    assert not at_journal("backup", "--json").json["whole"]


@pytest.mark.usefixtures("page")
def test_stopping_it_leaves_nothing_and_says_so(at_journal, made, monkeypatch):
    class Stopping(verb.Progress):
        def __call__(self, done, of):
            del done, of
            raise Leaving(2)

    monkeypatch.setattr(verb, "Progress", Stopping)
    ran = at_journal("backup")
    assert ran.code == 130
    assert "no backup was made" in ran.err
    assert list((made.parent / "backups").iterdir()) == []
