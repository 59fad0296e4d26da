"""Passphrases, in words."""

import pytest

from integrate.strength import strength_of
from integrate.words import say


@pytest.mark.parametrize("passphrase", ["", "hello", "qwertyuiop", "1987-04-12", "aaaaaaaa"])
def test_what_is_tried_early_is_easy_to_guess(passphrase):
    found = strength_of(passphrase)
    assert found.word == say("strength.easy")
    assert found.weak
    assert found.hint


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("qwertyuiop[", "strength.hint.keys"),
        ("abcdefgh", "strength.hint.repeat"),
        ("1987-04-12", "strength.hint.date"),
        ("kettle", "strength.hint.words"),
    ],
)
def test_the_hint_says_what_would_help(passphrase, hint):
    assert strength_of(passphrase).hint == say(hint)


def test_unrelated_words_are_very_strong_and_need_no_hint():
    found = strength_of("kettle orbit velvet mustard lagoon")
    assert found.word == say("strength.very_strong")
    assert not found.hint
    assert not found.weak


def test_a_very_long_one_is_looked_at_only_in_part():
    assert strength_of("a" * 100_000).weak
