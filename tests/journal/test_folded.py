from datetime import UTC, datetime

from integrate.domain.entry import Heading
from integrate.journal.contents import Listed
from integrate.journal.folded import Folded, holding, revisions


def listed(name, also=()):
    heading = Heading(when=datetime(2026, 3, 10, tzinfo=UTC), title="t")
    return Listed(id=name, heading=heading, rid=name.encode(), also=also)


def test_lines_follow_their_entries_and_what_is_gone_is_forgotten():
    folded, one, two, three = Folded(), listed("1"), listed("2"), listed("3")
    before = (one, two)
    assert folded.lines(before, 0, 9) == [None, None]
    folded.take(before, {0: b"one", 1: b"two"})
    assert folded.lines((three, two), 0, 9) == [None, b"two"]
    assert folded.lines(before, 0, 9) == [None, b"two"]


def test_a_text_written_beside_makes_it_a_line_to_be_read_anew():
    folded, one = Folded(), (listed("1"),)
    folded.lines(one, 0, 1)
    folded.take(one, {0: b"one"})
    assert folded.lines((listed("1", also=(b"x",)),), 0, 1) == [None]


def test_lines_for_entries_that_no_longer_count_are_not_taken():
    folded, one, two = Folded(), (listed("1"),), (listed("2"),)
    folded.lines(one, 0, 1)
    folded.lines(two, 0, 1)
    folded.take(one, {0: b"one"})
    assert folded.lines(two, 0, 1) == [None]


def test_once_closed_it_holds_nothing_and_takes_nothing_in():
    folded, one = Folded(), (listed("1"),)
    folded.lines(one, 0, 1)
    folded.close()
    folded.take(one, {0: b"one"})
    assert folded.lines(one, 0, 1) == []
    assert folded.closed


def test_entries_that_hold_every_word_are_found_in_their_order():
    entries = [listed(name) for name in "123"]
    lines = [b"tea and kettle", b"tea", b"kettle, then tea"]
    assert holding(entries, lines, [b"tea", b"kettle"]) == [entries[0], entries[2]]


def test_all_texts_of_an_entry_are_its_own_and_those_beside():
    assert revisions(listed("1", also=(b"x",))) == (b"1", b"x")


def test_a_phrase_may_stand_over_a_line_end_and_never_over_two_answers():
    entries = [listed(name) for name in "1234"]
    lines = [b"a quiet\n  harbour", b"a quiet \0 harbour", "quiet\u00a0harbour".encode(), b"quiet"]
    assert holding(entries, lines, [b"quiet harbour"]) == [entries[0], entries[2]]
    assert holding(entries, lines, [b"quiet harbour", b"a quiet"]) == [entries[0]]
