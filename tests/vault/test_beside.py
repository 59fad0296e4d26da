"""What lies beside a copy is looked at before SQLite believes it."""

import os
import struct

import pytest

from integrate.machine import Machine
from integrate.vault import NotAVault, restore
from tests.vault.conftest import PASSPHRASE

MAGIC = bytes.fromhex("d9d505f920a163d7")


@pytest.fixture
def copy(vault, tmp_path):
    vault.add("note", {}, "words")
    vault.backup(tmp_path / "elsewhere" / "copy.vault")
    return tmp_path / "elsewhere" / "copy.vault"


def journal_naming(copy, another):
    """A journal that SQLite plays back, and behind which it takes another file away."""
    pages = copy.stat().st_size // 8192
    header = MAGIC + struct.pack(">IIIII", 0, 1, pages, 512, 8192)
    name = str(another).encode()
    summed = sum(struct.unpack(f"{len(name)}b", name)) & 0xFFFFFFFF
    ending = struct.pack(">I", 0x40000000 // 8192 + 1) + name
    ending += struct.pack(">II", len(name), summed) + MAGIC
    return header.ljust(512, b"\0") + ending


def test_no_file_of_ours_goes_because_a_journal_beside_a_copy_names_it(copy, path, vault, tmp_path):
    vault.close()
    beside = copy.with_name(f"{copy.name}-journal")
    beside.write_bytes(journal_naming(copy, path))
    with pytest.raises(NotAVault, match="could not be opened"):
        restore(tmp_path / "new" / "journal.vault", copy, PASSPHRASE, machine=Machine())
    assert path.exists()
    beside.unlink()
    assert restore(path, copy, PASSPHRASE, machine=Machine()).stayed == 0


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_nobody_waits_at_a_pipe_beside_a_copy(copy, vault, ending):
    os.mkfifo(copy.with_name(copy.name + ending))
    with pytest.raises(NotAVault):
        vault.is_copy(copy)


def test_what_is_too_short_to_name_anything_harms_nobody(copy, vault):
    copy.with_name(f"{copy.name}-journal").write_bytes(b"")
    assert vault.is_copy(copy)
