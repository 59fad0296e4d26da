import os
import random
import sqlite3
import subprocess
import sys
import threading

import msgspec
import pytest

from integrate.machine import Machine
from integrate.vault import (
    AlreadyHasPassphrase,
    NotAVault,
    NotWritten,
    OnlyKey,
    ReadOnlyVault,
    Vault,
    VaultBusy,
    VaultFull,
    WrongSecret,
    creating,
    ledger,
    sealing,
)


class Faulty:
    """A connection whose next commits fail as a bad disk makes them fail."""

    def __init__(self, db, *faults, code=sqlite3.SQLITE_IOERR):
        self._db = db
        self._faults = list(faults)
        self._code = code

    def __getattr__(self, name):
        return getattr(self._db, name)

    def execute(self, sql, *values):
        if sql != "COMMIT" or not self._faults:
            return self._db.execute(sql, *values)
        if self._faults.pop(0) == "after":
            self._db.execute(sql)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = self._code
        raise error


def words(vault):
    return [msgspec.json.decode(vault.value(item.rid)) for item in vault.present().items]


def test_what_was_kept_is_there_at_the_next_opening(vaults):
    with vaults.create() as vault:
        item = vault.add("session", {"when": "2026-11-20"}, {"title": "Second"})
        vault_id = vault.vault_id
    with vaults.open() as vault:
        assert vault.present().items == [item]
        assert vault.vault_id == vault_id
        assert len(vault_id) == 16
        assert words(vault) == [{"title": "Second"}]


def test_a_vault_with_a_paper_code_alone_gets_its_passphrase_later(path, kdf, vaults):
    with Vault.create_with_recovery_only(path, machine=Machine(name=b""), kdf=kdf)[0] as vault:
        assert (vault.has_passphrase, vault.has_recovery) == (False, True)
        with pytest.raises(OnlyKey, match="add a passphrase first"):
            vault.drop_recovery()
        vault.add_passphrase("set the day after", kdf=kdf)
        assert vault.has_passphrase
        assert vault.verify().ok
        with pytest.raises(AlreadyHasPassphrase):
            vault.add_passphrase("another", kdf=kdf)
    vaults.open("set the day after")


def test_the_code_of_a_vault_without_passphrase_opens_it(path, kdf, vaults):
    vault, code = Vault.create_with_recovery_only(path, machine=Machine(name=b""), kdf=kdf)
    vault.close()
    vaults.open(code)
    with pytest.raises(WrongSecret):
        vaults.open("anything else")


def test_a_declined_code_opens_nothing(vaults, vault):
    vault.drop_recovery()
    assert not vault.has_recovery
    with pytest.raises(WrongSecret):
        vaults.open(vaults.code)
    vaults.open()


def test_a_vault_may_be_made_without_a_code(vaults):
    vault = vaults.create(recovery=False)
    assert vaults.code is None
    assert not vault.has_recovery


def test_another_windows_writing_changes_the_version_and_ones_own_does_not(vaults, vault):
    other = vaults.open()
    before = vault.version()
    vault.add("note", {}, "mine")
    assert vault.version() == before
    other.add("note", {}, "theirs")
    after = vault.version()
    assert after != before
    assert vault.version() == after


def test_after_closing_no_key_is_left(vault):
    vault.close()
    vault.close()
    assert vault._access._keys is None
    with pytest.raises(ValueError, match="closed"):
        vault.present()
    with pytest.raises(ValueError, match="closed"):
        vault.add("note", {}, "words")


