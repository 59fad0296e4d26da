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


def test_json_is_utf_8_and_ends_with_a_line_end(capsysbinary):
    output.as_json({"a": "Käse"})
    assert capsysbinary.readouterr().out == '{\n  "a": "Käse"\n}\n'.encode()
