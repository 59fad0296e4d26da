import json

import pytest

from integrate.cli import output
from integrate.text import clean


@pytest.mark.parametrize(
    "line",
    ["plain", "", "a\x1b[2Jb", "tab\there", "two\nlines", "Käse", "a\u202eb", "\x7f", "\x85"],
)
def test_every_line_is_printed_as_it_is_when_cleaned(capsys, line):
    output.lines([line, "end"])
    assert capsys.readouterr().out == f"{clean(line)}\nend\n"


def test_json_steers_no_terminal_and_loses_nothing(capsys):
    hard = "a\x7fb\x9bc\x1bd\u200ee\u202ef\u2066g\U0001f600\\u0041"
    output.as_json({"a": hard})
    printed = capsys.readouterr().out
    assert not set(printed) & set("\x7f\x9b\x1b\u200e\u202e\u2066")
    assert "\U0001f600" in printed
    assert json.loads(printed) == {"a": hard}


def test_json_is_utf_8_and_ends_with_a_line_end(capsysbinary):
    output.as_json({"a": "Käse"})
    assert capsysbinary.readouterr().out == '{\n  "a": "Käse"\n}\n'.encode()
