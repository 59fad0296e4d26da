from hypothesis import given
from hypothesis import strategies as st

from integrate.journal.alike import alike
from integrate.journal.excerpt import excerpt


def marked(line):
    return [line.text[start:end] for start, end in line.marks]


def test_a_short_text_is_shown_whole():
    line = excerpt(["The Kettle\n\nsang."], ["kettle"], 40)
    assert (line.text, marked(line)) == ("The Kettle sang.", ["Kettle"])


def test_of_a_long_text_the_surroundings_are_shown_in_whole_words():
    line = excerpt(["before " * 50 + "the Kettle sang" + " after" * 50], ["kettle"], 40)
    assert line.text == "…before the Kettle sang after after after…"
    assert marked(line) == ["Kettle"]


def test_the_text_that_says_most_of_the_words_is_taken_and_all_in_it_are_marked():
    line = excerpt(["a kettle", "tea from the kettle", "tea"], ["kettle", "tea"], 40)
    assert (line.text, marked(line)) == ("tea from the kettle", ["tea", "kettle"])


def test_words_that_stand_in_the_title_alone_show_how_the_page_begins():
    line = excerpt(["", "It begins here " + "and goes on " * 20], ["kettle"], 30)
    assert (line.text, line.marks) == ("It begins here and goes on and…", ())


def test_a_page_without_a_word_has_an_empty_line():
    assert excerpt(["", " \n"], ["kettle"], 30).text == ""


def test_a_phrase_longer_than_the_line_is_shown_whole():
    phrase = "a quiet harbour late in the year"
    line = excerpt([f"it was {phrase} and more"], [phrase], 10)
    assert marked(line) == [phrase]


def test_a_word_far_into_a_page_of_megabytes_is_found_in_its_own_spelling():
    line = excerpt(["größer und größer " * 60_000 + "das CAFÉ " + "größer " * 1_000], ["cafe"], 40)
    assert marked(line) == ["CAFÉ"]
    assert len(line.text) <= 42


@given(st.lists(st.text(max_size=60), max_size=3), st.text(min_size=1, max_size=4))
def test_what_is_marked_is_what_was_searched_for(pieces, word):
    wanted = alike(word)
    line = excerpt(pieces, [wanted] if wanted.strip() else ["x"], 20)
    assert all(0 <= start < end <= len(line.text) for start, end in line.marks)
    assert "\n" not in line.text
