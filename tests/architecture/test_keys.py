"""Every key of the full screen: it reaches us in every terminal, it has a name, and it is told.

Where one of these fails after a key was added: give it a sentence in integrate/words/tips.py
(`tip.` and its name), then run `python scripts/keymap.py`.
"""

import importlib.util

import pytest

from integrate.keymap import FIXED, KEYS, SAFE, reaches, told

STEPS_OUT = ("everywhere.step_out", "ctrl+z")
"""What every shell takes it for; nothing else may have it."""
LONGEST = 60
"""Letters of a sentence about a key: it stands on one line of the help."""


@pytest.fixture(scope="module")
def script(root):
    spec = importlib.util.spec_from_file_location("keymap_script", root / "scripts" / "keymap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bound(script):
    return list(script.bound())


def test_no_key_needs_alt_or_a_chord_that_a_terminal_keeps_for_itself(bound):
    found = {(name, binding.key) for name, binding in bound if not reaches(binding.key)}
    assert found - {STEPS_OUT} == set()


@pytest.mark.parametrize(
    "key",
    [
        *("alt+n", "ctrl+enter", "ctrl+tab", "ctrl+shift+n", "f11", "ctrl+comma", "ctrl+alt+l"),
        *("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+c", "ctrl+v", "ctrl+z", "shift+enter"),
        *("ctrl+space", "ctrl+at", "ctrl+1", "ctrl+plus", "alt+left", "ctrl+left", "super+k"),
    ],
)
def test_those_that_are_kept_or_sent_as_another_key_are_known(key):
    assert not reaches(key)


def test_every_key_with_words_has_a_sentence_about_it(bound):
    silent = {name for name, binding in bound if binding.description and not told(name)}
    assert silent == set()


def test_every_sentence_about_a_key_is_short_and_whole(bound):
    said = {told(name) for name, _ in bound} - {""}
    assert {each for each in said if len(each) > LONGEST or not each.endswith(".")} == set()


def test_the_table_of_keys_is_up_to_date(script):
    """A person's settings name keys by it."""
    assert script.table() == KEYS


def test_what_is_safe_has_a_key_that_is_typed_nowhere(bound):
    keys = {}
    for name, binding in bound:
        keys.setdefault(name, set()).add(binding.key)
    for name in SAFE:
        assert any(key.startswith(("ctrl+", "f")) for key in keys[name])


def test_digits_arrows_enter_and_escape_can_be_given_to_nothing_else():
    assert {"escape", "enter", "up", "down", "0", "9"} <= FIXED
    assert all(key not in FIXED for keys in KEYS.values() for key in keys.split(","))
