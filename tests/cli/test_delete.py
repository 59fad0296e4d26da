from datetime import timedelta

import pytest

from .conftest import NOW, label


@pytest.fixture
def backed_up(at_journal, page) -> str:
    assert page
    return at_journal("backup", "--json").json["path"]


def listed(at_journal) -> list[str]:
    return [each["id"] for each in at_journal("list", "--json").json]


def holds(at_journal, backup, page) -> bool:
    return page in [each["id"] for each in at_journal("--journal", backup, "list", "--json").json]


def test_without_a_yes_a_script_is_refused_before_anything_is_opened(at_journal, page):
    ran = at_journal("delete", page)
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert "--yes" in ran.err
    assert listed(at_journal) == [page]


def test_a_page_goes_for_good_with_its_words(at_journal, page, made):
    ran = at_journal("delete", page[:6], "--yes")
    assert ran.code == 0
    assert "deleted" in ran.out
    assert "integrate undo" not in ran.out
    assert listed(at_journal) == []
    assert at_journal("check", "--json", "--journal", made).json["ok"]


def test_somebody_at_the_terminal_sees_what_goes_and_may_keep_it(at_journal, page, typing):
    said = typing("")
    ran = at_journal("delete", page)
    assert ran.code == 1
    assert said[0] == "Free page, Tue 10 March 2026"
    assert "cannot be taken back on this computer" in said[1]
    assert listed(at_journal) == [page]


def test_where_undo_is_possible_that_is_said_before_and_after(at_journal, page, typing, pocket):
    said = typing(label("Delete it"))
    ran = at_journal("delete", page)
    assert ran.code == 0
    assert "For ten minutes integrate undo" in said[1]
    assert ran.out.splitlines()[-2:] == [
        "“Free page” is deleted.",
        "For ten minutes this takes it back: integrate undo",
    ]
    assert pocket.notes() == ["undo"]


def test_for_good_leaves_nothing_for_undo_not_even_what_was_there(at_journal, page, typing, pocket):
    at_journal("edit", page, stdin="New.")
    assert pocket.notes() == ["undo"]
    said = typing(label("Delete it"))
    assert at_journal("delete", page, "--for-good").code == 0
    assert "cannot be taken back" in said[1]
    assert pocket.notes() == []


def test_backups_that_hold_it_are_named_and_left(at_journal, page, backed_up):
    ran = at_journal("delete", page, "--yes")
    assert backed_up in ran.out
    assert holds(at_journal, backed_up, page)


def test_if_wished_it_goes_from_the_backups_too(at_journal, page, backed_up):
    told = at_journal("delete", page, "--yes", "--also-in-backups", "--json").json
    assert (told["id"], told["backups"], told["unknown"]) == (page, [], [])
    assert not holds(at_journal, backed_up, page)


def test_at_the_terminal_it_is_asked_about_the_backups(at_journal, page, backed_up, typing):
    said = typing(label("Delete it"), label("Delete it there too"))
    assert at_journal("delete", page).code == 0
    assert "It is deleted in the backups too." in said
    assert not holds(at_journal, backed_up, page)


def test_a_backup_that_cannot_be_looked_into_is_named(at_journal, page, tmp_path):
    away = tmp_path / "stick" / "copy.vault"
    assert at_journal("backup", away).code == 0
    away.rename(away.with_name("gone"))
    ran = at_journal("delete", page, "--yes")
    assert ran.code == 0
    assert "may hold it" in ran.out
    assert str(away) in ran.out


def test_soon_after_a_session_putting_it_off_is_offered_first(at_journal, page, typing):
    began = NOW - timedelta(hours=2)
    at_journal("session", "add", f"{began:%Y-%m-%d %H:%M}", "--route", "im", "--title", "First")
    said = typing("")
    assert at_journal("delete", page).code == 1
    assert any("Your session was not long ago" in line for line in said)
    assert any(line.endswith("Put it away until I have slept") for line in said)
    assert listed(at_journal) == [page]


def test_a_page_that_is_not_there_is_refused(at_journal, made):
    assert made.exists()
    ran = at_journal("delete", "zzzz", "--yes")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_where_the_memory_takes_nothing_it_says_so(at_journal, page, pocket, monkeypatch):
    monkeypatch.setattr(type(pocket), "keep", lambda *_args, **_how: False)
    ran = at_journal("delete", page, "--yes")
    assert ran.out.endswith("It could not be left for undo, so it cannot be taken back here.\n")
