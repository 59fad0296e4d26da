import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from integrate.machine import Machine
from integrate.vault import (
    DamagedVault,
    ForeignOwner,
    NewerVault,
    NotAVault,
    NoVault,
    ReadOnlyVault,
    Vault,
    VaultBusy,
    VaultError,
    VaultExists,
    file,
    schema,
)


@pytest.fixture
def place(path):
    path.parent.mkdir(mode=0o700)
    return path


def open_(path):
    Vault.open(path, "any", machine=Machine(name=b"")).close()


def as_directory(path):
    path.mkdir()


def as_link(path):
    real = path.with_name("real")
    real.write_bytes(b"x" * 100)
    path.symlink_to(real)


def as_dangling_link(path):
    path.symlink_to(path.with_name("nowhere"))


def as_hard_link(path):
    real = path.with_name("real")
    real.write_bytes(b"x" * 100)
    path.hardlink_to(real)


def as_pipe(path):
    os.mkfifo(path)


def as_empty(path):
    path.touch()


def as_text(path):
    path.write_text("My dear diary\n" * 1000)


def as_short_text(path):
    path.write_text("x")


def as_other_database(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE t (x)")


def as_other_database_with_a_log(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE t (x)")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (as_directory, "directory"),
        (as_link, "link"),
        (as_dangling_link, "link"),
        (as_hard_link, "second_name"),
        (as_pipe, "special"),
        (as_empty, "empty"),
        (as_text, "other"),
        (as_short_text, "other"),
        (as_other_database, "other"),
        (as_other_database_with_a_log, "other"),
    ],
)
def test_what_is_not_a_vault_is_told_in_one_sentence_and_left_as_it_was(place, outside, make, why):
    make(place)
    before = outside(place.parent)
    with pytest.raises(NotAVault) as refusal:
        open_(place)
    assert refusal.value.why == why
    assert str(refusal.value).startswith(str(place))
    assert str(refusal.value).endswith(".")
    assert outside(place.parent) == before


@pytest.mark.parametrize("make", [as_directory, as_link, as_text, as_other_database, as_pipe])
def test_a_new_vault_never_replaces_what_is_there(place, outside, vaults, make):
    make(place)
    before = outside(place.parent)
    with pytest.raises(VaultExists):
        vaults.create()
    assert outside(place.parent) == before


@pytest.mark.usefixtures("vault")
def test_a_vault_is_not_made_over_another(vaults, path, outside):
    before = outside(path.parent)
    with pytest.raises(VaultExists):
        vaults.create()
    assert outside(path.parent) == before


def test_an_empty_file_left_by_a_creation_cut_short_is_taken(place, vaults):
    place.touch()
    vaults.create().add("note", {}, "words")
    assert len(vaults.open().present().items) == 1


def test_an_empty_file_that_others_could_read_is_theirs_no_longer(place, vaults):
    """The words are for their owner alone, whoever made the file."""
    place.touch()
    place.chmod(0o644)
    assert not vaults.create().loose_modes
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def put_there_meanwhile(monkeypatch, put):
    """Something appears after the first look at the place, before the file is made."""
    really = file.place.make_folder

    def make_folder(folder):
        really(folder)
        put()

    monkeypatch.setattr(file.place, "make_folder", make_folder)


def test_what_is_put_there_while_a_vault_is_made_is_not_replaced(
    place, outside, vaults, monkeypatch
):
    seen = []

    def put():
        place.write_text("My dear diary")
        seen.append(outside(place.parent))

    put_there_meanwhile(monkeypatch, put)
    with pytest.raises(VaultExists):
        vaults.create()
    assert outside(place.parent) == seen[0]


def test_an_empty_file_put_there_while_a_vault_is_made_is_for_its_owner_alone(
    place, vaults, monkeypatch
):
    def put():
        place.touch()
        place.chmod(0o644)

    put_there_meanwhile(monkeypatch, put)
    vaults.create()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_link_put_there_while_a_vault_is_made_is_not_followed(place, vaults, monkeypatch):
    other = place.with_name("other")
    put_there_meanwhile(monkeypatch, lambda: (other.touch(mode=0o644), place.symlink_to(other)))
    with pytest.raises(VaultExists):
        vaults.create()
    assert other.read_bytes() == b""


