"""Prints what a vault holds and what is wrong; the passphrase or code comes on standard input."""

import hmac
import json
import sqlite3
import sys
from hashlib import sha256
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, aead, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf import argon2, hkdf


def derive(key, info, length=32):
    return hkdf.HKDF(SHA256(), length, vault_id, info).derive(key)


def unseal(key, ct, label, name=b""):
    try:
        return aead.AESGCM(key).decrypt(ct[:12], ct[12:], label + vault_id + name)
    except (InvalidTag, ValueError):
        return b""


db, typed, acc, found = sqlite3.connect(sys.argv[1]), sys.stdin.read(), 0, {}
db.text_factory = bytes
tidy = "".join(typed.upper().replace("-", "").split()).translate(str.maketrans("OIL", "011"))
bits = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter) for letter in tidy]
code, rest = divmod(sum(five << 5 * place for place, five in enumerate(bits[::-1])), 4096)
kind = b"recovery" if len(bits) == 28 and min(bits) >= 0 and code % 4093 == rest else b"passphrase"
secret = b"%032x" % code if kind == b"recovery" else normalize("NFKC", typed).encode()
slots = list(db.execute("SELECT kind, params, wrapped, sum FROM slot ORDER BY id"))
text, wrapped, total = next(slot[1:] for slot in slots if slot[0] == kind)
params = json.loads(text)
vault_id, salt = bytes.fromhex(params["vault"]), params["salt"].encode()
costs = {"iterations": params["t"], "lanes": params["p"], "memory_cost": params["m"]}
both = derive(argon2.Argon2id(salt=salt, length=32, **costs).derive(secret), b"slot " + kind, 64)
master = both[32:] == wrapped[:32] and unseal(both[:32], wrapped[32:], b"slot1", kind + text)
whole = sha256(vault_id + kind + text + wrapped).digest()[:8] == total
master or sys.exit("wrong secret" if whole else "damaged lock")
keys = {name: derive(master, name) for name in (b"rec", b"draft", b"head", b"set", b"rid")}
query = "SELECT 'rec', rid, ct FROM rec UNION ALL SELECT 'draft', rid, ct FROM draft"
for table, rid, ct in db.execute(query):
    acc ^= int.from_bytes(hmac.digest(keys[b"set"], table + rid + ct[:12] + ct[-16:], "sha256"))
    found[table, rid] = json.loads(unseal(keys[table], ct, table + b"1", rid) or "null")
slot_sum = sha256(b"".join(len(each).to_bytes(4) + each for slot in slots for each in slot))
fits = {"n": len(found), "acc": f"{acc:064x}", "slots": slot_sum.hexdigest()}
head = json.loads(unseal(keys[b"head"], *next(db.execute("SELECT ct FROM head")), b"head1") or "{}")
records = {rid: each for (table, rid), each in found.items() if table == b"rec" and each}
past = {bytes.fromhex(parent) for each in records.values() for parent in each["parents"]}
lost = [rid for (_, rid), each in found.items() if each is None]
decipher = Cipher(algorithms.AES(keys[b"rid"]), modes.ECB()).decryptor().update  # noqa: S305
hidden = {each["entity"] for each in records.values() if each["kind"] == "gone"}
hidden |= {decipher(rid)[:8].hex() for rid in lost if rid not in past}
entries = [r["value"] for rid, r in records.items() if not (rid in past or r["entity"] in hidden)]
wrong = [each for each in fits if head.get(each) != fits[each]] + [rid.hex() for rid in lost]
drafts = [each for (table, _), each in found.items() if table == b"draft"]
json.dump({"entries": entries, "drafts": drafts, "wrong": wrong}, sys.stdout)
