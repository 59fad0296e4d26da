"""The vault: the one door to what is sealed."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from integrate.machine import Machine
from integrate.vault import drafts, file, migrations, reading, recovery, rows
from integrate.vault.access import Access
from integrate.vault.adding import Addition
from integrate.vault.care import Care
from integrate.vault.creating import create
from integrate.vault.deleting import Deletion, Removed, Return
from integrate.vault.errors import DamagedRecord, Rekeyed
from integrate.vault.faults import as_ours
from integrate.vault.head import read_slots
from integrate.vault.ledger import Ledger
from integrate.vault.locks import Locks
from integrate.vault.present import Item, Look, Present, read_present
from integrate.vault.records import open_value
from integrate.vault.sealing import Keys, Random
from integrate.vault.slots import Kdf, Kind, Opened, Slot
from integrate.vault.unlock import of_code, of_passphrase, unlock, unlock_with_keyring


class Vault(Locks, Care):
    """An open vault. Safe to use from several threads, and beside other processes.

    Every method that reads or writes may raise VaultBusy, where somebody held the file for longer
    than ten seconds, and DamagedVault. Every one that writes may raise NotWritten, where the disk
    refused, and ReadOnlyVault.
    """

    def __init__(  # noqa: PLR0913 - below the public calls
        self,
        path: Path,
        db: sqlite3.Connection,
        keys: Keys,
        *,
        machine: Machine,
        opened_with: Kind = "passphrase",
        random: Random = os.urandom,
    ) -> None:
        """Take over an open connection; use `create` or `open` instead."""
        self.path = path
        self._access = Access(path, db, keys, machine=machine, random=random)
        self._machine = machine
        self.opened_with = opened_with
        self.looks_older = self._access.looks_older()

    # --- making, opening, closing

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        machine: Machine,
        kdf: Kdf = Kdf(),  # noqa: B008  (frozen)
        recovery: bool = True,
    ) -> tuple[Self, str | None]:
        """Make a vault, and its folder where that is missing; slow, as the derivation must be.

        Args:
            path: Where; nothing may stand there but an empty file.
            passphrase: Any text.
            machine: Which machine writes; its name goes into every record.
            kdf: What trying a passphrase costs.
            recovery: Whether to make a recovery code too.

        Returns:
            The open vault, and the recovery code as it is shown, this once.

        Raises:
            VaultError: EmptyPassphrase, VaultExists, ForeignOwner, NotAVault, NotEnoughMemory.
        """
        secrets: dict[Kind, bytes] = {"passphrase": of_passphrase(passphrase)}
        return cls._create(path, secrets, machine=machine, kdf=kdf, code=recovery)

    @classmethod
    def create_with_recovery_only(
        cls,
        path: Path,
        *,
        machine: Machine,
        kdf: Kdf = Kdf(),  # noqa: B008  (frozen)
    ) -> tuple[Self, str]:
        """Make a vault that only its recovery code opens, until a passphrase is added.

        Raises:
            VaultError: as for `create`.
        """
        vault, code = cls._create(path, {}, machine=machine, kdf=kdf, code=True)
        return vault, code or ""

    @classmethod
    def _create(  # noqa: PLR0913  (below the public calls, where vectors bring their randomness)
        cls,
        path: Path,
        secrets: dict[Kind, bytes],
        *,
        machine: Machine,
        kdf: Kdf,
        code: bool,
        random: Random = os.urandom,
    ) -> tuple[Self, str | None]:
        shown = None
        if code:
            raw = random(recovery.BYTES)
            secrets = {**secrets, "recovery": of_code(raw)}
            shown = recovery.write(raw)
        db, keys = create(path, secrets, kdf=kdf, random=random)
        kind: Kind = "passphrase" if "passphrase" in secrets else "recovery"
        return cls(path, db, keys, machine=machine, opened_with=kind, random=random), shown

    @classmethod
    def open(cls, path: Path, secret: str, *, machine: Machine) -> Self:
        """Open a vault with its passphrase or its recovery code.

        A failing open changes nothing on the disk.

        Raises:
            VaultError: WrongSecret, DamagedSlot, NoVault, NotAVault, ForeignOwner, NewerVault,
                DamagedVault, VaultBusy, NotEnoughMemory.
        """
        return cls._open(path, lambda slots: unlock(slots, secret), machine)

    @classmethod
    def open_with_keyring(cls, path: Path, secret: bytes, *, machine: Machine) -> Self:
        """Open a vault with the bytes that the system's keyring kept.

        Raises:
            VaultError: as for `open`.
        """
        return cls._open(path, lambda slots: unlock_with_keyring(slots, secret), machine)

    @staticmethod
    def keyring_name(path: Path) -> str | None:
        """What the system's keyring knows this vault by; `None` if it has no slot for one.

        Raises:
            VaultError: if the file can't be opened as a vault.
        """
        with closing(file.open_file(path)) as db, as_ours(path):
            named = [slot.vault_id for slot in read_slots(db) if slot.kind == b"keyring"]
        return next((vault_id.hex() for vault_id in named if vault_id), None)

    @classmethod
    def _open(cls, path: Path, unlocked: Callable[[list[Slot]], Opened], machine: Machine) -> Self:
        try:
            return cls._open_once(path, unlocked, machine)
        except Rekeyed:
            # Another window gave it a new key in this very moment; its slots are others now.
            return cls._open_once(path, unlocked, machine)

    @classmethod
    def _open_once(
        cls, path: Path, unlocked: Callable[[list[Slot]], Opened], machine: Machine
    ) -> Self:
        db = file.open_file(path)
        try:
            with as_ours(path):
                slots = read_slots(db)
            opened = unlocked(slots)
            migrations.bring_up(path, db)
            keys = Keys(opened.master, opened.vault_id)
            return cls(path, db, keys, machine=machine, opened_with=opened.kind)
        except BaseException:
            db.close()
            raise

    def close(self) -> None:
        """Let go of the file and the keys. Closing twice is fine."""
        self._access.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- records

    def present(self, look: Look | None = None) -> Present:
        """Everything alive, without its words, and what is damaged; see `read_present`."""
        with self._access.reading() as (db, keys):
            return read_present(db, keys, look)

    def value(self, rid: bytes) -> msgspec.Raw:
        """The words of one revision, as JSON for `msgspec.json.decode`.

        Raises:
            DamagedRecord: if it can't be read, or isn't there.
        """
        with self._access.reading() as (db, keys):
            opened = (open_value(keys, rid, ct) for ct in rows.by_name(db, rid))
            value = next((each for each in opened if each is not None), None)
        if value is None:
            raise DamagedRecord(rid, self._owner(rid))
        return value

    def values(self, rids: Iterable[bytes]) -> Iterator[tuple[bytes, msgspec.Raw | None]]:
        """Each revision with its words, or `None` where they can't be read; see `reading`."""
        return reading.values(self._access, rids)

    def history(self, entity: str) -> reading.History:
        """Every wording of an entity, the present one first; looks through every name."""
        return reading.history(self._access, entity)

    def add(  # noqa: PLR0913  (a record's parts are its caller's to name)
        self,
        kind: str,
        about: object,
        value: object,
        *,
        entity: str | None = None,
        after: Sequence[bytes] | None = None,
        draft: bytes | None = None,
    ) -> Item:
        """Seal a record, and remove its draft in the same transaction.

        Args:
            kind: What sort of thing it is; the vault doesn't care.
            about: What lists need; anything that msgspec turns into JSON.
            value: The words; anything that msgspec turns into JSON.
            entity: Whose new revision this is; `None` makes a new entity.
            after: The revisions that its writer had seen. If another was written meanwhile, both
                are kept side by side. `None`: all there are, which means looking through every
                name in the vault.
            draft: The draft that this was.

        Raises:
            TooLong: if it is larger than a vault takes.
            VaultFull: if the vault needs a new key.
        """
        keys = self._access.keys
        addition = Addition(
            keys,
            entity=entity,
            after=after,
            device=self._machine.name,
            kind=kind,
            about=about,
            value=value,
            draft=draft,
            random=self._access.random,
        )
        return self._access.write(addition.into, under=keys)

    def delete(self, entity: str, *, drafts: Sequence[bytes] = ()) -> Removed:
        """Take every row of an entity out of the file for good, and leave a tombstone.

        Copies of the vault still hold it: see `holds` and `forget_in`.

        Args:
            entity: what to delete.
            drafts: drafts to drop with it.

        Returns:
            All that it was, for `bring_back`; it stands nowhere else any more.
        """
        keys = self._access.keys
        deletion = Deletion(
            keys,
            entity,
            drafts=drafts,
            device=self._machine.name,
            random=self._access.random,
        )
        return self._access.write(deletion.from_, under=keys)

    def bring_back(self, removed: Removed) -> Item:
        """Keep again what was deleted, with its earlier wordings, as a new entity.

        Raises:
            ValueError: if nothing of it could be read when it was deleted.
        """
        if not removed.wordings:
            raise ValueError(removed.entity)
        keys = self._access.keys
        returned = Return(keys, removed, device=self._machine.name, random=self._access.random)
        return self._access.write(returned.into, under=keys)

    # --- drafts

    def drafts(self) -> list[drafts.Draft]:
        """Everything that isn't finished, the one begun first at the front."""
        with self._access.reading() as (db, keys):
            return drafts.read_drafts(db, keys)

    def keep_draft(self, value: object, rid: bytes | None = None) -> bytes:
        """Seal a draft under its name, or a new one under a new name.

        A draft that was taken over elsewhere meanwhile comes back under its old name beside it.

        Returns:
            The name.

        Raises:
            TooLong: if it is larger than a vault takes.
        """
        keys = self._access.keys
        name = rid or drafts.new_draft_rid(self._access.random)
        ct = drafts.seal_draft(keys, name, msgspec.json.encode(value), self._access.random)

        def change(ledger: Ledger) -> bytes:
            ledger.put_draft(name, ct)
            return name

        return self._access.write(change, under=keys)

    def adopt_draft(self, rid: bytes) -> bytes:
        """Take a draft over under a new name, to go on with it.

        Returns:
            The new name.

        Raises:
            DraftGone: if somebody else was faster.
            DamagedRecord: if it can't be read.
        """
        name = drafts.new_draft_rid(self._access.random)

        def change(ledger: Ledger) -> bytes:
            drafts.adopt(ledger, rid, name, self._access.random)
            return name

        return self._access.write(change)

    def drop_draft(self, rid: bytes) -> None:
        """Remove a draft, if it is there."""

        def change(ledger: Ledger) -> None:
            ledger.drop_draft(rid)

        self._access.write(change)

    def _owner(self, rid: bytes) -> str | None:
        return next((each.entity for each in self.present().damaged if each.rid == rid.hex()), None)
