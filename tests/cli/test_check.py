import json
from pathlib import Path

import pytest

from .conftest import label

pytestmark = pytest.mark.usefixtures("page")


def test_a_whole_journal_is_said_to_be_whole(at_journal):
    ran = at_journal("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Everything can be read and is as it was left.",
        "Pages: 1. Sessions: 0. Drafts: 0.",
        "The lock for the passphrase: whole.",
        "The lock for the recovery code: whole.",
    ]


def test_json_has_it_all(at_journal, page, damage_newest_record):
    assert at_journal("check", "--json").json["ok"]
    damage_newest_record()
    ran = at_journal("check", "--json")
    told = ran.json
    assert (ran.code, told["ok"], told["pages"]) == (3, False, 0)
    assert [each["entry"] for each in told["broken"]] == [page]


def test_a_damaged_page_is_named_by_its_earlier_wording(at_journal, page, damage_newest_record):
    at_journal("edit", page, stdin="New.")
    damage_newest_record()
    ran = at_journal("check")
    assert ran.code == 3
    assert "One piece of writing cannot be read:" in ran.out
    assert "  Free page, Tue 10 March 2026" in ran.out
    assert "Everything else can be read, and you can go on writing." in ran.out
    assert "No whole backup is known" in ran.out


def test_the_newest_whole_backup_is_named(at_journal, damage_newest_record):
    whole = at_journal("backup", "--json").json["path"]
    damage_newest_record()
    at_journal("backup")
    ran = at_journal("check")
    assert f"integrate restore {whole}" in ran.out
    assert at_journal("restore", whole).code == 0
    assert at_journal("check").code == 0


def test_a_script_needs_a_yes_to_set_aside(at_journal, damage_newest_record, made):
    damage_newest_record()
    before = made.read_bytes()
    ran = at_journal("check", "--set-aside")
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert made.read_bytes() == before


def test_what_is_damaged_is_set_aside_and_the_rest_is_whole(at_journal, damage_newest_record):
    at_journal("note", stdin="Later.")
    damage_newest_record()
    ran = at_journal("check", "--set-aside", "--yes", "--json")
    told = ran.json
    assert (ran.code, told["set_aside"]["count"]) == (0, 1)
    moved = json.loads(Path(told["set_aside"]["file"]).read_bytes())
    assert len(moved["rows"]) == 1
    assert at_journal("check").code == 0


def test_at_a_terminal_a_no_leaves_it(at_journal, damage_newest_record, made, typing):
    damage_newest_record()
    before = made.read_bytes()
    said = typing("")
    ran = at_journal("check", "--set-aside")
    assert (ran.code, ran.err) == (1, "Nothing was changed.\n")
    assert any("Nothing is destroyed" in line for line in said)
    assert made.read_bytes() == before


def test_at_a_terminal_a_yes_does_it(at_journal, damage_newest_record, typing):
    damage_newest_record()
    said = typing(label("Set it aside"))
    assert at_journal("check", "--set-aside").code == 0
    assert said[-1].startswith("Pieces set aside: 1. They are in ")


def test_with_nothing_damaged_there_is_nothing_to_set_aside(at_journal, made):
    before = made.read_bytes()
    ran = at_journal("check", "--set-aside", "--yes")
    assert ran.code == 0
    assert ran.out.endswith("There is nothing to set aside.\n")
    assert made.read_bytes() == before


def test_a_damaged_lock_is_named_with_what_mends_it(at_journal, damage_lock):
    damage_lock("recovery")
    ran = at_journal("check")
    assert ran.code == 3
    assert "The lock for the recovery code: damaged, so it does not open the journal." in ran.out
    assert "integrate recovery" in ran.out
    assert at_journal("recovery").code == 0
    assert "damaged" not in at_journal("check").out


def test_a_file_that_others_can_read_is_no_damage(at_journal, made):
    made.chmod(0o644)
    ran = at_journal("check")
    assert ran.code == 0
    assert "chmod 600" in ran.out


def test_where_damage_keeps_it_shut_the_newest_backup_is_named(at_journal, damage_lock):
    backup = at_journal("backup", "--json").json["path"]
    damage_lock("passphrase")
    damage_lock("recovery")
    ran = at_journal("check")
    assert (ran.code, ran.refused_in_one_sentence) == (3, True)
    assert ran.err.endswith(f"The newest backup here: integrate restore {backup}\n")


def test_where_it_is_shut_and_no_backup_is_known_the_reason_stands_alone(at_journal, damage_lock):
    damage_lock("passphrase")
    damage_lock("recovery")
    ran = at_journal("check")
    assert (ran.code, "newest" in ran.err) == (3, False)
