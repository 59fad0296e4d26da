"""Giving a set out: a new file, for its owner's eyes, and nothing that was there is touched."""

import os
import stat

import pytest

from integrate.journal.give_out import NotGiven, give_out
from integrate.journal.sets import keep_set
from integrate.library import NoSuchSet

from .test_shelf import LAKE


@pytest.fixture(autouse=True)
def lake(journal, now):
    return keep_set(journal, f"# For Ana.\n{LAKE}", now, source="imported")


def test_the_file_is_the_one_that_came_in_and_only_its_owner_may_read_it(journal, tmp_path):
    made = give_out(journal, "lake", tmp_path / "out.toml")
    assert made.read_text() == f"# For Ana.\n{LAKE}"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize("link", [False, True])
def test_nothing_that_is_there_is_touched(journal, tmp_path, link):
    there = tmp_path / "out.toml"
    if link:
        there.symlink_to(tmp_path / "nowhere")
    else:
        there.write_text("mine")
    with pytest.raises(NotGiven, match="already"):
        give_out(journal, "lake", there)
    assert link or there.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_where_nothing_can_be_written_is_said(journal, tmp_path):
    with pytest.raises(NotGiven, match="could not be written"):
        give_out(journal, "lake", tmp_path / "none" / "out.toml")


def test_a_disk_that_fills_up_leaves_no_half_a_file(journal, tmp_path, monkeypatch):
    def full(_fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotGiven, match="No space left"):
        give_out(journal, "lake", tmp_path / "out.toml")
    assert not (tmp_path / "out.toml").exists()


def test_only_sets_of_one_s_own_are_given_out(journal, tmp_path):
    with pytest.raises(NoSuchSet):
        give_out(journal, "open", tmp_path / "out.toml")
