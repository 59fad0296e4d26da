from datetime import timedelta

from .conftest import NOW


def test_what_was_deleted_comes_back_with_its_words_under_a_new_id(at_journal, page, pocket):
    at_journal("delete", page, "--yes")
    told = at_journal("undo", "--json").json
    assert told["was_deleted"]
    assert told["id"] != page
    assert at_journal("show", told["id"], "--json").json["text"] == "The kettle sang."
    assert pocket.notes() == []


def test_it_says_what_came_back(at_journal, page, pocket):
    at_journal("delete", page, "--yes")
    ran = at_journal("undo")
    assert ran.code == 0
    assert ran.out.startswith("“Free page” is back, as ")
    assert pocket.notes() == []


def test_what_was_reworded_reads_as_before(at_journal, page, pocket):
    at_journal("edit", page, stdin="New.")
    ran = at_journal("undo")
    assert (ran.code, "reads as it did before" in ran.out) == (0, True)
    assert at_journal("show", page, "--json").json["text"] == "The kettle sang."
    assert pocket.notes() == []


def test_a_second_time_there_is_nothing(at_journal, page, pocket):
    at_journal("delete", page, "--yes")
    assert at_journal("undo").code == 0
    ran = at_journal("undo")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "ten minutes" in ran.err
    assert pocket.notes() == []


def test_after_ten_minutes_there_is_nothing(at_journal, page, pocket):
    at_journal("delete", page, "--yes")
    assert at_journal("undo", now=NOW + timedelta(minutes=11)).code == 1
    assert pocket.notes() == []


def test_any_verb_lets_go_of_what_is_too_old(at_journal, page, pocket):
    at_journal("delete", page, "--yes")
    at_journal("list", now=NOW + timedelta(minutes=9))
    assert pocket.notes() == ["undo"]
    at_journal("list", now=NOW + timedelta(minutes=11))
    assert pocket.notes() == []


def test_where_it_could_only_lie_on_a_disk_it_says_so(at_journal, page):
    assert page
    ran = at_journal("undo")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "no place in memory" in ran.err
