"""Small sealed notes that stand outside the vault's file, in a place of somebody's choosing.

They hold what belongs to this machine and is still private: where copies lie, what can be undone.
"""

import msgspec

from integrate.vault.sealing import Keys, Random, pad, seal, unseal


def seal_note(keys: Keys, name: str, value: object, random: Random) -> bytes:
    """The note, as it may stand anywhere.

    Args:
        keys: the vault's.
        name: what it is about; a note under another name doesn't open.
        value: anything that msgspec turns into JSON.
        random: a source of random bytes.
    """
    return seal(keys.anchor, pad(msgspec.json.encode(value)), _aad(keys, name), random)


def open_note(keys: Keys, name: str, sealed: bytes) -> msgspec.Raw | None:
    """What it says, as JSON, or `None` if it is damaged or another vault's."""
    plain = unseal(keys.anchor, sealed, _aad(keys, name))
    return None if plain is None else msgspec.Raw(plain.rstrip(b" "))


def _aad(keys: Keys, name: str) -> bytes:
    return b"note1" + keys.vault_id + name.encode()
