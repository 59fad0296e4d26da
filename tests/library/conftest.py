"""A small set file that is right, and a way to spoil it."""

import pytest

from integrate.library import BadFile, read_set

GOOD = """\
schema = 1

[set]
id = "evening"
title = "Evening"
version = "1.0"
language = "en"
author = "A therapist"
licence = "CC-BY-4.0"
minutes = 3
closing = "Sleep well."
max_depth = 2

[[prompt]]
id = "evening-how"
kind = "choice"
ask = "How was today?"
options = [
  { value = "good", label = "Good" },
  { value = "hard", label = "Hard", does = "ground" },
]

[[prompt]]
id = "evening-strong"
kind = "scale"
ask = "How strong is it now?"
scale = { low = 0, high = 10 }
shown_if = { all = [{ prompt = "evening-how", is = "=", value = "hard" }] }

[[prompt]]
id = "evening-page"
kind = "group"
ask = "A page"

  [[prompt.prompts]]
  id = "evening-line"
  kind = "text"
  ask = "One line?"
  depth = 2
"""


@pytest.fixture
def good():
    return GOOD


@pytest.fixture
def write(tmp_path):
    """Puts text or bytes into a set file, and gives its path."""

    def put(content):
        path = tmp_path / "evening.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


@pytest.fixture
def refused(write):
    """Reads a spoiled file, and gives what is said of it."""

    def read(content):
        path = write(content)
        with pytest.raises(BadFile) as caught:
            read_set(path)
        bad = caught.value
        assert str(bad) == f"{path}:{bad.line}:{bad.column}: {bad.message}"
        assert "\n" not in str(bad)
        return bad

    return read


@pytest.fixture
def spoiled(refused, good):
    """Replaces one piece of the good file, and gives what is said, and where."""

    def spoil(old, new):
        assert good.count(old) == 1
        bad = refused(good.replace(old, new))
        return bad.message, (bad.line, bad.column)

    return spoil