def test_threads_that_write_through_one_vault_and_another_lose_nothing(vaults, vault):
    other = vaults.open()
    ready = threading.Barrier(4)

    def write(through, name):
        ready.wait()
        for number in range(15):
            through.add("note", {}, f"{name}{number}")
            through.present()

    threads = [
        threading.Thread(target=write, args=(through, name))
        for through, name in ((vault, "a"), (vault, "b"), (other, "c"), (other, "d"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(words(vault)) == sorted(f"{name}{n}" for name in "abcd" for n in range(15))
    assert vault.verify().ok
    assert sorted(item.clock for item in vault.present().items) == list(range(1, 61))


PAIR = """
import sys
from pathlib import Path
from integrate.machine import Machine
from integrate.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], machine=Machine())
print("ready", flush=True)
for number in sys.stdin:
    vault.add("note", {}, sys.argv[3] + number.strip())
    print("kept", flush=True)
vault.close()
"""


def test_twenty_pairs_of_processes_that_add_at_once_keep_forty_entries(vault, path, passphrase):
    pair = [
        subprocess.Popen(
            [sys.executable, "-c", PAIR, path, passphrase, name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("left", "right")
    ]
    for each in pair:
        assert each.stdout.readline() == "ready\n"
    for number in range(20):
        for each in pair:
            each.stdin.write(f"{number}\n")
            each.stdin.flush()
        for each in pair:
            assert each.stdout.readline() == "kept\n"
    for each in pair:
        each.communicate()
        assert each.returncode == 0
    assert len(vault.present().items) == 40
    assert len(set(words(vault))) == 40
    assert vault.verify().ok


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_reports_an_error_leaves_one_entry_and_no_false_alarm(vault, when):
    rid = vault.keep_draft("words")
    vault._access._db = Faulty(vault._access._db, when)
    item = vault.add("note", {}, "words", draft=rid)
    assert vault.present().items == [item]
    assert vault.drafts() == []
    assert vault.verify().ok


@pytest.mark.parametrize("faults", [("before",) * 2, ("after",) * 2, ("before", "after")])
def test_an_entry_that_could_not_be_kept_can_be_tried_again_as_it_is(vault, faults):
    rid = vault.keep_draft("words")
    vault._access._db = Faulty(vault._access._db, *faults)
    with pytest.raises(NotWritten, match="still held here") as failure:
        vault.add("note", {}, "words", draft=rid)
    item = failure.value.again()
    assert vault.present().items == [item]
    assert vault.drafts() == []
    assert vault.verify().ok


@pytest.mark.parametrize("when", ["before", "after"])
def test_every_other_change_survives_an_unsure_commit_too(path, kdf, when):
    vault, _ = Vault.create_with_recovery_only(path, machine=Machine(name=b""), kdf=kdf)
    with vault:
        vault._access._db = Faulty(vault._access._db, when)
        rid = vault.keep_draft("one")
        vault._access._db._faults.append(when)
        vault.keep_draft("two", rid)
        vault._access._db._faults.append(when)
        adopted = vault.adopt_draft(rid)
        assert [(draft.rid, bytes(draft.value)) for draft in vault.drafts()] == [
            (adopted, b'"two"')
        ]
        vault._access._db._faults.append(when)
        vault.drop_draft(adopted)
        assert vault.drafts() == []
        vault._access._db._faults.append(when)
        vault.add_passphrase("words", kdf=kdf)
        vault._access._db._faults.append(when)
        vault.drop_recovery()
        assert (vault.has_passphrase, vault.has_recovery) == (True, False)
        assert vault._access._db._faults == []
        assert vault.verify().ok


def test_a_commit_that_finds_the_file_busy_has_written_nothing(vault):
    vault._access._db = Faulty(vault._access._db, "before", code=sqlite3.SQLITE_BUSY)
    with pytest.raises(VaultBusy):
        vault.add("note", {}, "words")
    assert vault.present().items == []
    vault.add("note", {}, "words")
    assert vault.verify().ok


def test_a_full_disk_keeps_the_old_state_and_then_takes_the_words(vault):
    vault.add("note", {}, "before")
    vault._access._db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(NotWritten, match="disk is full") as failure:
        vault.add("note", {}, "x" * 100_000)
    assert words(vault) == ["before"]
    vault._access._db.execute("PRAGMA max_page_count = 100000")
    failure.value.again()
    assert words(vault) == ["before", "x" * 100_000]
    assert vault.verify().ok


SMALL_DISK = """
import resource, sys
from pathlib import Path
from integrate.machine import Machine
from integrate.vault import NotWritten, Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], machine=Machine(name=b""))
vault.add("note", {}, "before")
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    vault.add("note", {}, "x" * 200_000)
except NotWritten as failure:
    assert vault.verify().ok
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    failure.again()
    print("kept in the end")
vault.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX's")
def test_a_disk_that_really_refuses_loses_nothing(vault, path, passphrase):
    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, path, passphrase],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "kept in the end\n"
    assert words(vault) == ["before", "x" * 200_000]
    assert vault.verify().ok


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_creation_whose_commit_is_unsure_is_told_truly(vaults, monkeypatch, when):
    real = creating.file.new_file
    monkeypatch.setattr(creating.file, "new_file", lambda path: Faulty(real(path), when))
    with pytest.raises(NotAVault, match="disk has room"):
        vaults.create()
    assert list(vaults.path.parent.iterdir()) == []
    monkeypatch.undo()
    assert vaults.create().verify().ok


def test_a_file_that_only_lets_itself_be_read_is_told_so(vault):
    item = vault.add("note", {}, "words")
    vault._access._db.execute("PRAGMA query_only = ON")
    assert vault.read_only
    for write in (
        lambda: vault.add("note", {}, "more"),
        lambda: vault.keep_draft("more"),
        vault.drop_recovery,
    ):
        with pytest.raises(ReadOnlyVault):
            write()
    assert vault.present().items == [item]


def test_a_key_that_was_used_too_often_seals_no_more(vault, monkeypatch):
    vault.add("note", {}, "one")
    monkeypatch.setattr(ledger, "MOST_SEALS", 2)
    vault.add("note", {}, "two")
    with pytest.raises(VaultFull, match="integrate rekey"):
        vault.add("note", {}, "three")
    assert words(vault) == ["one", "two"]


def test_no_nonce_comes_twice(vault, tamper):
    rid = vault.keep_draft("words")
    seen = set()
    for number in range(20):
        vault.keep_draft("words", rid)
        vault.add("note", {}, number)
        seen |= {ct[:12] for (ct,) in tamper("SELECT ct FROM draft UNION ALL SELECT ct FROM head")}
    seen |= {ct[:12] for (ct,) in tamper("SELECT ct FROM rec")}
    assert len(seen) == 60


def test_no_plaintext_reaches_the_file_or_its_journal(vault, path, passphrase):
    canary = "a heron stood in the reeds"
    files = []
    folder = path.parent

    def look(_):
        files.extend(each.read_bytes() for each in folder.iterdir())

    # Opening the file here drops this process's locks; nobody else is at this vault.
    vault._access._db.set_trace_callback(look)
    rid = vault.keep_draft({"text": canary})
    item = vault.add("heronry", {"title": canary}, {"text": canary}, draft=rid)
    vault.add("heronry", {"title": canary}, {"text": canary}, entity=item.entity)
    vault._access._db.set_trace_callback(None)
    look("")
    assert len(files) > 20
    secrets = [
        canary,
        canary[:8],
        "heronry",
        item.entity,
        passphrase,
        vault._access._keys.master.hex(),
    ]
    for content in files:
        for secret in secrets:
            assert secret.encode() not in content
        assert vault._access._keys.master not in content


def test_with_the_same_randomness_a_vault_is_the_same(tmp_path, kdf):
    def make(name):
        vault, code = Vault._create(
            tmp_path / name / "journal",
            {"passphrase": b"words"},
            machine=Machine(name=b"\x01"),
            kdf=kdf,
            code=True,
            random=random.Random(7).randbytes,  # noqa: S311  (the same in every run)
        )
        with vault:
            vault.add("note", {"n": 1}, "words")
            ((rid, ct),) = vault._access._db.execute("SELECT rid, ct FROM rec").fetchall()
            return code, rid.hex(), ct[:12].hex(), ct[-16:].hex()

    assert make("one") == (
        "72TE-CMQ4-9PKZ-4DRD-KRK0-W9RK-CM0A",
        "1f91fdefe53ab61bb429dd1128a0150e",
        "f50ae69514da8c659ce2b10c",
        "3839cdc802cad4fa05460c95884fbccf",
    )


def test_sealing_uses_the_systems_randomness_unless_told_otherwise(vault):
    assert vault._access.random is os.urandom
    assert sealing.KEY_BYTES == 32
