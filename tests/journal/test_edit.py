import pytest
from msgspec.structs import replace

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.draft import Keeper, waiting
from integrate.journal.edit import CannotEdit, answer_at, edit, rewordable
from integrate.journal.passage import Free
from integrate.journal.search import search
from integrate.journal.show import show
from integrate.vault import DamagedRecord, NotWritten


def only(journal):
    (listed,) = journal.entries
    return listed


def texts(journal):
    """Everything that stands there now, side by side or alone."""
    shown = show(journal, only(journal).id)
    return sorted((shown.entry.words.text, *(each.text for each in shown.also)))


@pytest.fixture
def page(journal, free_page):
    free_page("first")
    return only(journal)


@pytest.fixture
def guided(journal, now):
    words = Words(
        answers=(
            Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),
            Answered(prompt="b", kind=Kind.TEXT, ask="What?", value="old", keep_as="small-step"),
            Answered(prompt="c", kind=Kind.TEXT, ask="Say.", value="a word", series="mood"),
        ),
        aside=(Answered(prompt="d", kind=Kind.TEXT, ask="Hm?", value="aside"),),
    )
    heading = Heading(when=now, title="Check-in", set="checkin", series={"mood": "a word"})
    return journal.add_entry(heading, words)


def test_a_free_page_reads_anew_and_keeps_its_day_and_its_id(journal, again, page):
    edited = edit(journal, page, text="second\n")
    assert (edited.changed, edited.apart) == (True, False)
    for each in (journal, again()):
        listed = only(each)
        assert (listed.id, listed.heading.when) == (page.id, page.heading.when)
        assert each.words(listed).text == edited.entry.words.text == "second"


def test_the_earlier_wording_stays_in_the_file(journal, page):
    edit(journal, page, text="second")
    assert journal.words_at(page.rid).text == "first"


def test_a_title_changes_and_the_words_stay(journal, page):
    edit(journal, page, title=" Harbour ")
    assert (only(journal).heading.title, texts(journal)) == ("Harbour", ["first"])
    edit(journal, only(journal), title=" ")
    assert only(journal).heading.title == "Free page"


def test_an_answer_that_is_words_is_reworded_and_the_others_stay_as_said(journal, guided):
    edit(journal, guided, answers={2: "new", 3: "another"})
    words = journal.words(only(journal))
    assert [each.value for each in words.answers] == [7, "new", "another"]
    assert (words.answers[1].ask, words.answers[1].keep_as) == ("What?", "small-step")
    assert words.aside[0].value == "aside"
    assert only(journal).heading.series == {"mood": "another"}


def test_only_answers_that_are_words_can_be_reworded(journal, guided):
    words = journal.words(guided)
    assert rewordable(words) == (2, 3)
    assert answer_at(words, 2).value == "old"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"answers": {1: "x"}}, "stays as it was said"),
        ({"answers": {4: "x"}}, "no answer 4"),
        ({"answers": {0: "x"}}, "no answer 0"),
        ({"answers": {2: " \n"}}, "no new words"),
        ({"text": "x"}, "answers questions"),
        ({"title": "x"}, "answers questions"),
    ],
)
def test_what_a_guided_page_does_not_take_is_refused(journal, guided, change, sentence):
    with pytest.raises(CannotEdit, match=sentence):
        edit(journal, guided, **change)
    assert only(journal) == guided


@pytest.mark.parametrize("change", [{"text": "\n \n"}, {"text": ""}, {"answers": {1: "x"}}])
def test_what_a_free_page_does_not_take_is_refused(journal, page, change):
    with pytest.raises(CannotEdit):
        edit(journal, page, **change)
    assert only(journal) == page


def test_the_same_words_again_write_nothing(journal, page, path):
    before = path.read_bytes()
    edited = edit(journal, page, text="first\n", title="Free page")
    assert not edited.changed
    assert path.read_bytes() == before


def test_two_windows_that_edit_at_once_keep_both_texts(journal, again, page):
    other = again()
    edit(journal, page, text="from here")
    edit(other, only(other), text="from there")
    for each in (journal, other, again()):
        each.refresh()
        assert texts(each) == ["from here", "from there"]


def test_words_begun_before_another_window_s_came_in_stand_beside_them(journal, again, page):
    """The list has been read anew meanwhile; the person saw the page as it was before."""
    edit(again(), page, text="from there")
    assert journal.refresh()
    edit(journal, page, text="from here")
    assert texts(journal) == texts(again()) == ["from here", "from there"]


def test_editing_one_of_two_texts_leaves_the_other_beside_it(journal, again, page):
    edit(again(), page, text="beside")
    edit(journal, page, text="mine")
    journal.refresh()
    edit(journal, only(journal), text="mine, better")
    assert texts(journal) == texts(again()) == ["beside", "mine, better"]


@pytest.mark.parametrize("text", ["both in one", None])
def test_two_texts_are_settled_by_one(journal, again, page, text):
    edit(again(), page, text="beside")
    edit(journal, page, text="mine")
    journal.refresh()
    edit(journal, only(journal), text=text, settle=True)
    assert texts(journal) == texts(again()) == [text or "mine"]


def test_words_for_a_page_that_was_deleted_meanwhile_are_kept_as_a_new_one(journal, again, page):
    seen = journal.words(page)
    again().vault.delete(page.id)
    edited = edit(journal, page, text="not lost", seen=seen)
    assert (edited.changed, edited.apart) == (True, True)
    other = again()
    assert only(other).id == edited.entry.id != page.id
    assert texts(other) == ["not lost"]


def test_a_draft_goes_with_the_new_wording(journal, page, now):
    keeper = Keeper(journal)
    keeper.keep(Free(text="second", title="t", begun=now))
    edit(journal, page, text="second", draft=keeper.rid)
    assert waiting(journal) == []


def test_a_draft_that_changes_nothing_goes_too(journal, page, now):
    keeper = Keeper(journal)
    keeper.keep(Free(text="first", title="t", begun=now))
    assert not edit(journal, page, text="first", draft=keeper.rid).changed
    assert waiting(journal) == []


def test_a_draft_stays_where_the_page_does_not_take_it(journal, guided, now):
    keeper = Keeper(journal)
    keeper.keep(Free(text="words", title="t", begun=now))
    with pytest.raises(CannotEdit):
        edit(journal, guided, answers={1: "words"}, draft=keeper.rid)
    assert len(waiting(journal)) == 1


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_second_try_after_a_fault_makes_one_wording(journal, again, page, unsure, fault):
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        edit(journal, page, text="second")
    edit(journal, page, text="second")
    assert texts(journal) == texts(again()) == ["second"]
    assert len(journal.vault.history(page.id).wordings) == 2


@pytest.mark.parametrize("fault", ["before", "after"])
def test_other_words_after_a_fault_follow_those_that_may_have_gone_in(
    journal, again, page, unsure, fault
):
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        edit(journal, page, text="second")
    edit(journal, page, text="third")
    assert texts(journal) == texts(again()) == ["third"]


def test_a_page_that_cannot_be_read_is_not_changed(journal, page):
    damaged = replace(page, rid=b"\x00" * 16)
    with pytest.raises(DamagedRecord):
        edit(journal, damaged, title="x")
    assert only(journal) == page


def test_a_search_finds_the_new_words_and_not_the_old(journal, page):
    assert [each for lot in search(journal, ["first"]) for each in lot.found] == [page]
    edit(journal, page, text="second")
    assert [each for lot in search(journal, ["first"]) for each in lot.found] == []
    assert [each for lot in search(journal, ["second"]) for each in lot.found] == [only(journal)]
