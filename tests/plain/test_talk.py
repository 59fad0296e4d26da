import io
import sys

import pytest

from integrate.plain.no_input import NoInput
from integrate.plain.talk import Terminal


def test_lines_come_without_their_end_and_then_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("one\n\nlast"))
    talk = Terminal()
    assert [talk.hear() for _ in range(4)] == ["one", "", "last", None]


def test_a_letter_that_cannot_be_read_costs_only_itself(monkeypatch):
    raw = io.BytesIO("K\xe4se\nand bread\n".encode("latin-1"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="utf-8"))
    talk = Terminal()
    assert [talk.hear(), talk.hear()] == ["K\ufffdse", "and bread"]


def test_what_is_heard_cannot_speak_to_the_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\x1b[2Jb\u202ec\n"))
    assert Terminal().hear() == "a[2Jbc"


def test_what_is_said_cannot_speak_to_the_terminal(capsys):
    Terminal().say("a\x1b]0;title\x07b")
    assert "\x1b" not in capsys.readouterr().out


def test_with_json_asked_for_the_dialogue_leaves_standard_output_free(capsys):
    Terminal(aside=True).say("hello")
    assert capsys.readouterr() == ("", "hello\n")


def test_a_closed_standard_error_is_no_reason_to_fail(monkeypatch):
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(5, "gone")

    monkeypatch.setattr(sys, "stderr", Gone())
    Terminal().aside("nobody reads this")


def test_a_closed_standard_input_is_said_where_a_line_is_awaited(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    talk = Terminal()
    assert talk.live is False
    with pytest.raises(NoInput, match="Standard input is closed"):
        talk.hear()


def test_a_pipe_is_not_somebody_who_types(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert Terminal().live is False
