import string

import pytest
from textual.keys import _character_to_key

from integrate.keymap import KEYS, keys_in, meets, problem, rules, shown, taken_from_safety, told
from integrate.text import clean


def test_keys_are_written_as_they_stand_on_the_keyboard():
    assert keys_in("w, ?, ctrl+n,f5") == ["w", "question_mark", "ctrl+n", "f5"]
    assert [shown(key) for key in ("question_mark", "w", "ctrl+n")] == ["?", "w", "ctrl+n"]
    assert keys_in("") == []


@pytest.mark.parametrize("key", ["w", "W", "question_mark", "f5", "ctrl+e", "delete", "é", "ж"])
def test_a_key_that_reaches_us_is_no_problem(key):
    assert problem(key) is None


@pytest.mark.parametrize("key", ["alt+w", "ctrl+enter", "f11", "ctrl+i", "escape", "5", "wx", ""])
def test_a_key_that_does_not_is_told_in_a_sentence(key):
    assert problem(key).endswith(".")


@pytest.mark.parametrize("sign", string.punctuation)
def test_each_sign_is_called_as_it_is_when_it_is_pressed(sign):
    named = keys_in(sign if sign != "," else "comma")
    assert named == [_character_to_key(sign)]
    assert [shown(each) for each in named] == [sign]
    assert problem(named[0]) is None


@pytest.mark.parametrize("key", ["§", "€", "´"])
def test_a_sign_that_has_no_name_here_is_not_taken_for_a_key_that_works(key):
    assert problem(key).endswith(".")


@pytest.mark.parametrize("key", ["\u202e", "\u200b", "\u0301", "\x1b", "\x9b", "\ue000"])
def test_nothing_that_steers_a_terminal_or_cannot_be_seen_is_a_key(key):
    assert problem(key).endswith(".")
    assert clean(problem(key)) == problem(key)
    assert rules({"home.why": key}) == {}


def test_only_what_holds_is_used():
    own = {
        "home.go-free": "z",
        "home.nothing": "z",
        "home.go-journal": "alt+j",
        "everywhere.ground": "",
        "everywhere.support": "ctrl+g",
        "home.why": "",
    }
    assert rules(own) == {"home.go-free": "z", "home.why": ""}


def test_grounding_people_help_and_closing_keep_their_keys():
    assert taken_from_safety("home.why", "ctrl+g,z,f10") == ["ctrl+g", "f10"]
    assert taken_from_safety("everywhere.ground", "ctrl+g") == []


def test_what_is_safe_keeps_a_key_that_works_on_every_page_and_in_fields():
    for keys in ("z", "f7", "ctrl+k", "f5", "f2"):
        assert rules({"everywhere.ground": keys}) == {}
    assert rules({"everywhere.ground": "f7,ctrl+g"}) == {"everywhere.ground": "f7,ctrl+g"}
    both = {"everywhere.ground": "f5", "guided.only_one": "ctrl+u"}
    assert rules(both) == both


def test_what_meets_on_one_page_is_told_and_nothing_else():
    assert list(meets("home.go-free", "j", {})) == [("j", "home.go-journal")]
    assert list(meets("home.go-free", "j", {"home.go-journal": "b"})) == []
    assert list(meets("home.go-free", "ctrl+k", {})) == [("ctrl+k", "everywhere.menu")]
    assert list(meets("home.go-free", "slash", {})) == []


def test_a_sentence_of_its_own_comes_before_the_usual_one():
    assert told("ask.leave") != told("author.leave")
    assert told("no.such") == ""
    assert all(told(name) for name in KEYS if name.startswith("everywhere."))
