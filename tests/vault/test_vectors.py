"""Known answers: whole vaults with the class of result, and the pieces that they are made of."""

import json
import subprocess
import sys
import unicodedata
import zlib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from integrate.machine import Machine
from integrate.vault import (
    DamagedSlot,
    DamagedVault,
    Finding,
    MistypedCode,
    NewerVault,
    NotAVault,
    Vault,
    WrongSecret,
    recovery,
    slots,
)
from integrate.vault.records import entities_of, new_rid, open_value
from integrate.vault.sealing import Keys, derive, pad

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "scripts" / "vectors.py"
VAULTS = json.loads((HERE / "vectors" / "vaults.json").read_text())
PARTS = json.loads((HERE / "vectors" / "parts.json").read_text())
BASES = {name: zlib.decompress(bytes.fromhex(text)) for name, text in VAULTS["bases"].items()}

REFUSED = {
    "wrong passphrase": WrongSecret,
    "mistyped code": MistypedCode,
    "damaged lock": DamagedSlot,
    "damaged file": DamagedVault,
    "not a vault": NotAVault,
    "newer format": NewerVault,
}
SHOWN = {
    "ok": set(),
    "read only": set(),
    "damaged record": {Finding.ROWS_CHANGED, Finding.ROWS_ADDED},
    "damaged draft": {Finding.ROWS_CHANGED},
    "missing rows": {Finding.ROWS_MISSING},
    "added rows": {Finding.ROWS_ADDED},
    "older head": {Finding.ROWS_ADDED},
    "unreadable head": {Finding.HEAD_UNREADABLE},
    "changed locks": {Finding.SLOTS_CHANGED},
    "foreign id": {Finding.NAME_CHANGED},
    "foreign lock": {Finding.HEAD_UNREADABLE},
}
"""Of each class, the findings of which one is told, if it isn't told as damage."""
DAMAGED = {"damaged record", "foreign lock"}


def named(vectors):
    return [pytest.param(each, id=each.get("name", "")) for each in vectors]


def image_of(vector):
    image = bytearray(BASES[vector["base"]])
    size = vector.get("size", len(image))
    image = image[:size].ljust(size, b"\0")
    for at, patch in vector["patches"]:
        new = bytes.fromhex(patch)
        image[at : at + len(new)] = new
    return bytes(image)


@pytest.fixture
def placed(tmp_path):
    """Puts a vector's vault where it can be opened."""

    def place(vector):
        path = tmp_path / "home" / "journal.vault"
        path.parent.mkdir(mode=0o700)
        path.touch(mode=0o600)
        path.write_bytes(image_of(vector))
        return path

    return place


@pytest.mark.parametrize("vector", named(VAULTS["vectors"]))
def test_a_vault_gives_the_class_of_result_that_its_vector_names(placed, vector):
    path, expect = placed(vector), vector["expect"]
    if expect in REFUSED:
        with pytest.raises(REFUSED[expect]) as refusal:
            Vault.open(path, vector["secret"], machine=Machine())
        assert refusal.type is REFUSED[expect]
        return
    with Vault.open(path, vector["secret"], machine=Machine()) as vault:
        found, findings, drafts = vault.present(), set(vault.verify().findings), vault.drafts()
        rids = [rid for item in found.items for rid in (item.rid, *item.also)]
        words = [msgspec.json.decode(vault.value(rid)) for rid in rids]
        assert vault.read_only == (expect == "read only")
    assert sorted(words) == sorted(vector["words"])
    texts = [None if each.value is None else msgspec.json.decode(each.value) for each in drafts]
    assert texts == vector["drafts"]
    assert bool(found.damaged) == (expect in DAMAGED)
    told = bool(findings or found.damaged or None in texts)
    assert told == (expect not in {"ok", "read only"})
    assert findings & SHOWN[expect] or expect in {
        "ok",
        "read only",
        "damaged record",
        "damaged draft",
    }


