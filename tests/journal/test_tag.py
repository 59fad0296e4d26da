import pytest

from integrate.journal.edit import edit
from integrate.journal.history import history
from integrate.journal.search import search
from integrate.journal.tag import LONGEST, MOST, CannotTag, known_tags, tag, tag_in
from integrate.journal.undo import undo
from integrate.vault import DamagedRecord, Gone


@pytest.fixture
def page(journal, free_page):
    free_page("first")
    (listed,) = journal.entries
    return listed


def tags(journal):
    return journal.entries[0].heading.tags


def test_tags_are_put_on_and_taken_off_and_the_words_stay(journal, again, page, now):
    put = tag(journal, page, now, add=["Body", " #sea "])
    assert put.heading.tags == ("Body", "sea")
    put = tag(journal, put, now, add=["night"], remove=["BODY", "never there"])
    other = again()
    assert other.entries[0].heading.tags == ("sea", "night")
    assert other.words(other.entries[0]).text == "first"


def test_no_tag_stands_there_twice_and_nothing_new_is_nothing_written(journal, page, now):
    put = tag(journal, page, now, add=["Körper", "korper"])
    assert put.heading.tags == ("Körper",)
    assert tag(journal, put, now, add=["KÖRPER"]) is put


def test_earlier_tags_stay_in_the_history_and_can_be_taken_back(journal, page, now):
    tag(journal, page, now, add=["sea"])
    (earlier,) = history(journal, journal.entries[0]).earlier
    assert [(each.what, each.after) for each in earlier.changes] == [("tags", "sea")]
    undo(journal)
    assert tags(journal) == ()


def test_a_tag_is_found_by_searching(journal, page, now):
    tag(journal, page, now, add=["Seaside"])
    (lot,) = search(journal, ("seaside",))
    assert [each.id for each in lot.found] == [page.id]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "no word"), (" # ", "no word"), ("a,b", "comma"), ("x" * (LONGEST + 1), "40")],
)
def test_what_is_no_tag_is_refused(typed, said):
    with pytest.raises(CannotTag, match=said):
        tag_in(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("#body", "body"),
        ("two  words\n", "two words"),
        ("\x1b[31mred", "[31mred"),
        ("[red]", "[red]"),
    ],
)
def test_a_tag_is_one_clean_line(typed, kept):
    assert tag_in(typed) == kept


def test_a_page_has_room_for_so_many(journal, page, now):
    put = tag(journal, page, now, add=[f"tag {number}" for number in range(MOST)])
    with pytest.raises(CannotTag, match=str(MOST)):
        tag(journal, put, now, add=["one more"])
    assert len(tags(journal)) == MOST


def test_the_most_used_tag_comes_first(journal, page, now, free_page):
    tag(journal, page, now, add=["rare", "often"])
    free_page("second", hours=1)
    tag(journal, journal.entries[1], now, add=["Often"])
    assert known_tags(journal) == ["often", "rare"]


def test_a_page_that_cannot_be_read_is_not_written_again(journal, page, now, monkeypatch):
    def damaged(_journal, listed):
        raise DamagedRecord(listed.rid, listed.id)

    monkeypatch.setattr(type(journal), "words", damaged)
    with pytest.raises(DamagedRecord):
        tag(journal, page, now, add=["sea"])


def test_a_page_that_was_deleted_in_another_window_is_not_brought_back(journal, again, page, now):
    again().remove(page.id)
    with pytest.raises(Gone):
        tag(journal, page, now, add=["sea"])


def test_a_text_beside_stays_beside(journal, again, page, now):
    other = again()
    edit(journal, page, text="mine")
    edit(other, page, text="theirs")
    journal.refresh()
    put = tag(journal, journal.entries[0], now, add=["sea"])
    assert len(put.also) == 1
