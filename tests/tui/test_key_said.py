"""Sentences that name a key name the one that works."""

import pytest

from integrate.tui.key_said import key_said


class Bearer:
    """All that is asked of an app here."""

    def __init__(self, **own):
        self.own_keys = {name.replace("__", "."): keys for name, keys in own.items()}


def test_without_own_keys_it_is_the_usual_one():
    assert key_said(Bearer(), "everywhere.support") == "ctrl+r"
    assert key_said(object(), "everywhere.help") == "?"


def test_an_own_key_stands_in_the_sentence():
    assert key_said(Bearer(everywhere__support="f7, ctrl+r"), "everywhere.support") == "f7"


@pytest.mark.parametrize(("menu", "said"), [("ctrl+k", "ctrl+k"), ("", "0")])
def test_what_has_no_key_is_in_the_menu(menu, said):
    assert key_said(Bearer(home__why="", everywhere__menu=menu), "home.why") == said
