"""How far one has come is said in words, with dots where they can be taken in."""

from integrate.tui.widgets.progress import progress


def test_words_and_dots():
    assert progress(2, 7) == "2 of 7  ●●·····"


def test_many_prompts_are_said_in_words_alone():
    assert progress(3, 40) == "3 of 40"
