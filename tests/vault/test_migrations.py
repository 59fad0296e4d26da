"""Files of earlier versions are brought up by named steps, all or nothing, and a copy stays."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from integrate.vault import DamagedVault, NewerVault, WrongSecret, file, migrations, schema
from integrate.vault.migrations import Migration
from tests.vault.conftest import PASSPHRASE

OLD = dict(schema.TABLES)
NEW = {**OLD, "extra": "CREATE TABLE extra (k INTEGER PRIMARY KEY, v BLOB)"}


@pytest.fixture
def next_version(vault, path, monkeypatch):
    """From here on the program is of version 2, and the vault of version 1."""
    vault.add("note", {}, "words")
    vault.close()
    step = Migration(
        to=2,
        name="a table for something more",
        before=OLD,
        apply=lambda db: db.execute(NEW["extra"]),
    )
    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "TABLES", NEW)
    monkeypatch.setattr(migrations, "MIGRATIONS", [step])
    return path


def asked(path, sql):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def test_an_earlier_version_is_brought_up_and_says_what_was_done(next_version, vaults):
    vault = vaults.open()
    assert len(vault.present().items) == 1
    vault.add("note", {}, "more")
    assert vault.verify().ok
    assert asked(next_version, "PRAGMA user_version") == [(2,)]
    ((done,),) = asked(next_version, "SELECT v FROM meta WHERE k = 'migrations'")
    assert msgspec.json.decode(done) == [{"to": 2, "name": "a table for something more"}]
    vaults.open().close()


def test_the_file_as_it_was_stays_beside_it(next_version, vaults, monkeypatch):
    vaults.open().close()
    before = next_version.with_name("journal.version-1.vault")
    assert before.stat().st_mode & 0o777 == 0o600
    monkeypatch.undo()
    assert len(vaults.open(path=before).present().items) == 1


def test_a_wrong_passphrase_changes_nothing(next_version, vaults):
    content = next_version.read_bytes()
    with pytest.raises(WrongSecret):
        vaults.open("wrong")
    assert next_version.read_bytes() == content
    assert [each.name for each in next_version.parent.iterdir()] == [next_version.name]


def test_a_step_that_ends_in_the_middle_has_changed_nothing(next_version, vaults, monkeypatch):
    def half(db):
        db.execute(NEW["extra"])
        raise KeyboardInterrupt

    step = msgspec.structs.replace(migrations.MIGRATIONS[0], apply=half)
    monkeypatch.setattr(migrations, "MIGRATIONS", [step])
    with pytest.raises(KeyboardInterrupt):
        vaults.open()
    assert asked(next_version, "PRAGMA user_version") == [(1,)]
    assert asked(next_version, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'") == [(0,)]


def test_a_trigger_planted_in_an_earlier_version_is_never_run(next_version, vaults):
    with closing(sqlite3.connect(next_version)) as db, db:
        db.execute("CREATE TRIGGER sly AFTER INSERT ON meta BEGIN DELETE FROM rec; END")
    with pytest.raises(DamagedVault):
        vaults.open()
    assert asked(next_version, "SELECT count(*) FROM rec") == [(1,)]


@pytest.mark.usefixtures("next_version")
def test_what_is_newer_than_the_program_is_left_alone(path, vaults, monkeypatch):
    vaults.open().close()
    content = path.read_bytes()
    monkeypatch.undo()
    with pytest.raises(NewerVault):
        vaults.open(PASSPHRASE)
    assert path.read_bytes() == content


def test_the_steps_lead_from_the_first_version_to_this_one():
    assert [step.to for step in migrations.MIGRATIONS] == list(
        range(schema.FIRST + 1, schema.VERSION + 1)
    )
    assert file.schema is schema
