from datetime import UTC, datetime

from integrate.domain.entry import Heading, Words
from integrate.journal.contents import Listed
from integrate.journal.history import Change, Earlier, History
from integrate.plain.wordings import history_lines

WHEN = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
HEADING = Heading(when=WHEN, title="Free page")
LISTED = Listed(id="ab", heading=HEADING, rid=b"r")


def told(*wordings, damaged=0):
    earlier = tuple(
        Earlier(heading=HEADING, words=Words(), clock=1, changes=changes) for changes in wordings
    )
    return history_lines(LISTED, History(earlier=earlier, damaged=damaged))[3:]


def test_a_page_that_was_never_changed_says_so_below_its_title_and_day():
    lines = history_lines(LISTED, History(earlier=(), damaged=0))
    assert lines == [
        "Free page",
        "Tue 10 March 2026, 19:00",
        "",
        "This page has only ever had these words.",
    ]


def test_only_the_lines_that_read_differently_are_told():
    before, after = "same\nold line\nsame too", "same\nnew line\nsame too\nmore"
    lines = told((Change(what="text", before=before, after=after),))
    assert lines[1:] == ["", "Wording 1", "This read differently:", "old line"]


def test_words_that_were_only_added_are_said_to_be():
    lines = told((Change(what="text", before="same", after="same\n\nmore"),))
    assert lines[1:] == ["", "Wording 1", "Words were only added since."]


def test_wordings_are_counted_from_the_first_and_the_newest_stands_first():
    lines = told(
        (Change(what="title", before="Harbour", after="Free page"),),
        (Change(what="tags", before="", after="one"),),
        (Change(what="answer", ask="What?", before="old", after="new"),),
        (),
    )
    assert lines[1:] == [
        "",
        "Wording 4",
        "The title was “Harbour”.",
        "",
        "Wording 3",
        "The tags were none.",
        "",
        "Wording 2",
        "What?",
        "This read differently:",
        "old",
        "",
        "Wording 1",
        "It read the same.",
    ]


def test_what_cannot_be_read_is_counted():
    assert told(damaged=2)[-1] == "Earlier wordings that cannot be read: 2."


def test_nothing_in_them_steers_a_terminal():
    lines = told((Change(what="title", before="a\x1b[2J", after="b"),))
    assert "\x1b" not in "".join(lines)