def test_nothing_there_has_its_own_sentence(path):
    with pytest.raises(NoVault, match="no journal at"):
        open_(path)
    assert not path.parent.exists()
    with pytest.raises(NoVault):
        open_(path / "below" / "a file")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_file_and_folders_are_for_their_owner_alone(tmp_path, vaults, umask):
    path = tmp_path / "new" / "folder" / "journal.vault"
    before = os.umask(umask)
    try:
        vault = vaults.create(path)
        journal = []
        vault._access._db.set_trace_callback(
            lambda _: journal.extend(each.stat().st_mode for each in path.parent.glob("*-journal"))
        )
        vault.add("note", {}, "words")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(mode) for mode in journal} == {0o600}


@pytest.mark.parametrize("name", ["a b?mode=memory", "100% mine#1", "tagebuch é", "x\udcff"])
def test_a_place_may_have_any_name(tmp_path, vaults, name):
    path = tmp_path / name / name
    vaults.create(path).add("note", {}, "words")
    assert len(vaults.open(path=path).present().items) == 1
    assert [each.name for each in path.parent.iterdir()] == [name]


def test_someone_elses_file_is_refused(vaults, vault, path, outside, monkeypatch):
    vault.close()
    before = outside(path.parent)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    with pytest.raises(ForeignOwner, match="someone else"):
        vaults.open()
    assert outside(path.parent) == before


def test_a_folder_that_is_someone_elses_is_refused(place, vaults, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: place.parent.stat().st_uid + 1)
    with pytest.raises(ForeignOwner, match="folder"):
        vaults.create()
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
@pytest.mark.usefixtures("vault")
def test_a_folder_that_others_may_change_is_refused(vaults, path, mode):
    path.parent.chmod(mode)
    with pytest.raises(ForeignOwner, match="Other people"):
        vaults.open()
    with pytest.raises(ForeignOwner):
        vaults.create(path.with_name("second"))


def test_a_file_that_others_may_read_opens_and_says_so(vaults, vault, path):
    assert not vault.loose_modes
    path.chmod(0o644)
    assert vaults.open().loose_modes
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_path_that_cannot_be_made_is_told_calmly(tmp_path, vaults):
    (tmp_path / "file").touch()
    with pytest.raises(NotAVault, match="could be made"):
        vaults.create(tmp_path / "file" / "below" / "journal.vault")


@pytest.mark.usefixtures("vault")
def test_a_newer_version_is_left_alone(vaults, path, tamper, outside):
    tamper("PRAGMA user_version = 2")
    before = outside(path.parent)
    with pytest.raises(NewerVault, match="newer"):
        vaults.open()
    assert outside(path.parent) == before


@pytest.mark.usefixtures("vault")
def test_a_version_that_never_was_is_damage(vaults, tamper):
    tamper("PRAGMA user_version = 0")
    with pytest.raises(DamagedVault):
        vaults.open()


def test_a_wrong_passphrase_changes_nothing_on_the_disk(vaults, vault, path, outside):
    vault.add("note", {}, "words")
    before = outside(path.parent)
    with pytest.raises(VaultError):
        vaults.open("wrong")
    assert outside(path.parent) == before


def test_opening_and_reading_change_nothing_on_the_disk(vaults, vault, path, outside):
    item = vault.add("note", {}, "words")
    vault.close()
    before = outside(path.parent)
    again = vaults.open()
    again.present()
    again.value(item.rid)
    again.drafts()
    again.verify()
    again.close()
    assert outside(path.parent) == before


