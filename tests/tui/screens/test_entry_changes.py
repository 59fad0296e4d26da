from integrate.journal.history import Change
from integrate.tui.screens.entry_changes import change_parts


def told(what, before, after, ask=""):
    change = Change(what=what, ask=ask, before=before, after=after)
    return [(part.look, part.lead + part.text) for part in change_parts([change]) if part.text]


def test_what_went_and_what_came_have_signs_of_their_own():
    assert told("text", "the old tune", "the new tune") == [
        ("asked", "text"),
        ("quiet", "  the"),
        ("gone", "− old"),
        ("new", "+ new"),
        ("quiet", "  tune"),
    ]


def test_a_title_and_tags_are_told_whole():
    assert told("title", "A page", "A day") == [
        ("asked", "title"),
        ("gone", "− A page"),
        ("new", "+ A day"),
    ]
    assert told("tags", "", "sea") == [("asked", "tags"), ("new", "+ sea")]


def test_an_answer_stands_under_its_question():
    assert told("answer", "", "a hum", ask="What hums?")[0] == ("asked", "What hums?")


def test_of_what_stayed_only_the_words_near_are_shown():
    around = " ".join(map(str, range(40)))
    lines = told("text", f"{around} old {around}", f"{around} new {around}")
    assert lines[1] == ("quiet", "  … 32 33 34 35 36 37 38 39")
    assert lines[-1] == ("quiet", "  0 1 2 3 4 5 6 7 …")


def test_blanks_that_changed_are_said_in_words():
    assert ("new", "+ (only blanks or lines)") in told("text", "a\nb", "a\n\n\nb")
