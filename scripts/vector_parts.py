"""Known answers for the pieces of a vault: from RFCs, or computed without the product's code."""

import hmac
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MASTER = bytes(range(32))
VAULT_ID = bytes(range(0xA0, 0xB0))

RFC_5869 = [
    {
        "name": "RFC 5869 A.1",
        "ikm": "0b" * 22,
        "salt": "000102030405060708090a0b0c",
        "info": "f0f1f2f3f4f5f6f7f8f9",
        "okm": "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        "34007208d5b887185865",
    },
    {
        "name": "RFC 5869 A.2",
        "ikm": bytes(range(0x50)).hex(),
        "salt": bytes(range(0x60, 0xB0)).hex(),
        "info": bytes(range(0xB0, 0x100)).hex(),
        "okm": "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
        "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
        "cc30c58179ec3e87c14c01d5c1f3434f1d87",
    },
    {
        "name": "RFC 5869 A.3",
        "ikm": "0b" * 22,
        "salt": "",
        "info": "",
        "okm": "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        "9d201395faa4b61a96c8",
    },
]
RFC_9106 = [
    {
        "name": "RFC 9106 5.3",
        "password": "01" * 32,
        "salt": "02" * 16,
        "secret": "03" * 8,
        "ad": "04" * 12,
        "m": 32,
        "t": 3,
        "p": 4,
        "tag": "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
    }
]
_KEY = "feffe9928665731c6d6a8f9467308308" * 2
_IV = "cafebabefacedbaddecaf888"
_PLAIN = (
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
)
_SEALED = (
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
)
GCM = [
    {
        "name": "McGrew and Viega, test case 13",
        "key": "00" * 32,
        "nonce": "00" * 12,
        "plain": "",
        "aad": "",
        "sealed": "530f8afbc74536b9a963b4f1c4cb738b",
    },
    {
        "name": "McGrew and Viega, test case 14",
        "key": "00" * 32,
        "nonce": "00" * 12,
        "plain": "00" * 16,
        "aad": "",
        "sealed": "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    },
    {
        "name": "McGrew and Viega, test case 15",
        "key": _KEY,
        "nonce": _IV,
        "plain": _PLAIN,
        "aad": "",
        "sealed": _SEALED + "b094dac5d93471bdec1a502270e3cc6c",
    },
    {
        "name": "McGrew and Viega, test case 16",
        "key": _KEY,
        "nonce": _IV,
        "plain": _PLAIN[:120],
        "aad": "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "sealed": _SEALED[:120] + "76fc6ece0f4e1768cddf8853bb2d551b",
    },
]


def parts() -> dict[str, Any]:
    """What parts.json holds."""
    return {
        "hkdf": RFC_5869,
        "argon2id": RFC_9106,
        "aes-256-gcm": GCM,
        "keys": _keys(),
        "recovery": _recovery(),
        "padding": _padding(),
        "rid": _rids(),
        "record": _records(),
        "acc": _acc(),
        "slot": _slots(),
    }


def hkdf(key: bytes, salt: bytes, info: bytes, length: int = 32) -> bytes:
    """RFC 5869 with SHA-256, by hand."""
    prk = hmac.digest(salt, key, "sha256")
    out = block = b""
    while len(out) < length:
        block = hmac.digest(prk, block + info + bytes([len(out) // 32 + 1]), "sha256")
        out += block
    return out[:length]


def _keys() -> list[dict[str, str]]:
    return [
        {
            "master": MASTER.hex(),
            "vault_id": VAULT_ID.hex(),
            "info": info,
            "key": hkdf(MASTER, VAULT_ID, info.encode()).hex(),
        }
        for info in ("rec", "draft", "head", "set", "rid", "anchor")
    ]


def written(code: bytes) -> str:
    """A recovery code as it is shown, by plain text of zeros and ones."""
    number = int.from_bytes(code)
    bits = f"{number:0128b}{number % 4093:012b}"
    text = "".join(LETTERS[int(bits[at : at + 5], 2)] for at in range(0, 140, 5))
    return "-".join(text[at : at + 4] for at in range(0, 28, 4))


def _recovery() -> list[dict[str, Any]]:
    codes = [bytes(16), b"\xff" * 16, bytes(range(16)), sha256(b"one more").digest()[:16]]
    shown = [{"typed": written(code), "code": code.hex(), "as": "shown"} for code in codes]
    code, text = codes[3], written(codes[3])
    swapped = text[:5] + text[6] + text[5] + text[7:]
    typed = {
        "lower case": text.lower(),
        "spaces": text.replace("-", "  "),
        "nothing between": text.replace("-", ""),
        "other dashes": text.replace("-", "–"),
        "tab and line's end": text.replace("-", "\t") + "\n",
        "O for 0, I and L for 1": text.replace("0", "O").replace("1", "l"),
    }
    wrong = {
        "two neighbours swapped": swapped,
        "last character wrong": text[:-1] + ("0" if text[-1] != "0" else "2"),
        "first character wrong": ("0" if text[0] != "0" else "2") + text[1:],
    }
    other = {
        "too short": text[:-1],
        "too long": text + "0",
        "a letter that is none": "U" + text[1:],
    }
    return [
        *shown,
        *({"typed": each, "code": code.hex(), "as": how} for how, each in typed.items()),
        *({"typed": each, "code": "mistyped", "as": how} for how, each in wrong.items()),
        *({"typed": each, "code": None, "as": how} for how, each in other.items()),
    ]


def _padding() -> list[dict[str, int]]:
    cases = {0: 0, 1: 512, 511: 512, 512: 512, 513: 1024, 8191: 8192, 8192: 8192}
    large = {8193: 12288, 12288: 12288, 12289: 16384, 100_000: 102_400}
    drafts = {0: 0, 1: 4096, 4096: 4096, 4097: 8192}
    return [
        *({"json": json, "padded": padded} for json, padded in (cases | large).items()),
        *({"json": json, "padded": padded, "step": 4096} for json, padded in drafts.items()),
    ]


def _rids() -> list[dict[str, str]]:
    cipher = Cipher(algorithms.AES(hkdf(MASTER, VAULT_ID, b"rid")), modes.ECB())  # noqa: S305
    return [
        {
            "entity": entity,
            "r": r.hex(),
            "rid": cipher.encryptor().update(bytes.fromhex(entity) + r).hex(),
        }
        for entity, r in (
            ("0123456789abcdef", bytes(8)),
            ("0123456789abcdef", bytes(range(8))),
            ("ffffffffffffffff", b"\xff" * 8),
        )
    ]


def _records() -> list[dict[str, str]]:
    rid, nonce = bytes.fromhex(_rids()[1]["rid"]), bytes(range(12))
    json = (
        '{"entity":"0123456789abcdef","parents":[],"clock":1,"device":"0101010101010101",'
        '"kind":"note","about":{"n":1},"value":"words, ąž 😶"}'
    ).encode()
    padded = json + b" " * (512 - len(json))
    key = AESGCM(hkdf(MASTER, VAULT_ID, b"rec"))
    ct = nonce + key.encrypt(nonce, padded, b"rec1" + VAULT_ID + rid)
    return [{"rid": rid.hex(), "json": json.decode(), "nonce": nonce.hex(), "ct": ct.hex()}]


def _acc() -> list[dict[str, Any]]:
    rows = [
        (table, sha256(b"rid %d" % n).digest()[:16], sha256(b"ct %d" % n).digest() * 3)
        for n, table in enumerate(("rec", "rec", "draft"))
    ]
    key, total = hkdf(MASTER, VAULT_ID, b"set"), 0
    for table, rid, ct in rows:
        total ^= int.from_bytes(
            hmac.digest(key, table.encode() + rid + ct[:12] + ct[-16:], "sha256")
        )
    listed = [{"table": table, "rid": rid.hex(), "ct": ct.hex()} for table, rid, ct in rows]
    return [{"rows": [], "acc": "00" * 32}, {"rows": listed, "acc": f"{total:064x}"}]


def _slots() -> list[dict[str, str]]:
    """Slots for two secrets, made by hand."""
    return [
        _slot(b"passphrase", "ein Fluß, spät".encode(), bytes(range(16))),
        _slot(b"recovery", bytes(range(16)).hex().encode(), bytes(range(16, 32))),
    ]


def _slot(kind: bytes, secret: bytes, salt: bytes) -> dict[str, str]:
    params = (
        f'{{"kdf":"argon2id","v":19,"m":8192,"t":1,"p":1,"salt":"{salt.hex()}",'
        f'"vault":"{VAULT_ID.hex()}"}}'
    ).encode()
    stretched = Argon2id(
        salt=salt.hex().encode(), length=32, iterations=1, lanes=1, memory_cost=8192
    ).derive(secret)
    both = hkdf(stretched, VAULT_ID, b"slot " + kind, 64)
    nonce = bytes(range(0x20, 0x2C))
    sealed = AESGCM(both[:32]).encrypt(nonce, MASTER, b"slot1" + VAULT_ID + kind + params)
    wrapped = both[32:] + nonce + sealed
    return {
        "kind": kind.decode(),
        "secret": secret.decode(),
        "params": params.decode(),
        "stretched": stretched.hex(),
        "wrapped": wrapped.hex(),
        "sum": sha256(VAULT_ID + kind + params + wrapped).hexdigest()[:16],
        "master": MASTER.hex(),
    }
