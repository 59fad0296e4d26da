"""How hard a text is to read."""

import pytest

from integrate.domain.reading import as_sentences, grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("safe", 1), ("memory", 3), ("settle", 2), ("asked", 1), ("started", 2), ("sober", 2)],
)
def test_syllables_are_counted_about_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_the_formula_tells_easy_from_hard():
    easy = "Press your feet down. Let go."
    hard = "Psychotherapeutic interventions necessitate individualised contraindication analysis."
    assert grade(easy) < 3
    assert grade(hard) > 15


def test_one_plain_sentence_is_reckoned_by_the_published_formula():
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


@pytest.mark.parametrize("text", ["", " ", "...", "…"])
def test_a_text_without_words_is_not_hard(text):
    assert grade(text) == 0.0


def test_texts_are_joined_as_sentences():
    assert as_sentences(("How was it", "", "Take your time.")) == "How was it. Take your time."


def test_a_row_of_dots_takes_no_time():
    assert grade("word " + "." * 200_000 + "x") < 8
