"""Small sealed notes outside the vault's file: what is private and belongs to this machine."""

import msgspec
import pytest

from integrate.machine import Machine
from integrate.vault import Vault
from tests.vault.conftest import PASSPHRASE


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "state")


@pytest.fixture
def noted(path, machine, kdf):
    vault, _ = Vault.create(path, PASSPHRASE, machine=machine, kdf=kdf)
    with vault:
        yield vault


def on_disk(tmp_path):
    return b"".join(
        each.name.encode() + each.read_bytes() for each in (tmp_path / "state").iterdir()
    )


def test_a_note_says_what_was_put_in_it(vault):
    sealed = vault.seal_note("undo", {"words": ["ein Häuschen", 1, None]})
    assert msgspec.json.decode(vault.open_note("undo", sealed)) == {
        "words": ["ein Häuschen", 1, None]
    }


def test_it_tells_nothing_and_hardly_its_length(vault):
    short, long = (vault.seal_note("undo", text) for text in ("canary", "canary" * 20))
    assert b"canary" not in short + long
    assert len(short) == len(long)
    assert vault.seal_note("undo", "canary") != short


def test_a_note_under_another_name_does_not_open(vault):
    assert vault.open_note("copies", vault.seal_note("undo", "words")) is None


@pytest.mark.parametrize("bit", [0, 8 * 13, -1])
def test_a_damaged_note_does_not_open(vault, bit):
    sealed = bytearray(vault.seal_note("undo", "words"))
    sealed[bit // 8] ^= 1 << bit % 8
    assert vault.open_note("undo", bytes(sealed)) is None
    assert vault.open_note("undo", bytes(sealed)[:-1]) is None
    assert vault.open_note("undo", b"") is None


def test_another_vault_does_not_open_it(vault, vaults, path):
    other = vaults.create(path.with_name("other.vault"))
    assert other.open_note("undo", vault.seal_note("undo", "words")) is None


def test_a_note_is_kept_on_the_machine_and_read_in_the_next_process(noted, path, machine, tmp_path):
    assert noted.read_note("copies") is None
    assert noted.keep_note("copies", ["/canary"])
    assert b"canary" not in on_disk(tmp_path)
    with Vault.open(path, PASSPHRASE, machine=machine) as again:
        assert msgspec.json.decode(again.read_note("copies")) == ["/canary"]
    with Vault.open(path, PASSPHRASE, machine=Machine(tmp_path / "another")) as there:
        assert there.read_note("copies") is None


def test_notes_of_two_vaults_do_not_meet(noted, machine, path, kdf):
    other, _ = Vault.create(path.with_name("other"), PASSPHRASE, machine=machine, kdf=kdf)
    with other:
        noted.keep_note("copies", "mine")
        other.keep_note("copies", "its")
        assert msgspec.json.decode(noted.read_note("copies")) == "mine"
        other.rekey("new", kdf=kdf)
        assert other.read_note("copies") is None
        assert msgspec.json.decode(noted.read_note("copies")) == "mine"


def test_a_new_key_takes_the_notes_away(noted, machine, kdf):
    noted.add("note", {}, "words")
    noted.keep_note("copies", "where")
    before = set(machine.notes())
    noted.rekey("new", kdf=kdf)
    after = set(machine.notes())
    assert noted.read_note("copies") is None
    assert before & after <= {"device"}
    assert any(each.endswith(".anchor") for each in after)


def test_a_home_that_cannot_be_written_in_says_so(path, tmp_path, kdf):
    (tmp_path / "file").write_text("")
    machine = Machine(tmp_path / "file" / "state")
    vault, _ = Vault.create(path, PASSPHRASE, machine=machine, kdf=kdf)
    with vault:
        assert not vault.keep_note("copies", "where")
        assert vault.read_note("copies") is None
