import gc

import msgspec
import pytest

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal import search as module
from integrate.journal.search import matches, search, wanted_in
from integrate.vault import VaultBusy


def found(journal, text):
    return [listed for lot in search(journal, wanted_in(text)) for listed in lot.found]


def ids(journal, text):
    return [each.id for each in found(journal, text)]


def answered(kind, value, **more):
    return Answered(prompt="p", kind=kind, ask="What hums?", value=value, **more)


@pytest.fixture
def guided(journal, now):
    heading = Heading(when=now, title="Check-in", set="checkin", tags=("harbour",))
    words = Words(
        answers=(
            answered(Kind.SCALE, 7, high=10),
            answered(Kind.MULTI, ("a",), labels=("calm",), other="like rain"),
            answered(Kind.TEXT, "A boat on the Neckar"),
        ),
        aside=(answered(Kind.TEXT, "put away"),),
    )
    return journal.add_entry(heading, words)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kettle tea", ("kettle", "tea")),
        ('"quiet  harbour" late', ("quiet harbour", "late")),
        ("„quiet harbour“", ("quiet harbour",)),
        ('tea "not closed', ("tea", "not closed")),
        ('don\'t "" tea tea', ("don't", "tea")),
        (' \t"" ', ()),
        ("\u0301", ()),
    ],
)
def test_words_and_phrases_are_read_from_what_was_typed(text, wanted):
    assert wanted_in(text) == wanted


def test_pages_that_say_every_word_are_found_newest_first(journal, free_page):
    old = free_page("The kettle sang. Tea at four.", hours=30)
    free_page("Only tea.", hours=20)
    new = free_page("KETTLE and tea", hours=2)
    assert ids(journal, "tea kettle") == [new.id, old.id]


@pytest.mark.parametrize(
    "text", ["check-in", "harbour", "7 of 10", "calm", "rain", "neckar", "put away"]
)
def test_titles_tags_answers_as_said_and_words_kept_aside_are_searched(journal, guided, text):
    assert ids(journal, f'"{text}"') == [guided.id]


@pytest.mark.parametrize("text", ["hums", '"rain a boat"', "marmalade"])
def test_neither_questions_nor_what_runs_over_two_answers_is_found(journal, guided, text):
    assert guided
    assert ids(journal, text) == []


def test_a_phrase_goes_on_in_the_next_line(journal, free_page):
    page = free_page("a quiet\n  harbour")
    assert ids(journal, '"quiet harbour"') == [page.id]
    assert ids(journal, '"harbour quiet"') == []


def test_accents_count_on_neither_side(journal, free_page):
    page = free_page("Im Café")
    assert ids(journal, "cafe") == ids(journal, "CAFÉ") == [page.id]


def test_without_a_word_nothing_is_looked_for(journal, free_page):
    free_page()
    assert list(search(journal, ())) == []


def test_results_come_lot_by_lot(journal, free_page, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 2)
    pages = [free_page(f"tea {hours}", hours=hours) for hours in range(5)]
    lots = list(search(journal, ["tea"]))
    assert [(lot.looked, lot.of) for lot in lots] == [(2, 5), (4, 5), (5, 5)]
    assert [each.id for each in lots[0].found] == [pages[0].id, pages[1].id]


def test_a_second_search_unseals_only_what_is_new(journal, free_page, monkeypatch):
    free_page("tea", hours=3)
    assert len(ids(journal, "tea")) == 1
    page = free_page("more tea")
    read, really = [], journal.vault.values

    def values(rids):
        read.extend(rids)
        return really(rids)

    monkeypatch.setattr(journal.vault, "values", values)
    assert len(ids(journal, "tea")) == 2
    assert read == [next(each.rid for each in journal.entries if each.id == page.id)]


def test_what_another_window_wrote_is_found_after_a_refresh(again, free_page):
    other = again()
    assert ids(other, "tea") == []
    page = free_page("tea")
    other.refresh()
    assert ids(other, "tea") == [page.id]


def test_a_page_written_while_a_search_is_under_way_moves_nothing(journal, free_page, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 2)
    pages = [free_page(f"tea {hours}", hours=hours) for hours in range(1, 6)]
    lots = search(journal, ["tea"])
    seen = [each.id for each in next(lots).found]
    free_page("tea, newer")
    seen += [each.id for lot in lots for each in lot.found]
    assert seen == [page.id for page in pages]


