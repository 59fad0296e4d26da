"""A reader that knows only the page in the file: nothing of ours is imported by it."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

READER = Path(__file__).with_name("stranger.py")


def run(path, secret):
    return subprocess.run(
        [sys.executable, READER, path], input=secret, capture_output=True, text=True, check=False
    )


def read(path, secret):
    done = run(path, secret)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_stranger_with_the_page_reads_every_entry(vaults, vault, path, passphrase):
    first = vault.add("note", {}, "one")
    vault.add("note", {}, "two, better", entity=first.entity)
    vault.add("note", {}, {"answers": ["drei", "четыре"]}, draft=vault.keep_draft("three"))
    unwanted = vault.add("note", {}, "not to be kept")
    vault.delete(unwanted.entity)
    vault.keep_draft({"text": "unfinished"})
    told = {
        "entries": ["two, better", {"answers": ["drei", "четыре"]}],
        "drafts": [{"text": "unfinished"}],
        "wrong": [],
    }
    assert read(path, passphrase) == told
    assert read(path, vaults.code) == told
    assert read(path, vaults.code.lower().replace("-", "").replace("0", "o")) == told


def test_a_stranger_reads_both_of_two_who_wrote_at_once(vault, path, passphrase):
    first = vault.add("note", {}, "one")
    for words in ("here", "there"):
        vault.add("note", {}, words, entity=first.entity, after=[first.rid])
    assert sorted(read(path, passphrase)["entries"]) == ["here", "there"]


def test_a_stranger_tells_what_is_missing_and_shows_no_older_text(witness_of, witness):
    theatre = witness_of.Theatre(witness)
    newest = [said[-1] for said in witness.said.values()]
    told = read(witness.path, witness_of.PASSPHRASE)
    assert told == {"entries": newest, "drafts": ["unfinished"], "wrong": []}
    witness.operate(("UPDATE rec SET ct = zeroblob(540) WHERE rid = ?", theatre.newest[0]))
    told = read(witness.path, witness_of.PASSPHRASE)
    assert told["entries"] == newest[1:]
    assert told["wrong"] == ["acc", theatre.newest[0].hex()]
    witness.operate(theatre.drop(theatre.newest[0]))
    assert read(witness.path, witness_of.PASSPHRASE)["wrong"] == ["n", "acc"]
    witness.operate(("DELETE FROM slot WHERE kind = 'recovery'",))
    assert "slots" in read(witness.path, witness_of.PASSPHRASE)["wrong"]


def test_what_was_deleted_and_is_put_back_a_stranger_does_not_show(vaults, vault, path, tamper):
    item = vault.add("note", {}, "once")
    rows = tamper("SELECT rid, ct FROM rec")
    vault.delete(item.entity)
    tamper("INSERT INTO rec (rid, ct) VALUES (?, ?)", *rows[0])
    assert read(path, vaults.code) == {"entries": [], "drafts": [], "wrong": ["n", "acc"]}


def test_a_stranger_tells_a_wrong_secret_from_a_damaged_lock(witness_of, witness):
    assert run(witness.path, "something else").stderr.strip() == "wrong secret"
    witness.operate(("UPDATE slot SET wrapped = zeroblob(92)",))
    for secret in (witness_of.PASSPHRASE, witness.code):
        assert run(witness.path, secret).stderr.strip() == "damaged lock"


@pytest.mark.usefixtures("vault")
def test_a_stranger_reads_a_new_vault(path, passphrase):
    assert read(path, passphrase) == {"entries": [], "drafts": [], "wrong": []}


def test_the_strangers_reader_is_short_and_imports_nothing_of_ours():
    source = READER.read_text()
    assert len(source.splitlines()) <= 60
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        )
    }
    assert imported <= {*sys.stdlib_module_names, "cryptography"}
