"""Paths that are typed in lines."""

from pathlib import Path

import pytest

from integrate.plain.leaving import Locking
from integrate.plain.paths import ask_path

from .conftest import ScriptedTalk


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/srv/lake.toml", Path("/srv/lake.toml")),
        ("/lake.toml", Path("/lake.toml")),
        ("lake.toml", Path("lake.toml")),
        ("'/home/ana/my sets/lake.toml' ", Path("/home/ana/my sets/lake.toml")),
        ("", None),
        ("/pause", None),
    ],
)
def test_a_path_that_begins_like_a_command_is_a_path(typed, path):
    assert ask_path(ScriptedTalk([typed]), "Where?", "Such as ~/x.") == path


def test_the_commands_work_here_too():
    talk = ScriptedTalk(["/help", "/nonsense", "lake.toml"])
    assert ask_path(talk, "Where?", "Such as ~/x.") == Path("lake.toml")
    assert any("/nonsense" in line for line in talk.said)
    with pytest.raises(Locking):
        ask_path(ScriptedTalk(["/lock"]), "Where?", "Such as ~/x.")


def test_the_end_of_the_lines_is_no_path():
    assert ask_path(ScriptedTalk([]), "Where?", "Such as ~/x.") is None
