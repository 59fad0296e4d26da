import pytest

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")


@pytest.fixture
def page(at_journal, made) -> str:
    assert made.exists()
    return at_journal("note", "--json", stdin="The kettle sang.").json["id"]


@pytest.mark.parametrize("letters", [4, 8, 16])
def test_the_beginning_of_an_id_is_enough(at_journal, page, letters):
    assert "The kettle sang." in at_journal("show", page[:letters]).out


def test_words_are_printed_plainly_with_title_and_day(at_journal, page):
    lines = at_journal("show", page).out.splitlines()
    assert lines == ["Free page", "Tue 10 March 2026, 19:00", "", "The kettle sang."]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("beginning", ["zzzz", "", "*", "%"])
def test_an_id_that_is_not_there_is_refused(at_journal, beginning):
    ran = at_journal("show", beginning)
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_a_beginning_of_two_is_refused_and_says_so(at_journal):
    for _ in range(17):
        at_journal("note", stdin="words")
    ids = [each["id"] for each in at_journal("list", "--json").json]
    first = [each[0] for each in ids]
    shared = next(letter for letter in first if first.count(letter) > 1)
    ran = at_journal("show", shared)
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_a_damaged_page_is_code_3_or_not_there(at_journal, damage_newest_record):
    at_journal("note", stdin="whole")
    page = at_journal("note", "--json", stdin="damaged", now=NOW).json["id"]
    damage_newest_record()
    ran = at_journal("show", page)
    assert ran.code in {1, 3}
    assert ran.refused_in_one_sentence


def test_markup_in_words_is_only_words(at_journal):
    page = at_journal("note", "--json", stdin="[bold red]not markup[/]").json["id"]
    assert "[bold red]not markup[/]" in at_journal("show", page).out
