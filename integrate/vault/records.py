"""Records: immutable revisions of entities, each sealed under a name that says whose it is."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr, replace

from integrate.vault.errors import DamagedRecord, TooLong
from integrate.vault.sealing import Keys, Random, pad, seal, unseal

_HALF: Final = 8
"""Bytes of an entity's name, and of what is random in a rid."""
_LONGEST: Final = 16 * 1024 * 1024
GONE: Final = "gone"
"""The kind of a tombstone. It covers its entity for ever: no other row of that one is shown or
taken in again, from wherever it may come back."""


class Revision(Struct, frozen=True, kw_only=True, gc=False):
    """A record without its words; `value` is in the JSON too and is left alone here."""

    entity: str
    """16 hex characters."""
    parents: tuple[str, ...]
    """The rids, in hex, of the revisions that this one follows."""
    clock: int
    kind: str
    about: msgspec.Raw


class _Whole(Revision, frozen=True, kw_only=True, gc=False):
    value: msgspec.Raw


class _Record(Struct, frozen=True, kw_only=True):
    """The whole of a record, in the order in which it is written."""

    entity: str
    parents: tuple[str, ...]
    clock: int
    device: str
    kind: str
    about: msgspec.Raw
    value: msgspec.Raw


class _Words(Struct, frozen=True, kw_only=True):
    entity: str
    value: msgspec.Raw


_RECORD: Final = msgspec.json.Decoder(_Record)
_REVISION: Final = msgspec.json.Decoder(Revision)
_WHOLE: Final = msgspec.json.Decoder(_Whole)
_WORDS: Final = msgspec.json.Decoder(_Words)


def new_entity(random: Random) -> str:
    """A name for a new entity."""
    return random(_HALF).hex()


def new_rid(keys: Keys, entity: str, random: Random) -> bytes:
    """A name for a new revision: its entity and as much at random, enciphered as one block.

    To whoever lacks the key it says nothing; to whoever has it, whose the revision is.
    """
    return keys.rid.encryptor().update(bytes.fromhex(entity) + random(_HALF))


def entities_of(keys: Keys, rids: Sequence[bytes]) -> list[str]:
    """Whose each revision is, told without opening it.

    A name that somebody else made up tells of an entity that nobody has.
    """
    told = keys.rid.decryptor().update(b"".join(rids)).hex()
    return [told[at : at + 2 * _HALF] for at in range(0, len(told), 4 * _HALF)]


def named_after(keys: Keys, rids: Iterable[bytes], entity: str) -> list[bytes]:
    """Those of the names that are of this entity's revisions."""
    names = list(rids)
    whose = entities_of(keys, names)
    return [rid for rid, owner in zip(names, whose, strict=True) if owner == entity]


def seal_record(  # noqa: PLR0913  (the fields of a record, named at the one call)
    keys: Keys,
    rid: bytes,
    *,
    entity: str,
    parents: Sequence[bytes],
    clock: int,
    device: bytes,
    kind: str,
    about: object,
    value: object,
    random: Random,
) -> bytes:
    """The sealed record.

    Raises:
        TooLong: if it would be larger than a vault takes.
    """
    record = _Record(
        entity=entity,
        parents=tuple(each.hex() for each in parents),
        clock=clock,
        device=device.hex(),
        kind=kind,
        about=msgspec.Raw(msgspec.json.encode(about)),
        value=msgspec.Raw(msgspec.json.encode(value)),
    )
    json = msgspec.json.encode(record)
    if len(json) > _LONGEST:
        raise TooLong
    return seal(keys.rec, pad(json), _aad(keys, rid), random)


class Resealed(Struct, frozen=True):
    """A record under another key."""

    rid: bytes
    ct: bytes
    digest: bytes
    """SHA-256 of the plaintext with its padding."""


def reseal(  # noqa: PLR0913  (from one key to another, named at the calls)
    old: Keys,
    new: Keys,
    rid: bytes,
    ct: object,
    *,
    name: Callable[[bytes, str], bytes],
    random: Random,
) -> Resealed:
    """The same record under another key, and so under another name.

    Args:
        old: the keys that it is sealed with.
        new: those that it is to be sealed with.
        rid: its name.
        ct: what its row holds.
        name: gives the new name of a revision from its old one and its entity.
        random: a source of random bytes.

    Raises:
        DamagedRecord: if it can't be read.
    """
    plain = open_plain(old, rid, ct)
    if plain is None:
        raise DamagedRecord(rid, None)
    record = _RECORD.decode(plain)
    parents = tuple(name(bytes.fromhex(each), record.entity).hex() for each in record.parents)
    padded = pad(msgspec.json.encode(replace(record, parents=parents)))
    called = name(rid, record.entity)
    sealed = seal(new.rec, padded, _aad(new, called), random)
    return Resealed(called, sealed, sha256(padded).digest())


def open_plain(keys: Keys, rid: bytes, ct: object) -> bytes | None:
    """A record's JSON and padding, or `None` if it is damaged."""
    return unseal(keys.rec, ct, _aad(keys, rid))


def open_revision(keys: Keys, rid: bytes, ct: object) -> Revision | None:
    """Everything of a record but its words, or `None` if it is damaged."""
    plain = unseal(keys.rec, ct, _aad(keys, rid))
    if plain is None:
        return None
    revision = _REVISION.decode(plain)
    # A `Raw` holds on to all of the plaintext: a copy lets go of the words and the padding.
    force_setattr(revision, "about", revision.about.copy())
    return revision


def open_both(keys: Keys, rid: bytes, ct: object) -> tuple[Revision, msgspec.Raw] | None:
    """A record and its words, or `None` if it is damaged. The words hold on to the plaintext."""
    plain = unseal(keys.rec, ct, _aad(keys, rid))
    if plain is None:
        return None
    whole = _WHOLE.decode(plain)
    revision = Revision(
        entity=whole.entity,
        parents=whole.parents,
        clock=whole.clock,
        kind=whole.kind,
        about=whole.about.copy(),
    )
    return revision, whole.value


def open_value(keys: Keys, rid: bytes, ct: object) -> msgspec.Raw | None:
    """A record's words, or `None` if it is damaged."""
    plain = unseal(keys.rec, ct, _aad(keys, rid))
    return None if plain is None else _WORDS.decode(plain).value.copy()


def _aad(keys: Keys, rid: bytes) -> bytes:
    return b"rec1" + keys.vault_id + rid
