"""A vault of every released version reads the same for ever.

`golden/` holds one of each with all that a reader should find in it. A file in it is never made
again: where this test fails, the reader has changed its meaning.
"""

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from integrate.domain.entry import Heading, Words
from integrate.domain.people import People
from integrate.machine import Machine
from integrate.vault import Vault

HERE = Path(__file__).parent
GOLDEN = sorted((HERE / "golden").glob("*.vault"))
SUMS = {"v1.vault": "8658110efc021c15dbd06c9cbfd4e066bfe955c8f473b556282d725c9140f944"}
"""SHA-256 of each file, so that none is exchanged unnoticed."""
TOOLS = ("sqlite3", "argon2", "openssl", "xxd", "od")


@pytest.fixture(params=GOLDEN, ids=lambda each: each.stem)
def golden(request, tmp_path):
    """A copy of a golden vault, and what it tells."""
    path = tmp_path / "home" / "journal.vault"
    path.parent.mkdir(mode=0o700)
    shutil.copyfile(request.param, path)
    path.chmod(0o600)
    return path, json.loads(request.param.with_suffix(".json").read_text())


def decoded(raw):
    return msgspec.json.decode(raw)


def told(vault):
    """The same as the golden JSON tells, read anew."""
    found = vault.present()
    assert found.damaged == []
    items = [
        {
            "entity": item.entity,
            "rid": item.rid.hex(),
            "kind": item.kind,
            "about": decoded(item.about),
            "value": decoded(vault.value(item.rid)),
            "clock": item.clock,
            "also": [{"rid": rid.hex(), "value": decoded(vault.value(rid))} for rid in item.also],
            "history": [
                {
                    "rid": each.rid.hex(),
                    "value": decoded(each.value),
                    "parents": [rid.hex() for rid in each.parents],
                }
                for each in vault.history(item.entity).wordings
            ],
        }
        for item in found.items
    ]
    drafts = [{"rid": each.rid.hex(), "value": decoded(each.value)} for each in vault.drafts()]
    return {"vault_id": vault.vault_id.hex(), "items": items, "drafts": drafts}


@pytest.mark.parametrize("secret", ["passphrase", "code"])
def test_a_golden_vault_tells_what_it_always_told(golden, secret):
    path, expected = golden
    before = path.read_bytes()
    with Vault.open(path, expected[secret], machine=Machine()) as vault:
        assert told(vault) == {name: expected[name] for name in ("vault_id", "items", "drafts")}
        assert vault.verify().ok
        assert not vault.read_only
    assert path.read_bytes() == before


def test_a_golden_vault_goes_on_being_written(golden, kdf):
    path, expected = golden
    first = expected["items"][2]
    with Vault.open(path, expected["passphrase"], machine=Machine()) as vault:
        vault.add("entry", first["about"], {"text": "new"}, entity=first["entity"])
        vault.change_passphrase("another one", kdf=kdf)
    with Vault.open(path, "another one", machine=Machine()) as vault:
        assert vault.verify().ok
        values = {item.entity: decoded(vault.value(item.rid)) for item in vault.present().items}
        before = {each["entity"]: each["value"] for each in expected["items"]}
        assert values == before | {first["entity"]: {"text": "new"}}


def test_the_journals_own_types_still_read_what_a_golden_vault_holds(golden):
    path, expected = golden
    with Vault.open(path, expected["passphrase"], machine=Machine()) as vault:
        for item in vault.present().items:
            value = bytes(vault.value(item.rid))
            if item.kind == "entry":
                assert msgspec.json.decode(item.about, type=Heading).title
                assert msgspec.json.decode(value, type=Words) != Words()
            elif item.kind == "people":
                assert msgspec.json.decode(value, type=People).people


def test_a_stranger_reads_a_golden_vault(golden):
    path, expected = golden
    done = subprocess.run(
        [sys.executable, HERE / "stranger.py", path],
        input=expected["passphrase"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert same(json.loads(done.stdout)["entries"], words_of(expected))
    assert json.loads(done.stdout)["drafts"] == [each["value"] for each in expected["drafts"]]
    assert json.loads(done.stdout)["wrong"] == []


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs all of {', '.join(TOOLS)}")
def test_a_shell_reads_a_golden_vault(golden):
    path, expected = golden
    done = subprocess.run(
        ["sh", HERE / "reader.sh", path],
        input=expected["code"],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert same(lines, words_of(expected) + [each["value"] for each in expected["drafts"]])
    assert done.stderr == ""


def words_of(expected):
    return [
        value
        for item in expected["items"]
        for value in (item["value"], *(each["value"] for each in item["also"]))
    ]


def same(one, other):
    return sorted(map(json.dumps, one)) == sorted(map(json.dumps, other))


def test_the_first_golden_vault_holds_one_of_everything():
    expected = json.loads((HERE / "golden" / "v1.json").read_text())
    items = expected["items"]
    assert {each["kind"] for each in items} == {"entry", "session", "people"}
    assert any(len(each["history"]) == 3 for each in items)
    assert any(each["also"] for each in items)
    assert len(expected["drafts"]) == 2
    assert max(len(json.dumps(each["value"])) for each in items) > 8192


def test_no_golden_file_was_exchanged():
    found = {each.name: sha256(each.read_bytes()).hexdigest() for each in GOLDEN}
    assert found == SUMS
