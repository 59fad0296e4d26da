"""Keys of a vault, and how a piece of JSON becomes sealed bytes."""

import hmac
from collections.abc import Callable
from typing import Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Random = Callable[[int], bytes]
"""So many random bytes; `os.urandom` but for known-answer tests."""

Table = Literal["rec", "draft"]
TABLES: Final[tuple[Table, ...]] = ("rec", "draft")

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16

_STEP: Final = 512
_LARGE: Final = 8192
_LARGE_STEP: Final = 4096
DRAFT_STEP: Final = 4096
"""Drafts grow as someone types; the coarse step keeps their pace from showing in the file."""


def derive(secret: bytes, vault_id: bytes, info: str, length: int = KEY_BYTES) -> bytes:
    """HKDF-SHA256 with the vault's id as salt."""
    return HKDF(algorithm=SHA256(), length=length, salt=vault_id, info=info.encode()).derive(secret)


class Keys:
    """Every key of one vault. No `repr`: nothing here may reach a message or a log."""

    __slots__ = ("anchor", "draft", "head", "master", "rec", "rid", "set", "vault_id")

    def __init__(self, master: bytes, vault_id: bytes) -> None:
        self.master = master
        self.vault_id = vault_id
        self.rec = AESGCM(derive(master, vault_id, "rec"))
        self.draft = AESGCM(derive(master, vault_id, "draft"))
        self.head = AESGCM(derive(master, vault_id, "head"))
        self.anchor = AESGCM(derive(master, vault_id, "anchor"))
        self.set = derive(master, vault_id, "set")
        # One block and no more, each of a value of its own: a permutation, which is what is wanted.
        self.rid = Cipher(AES(derive(master, vault_id, "rid")), ECB())  # noqa: S305

    def row_mac(self, table: Table, rid: bytes, ct: bytes) -> int:
        """What one row adds to the accumulator: it binds the row's name, nonce and tag."""
        named = table.encode() + rid + ct[:NONCE_BYTES] + ct[-TAG_BYTES:]
        return int.from_bytes(hmac.digest(self.set, named, "sha256"))


def as_bytes(column: object) -> bytes:
    """What a column holds; empty where a damaged file holds another type there."""
    return column if isinstance(column, bytes) else b""


def pad(json: bytes, step: int | None = None) -> bytes:
    """JSON followed by spaces, so that the size says little; no length field is needed."""
    if step is None:
        step = _STEP if len(json) <= _LARGE else _LARGE_STEP
    return json + b" " * (-len(json) % step)


def seal(key: AESGCM, plain: bytes, aad: bytes, random: Random) -> bytes:
    """Nonce, ciphertext and tag in one."""
    nonce = random(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plain, aad)


def unseal(key: AESGCM, sealed: object, aad: bytes) -> bytes | None:
    """The plaintext, or `None` if a single bit isn't as it was sealed.

    `sealed` is whatever stood in the column: a damaged file may hold any type there.
    """
    if not isinstance(sealed, bytes) or len(sealed) < NONCE_BYTES + TAG_BYTES:
        return None
    try:
        return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], aad)
    except InvalidTag:
        return None
