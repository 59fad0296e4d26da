"""Locks and rows made to cost memory and time, or to stumble over, by somebody who holds no key.

Work is measured as what the derivation is asked for (the witness refuses to be asked for more than
the bounds), memory in a process of its own.
"""

import hashlib
import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from integrate.machine import Machine
from integrate.vault import DamagedSlot, Vault, VaultError, WrongSecret

PASSPHRASE = "a quiet harbour, late"

NUMBERS = ["0", "-1", "1", "8191", "1048577", "4294967296", "9223372036854775808", "1e9", "8192.5"]
NOT_NUMBERS = [
    '"8192"',
    "null",
    "[8192]",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "9" * 3000,
    "08",
]
FEW = ["0", "-1", "1.5", "null"]
HOSTILE = {
    **{f"m is {each[:12]}": {"m": each} for each in (*NUMBERS, *NOT_NUMBERS)},
    **{f"t is {each[:12]}": {"t": each} for each in (*FEW, "129", "4294967296")},
    **{f"p is {each[:12]}": {"p": each} for each in (*FEW, "17", "16777216")},
    "m and t together": {"m": "524288", "t": "3"},
    **{
        f"salt {number}": {"salt": json.dumps(each, ensure_ascii=False)}
        for number, each in enumerate(
            ["", "0" * 31, "0" * 33, "A" * 32, "g" * 32, "０" * 32, "0" * 31 + "\n", None, 5, ["0"]]
        )
    },
    **{
        f"vault {number}": {"vault": json.dumps(each)}
        for number, each in enumerate(["", "0" * 30, "z" * 32, None, 7, "\ud800" * 32, "0\0" * 16])
    },
    **{
        f"kdf {each}": {"kdf": each}
        for each in ('"argon2i"', '"none"', '"scrypt"', '""', "null", "19", '"ARGON2ID"')
    },
    **{f"v is {each}": {"v": each} for each in ("16", "18", "20", '"19"', "19.5", "null")},
    "one more member": {"more": "1"},
}
WHOLE_TEXTS = {
    "nothing": "",
    "null": "null",
    "a number": "1",
    "a list": "[]",
    "no members": "{}",
    "half": '{"kdf":"argon2id","v":19,"m":81',
    "deep": "[" * 4000,
    "deep in a member": '{"kdf":"argon2id","v":' + '{"a":' * 700 + "1" + "}" * 700 + "}",
    "very long": '{"kdf":"argon2id","v":19,"salt":"' + "0" * 2_000_000 + '"}',
    "nul": "\0" * 100,
    "byte order mark": "\ufeff{}",
    "quotes": '"' * 999,
}


def sum_of(vault_id, kind, params, wrapped):
    """Anybody can write a sum that fits: it tells accidents, not attacks."""
    return hashlib.sha256(vault_id + kind.encode() + params.encode() + wrapped).digest()[:8]


def with_params(witness, text, *, fitting_sum):
    """Puts this text beside the passphrase's wrapped key, perhaps with a sum that fits."""
    ((wrapped, total, old),) = witness.operate(
        ("SELECT wrapped, sum, params FROM slot WHERE kind = 'passphrase'",)
    )[0]
    if fitting_sum:
        vault_id = bytes.fromhex(json.loads(old)["vault"])
        total = sum_of(vault_id, "passphrase", text, wrapped)
    sql = "UPDATE slot SET params = ?, sum = ? WHERE kind = 'passphrase'"
    witness.operate((sql, text, total))


def written(witness, **changed):
    """The passphrase's parameters with some members as given, as JSON text."""
    ((params,),) = witness.operate(("SELECT params FROM slot WHERE kind = 'passphrase'",))[0]
    members = {name: json.dumps(value) for name, value in json.loads(params).items()} | changed
    return "{" + ",".join(f'"{name}":{value}' for name, value in members.items()) + "}"


@pytest.mark.parametrize("fitting_sum", [False, True], ids=["", "with a fitting sum"])
@pytest.mark.parametrize("name", [*HOSTILE, *WHOLE_TEXTS])
def test_hostile_parameters_are_damage_and_nothing_is_derived_from_them(witness, name, fitting_sum):
    text = WHOLE_TEXTS.get(name)
    if text is None:
        text = written(witness, **HOSTILE[name])
    with_params(witness, text, fitting_sum=fitting_sum)
    asked = witness.stretcher.asked
    asked.clear()
    with pytest.raises(DamagedSlot):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())
    assert asked == []
    assert witness.look() == "DamagedSlot and slots_changed"


@pytest.mark.parametrize("fitting_sum", [False, True], ids=["", "with a fitting sum"])
@pytest.mark.parametrize("name", ["twice m", "twice m, the first too large", "a space", "order"])
def test_parameters_that_only_look_different_open_nothing_and_ask_for_no_more(
    witness, name, fitting_sum
):
    """What is derived is what was checked, however a reader takes doubled members."""
    text = written(witness)
    changed = {
        "twice m": text[:-1] + ',"m":9000}',
        "twice m, the first too large": text.replace('"m":8192', '"m":99999999,"m":8192'),
        "a space": text + " ",
        "order": text.replace('"v":19,', "").replace("}", ',"v":19}'),
    }[name]
    assert changed != text
    with_params(witness, changed, fitting_sum=fitting_sum)
    if fitting_sum and name == "twice m":
        return  # another key is derived, and so it is a whole lock for another secret
    assert witness.look() == "DamagedSlot and slots_changed"


