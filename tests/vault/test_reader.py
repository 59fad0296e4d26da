"""A vault is read with a shell and four common tools, without Python or ours."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

READER = Path(__file__).with_name("reader.sh")
TOOLS = ("sh", "sqlite3", "argon2", "openssl", "xxd", "od")
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def run(path, secret):
    return subprocess.run(
        ["sh", READER, path], input=secret, capture_output=True, text=True, check=False, timeout=60
    )


def read(path, secret):
    done = run(path, secret)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_a_shell_reads_entries_edits_and_drafts(vaults, vault, path, passphrase):
    first = vault.add("note", {}, "one, first wording")
    vault.add("note", {}, "two\nlines, 'quoted' \"twice\", a \\ and a |")
    vault.add("note", {}, {"answers": ["drei", "четыре", "😶"], "n": [1, None, 2.5]})
    vault.add("note", {}, "one, second wording", entity=first.entity)
    vault.delete(vault.add("note", {}, "not to be kept").entity)
    vault.add("note", {}, "long " * 4000)
    vault.keep_draft({"text": "unfinished"})
    expected = [
        "two\nlines, 'quoted' \"twice\", a \\ and a |",
        {"answers": ["drei", "четыре", "😶"], "n": [1, None, 2.5]},
        "one, second wording",
        "long " * 4000,
        {"text": "unfinished"},
    ]
    assert read(path, passphrase) == (expected, "")
    assert read(path, vaults.code) == (expected, "")
    assert read(path, vaults.code.lower().replace("0", "o").replace("1", "l")) == (expected, "")


def test_a_shell_tells_a_wrong_passphrase_and_writes_nothing(witness_of, witness):
    before = witness.path.read_bytes()
    done = run(witness.path, "something else")
    assert (done.returncode, done.stdout) == (1, "")
    assert "does not open" in done.stderr
    slip = witness.code[:-1] + ("0" if witness.code[-1] != "0" else "2")
    assert run(witness.path, slip).returncode == 1
    assert read(witness.path, witness_of.PASSPHRASE)[0][-1] == "unfinished"
    assert [each.name for each in witness.path.parent.iterdir()] == ["journal.vault"]
    assert witness.path.read_bytes() == before


def test_a_shell_tells_that_rows_are_missing_and_shows_no_older_text(witness_of, witness):
    theatre = witness_of.Theatre(witness)
    newest = [said[-1] for said in witness.said.values()]
    witness.operate(("UPDATE rec SET ct = randomblob(540) WHERE rid = ?", theatre.newest[0]))
    assert read(witness.path, witness_of.PASSPHRASE)[0] == [*newest[1:], "unfinished"]
    witness.operate(theatre.drop(theatre.newest[1]))
    assert "head tells" in read(witness.path, witness_of.PASSPHRASE)[1]


def test_a_lock_that_asks_for_too_much_is_refused_before_anything_is_derived(witness_of, witness):
    hostile = "UPDATE slot SET params = json_set(params, '$.m', 1073741824)"
    witness.operate((hostile,))
    done = run(witness.path, witness_of.PASSPHRASE)
    assert done.returncode == 1
    assert "too much" in done.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="read -s is bash's")
def test_the_lines_that_stand_in_every_vault_read_it(vault, path, passphrase):
    first = vault.add("note", {}, "one")
    vault.add("note", {}, "zwei, č", entity=first.entity)
    with closing(sqlite3.connect(path)) as db:
        ((spec,),) = db.execute("SELECT v FROM meta WHERE k = 'spec'").fetchall()
    block = spec.partition("in a shell:\n")[2]
    lines = [line[4:] for line in block.splitlines() if line.startswith("    ")]
    assert lines[0] == "V=journal.vault; read -rs P"
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines).replace("journal.vault", str(path))],
        input=f"{passphrase}\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["value"] for each in records] == ["one", "zwei, č"]
    assert records[1]["parents"] == [first.rid.hex()]
