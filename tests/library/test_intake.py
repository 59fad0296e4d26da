"""From bytes to text: size, encoding, and shapes that would be slow to parse."""

import codecs
import os
from pathlib import Path

import pytest

from integrate.library import BadFile, read_set
from integrate.library.intake import read_text, text_from


def place(bad):
    return bad.line, bad.column


def test_a_byte_order_mark_is_told(good, refused):
    bad = refused(codecs.BOM_UTF8 + good.encode())
    assert place(bad) == (1, 1)
    assert bad.message.endswith("save it as UTF-8 without a BOM")


def test_utf_16_is_told(good, refused):
    bad = refused(good.encode("utf-16"))
    assert bad.message == "this file is saved as UTF-16; save it as UTF-8"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_latin_1_is_told_at_the_letter(line_end, good, refused):
    text = good.replace('"Evening"', '"Soir\xe9e"').replace("\n", line_end)
    bad = refused(text.encode("latin-1"))
    assert place(bad) == (5, 14)
    assert "UTF-8" in bad.message


@pytest.mark.parametrize("content", ["", "\n\n", "  \n"])
def test_an_empty_file_is_told(content, refused):
    bad = refused(content)
    assert place(bad) == (1, 1)
    assert bad.message == "this file is empty; it would begin with schema = 1"


def test_a_megabyte_is_refused_unread(good, refused):
    bad = refused(good + "#" * 1_000_000)
    assert bad.message == "this file is too large; a content file holds 256 KiB at most"


def test_a_key_of_forty_kilobytes_is_refused_before_it_is_parsed(good, refused):
    bad = refused(good + ".".join("k" * 20_000) + " = 1\n")
    assert place(bad) == (40, 2001)
    assert bad.message.startswith("this line is longer than 2000 letters")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (".".join("k" * 21) + " = 1", 1),
        ("[" + " . ".join(["'k'"] * 21) + "]", 2),
        ("x = { " + ".".join("k" * 21) + " = 1 }", 7),
    ],
)
def test_a_key_of_many_parts_is_refused_before_it_is_parsed(line, column, good, refused):
    bad = refused(f"{good}{line}\n")
    assert place(bad) == (40, column)
    assert bad.message == "this key has more than 20 parts joined by dots; use fewer"


def test_prose_with_many_full_stops_is_no_long_key(write, good):
    prose = "One. " * 30
    found = read_set(write(good.replace('"Sleep well."', f'"{prose}"')))
    assert found.set.closing == prose


def test_long_text_may_run_over_several_lines(write, good):
    text = '"""\n' + "A line of words.\n" * 300 + '"""'
    found = read_set(write(good.replace('"One line?"', text)))
    assert len(list(found.flat())[-1].ask) > 2000


def test_a_folder_a_missing_file_and_a_pipe_are_told(tmp_path):
    with pytest.raises(BadFile, match="not a plain file"):
        read_text(tmp_path)
    with pytest.raises(BadFile, match="no such file"):
        read_text(tmp_path / "none.toml")
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(BadFile, match="not a plain file"):
        read_text(tmp_path / "pipe.toml")


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    path = tmp_path / "shut.toml"
    path.write_text("schema = 1")

    def refuse(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(BadFile, match="cannot be read; look at who may open it"):
        read_text(path)


def test_the_files_own_name_is_cleaned_where_it_is_shown(tmp_path):
    with pytest.raises(BadFile) as caught:
        read_text(tmp_path / "a\x1b[31m\nb.toml")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_in_memory_is_held_to_the_same(good):
    name = Path("a-set.toml")
    assert text_from(name, good.encode()) == good
    with pytest.raises(BadFile, match="at most"):
        text_from(name, b"#" * 1024 * 1024)
