"""The anchor: an older copy in the vault's place is noticed, and never by mistake."""

import pytest

from integrate.machine import Machine
from integrate.vault import Finding, Vault
from tests.vault.conftest import PASSPHRASE


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "state")


@pytest.fixture
def open_here(path, machine, vault):
    vault.close()
    opened = []

    def open_(on=machine):
        opened.append(Vault.open(path, PASSPHRASE, machine=on))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def test_an_older_copy_is_told_and_can_be_read_and_written(open_here, path):
    with open_here() as vault:
        vault.add("note", {}, "first")
    older = path.read_bytes()
    with open_here() as vault:
        vault.add("note", {}, "second")
    path.write_bytes(older)
    with open_here() as vault:
        assert vault.verify().findings == (Finding.OLDER,)
        assert len(vault.present().items) == 1
        vault.add("note", {}, "third")
        assert Finding.OLDER in vault.verify().findings


def test_another_state_of_the_same_age_is_told_too(open_here, path):
    with open_here() as vault:
        vault.add("note", {}, "first")
    older = path.read_bytes()
    with open_here() as vault:
        vault.add("note", {}, "second")
    path.write_bytes(older)
    with open_here(Machine()) as elsewhere:
        elsewhere.add("note", {}, "another second")
    with open_here() as vault:
        assert vault.verify().findings == (Finding.OLDER,)


def test_a_person_can_take_it_as_it_is(open_here, path, tmp_path):
    with open_here() as vault:
        vault.add("note", {}, "first")
    older = path.read_bytes()
    with open_here() as vault:
        for number in range(5):
            vault.add("note", {}, str(number))
    path.write_bytes(older)
    with open_here() as vault:
        assert not vault.verify().ok
        assert vault.set_aside(tmp_path / "aside.json") == 0
        assert vault.verify().ok
    assert not (tmp_path / "aside.json").exists()
    assert open_here().verify().ok


def test_a_newer_state_from_another_machine_is_no_alarm(open_here):
    with open_here() as vault:
        vault.add("note", {}, "here")
    with open_here(Machine()) as elsewhere:
        elsewhere.add("note", {}, "there")
        elsewhere.add("note", {}, "there again")
    with open_here() as vault:
        assert vault.verify().ok
        vault.add("note", {}, "here again")
        assert vault.verify().ok


def test_two_windows_that_write_in_turn_raise_no_alarm(open_here):
    one, two = open_here(), open_here()
    for number in range(6):
        (one if number % 2 else two).add("note", {}, str(number))
    assert one.verify().ok
    assert open_here().verify().ok


def test_a_note_that_cannot_be_read_or_kept_stops_nobody(open_here, machine, tmp_path):
    with open_here() as vault:
        vault.add("note", {}, "first")
        (name,) = [each for each in machine.notes() if each.endswith(".anchor")]
    machine.keep(name, b"garbage")
    with open_here() as vault:
        assert vault.verify().ok
        vault.add("note", {}, "second")
    in_the_way = tmp_path / "in-the-way"
    in_the_way.write_text("a file")
    with open_here(Machine(in_the_way)) as vault:
        vault.add("note", {}, "third")
        assert vault.verify().ok


def test_the_note_says_nothing_in_clear(open_here, machine):
    with open_here() as vault:
        vault.add("note", {}, "first")
        vault_id = vault.vault_id
        (name,) = [each for each in machine.notes() if each.endswith(".anchor")]
        note = machine.read(name)
    assert vault_id not in note
    assert vault_id.hex() not in name
    assert vault_id.hex().encode() not in note
