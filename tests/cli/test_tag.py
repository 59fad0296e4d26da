import pytest

pytestmark = pytest.mark.usefixtures("made")


def tags(at_journal):
    (row,) = at_journal("list", "--json").json
    return row["tags"]


def test_tags_are_put_on_and_taken_off(at_journal, page):
    ran = at_journal("tag", page[:6], "body", "#sea")
    assert (ran.code, ran.out) == (0, "Its tags: body, sea.\n")
    assert at_journal("tag", page, "night", "--remove", "BODY").out == "Its tags: sea, night.\n"
    assert tags(at_journal) == ["sea", "night"]


def test_without_a_tag_they_come_from_standard_input_one_a_line(at_journal, page):
    at_journal("tag", page, stdin="body\n\nsea\n")
    assert tags(at_journal) == ["body", "sea"]


def test_taking_off_alone_reads_no_standard_input(at_journal, page):
    at_journal("tag", page, "body")
    ran = at_journal("tag", page, "--remove", "body", stdin="not read")
    assert ran.out == "This page has no tags.\n"


def test_json_says_what_it_has_now(at_journal, page):
    told = at_journal("tag", page, "body", "--json").json
    assert told == {"id": page, "title": "Free page", "tags": ["body"]}


@pytest.mark.parametrize("word", ["", "a,b", "x" * 41])
def test_what_is_no_tag_is_one_sentence_and_changes_nothing(at_journal, page, word):
    ran = at_journal("tag", page, word)
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert tags(at_journal) == []


def test_a_hostile_tag_cannot_speak_to_the_terminal(at_journal, page):
    at_journal("tag", page, "\x1b]0;x\x07[red]")
    assert "\x1b" not in at_journal("show", page).out


def test_it_is_shown_with_the_page_and_taken_back_by_undo(at_journal, page):
    at_journal("tag", page, "body")
    assert "tags: body" in at_journal("show", page).out
