"""Making a new vault."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from integrate.vault import file, schema
from integrate.vault.errors import NotAVault, VaultError
from integrate.vault.head import add_slot
from integrate.vault.ledger import first_head
from integrate.vault.sealing import KEY_BYTES, Keys, Random
from integrate.vault.slots import Kdf, Kind, Slot, wrap

_ID_BYTES = 16


def create(
    path: Path, secrets: Mapping[Kind, bytes], *, kdf: Kdf, random: Random
) -> tuple[sqlite3.Connection, Keys]:
    """A file with tables, a slot for each secret, and a head; nothing else.

    The slow derivations come before the file: a creation that is cut short leaves nothing, or an
    empty file that the next one takes.

    Raises:
        VaultError: VaultExists, ForeignOwner, NotAVault, NotEnoughMemory, VaultBusy.
    """
    file.refuse_to_replace(path)
    keys = Keys(random(KEY_BYTES), random(_ID_BYTES))
    slots = [
        wrap(keys.master, secret=secret, kind=kind, vault_id=keys.vault_id, kdf=kdf, random=random)
        for kind, secret in secrets.items()
    ]
    db = file.create_file(path)
    try:
        _fill(db, keys, slots, random)
    except sqlite3.Error as fault:
        db.close()
        made = _made_after_all(path, keys)
        if made is None:
            raise NotAVault(path, "unmakeable") from fault
        return made, keys
    except BaseException:
        db.close()
        raise
    return db, keys


def _fill(db: sqlite3.Connection, keys: Keys, slots: Sequence[Slot], random: Random) -> None:
    schema.lay_out(db, keys.vault_id)
    for slot in slots:
        add_slot(db, slot)
    first_head(db, keys, random)
    db.execute("COMMIT")


def _made_after_all(path: Path, keys: Keys) -> sqlite3.Connection | None:
    """The file, if it was made although COMMIT reported an error."""
    try:
        db = file.open_file(path)
    except VaultError:
        return None
    if db.execute("SELECT v FROM meta WHERE k = 'vault_id'").fetchone() == (keys.vault_id,):
        return db
    db.close()
    return None
