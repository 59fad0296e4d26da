"""Making a vault: whole before it has its name, and never over anything."""

import os

import pytest

from integrate.vault import NotAVault, VaultExists, creating, place
from tests.vault.conftest import PASSPHRASE


def test_a_creation_cut_short_leaves_a_place_where_one_can_be_made(vaults, path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(creating.place, "put_new", killed)
    with pytest.raises(KeyboardInterrupt):
        vaults.create()
    monkeypatch.undo()
    assert list(path.parent.iterdir()) == []
    vaults.create()


def test_what_a_killed_creation_left_goes_with_the_next_one(vaults, path):
    path.parent.mkdir(mode=0o700)
    left = path.with_name(f".{path.name}.999999999.partial")
    left.write_bytes(b"SQLite format 3\0, half of it")
    left.with_name(f"{left.name}-journal").write_bytes(b"and its journal")
    vaults.create()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_kill_between_its_two_names_does_not_lock_anybody_out(vault, vaults, path):
    vault.add("note", {}, "words")
    vault.close()
    os.link(path, path.with_name(f".{path.name}.999999999.partial"))
    assert len(vaults.open().present().items) == 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_journal_of_another_file_is_not_played_into_a_new_vault(vaults, path):
    path.parent.mkdir(mode=0o700)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"left by a file that was moved away")
    vault = vaults.create()
    vault.add("note", {}, "words")
    assert vault.verify().ok
    (aside,) = path.parent.glob("*.left-1")
    assert aside.read_bytes() == b"left by a file that was moved away"


def test_of_two_who_take_an_empty_file_one_wins(vaults, path, monkeypatch):
    path.parent.mkdir(mode=0o700)
    path.touch(0o600)
    really = place._make_way

    def meanwhile(where):
        monkeypatch.undo()
        vaults.create().add("note", {}, "the other one's words")
        really(where)

    monkeypatch.setattr(place, "_make_way", meanwhile)
    with pytest.raises(VaultExists):
        vaults.create()
    assert len(vaults.open(PASSPHRASE).present().items) == 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_disk_without_second_names_will_do(vaults, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(place.os, "link", refuse)
    vaults.create().add("note", {}, "words")
    with pytest.raises(VaultExists):
        vaults.create()
    assert len(vaults.open().present().items) == 1


def test_a_folder_that_cannot_be_written_in_is_said(vaults, path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(place, "claim", refuse)
    with pytest.raises(NotAVault, match="may write there"):
        vaults.create()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("refused", ["sync", "unlink"])
def test_a_disk_that_refuses_at_the_very_end_leaves_none_that_nobody_can_open(
    vaults, path, monkeypatch, refused
):
    """What is called refused isn't there; what is there has shown its code."""

    def refuse(*_, **__):
        raise OSError(5, "Input/output error")

    if refused == "sync":
        path.parent.mkdir(mode=0o700)
        monkeypatch.setattr(place, "sync", refuse)
        with pytest.raises(NotAVault):
            vaults.create()
        assert not path.exists()
        monkeypatch.undo()
        vaults.create()
    else:
        monkeypatch.setattr(place.Path, "unlink", refuse)
        vaults.create()
        monkeypatch.undo()
    vaults.open(vaults.code)
