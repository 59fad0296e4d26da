"""Every sentence of the interface can be read at grade 8 or below (DESIGN.md 5)."""

import re
import string

import pytest

from integrate.domain.check import HARDEST
from integrate.domain.reading import as_sentences, grade
from integrate.words import EN

PARTS = {
    "count": "3", "number": "2", "most": "9", "low": "0", "high": "10", "least": "1",
    "minutes": "5", "days": "14", "seconds": "30", "depth": "1", "grade": "9.1", "at": "12",
    "day": "Tue 3 March", "when": "on Tue 3 March", "clock": "3pm", "time": "3pm",
    "path": "here", "file": "here", "folder": "here", "old": "here", "new": "there",
}  # fmt: skip
"""What stands for a part while a sentence is read; any other part is taken to be a short name."""
NAMED = re.compile(r"(?:^|(?<=\s))(?:integrate [a-z]+|--[a-z-]+|/[a-z]+|~?/\S+|ctrl\+\w)")
"""A command, an option or a key is copied as it stands, and not read as words of a sentence."""
LISTS = {
    "when.months": "names of months",
    "days.weekdays": "names of days",
    "when.weekdays": "names of days",
    "shelf.tongues": "names of languages",
}
"""What is a list for the program to pick from, and never said as a whole."""
A_SENTENCE = 6
"""Words below which the formula measures one word and no sentence: "Emergency" has grade 32.
Such short ones are read with what else stands in the same place."""


class _Given(dict):
    def __missing__(self, name):
        return "this"


class _Filled(string.Formatter):
    def format_field(self, value, format_spec):
        """How a number is written does not matter to who reads it."""
        del format_spec
        return str(value)


def read(text):
    """A sentence as a person meets it, with something in each of its parts."""
    filled = _Filled().vformat(text, (), _Given(PARTS))
    return NAMED.sub("this", filled).replace("\n", " ")


def words_in(text):
    return re.findall(r"[A-Za-z0-9'-]+", text)


SAID = {key: read(text) for key, text in EN.items() if key not in LISTS}
PLACES = sorted({key.split(".")[0] for key in SAID})


def test_every_sentence_can_be_read_at_grade_8():
    hard = {
        key: (round(grade(text), 1), text)
        for key, text in SAID.items()
        if len(words_in(text)) >= A_SENTENCE and grade(text) > HARDEST
    }
    assert hard == {}


@pytest.mark.parametrize("place", PLACES)
def test_each_place_as_a_whole_can_be_read_at_grade_8(place):
    """Short labels count with the sentences beside them; names of countries are nobody's choice."""
    texts = [
        text
        for key, text in SAID.items()
        if key.split(".")[0] == place and not re.fullmatch(r"country\.[A-Z]{2}", key)
    ]
    assert grade(as_sentences(text.rstrip(" :;,…") for text in texts)) <= HARDEST


def test_one_thought_a_sentence():
    """No sentence runs on; a command's help may name what a script needs, and its parts."""
    long = {
        key: len(words_in(sentence))
        for key, text in SAID.items()
        for sentence in re.split(r"[.?!:;](?:\s|$)", text)
        if len(words_in(sentence)) > 24
    }
    assert long == {}


def test_every_list_is_still_there():
    assert LISTS.keys() - {"shelf.tongues"} <= EN.keys()


def test_the_rule_can_fail():
    hard = "Subsequent considerations necessitate additional organisational deliberation."
    assert grade(read(hard)) > HARDEST
