"""This machine: its name is kept with the first record, its notes whole or not at all."""

import pytest

from integrate.machine import Machine
from integrate.vault import Kdf, Vault

KDF = Kdf(m_kib=8192, t=1, p=1)


def test_a_machine_keeps_its_name(tmp_path):
    folder = tmp_path / "state"

    first = Machine(folder).name

    assert len(first) == 8
    assert Machine(folder).name == first
    assert (folder / "device").stat().st_mode & 0o777 == 0o600


def test_a_machine_that_can_keep_nothing_is_a_new_one_each_time(tmp_path):
    in_the_way = tmp_path / "state"
    in_the_way.write_text("a file where the folder should be")

    assert Machine(in_the_way).name != Machine(in_the_way).name
    assert not Machine(in_the_way).keep("note", b"words")


def test_a_machine_without_a_folder_has_a_name_as_long_as_it_lives():
    machine = Machine()

    assert len(machine.name) == 8
    assert machine.name == machine.name


def test_a_name_that_was_cut_short_is_made_anew(tmp_path):
    (tmp_path / "device").write_bytes(b"cut")

    assert len(Machine(tmp_path).name) == 8


@pytest.mark.parametrize("folder", ["state", None])
def test_a_note_is_kept_replaced_listed_and_dropped(tmp_path, folder):
    machine = Machine(tmp_path / folder if folder else None)

    assert machine.read("note") is None
    assert machine.keep("note", b"first")
    assert machine.keep("note", b"second", firmly=True)
    assert machine.read("note") == b"second"
    assert list(machine.notes()) == ["note"]
    machine.drop("note")
    machine.drop("note")
    assert machine.read("note") is None
    assert list(machine.notes()) == []


def test_nothing_is_kept_before_something_is_written(tmp_path):
    state = tmp_path / "state"
    vault, _ = Vault.create(
        tmp_path / "kept" / "journal.vault",
        "a lamp in the hall",
        machine=Machine(state),
        kdf=KDF,
    )
    with vault:
        vault.present()
        assert not state.exists()
        vault.add("entry", {}, {"text": "kettle"})
        assert state.exists()


def test_what_a_killed_program_left_of_a_note_goes_with_the_next_one(tmp_path):
    left = tmp_path / "note.999999999.partial"
    left.write_bytes(b"half a note")
    machine = Machine(tmp_path)
    assert list(machine.notes()) == []
    machine.keep("note", b"words")
    assert list(machine.notes()) == ["note"]
    assert not left.exists()