def test_a_truncated_vault_is_damaged_and_left_as_it_is(vaults, vault, path, outside):
    for number in range(30):
        vault.add("note", {}, f"entry {number}")
    vault.close()
    whole = path.read_bytes()
    last_page = len(whole) - schema.PAGE_SIZE
    for length in [*range(1, 120, 7), *range(120, last_page, 4099)]:
        path.write_bytes(whole[:length])
        before = outside(path.parent)
        with pytest.raises((DamagedVault, NotAVault)) as refusal:
            vaults.open()
        assert str(path) in str(refusal.value)
        assert outside(path.parent) == before


def test_a_truncated_last_page_costs_no_more_than_that_page(vaults, vault, path):
    for number in range(30):
        vault.add("note", {}, f"entry {number}")
    vault.close()
    whole = path.read_bytes()
    for length in range(len(whole) - schema.PAGE_SIZE + 1, len(whole), 509):
        path.write_bytes(whole[:length])
        cut = vaults.open()
        found = cut.present()
        assert len(found.items) + len(found.damaged) == 30
        assert len(found.items) > 10
        assert not found.damaged or not cut.verify().ok
        cut.close()


@pytest.mark.usefixtures("vault")
def test_a_table_that_was_changed_is_damage(vaults, tamper):
    tamper("ALTER TABLE rec ADD COLUMN more")
    with pytest.raises(DamagedVault):
        vaults.open()


@pytest.mark.usefixtures("vault")
def test_a_view_in_the_place_of_a_table_is_damage(vaults, tamper):
    tamper("DROP TABLE draft")
    tamper("CREATE VIEW draft AS SELECT rid, ct FROM rec")
    with pytest.raises(DamagedVault):
        vaults.open()


def test_a_planted_trigger_makes_the_vault_read_only(vaults, vault, tamper):
    item = vault.add("note", {}, "words")
    tamper("CREATE TRIGGER t AFTER INSERT ON rec BEGIN DELETE FROM rec WHERE seq = 1; END")
    planted = vaults.open()
    assert planted.read_only
    assert bytes(planted.value(item.rid)) == b'"words"'
    with pytest.raises(ReadOnlyVault):
        planted.add("note", {}, "more")
    assert len(planted.present().items) == 1
    assert not vault.read_only


def test_corrupt_schema_bytes_are_damage(vaults, vault, path):
    vault.close()
    content = path.read_bytes()
    for old, new in (
        (b"CREATE TABLE rec", b"\xff\xfe\xfd TABLE rec"),
        (b"tablerec", b"\xffablerec"),
    ):
        assert old in content
        path.write_bytes(content.replace(old, new))
        with pytest.raises(DamagedVault):
            vaults.open()


@pytest.mark.usefixtures("vault")
def test_another_writer_who_does_not_let_go_is_said_to_be_busy(vaults, path, monkeypatch):
    monkeypatch.setattr(file, "WAIT_SECONDS", 0.0)
    second = vaults.open()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(VaultBusy, match="Another window"):
            second.add("note", {}, "words")
    second.add("note", {}, "words")
    assert len(second.present().items) == 1


LOCK = """
import sqlite3, sys
sqlite3.connect(sys.argv[1], timeout=0).execute("BEGIN IMMEDIATE")
"""


def test_opening_does_not_drop_the_locks_of_this_process(vaults, vault, path):
    """Closing any descriptor of a file drops every POSIX lock that its process has on it."""
    vault._access._db.execute("BEGIN IMMEDIATE")
    vaults.open().close()
    locked = subprocess.run(
        [
            sys.executable,
            "-c",
            LOCK,
            path,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "database is locked" in locked.stderr
    vault._access._db.execute("ROLLBACK")


def test_the_file_is_kept_as_the_format_says(vault):
    def pragma(name):
        return vault._access._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("page_size") == 8192
    assert pragma("journal_mode") == b"delete"
    assert pragma("synchronous") == 3
    assert pragma("secure_delete") == 1
    assert pragma("temp_store") == 2
    assert pragma("trusted_schema") == 0
    assert pragma("cell_size_check") == 1
    assert pragma("application_id") == int.from_bytes(b"Intg")
    assert pragma("user_version") == 1
