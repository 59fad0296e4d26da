from datetime import timedelta

import pytest

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")


@pytest.fixture
def pages(at_journal, made) -> list[str]:
    """Two that speak of a kettle, the older one first."""
    assert made.exists()
    told = [
        at_journal("note", "--json", stdin=text, now=NOW + timedelta(hours=hours)).json["id"]
        for hours, text in enumerate(["A quiet harbour,\nthe Kettle sang.", "kettle and café"])
    ]
    at_journal("note", stdin="something else")
    return told


def test_each_match_has_day_id_title_and_a_line_with_brackets_around_it(at_journal, pages):
    lines = at_journal("search", "kettle").out.splitlines()
    assert lines == [
        f"2026-03-10 20:00  {pages[1][:4]}  Free page",
        "    [kettle] and café",
        f"2026-03-10 19:00  {pages[0][:4]}  Free page",
        "    A quiet harbour, the [Kettle] sang.",
    ]


def test_a_word_in_a_title_is_marked_there(at_journal, pages):
    ran = at_journal("search", "free", "kettle")
    assert ran.out.count("[Free] page") == len(pages)


@pytest.mark.parametrize(
    "words",
    [
        ["kettle", "harbour"],
        ["quiet harbour"],
        ['"quiet harbour" kettle'],
        ["QUIET"],
    ],
)
def test_a_page_must_say_every_word_and_a_phrase_as_it_stands(at_journal, pages, words):
    (found,) = at_journal("search", "--json", *words).json
    assert found["id"] == pages[0]


@pytest.mark.parametrize("words", [["marmalade"], ["harbour quiet"], ["kettle", "marmalade"]])
def test_without_a_match_it_is_one_sentence_and_code_1(at_journal, pages, words):
    assert pages
    ran = at_journal("search", *words)
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_in_an_empty_journal_nothing_is_found(at_journal):
    ran = at_journal("search", "kettle")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_json_without_a_match_is_an_empty_list_and_code_1(at_journal, pages):
    assert pages
    ran = at_journal("search", "--json", "marmalade")
    assert (ran.code, ran.json) == (1, [])


def test_from_a_pipe_the_first_line_says_what_to_find(at_journal, pages):
    ran = at_journal("search", "--json", stdin="harbour\nmarmalade\n")
    assert ran.code == 0
    assert [each["id"] for each in ran.json] == [pages[0]]


def test_json_says_where_the_words_stand(at_journal, pages):
    (found,) = at_journal("search", "--json", "cafe", "page").json
    assert found["id"] == pages[1]
    assert [found["context"][start:end] for start, end in found["marks"]] == ["café"]
    assert [found["title"][start:end] for start, end in found["title_marks"]] == ["page"]


@pytest.mark.parametrize("given", [[""], ['""'], []])
def test_without_a_word_to_look_for_it_is_refused(at_journal, pages, given):
    assert pages
    ran = at_journal("search", *given, stdin="\n")
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_what_steers_a_terminal_is_not_printed(at_journal):
    at_journal("note", stdin="kettle\u202eab")
    assert "\u202e" not in at_journal("search", "kettle").out


def test_damage_is_named_and_the_rest_is_found(at_journal, pages, damage_newest_record):
    damage_newest_record()
    ran = at_journal("search", "kettle")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 2 * len(pages)
    assert "damaged" in ran.err


def test_its_help_says_that_a_shell_remembers_what_stands_on_the_command_line(command):
    assert "history" in command("search", "--help").out
