import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.journal.changed import changed

TEXTS = st.text(alphabet="ab \n鳥", max_size=40)


def told(before, after):
    return [(each.how, each.text) for each in changed(before, after)]


def test_words_are_compared_one_by_one():
    assert told("the old tune hums", "the new tune hums on") == [
        ("same", "the "),
        ("gone", "old"),
        ("new", "new"),
        ("same", " tune hums"),
        ("new", " on"),
    ]


def test_neighbouring_changes_are_one():
    assert told("a b c", "x y c") == [("gone", "a b"), ("new", "x y"), ("same", " c")]


def test_a_line_that_is_new_is_told_alone():
    assert told("one\ntwo\n", "one\nnew\ntwo\n") == [
        ("same", "one\n"),
        ("new", "new\n"),
        ("same", "two\n"),
    ]


def test_scripts_without_blanks_are_compared_sign_by_sign():
    assert ("gone", "鳥") in told("夜の鳥が鳴く", "夜の風が鳴く")


@pytest.mark.parametrize(("before", "after"), [("", ""), ("same", "same")])
def test_nothing_changed_is_one_stretch_at_most(before, after):
    assert told(before, after) == ([("same", before)] if before else [])


def test_a_large_rewriting_is_shown_as_a_whole():
    before, after = "a " * 3000, "b " * 3000
    assert told(before, after) == [("gone", before), ("new", after)]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(before, after):
    steps = changed(before, after)
    assert "".join(each.text for each in steps if each.how != "new") == before
    assert "".join(each.text for each in steps if each.how != "gone") == after
