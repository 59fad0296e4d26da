from pathlib import Path

import pytest

from .conftest import label, tree

pytestmark = pytest.mark.usefixtures("page")


@pytest.fixture
def copy(at_journal, tmp_path) -> Path:
    path = tmp_path / "stick" / "copy.vault"
    assert at_journal("backup", path).code == 0
    return path


def pages(at_journal) -> list[str]:
    return sorted(each["id"] for each in at_journal("list", "--json").json)


def test_on_a_new_machine_the_journal_is_there_again(at_journal, made, page, copy):
    made.unlink()
    ran = at_journal("restore", copy)
    assert ran.code == 0
    assert f"Your journal is at {made}." in ran.out
    assert pages(at_journal) == [page]


def test_what_is_only_in_the_journal_stays(at_journal, page, copy):
    later = at_journal("note", "--json", stdin="Later.").json["id"]
    ran = at_journal("restore", copy)
    assert ran.code == 0
    assert "stayed: 1" in ran.out
    assert pages(at_journal) == sorted([page, later])


def test_what_is_damaged_comes_back(at_journal, page, copy, damage_newest_record):
    damage_newest_record()
    assert at_journal("show", page).code != 0
    told = at_journal("restore", copy, "--json").json
    assert told["brought"] == 1
    assert at_journal("show", page, "--json").json["text"] == "The kettle sang."


def test_a_file_that_cannot_be_opened_any_more_is_put_aside(at_journal, made, page, copy):
    made.write_bytes(b"no vault at all" * 1000)
    ran = at_journal("restore", copy)
    assert ran.code == 0
    assert "was put aside as" in ran.out
    assert pages(at_journal) == [page]


def test_exactly_needs_a_yes_in_a_script(at_journal, made, copy):
    before = made.read_bytes()
    ran = at_journal("restore", copy, "--exactly")
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert made.read_bytes() == before


def test_exactly_takes_out_what_came_later_and_keeps_a_backup_of_it(at_journal, page, copy):
    at_journal("note", stdin="Later.")
    told = at_journal("restore", copy, "--exactly", "--yes", "--json").json
    assert told["taken"] == 1
    assert pages(at_journal) == [page]
    assert len(at_journal("--journal", told["before"], "list", "--json").json) == 2


@pytest.mark.parametrize(
    ("later", "sentence"),
    [
        ([], "No page is only in the journal; newer wordings would go."),
        (["One."], "One page is only in the journal, and would go."),
        (["One.", "Two."], "2 pages are only in the journal, and would go."),
    ],
)
def test_exactly_says_how_many_pages_would_go(at_journal, copy, typing, later, sentence):
    for words in later:
        at_journal("note", stdin=words)
    said = typing("")
    ran = at_journal("restore", copy, "--exactly")
    assert (ran.code, ran.err) == (1, "Nothing was changed.\n")
    assert said[0] == sentence


def test_where_that_cannot_be_told_it_says_so(
    at_journal, copy, typing, other_secret, secret_file, made
):
    away = copy.rename(copy.with_name("away"))
    at_journal("passphrase", "--new-passphrase-file", other_secret)
    said = typing("")
    assert at_journal("restore", away, "--exactly").code == 1
    assert "cannot be told" in said[0]
    assert secret_file.exists()
    assert made.exists()


def test_a_yes_at_the_terminal_does_it(at_journal, page, copy, typing):
    at_journal("note", stdin="Later.")
    typing(label("Make it exactly as the backup"))
    assert at_journal("restore", copy, "--exactly").code == 0
    assert pages(at_journal) == [page]


def test_the_backup_of_another_journal_is_refused_with_what_to_do(
    at_journal, made, copy, tmp_path, home
):
    other = tmp_path / "other" / "journal.vault"
    assert at_journal("init", "--journal", other).code == 0
    before = tree(made.parent)
    ran = at_journal("restore", other)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "--journal" in ran.err
    assert tree(made.parent) == before
    assert copy.exists()
    assert home.exists()


def test_a_wrong_passphrase_says_which_one_is_meant(at_journal, copy, other_secret):
    ran = at_journal("restore", copy, "--passphrase-file", other_secret)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "this backup" in ran.err


def test_a_file_that_is_not_there_is_said(at_journal):
    ran = at_journal("restore", "nowhere.vault")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "no backup at nowhere.vault" in ran.err


def test_a_damaged_backup_brings_the_rest_and_is_code_3(
    at_journal, made, page, damage_newest_record, tmp_path
):
    at_journal("note", stdin="Later.")
    damage_newest_record()
    broken = tmp_path / "broken.vault"
    assert at_journal("backup", broken).code == 3
    made.unlink()
    ran = at_journal("restore", broken)
    assert ran.code == 3
    assert "did not come: 1" in ran.out
    assert pages(at_journal) == [page]
