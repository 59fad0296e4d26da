"""Prints every entry and draft of a vault; the passphrase comes on standard input."""

import json
import sqlite3
import sys
from unicodedata import normalize

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

db = sqlite3.connect(sys.argv[1])
text, wrapped = db.execute("SELECT params, wrapped FROM slot WHERE kind = 'passphrase'").fetchone()
params = json.loads(text)
vault_id = bytes.fromhex(params["vault"])


def derive(key, info, length=32):
    return HKDF(SHA256(), length, vault_id, info.encode()).derive(key)


def unseal(key, ct, label, name):
    return AESGCM(key).decrypt(ct[:12], ct[12:], label + vault_id + name)


costs = {"iterations": params["t"], "lanes": params["p"], "memory_cost": params["m"]}
stretch = Argon2id(salt=params["salt"].encode(), length=32, **costs)
secret = stretch.derive(normalize("NFKC", sys.stdin.read()).encode())
kek = derive(secret, "slot passphrase", 64)[:32]
master = unseal(kek, wrapped[32:], b"slot1", b"passphrase" + text.encode())
records = {
    rid.hex(): json.loads(unseal(derive(master, "rec"), ct, b"rec1", rid))
    for rid, ct in db.execute("SELECT rid, ct FROM rec ORDER BY seq")
}
past = {parent for record in records.values() for parent in record["parents"]}
words = [records[rid]["value"] for rid in records if rid not in past]
for rid, ct in db.execute("SELECT rid, ct FROM draft ORDER BY rowid"):
    words.append(json.loads(unseal(derive(master, "draft"), ct, b"draft1", rid)))
json.dump(words, sys.stdout)
