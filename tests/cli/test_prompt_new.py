import errno
from pathlib import Path

import pytest

from integrate.cli import new_file
from integrate.cli.refused import Refused
from integrate.library.read import read_set


def test_a_file_to_start_from_is_written_and_reads_back(command, home):
    ran = command("prompts", "new", "for-ana.toml")

    assert (ran.code, ran.err) == (0, "")
    assert "for-ana.toml" in ran.out
    assert read_set(home / "for-ana.toml").id == "for-ana"


def test_without_a_file_it_is_printed_and_nothing_is_written(command, home, tmp_path):
    ran = command("prompts", "new")

    assert ran.code == 0
    assert list(home.iterdir()) == []
    copy = tmp_path / "copy.toml"
    copy.write_text(ran.out, "utf-8")
    assert read_set(copy).id == "my-set"


def test_questions_on_standard_input_become_prompts(command, home):
    assert command("prompts", "new", "q.toml", stdin="1. What helped?\n2. What now?\n").code == 0

    asked = [prompt.ask for prompt in read_set(home / "q.toml").prompt]
    assert asked == ["What helped?", "What now?"]


@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_nothing_that_is_there_is_written_over(command, home, there):
    file = home / "set.toml"
    if there == "file":
        file.write_text("mine")
    elif there == "folder":
        file.mkdir()
    else:
        file.symlink_to(home / "nowhere")

    ran = command("prompts", "new", file)

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "set.toml" in ran.err
    assert not (home / "nowhere").exists()
    assert there != "file" or file.read_text() == "mine"


def test_a_folder_that_is_not_there_is_said(command):
    ran = command("prompts", "new", "nowhere/set.toml")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


@pytest.mark.parametrize(
    "given",
    [b"\xff\xfe", b"x" * 2100, b"How?\n" * 60_000, b"How was it?\n" * 9_000],
    ids=["not UTF-8", "one too long", "too many bytes", "too many prompts"],
)
def test_what_could_not_be_read_back_is_refused(command, home, given):
    ran = command("prompts", "new", "set.toml", stdin=given)

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert list(home.iterdir()) == []


def test_pasting_nothing_makes_nothing(command, home):
    ran = command("prompts", "new", "--paste", "set.toml", stdin="\n---\n")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert list(home.iterdir()) == []


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path, monkeypatch):
    file = tmp_path / "set.toml"
    begin = Path.open

    class Full:
        def __init__(self, opened):
            self.opened = opened

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.opened.close()

        def write(self, _text):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda self, *how, **more: Full(begin(self, *how, **more)))

    with pytest.raises(Refused, match="No space left"):
        new_file.write_new(file, "words")

    assert not file.exists()


@pytest.mark.parametrize("given", ["", "What helped?\nWhat is next?\n"])
def test_what_is_made_passes_the_check_that_therapists_use(command, given):
    assert command("prompts", "new", "set.toml", stdin=given).code == 0

    assert command("prompts", "check", "set.toml").code == 0
