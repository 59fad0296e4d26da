"""Slots: each wraps the master key under one secret, and can tell a wrong secret from damage."""

import hmac
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Annotated, Final, Literal, cast

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Meta, Struct

from integrate.vault.errors import DamagedSlot, NotEnoughMemory
from integrate.vault.sealing import KEY_BYTES, Random, derive, seal, unseal

Kind = Literal["passphrase", "recovery", "keyring"]

MOST: Final = 8
"""Slots in one vault."""

_SUM_BYTES: Final = 8
_SALT_BYTES: Final = 16
_LEAST_KIB: Final = 8 * 1024
_MOST_KIB: Final = 1024 * 1024
_MOST_WORK: Final = 1024 * 1024
"""KiB times passes, for all slots tried at one opening."""
_MOST_LANES: Final = 16


class Kdf(Struct, frozen=True, kw_only=True):
    """What it costs to try one passphrase, by Argon2id."""

    m_kib: int = 128 * 1024
    """Memory."""
    t: int = 3
    """Passes over it."""
    p: int = 4
    """Lanes."""

    @property
    def work(self) -> int:
        """KiB written in all."""
        return self.m_kib * self.t

    @property
    def bearable(self) -> bool:
        """Whether it is strong enough to keep and cheap enough to run."""
        return (
            _LEAST_KIB <= self.m_kib <= _MOST_KIB
            and self.t >= 1
            and self.work <= _MOST_WORK
            and 1 <= self.p <= _MOST_LANES
        )


_Hex32 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class Params(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="argon2id", tag_field="kdf"
):
    """What stands beside a key wrapped under something that a person knows, in clear."""

    v: Literal[19] = 19
    m: int
    """KiB."""
    t: int
    p: int
    salt: _Hex32
    """Used as these 32 ASCII characters, so that the argon2 command can read a vault."""
    vault: _Hex32
    """The vault's id. The slot carries its own, and so survives damage to the table `meta`."""


class RawParams(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="none", tag_field="kdf"
):
    """What stands beside a key wrapped under 32 random bytes: nothing to derive."""

    vault: _Hex32
    """The vault's id."""


_PARAMS: Final[msgspec.json.Decoder[Params | RawParams]] = msgspec.json.Decoder(Params | RawParams)


class Slot(Struct, frozen=True, kw_only=True):
    """One row of the table `slot`, each column as bytes; a damaged file may hold anything."""

    kind: bytes
    params: bytes
    """JSON of `Params` or `RawParams`; authenticated as these very bytes."""
    wrapped: bytes
    """Commitment (32), nonce (12), then the sealed master key."""
    sum: bytes
    """Tells damage from a wrong secret."""

    @property
    def read_params(self) -> Params | RawParams | None:
        """The parameters, or `None` if they can't be read or ask for too much or too little."""
        try:
            params = _PARAMS.decode(self.params)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        if isinstance(params, RawParams):
            return params if self.kind == b"keyring" else None
        return params if Kdf(m_kib=params.m, t=params.t, p=params.p).bearable else None

    @property
    def vault_id(self) -> bytes | None:
        """Which vault it says it belongs to; `None` where that can't be read."""
        params = self.read_params
        return None if params is None else bytes.fromhex(params.vault)

    @property
    def whole(self) -> bool:
        """Whether it is as it was written; says nothing about the secret."""
        params = self.read_params
        return params is not None and self.sum == _sum(
            bytes.fromhex(params.vault), self.kind, self.params, self.wrapped
        )


class Opened(Struct, frozen=True, kw_only=True):
    """What a slot gives to the right secret. Never shown: `repr` says nothing."""

    master: bytes
    vault_id: bytes
    kind: Kind

    def __repr__(self) -> str:
        return "Opened()"


def wrap(  # noqa: PLR0913  (each is a part of the slot; all are named at the call)
    master: bytes, *, secret: bytes, kind: Kind, vault_id: bytes, kdf: Kdf, random: Random
) -> Slot:
    """A new slot for this secret, with a fresh salt.

    Raises:
        ValueError: if the cost lies outside the bounds that a reader accepts.
        NotEnoughMemory: if the derivation can't have its memory.
    """
    if not kdf.bearable:
        raise ValueError(kdf)
    params: Params | RawParams = RawParams(vault=vault_id.hex())
    if kind != "keyring":
        params = Params(
            m=kdf.m_kib, t=kdf.t, p=kdf.p, salt=random(_SALT_BYTES).hex(), vault=vault_id.hex()
        )
    text = msgspec.json.encode(params)
    kek, commitment = _stretch(secret, kind.encode(), params)
    sealed = seal(AESGCM(kek), master, _aad(vault_id, kind.encode(), text), random)
    wrapped = commitment + sealed
    return Slot(
        kind=kind.encode(),
        params=text,
        wrapped=wrapped,
        sum=_sum(vault_id, kind.encode(), text, wrapped),
    )


def unwrap(slot: Slot, secret: bytes) -> Opened | None:
    """The master key, or `None` if the secret is wrong or the slot damaged.

    Raises:
        DamagedSlot: if the commitment proves that the secret is right, and the key doesn't open.
        NotEnoughMemory: if the derivation can't have its memory.
    """
    params = slot.read_params
    if params is None:
        return None
    vault_id = bytes.fromhex(params.vault)
    kek, commitment = _stretch(secret, slot.kind, params)
    if not hmac.compare_digest(commitment, slot.wrapped[:KEY_BYTES]):
        return None
    aad = _aad(vault_id, slot.kind, slot.params)
    master = unseal(AESGCM(kek), slot.wrapped[KEY_BYTES:], aad)
    if master is None:
        raise DamagedSlot(slot.kind.decode(), others=False)
    return Opened(master=master, vault_id=vault_id, kind=cast("Kind", slot.kind.decode()))


def affordable(slots: Iterable[Slot]) -> list[Slot]:
    """Those that may be tried, in order, until together they ask for more work than one may."""
    left = _MOST_WORK
    kept: list[Slot] = []
    for slot in slots:
        params = slot.read_params
        work = params.m * params.t if isinstance(params, Params) else 0
        if params is not None and work <= left:
            left -= work
            kept.append(slot)
    return kept


def digest(slots: Sequence[Slot]) -> str:
    """SHA-256 over the rows, in hex, as the head holds it: every column after its length."""
    told = sha256()
    for slot in slots:
        for column in (slot.kind, slot.params, slot.wrapped, slot.sum):
            told.update(len(column).to_bytes(4) + column)
    return told.hexdigest()


def _stretch(secret: bytes, kind: bytes, params: Params | RawParams) -> tuple[bytes, bytes]:
    """Key-encrypting key and commitment."""
    stretched = secret if isinstance(params, RawParams) else _argon2id(secret, params)
    vault_id = bytes.fromhex(params.vault)
    both = derive(stretched, vault_id, f"slot {kind.decode()}", 2 * KEY_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _argon2id(secret: bytes, params: Params) -> bytes:
    """RFC 9106."""
    try:
        return Argon2id(
            salt=params.salt.encode(),
            length=KEY_BYTES,
            iterations=params.t,
            lanes=params.p,
            memory_cost=params.m,
        ).derive(secret)
    except MemoryError:
        raise NotEnoughMemory from None


def _aad(vault_id: bytes, kind: bytes, params: bytes) -> bytes:
    return b"slot1" + vault_id + kind + params


def _sum(vault_id: bytes, kind: bytes, params: bytes, wrapped: bytes) -> bytes:
    return sha256(vault_id + kind + params + wrapped).digest()[:_SUM_BYTES]
