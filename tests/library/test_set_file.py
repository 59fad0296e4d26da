import os
import stat

import pytest

from integrate.library import BadFile, set_file
from integrate.library.manuscript import blank
from integrate.library.set_file import NotSaved, SetFile, Taken, usual_mode

SET = blank().change_head(title="For Ana").paste("What helped?").now
OTHER = blank().change_head(title="For Ben").paste("What now?").now


@pytest.fixture
def file(tmp_path):
    return SetFile(tmp_path / "for-ana")


def test_a_new_file_is_written_as_any_new_file_and_reads_back(file, tmp_path):
    file.save(SET)

    assert [each.name for each in tmp_path.iterdir()] == ["for-ana.toml"]
    assert file.read() == SET
    (tmp_path / "usual").touch()
    assert file.path.stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_set_can_be_handed_over_though_all_else_here_is_private(tmp_path):
    before = os.umask(0o022)
    try:
        mode = usual_mode()
        os.umask(0o077)
        file = SetFile(tmp_path / "week", mode)
        file.save(SET)
        file.keep_beside(OTHER)
    finally:
        os.umask(before)

    assert stat.S_IMODE(file.path.stat().st_mode) == 0o644
    assert stat.S_IMODE(file.unsaved.stat().st_mode) == 0o600


def test_what_was_saved_here_may_be_saved_again(file):
    file.save(SET)
    file.save(OTHER)

    assert file.read() == OTHER


def test_what_somebody_else_wrote_is_not_written_over_without_a_yes(file):
    file.path.write_text("schema = 1 # mine\n")
    with pytest.raises(Taken) as taken:
        file.save(SET)
    assert taken.value.notes
    assert file.path.read_text() == "schema = 1 # mine\n"

    file.save(SET, over=True)
    assert file.read() == SET


def test_a_change_from_elsewhere_since_the_last_saving_is_noticed(file):
    file.save(SET)
    SetFile(file.path).save(OTHER, over=True)

    with pytest.raises(Taken) as taken:
        file.save(SET)
    assert not taken.value.notes


def test_who_may_read_a_file_stays_as_it_was(file):
    file.save(SET)
    file.path.chmod(0o640)
    file.save(OTHER)

    assert stat.S_IMODE(file.path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(file, tmp_path):
    (tmp_path / "real.toml").write_text("")
    file.path.symlink_to("real.toml")
    file.save(SET, over=True)

    assert file.path.is_symlink()
    assert SetFile(tmp_path / "real.toml").read() == SET


def test_a_link_to_nowhere_asks_first(file):
    file.path.symlink_to("nowhere.toml")
    with pytest.raises(Taken):
        file.save(SET)
    file.save(SET, over=True)

    assert file.read() == SET


def test_something_that_appears_meanwhile_is_not_written_over(file, monkeypatch):
    monkeypatch.setattr(SetFile, "is_there", False)
    file.path.write_text("theirs")
    with pytest.raises(Taken):
        file.save(SET)

    assert file.path.read_text() == "theirs"


def test_without_hard_links_it_is_saved_all_the_same(file, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(set_file.os, "link", refuse)
    file.save(SET)

    assert file.read() == SET


@pytest.mark.parametrize("where", ["nowhere/set", "folder"])
def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path, where):
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(NotSaved, match="was not saved"):
        SetFile(tmp_path / where).save(SET, over=True)

    assert [each.name for each in tmp_path.iterdir()] == ["folder.toml"]


def test_a_full_disk_costs_nothing_of_what_was_there(file, monkeypatch):
    file.save(SET)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(set_file.os, "fsync", full)
    with pytest.raises(NotSaved, match="No space left"):
        file.save(OTHER)

    assert file.read() == SET
    assert list(file.path.parent.iterdir()) == [file.path]


def test_a_set_that_could_not_be_read_back_is_refused(file):
    long = blank().paste("\n".join("x" * 1900 + f" {n}?" for n in range(150))).now
    with pytest.raises(NotSaved, match="256 KiB"):
        file.save(long)

    assert not file.is_there


def test_what_is_unsaved_waits_beside_it_for_nobody_else(file):
    assert file.read_beside() is None
    file.keep_beside(SET)
    file.keep_beside(OTHER)

    assert file.unsaved.name == "for-ana.toml.unsaved.toml"
    assert stat.S_IMODE(file.unsaved.stat().st_mode) == 0o600
    assert file.read_beside() == OTHER
    file.drop_beside()
    file.drop_beside()
    assert file.read_beside() is None


def test_an_unfinished_set_can_be_read_to_go_on_and_a_broken_one_is_said(file):
    unfinished = blank().paste("How was it? a / b").change((0,), options=()).now
    file.save(unfinished)
    assert file.read() == unfinished

    file.path.write_text("schema = 1\nprompt = [\n")
    with pytest.raises(BadFile):
        file.read()