DOUBLED = (
    "INSERT INTO slot (kind, params, wrapped, sum) "
    "SELECT kind, params, wrapped, sum FROM slot WHERE id = 1"
)
KINDS = ["", "Passphrase", "passphrase ", "passphrase\0", "пароль", "x" * 5000, "\x7f"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_lock_of_another_kind_opens_nothing_and_is_called_damage(witness, kind):
    witness.operate(("UPDATE slot SET kind = ? WHERE kind = 'passphrase'", kind))
    with pytest.raises(DamagedSlot):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())
    with Vault.open(witness.path, witness.code, machine=Machine()) as vault:
        assert not vault.verify().ok


def test_a_damaged_lock_of_the_keyring_has_its_own_sentence(witness):
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        secret = vault.add_keyring()
    with Vault.open_with_keyring(witness.path, secret, machine=Machine()) as vault:
        assert vault.verify().ok
    witness.operate(("UPDATE slot SET sum = x'00', wrapped = x'00' WHERE kind = 'keyring'",))
    with pytest.raises(DamagedSlot, match="keyring"):
        Vault.open_with_keyring(witness.path, secret, machine=Machine())


def test_a_dear_lock_put_before_ours_is_not_called_a_wrong_passphrase(witness):
    """Ours isn't tried any more then, so nothing is known about what was typed."""
    dear = written(witness, m="1048576", t="1")
    wrapped = bytes(92)
    vault_id = bytes.fromhex(json.loads(dear)["vault"])
    total = sum_of(vault_id, "passphrase", dear, wrapped)
    witness.operate(("INSERT INTO slot VALUES (-5, 'passphrase', ?, ?, ?)", dear, wrapped, total))
    witness.stretcher.pretend = True
    with pytest.raises(DamagedSlot):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())


def test_eight_dear_locks_cost_no_more_than_one(witness):
    """Each within the bounds, together far beyond them: not all are tried."""
    dear = written(witness, m="524288", t="2")
    with_params(witness, dear, fitting_sum=True)
    witness.operate(
        ("DELETE FROM slot WHERE kind = 'recovery'",),
        *[(DOUBLED,)] * 7,
    )
    asked = witness.stretcher.asked
    asked.clear()
    witness.stretcher.pretend = True
    with pytest.raises((WrongSecret, DamagedSlot)):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())
    assert sum(each["memory_cost"] * each["iterations"] for each in asked) <= 1024 * 1024


READER = """
import resource, sys
from pathlib import Path
from integrate.machine import Machine
from integrate.vault import Vault, VaultError
import integrate.vault.vault, integrate.vault.unlock, integrate.vault.slots

pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
try:
    with Vault.open(Path(sys.argv[1]), sys.argv[2], machine=Machine()) as vault:
        found, drafts, findings = vault.present(), vault.drafts(), vault.verify().findings
    print("told" if findings or found.damaged else "harmless")
except VaultError as refusal:
    print(type(refusal).__name__)
"""
ROOM = 192 * 1024 * 1024
"""Bytes on top of what Python has before it opens the vault; SQLite's own bound is 32 MiB a value,
and a sealed one is cut from its nonce and deciphered, which makes three of it."""
SHORT = {"locks", "brackets", "a record", "the head"}
LOCK = "INSERT INTO slot (kind, params, wrapped, sum)"
BOMBS = {
    "locks": ("DELETE FROM slot", *[f"{LOCK} VALUES (7, {{bytes}}, {{bytes}}, {{bytes}})"] * 8),
    "locks of text": (f"{LOCK} VALUES ({{text}}, {{text}}, {{text}}, {{text}})",),
    "locks of nul": (f"{LOCK} VALUES ({{nul}}, {{nul}}, {{nul}}, {{nul}})",) * 3,
    "brackets": ("UPDATE slot SET params = {brackets}",),
    "a record": ("UPDATE rec SET ct = {bytes} WHERE seq = 6",),
    "names": ("UPDATE rec SET rid = {bytes} || seq WHERE seq > 4",),
    "a draft": ("UPDATE draft SET ct = {bytes}",),
    "the head": ("UPDATE head SET ct = {bytes}",),
    "the head as text": ("UPDATE head SET ct = {text}",),
    "meta": ("UPDATE meta SET v = {bytes}",),
    "meta's names": ("UPDATE meta SET k = {text} || rowid",),
}


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("size", [30_000_000, 40_000_000], ids=["30 MB", "40 MB"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_column_of_many_megabytes_is_refused_or_told_in_bounded_memory(witness, bomb, size, long):
    if not long and (size > 30_000_000 or bomb not in SHORT):
        pytest.skip("more of these with INTEGRATE_STORM=1")
    fillings = {
        "bytes": f"zeroblob({size})",
        "text": f"CAST(replace(hex(zeroblob({size // 2})), '0', 'a') AS TEXT)",
        "nul": f"CAST(zeroblob({size}) AS TEXT)",
        "brackets": f"replace(hex(zeroblob({size // 2})), '0', '[')",
    }
    with closing(sqlite3.connect(witness.path)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        for sql in BOMBS[bomb]:
            db.execute(sql.format(**fillings))
    done = subprocess.run(
        [sys.executable, "-c", READER, witness.path, PASSPHRASE, str(ROOM)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"told", "DamagedSlot", "DamagedVault"}


def test_many_made_up_rows_are_told(witness):
    many = (
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "INSERT INTO rec (rid, ct) SELECT randomblob(16), zeroblob(28) FROM n"
    )
    witness.operate((many,))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        found = vault.present()
        assert len(found.damaged) == 20000
        assert {item.entity for item in found.items} == witness.said.keys()
        assert not vault.verify().ok


def test_every_refusal_has_a_sentence_and_no_secret_in_it(witness):
    witness.operate(("UPDATE slot SET params = '{}'",))
    for secret in (PASSPHRASE, witness.code):
        with pytest.raises(VaultError) as refusal:
            Vault.open(witness.path, secret, machine=Machine())
        assert str(refusal.value).endswith(".")
        assert secret not in str(refusal.value)