def test_pages_that_go_while_a_search_is_under_way_hide_no_other(journal, free_page, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 2)
    pages = [free_page(f"tea {hours}", hours=hours) for hours in range(5)]
    lots = search(journal, ["tea"])
    next(lots)
    for page in pages[:2]:
        del journal._contents.entries[page.id]
    journal._contents.newest_first = None
    assert [each.id for lot in lots for each in lot.found] == [page.id for page in pages[2:]]


def test_both_texts_written_side_by_side_are_searched(journal, again, free_page):
    page = free_page("first")
    (listed,) = journal.entries
    heading = msgspec.structs.replace(listed.heading, title="")
    for words in ("kettle", "harbour"):
        about = Words(text=words)
        journal.vault.add("entry", heading, about, entity=page.id, after=[listed.rid])
    other = again()
    assert ids(other, "kettle") == ids(other, "harbour") == [page.id]
    (match,) = matches(other, found(other, "kettle"), ["kettle"])
    assert match.context == "kettle"


def test_damaged_pages_are_counted_and_hide_no_other(journal, free_page, monkeypatch):
    free_page("tea", hours=2)
    page = free_page("more tea")
    damaged = journal.entries[1].rid
    really = journal.vault.values
    monkeypatch.setattr(
        journal.vault,
        "values",
        lambda rids: ((rid, None if rid == damaged else value) for rid, value in really(rids)),
    )
    (lot,) = search(journal, ["tea"])
    assert ([each.id for each in lot.found], lot.unread) == ([page.id], 1)


def test_words_that_cannot_be_understood_count_as_damaged(journal, again, now):
    heading = Heading(when=now, title="tea")
    journal.vault.add("entry", heading, {"text": 7})
    (lot,) = search(again(), ["tea"])
    assert (lot.found, lot.unread) == ((), 1)


def test_a_busy_file_is_told_and_the_next_search_reads_on(journal, free_page, monkeypatch):
    page = free_page("tea")

    def busy(_):
        raise VaultBusy

    monkeypatch.setattr(journal.vault, "values", busy)
    with pytest.raises(VaultBusy):
        list(search(journal, ["tea"]))
    monkeypatch.undo()
    assert ids(journal, "tea") == [page.id]


def test_a_match_shows_its_place_and_what_was_found_in_its_own_spelling(journal, free_page, past):
    session = past(40)
    page = free_page("Im Café, spät.")
    (match,) = matches(journal, found(journal, "cafe free"), ("cafe", "free"))
    assert (match.row.id, match.row.session) == (page.id, session)
    assert [match.context[start:end] for start, end in match.marks] == ["Café"]
    assert [match.row.title[start:end] for start, end in match.title_marks] == ["Free"]


def test_a_tag_that_was_found_is_the_context(journal, guided):
    assert guided
    (match,) = matches(journal, found(journal, "harbour"), ["harbour"])
    assert (match.context, match.marks) == ("harbour", ((0, 7),))


def test_no_word_can_be_reached_once_the_journal_is_closed(journal, free_page, monkeypatch):
    """Drafts, keys and texts are dropped at lock; a search under way keeps none of them."""
    monkeypatch.setattr(module, "AT_ONCE", 2)
    for hours in range(5):
        free_page(f"marmalade-canary {hours}", hours=hours)
    lots = search(journal, ["marmalade"])
    assert next(lots).found
    journal.close()
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, bytes | str | list | tuple)]
    canary = b"marmalade-canary"
    assert not any(canary in each for each in held if isinstance(each, bytes))
    assert not any(
        isinstance(part, bytes) and canary in part
        for each in held
        if isinstance(each, list | tuple)
        for part in each
    )
    assert list(lots) == []


def test_a_search_that_the_closing_overtakes_ends(journal, free_page, monkeypatch):
    free_page("tea")

    def closed(_):
        journal.close()
        raise ValueError("the vault is closed")

    monkeypatch.setattr(journal.vault, "values", closed)
    assert list(search(journal, ["tea"])) == []


def test_any_other_fault_is_not_hidden(journal, free_page, monkeypatch):
    free_page("tea")

    def broken(_):
        raise ValueError("something else")

    monkeypatch.setattr(journal.vault, "values", broken)
    with pytest.raises(ValueError, match="something else"):
        list(search(journal, ["tea"]))
