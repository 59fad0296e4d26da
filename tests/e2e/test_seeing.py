"""How the full screen is seen in a real terminal: small, poor, without colours, in a theme."""

import re

import pytest

from integrate.words import say

from .full_screen import CLOSE, ENTER, ESCAPE, PASSPHRASE, STEADY

LOCK = "\x0c"
COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
"""Any sequence that sets the colour of letters or of the ground."""
LIGHT, DARK = b"48;2;246;243;236", b"48;2;21;25;27"


def walk(terminal) -> None:
    """Unlock, home, a prompt, an answer, back, and the lock."""
    terminal.until_seen(say("unlock.passphrase"))
    terminal.type(PASSPHRASE + ENTER)
    terminal.until_seen("Open window", say("home.key.begin"))
    terminal.type(ENTER)
    terminal.until_seen(STEADY)
    terminal.type("7")
    terminal.until_seen("[7]")
    terminal.type(ESCAPE)
    terminal.until(lambda: STEADY not in terminal.flat, "home again")
    terminal.type(LOCK)
    terminal.until_seen(say("unlock.passphrase"))
    terminal.type(CLOSE)
    assert terminal.until_ended() == 0


def choose(home, setting: str, value: str) -> None:
    with home.terminal("config", setting, value) as terminal:
        assert terminal.until_ended() == 0


def colours(written: bytes) -> list[bytes]:
    return COLOUR.findall(written)


def test_forty_columns_and_fifteen_rows_are_enough(with_journal):
    with with_journal.terminal(size=(40, 15)) as terminal:
        walk(terminal)


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
def test_a_bare_console_is_drawn_in_ascii_alone(with_journal, size):
    with with_journal.terminal(size=size, TERM="linux") as terminal:
        walk(terminal)
        assert terminal.bytes.isascii()


def test_whoever_wants_ascii_has_it_in_any_terminal(with_journal):
    choose(with_journal, "marks", "ascii")
    with with_journal.terminal() as terminal:
        walk(terminal)
        assert terminal.bytes.isascii()


def test_without_colours_the_terminal_gets_none_at_all(with_journal):
    with with_journal.terminal(NO_COLOR="1", COLORTERM="truecolor") as terminal:
        walk(terminal)
        assert colours(terminal.bytes) == []


def test_an_empty_wish_for_no_colours_is_none(with_journal):
    with with_journal.terminal(NO_COLOR="", COLORTERM="truecolor") as terminal:
        terminal.until_seen(say("unlock.passphrase"))
        assert DARK in terminal.bytes


def test_a_chosen_theme_is_there_from_the_first_byte(with_journal):
    choose(with_journal, "theme", "calm-light")
    with with_journal.terminal(COLORTERM="truecolor") as terminal:
        walk(terminal)
        assert LIGHT in terminal.bytes
        assert DARK not in terminal.bytes
