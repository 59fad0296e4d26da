"""What an entry keeps of an answer."""

from integrate.domain.answer import Answer
from integrate.domain.entry import answered

OPTIONS = [
    {"value": "wait", "label": "It can wait", "keeps": False},
    {"value": "settled", "label": "It has settled"},
]


def test_an_option_that_leaves_the_matter_open_keeps_nothing(make_set):
    (prompt,) = make_set(
        {"id": "left", "kind": "choice", "options": OPTIONS, "keep_as": "left-since"}
    ).prompt
    assert answered(prompt, Answer(value="settled")).keep_as == "left-since"
    assert answered(prompt, Answer(value="wait")).keep_as is None


def test_of_several_options_one_that_leaves_it_open_is_enough(make_set):
    (prompt,) = make_set(
        {"id": "left", "kind": "multi", "options": OPTIONS, "keep_as": "left-since"}
    ).prompt
    assert answered(prompt, Answer(value=("settled", "wait"))).keep_as is None


def test_words_are_always_kept(make_set):
    (prompt,) = make_set({"id": "step", "kind": "text", "keep_as": "step"}).prompt
    assert answered(prompt, Answer(value="wait")).keep_as == "step"
