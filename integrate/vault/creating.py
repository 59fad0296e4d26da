"""Making a new vault: whole before it gets its name."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from integrate.vault import file, place, schema
from integrate.vault.errors import NotAVault, VaultExists
from integrate.vault.head import add_slot
from integrate.vault.ledger import first_head
from integrate.vault.sealing import KEY_BYTES, Keys, Random
from integrate.vault.slots import Kdf, Kind, Slot, wrap

_ID_BYTES = 16


def create(
    path: Path, secrets: Mapping[Kind, bytes], *, kdf: Kdf, random: Random
) -> tuple[sqlite3.Connection, Keys]:
    """A file with tables, a slot for each secret, and a head; nothing else.

    A creation that is cut short leaves nothing at the path, whatever the moment: the whole vault
    is made under another name first.

    Raises:
        VaultError: VaultExists, ForeignOwner, NotAVault, NotEnoughMemory, VaultBusy.
    """
    file.refuse_to_replace(path)
    keys = Keys(random(KEY_BYTES), random(_ID_BYTES))
    slots = [
        wrap(keys.master, secret=secret, kind=kind, vault_id=keys.vault_id, kdf=kdf, random=random)
        for kind, secret in secrets.items()
    ]
    try:
        with place.making(path) as partial:
            place.make_folder(path.parent)
            place.check_folder(path.parent)
            file.refuse_to_replace(path)
            place.clear_partials(path.parent)
            with closing(file.new_file(partial)) as db:
                _fill(db, keys, slots, random)
            place.put_new(partial, path)
    except FileExistsError as fault:
        raise VaultExists(path) from fault
    except (OSError, sqlite3.Error) as fault:
        raise NotAVault(path, "unmakeable") from fault
    return file.open_file(path), keys


def _fill(db: sqlite3.Connection, keys: Keys, slots: Sequence[Slot], random: Random) -> None:
    schema.lay_out(db, keys.vault_id)
    for slot in slots:
        add_slot(db, slot)
    first_head(db, keys, random)
    db.execute("COMMIT")
