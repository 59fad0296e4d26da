import stat
from pathlib import Path

import pytest

from integrate.journal.demo import folder


@pytest.fixture(autouse=True)
def no_shared_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "_SHARED_MEMORY", tmp_path / "no-such-place")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def test_it_lies_in_the_runtime_folder_where_there_is_one(tmp_path, monkeypatch):
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))

    assert folder.private_folder().parent == runtime


def test_it_lies_in_shared_memory_where_there_is_no_runtime_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(folder, "_SHARED_MEMORY", memory)

    assert folder.private_folder().parent == memory


@pytest.mark.parametrize("named", ["", "relative/path", "/no/such/place"])
def test_without_either_it_lies_among_temporary_files(tmp_path, monkeypatch, named):
    monkeypatch.setenv("XDG_RUNTIME_DIR", named)

    assert folder.private_folder().parent == tmp_path


def test_only_its_owner_can_enter():
    made: Path = folder.private_folder()

    assert stat.S_IMODE(made.stat().st_mode) == 0o700