@pytest.mark.parametrize("vector", named(v for v in VAULTS["vectors"] if v["expect"] == "ok"))
def test_a_stranger_says_the_same_of_a_whole_vault(placed, vector):
    done = subprocess.run(
        [sys.executable, HERE / "stranger.py", placed(vector)],
        input=vector["secret"],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert sorted(told["entries"]) == sorted(vector["words"])
    assert (told["drafts"], told["wrong"]) == (vector["drafts"], [])


def test_every_class_has_a_vector():
    assert {each["expect"] for each in VAULTS["vectors"]} == {*REFUSED, *SHOWN}
    names = [each["name"] for each in VAULTS["vectors"]]
    assert len(set(names)) == len(names) >= 50


def test_the_vectors_are_made_again_byte_for_byte():
    spec = spec_from_file_location("vectors", SCRIPT)
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    for name, content in (("parts", made.parts()), ("vaults", made.vaults())):
        assert made.as_json(content) == (HERE / "vectors" / f"{name}.json").read_text()


# --- pieces


@pytest.mark.parametrize("vector", named(PARTS["hkdf"]))
def test_hkdf(vector):
    length = len(vector["okm"]) // 2
    info = bytes.fromhex(vector["info"])
    kdf = HKDF(SHA256(), length, bytes.fromhex(vector["salt"]), info)
    assert kdf.derive(bytes.fromhex(vector["ikm"])).hex() == vector["okm"]


@pytest.mark.parametrize("vector", named(PARTS["argon2id"]))
def test_argon2id(vector):
    kdf = Argon2id(
        salt=bytes.fromhex(vector["salt"]),
        length=len(vector["tag"]) // 2,
        iterations=vector["t"],
        lanes=vector["p"],
        memory_cost=vector["m"],
        ad=bytes.fromhex(vector["ad"]),
        secret=bytes.fromhex(vector["secret"]),
    )
    assert kdf.derive(bytes.fromhex(vector["password"])).hex() == vector["tag"]


@pytest.mark.parametrize("vector", named(PARTS["aes-256-gcm"]))
def test_aes_256_gcm(vector):
    given = (bytes.fromhex(vector[each]) for each in ("nonce", "plain", "aad"))
    assert AESGCM(bytes.fromhex(vector["key"])).encrypt(*given).hex() == vector["sealed"]


MASTER = bytes.fromhex(PARTS["keys"][0]["master"])
VAULT_ID = bytes.fromhex(PARTS["keys"][0]["vault_id"])
KEYS = Keys(MASTER, VAULT_ID)


@pytest.mark.parametrize("vector", PARTS["keys"], ids=lambda each: each["info"])
def test_keys_of_a_vault(vector):
    assert derive(MASTER, VAULT_ID, vector["info"]).hex() == vector["key"]


@pytest.mark.parametrize("vector", PARTS["recovery"], ids=lambda each: each["as"])
def test_recovery_codes(vector):
    if vector["code"] == "mistyped":
        with pytest.raises(MistypedCode):
            recovery.read(vector["typed"])
        return
    read = recovery.read(vector["typed"])
    assert (read and read.hex()) == vector["code"]
    if vector["as"] == "shown":
        assert recovery.write(read) == vector["typed"]


@pytest.mark.parametrize("vector", PARTS["padding"])
def test_padding(vector):
    json_text = b"x" * vector["json"]
    padded = pad(json_text, vector["step"]) if "step" in vector else pad(json_text)
    assert padded == json_text.ljust(vector["padded"])


@pytest.mark.parametrize("vector", PARTS["rid"])
def test_names_of_revisions(vector):
    rid = bytes.fromhex(vector["rid"])
    assert new_rid(KEYS, vector["entity"], lambda _: bytes.fromhex(vector["r"])) == rid
    assert entities_of(KEYS, [rid, rid]) == [vector["entity"]] * 2


@pytest.mark.parametrize("vector", PARTS["record"])
def test_records(vector):
    rid, ct = bytes.fromhex(vector["rid"]), bytes.fromhex(vector["ct"])
    value = msgspec.json.decode(open_value(KEYS, rid, ct))
    assert value == json.loads(vector["json"])["value"]
    assert open_value(KEYS, rid[::-1], ct) is None


@pytest.mark.parametrize("vector", PARTS["acc"])
def test_the_sum_over_rows(vector):
    acc = 0
    for row in vector["rows"]:
        acc ^= KEYS.row_mac(row["table"], bytes.fromhex(row["rid"]), bytes.fromhex(row["ct"]))
    assert f"{acc:064x}" == vector["acc"]


@pytest.mark.parametrize("vector", PARTS["slot"], ids=lambda each: each["kind"])
def test_locks(vector):
    slot = slots.Slot(
        kind=vector["kind"].encode(),
        params=vector["params"].encode(),
        wrapped=bytes.fromhex(vector["wrapped"]),
        sum=bytes.fromhex(vector["sum"]),
    )
    assert slot.whole
    secret = unicodedata.normalize("NFKC", vector["secret"]).encode()
    opened = slots.unwrap(slot, secret)
    assert (opened.master.hex(), opened.vault_id) == (vector["master"], VAULT_ID)
    assert slots.unwrap(slot, secret + b" ") is None
