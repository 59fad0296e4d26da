"""Where things are kept; above all, what counts as memory rather than a disk."""

import os

import pytest

from integrate import places
from integrate.places import pocket_folder

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
tmpfs /run/user/1000 tmpfs rw 0 0
/dev/sdb1 /run/media/a\\040disk vfat rw 0 0
tmpfs /home/covered tmpfs rw 0 0
/dev/sdc1 /home/covered ext4 rw 0 0
odd
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="elsewhere there is none")


@pytest.fixture
def runtime(tmp_path, monkeypatch):
    """A folder of the login's own, as if it lay in memory."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setattr(places, "_kind_of_disk", lambda *_: "tmpfs")
    return folder


def test_it_lies_in_the_login_s_folder_in_memory_and_is_not_made_yet(runtime):
    assert pocket_folder() == runtime / "integrate"
    assert list(runtime.iterdir()) == []


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "overlay", "nfs", ""])
def test_a_disk_is_not_memory(runtime, monkeypatch, kind):
    assert runtime.exists()
    monkeypatch.setattr(places, "_kind_of_disk", lambda *_: kind)
    assert pocket_folder() is None


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o777])
def test_a_folder_that_others_may_look_into_is_none(runtime, mode):
    runtime.chmod(mode)
    assert pocket_folder() is None


def test_someone_else_s_folder_is_none(runtime, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: runtime.stat().st_uid + 1)
    assert pocket_folder() is None


@pytest.mark.parametrize("named", [None, "", "/nowhere/at/all"])
def test_without_such_a_folder_there_is_none(runtime, monkeypatch, named):
    assert runtime.exists()
    if named is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", named)
    assert pocket_folder() is None


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/run/user/1000", "tmpfs"),
        ("/run/user/1000/deeper", "tmpfs"),
        ("/run/user/1001", "tmpfs"),
        ("/run/media/a disk/x", "vfat"),
        ("/home/somebody", "ext4"),
        ("/home/covered", "ext4"),
    ],
)
def test_the_nearest_mount_says_what_it_is(tmp_path, folder, kind):
    assert places._kind_of_disk(tmp_path.__class__(folder), MOUNTS) == kind


def test_where_nothing_is_mounted_it_cannot_be_told(tmp_path):
    assert places._kind_of_disk(tmp_path, "") == ""
