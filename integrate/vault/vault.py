"""The vault: the one door to what is sealed."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from integrate.machine import Machine
from integrate.vault import drafts, file, place, reading, recovery, rows, verdict
from integrate.vault.access import Access
from integrate.vault.adding import Addition
from integrate.vault.creating import create
from integrate.vault.errors import AlreadyHasPassphrase, DamagedRecord, OnlyKey
from integrate.vault.faults import as_ours
from integrate.vault.head import read_slots
from integrate.vault.ledger import Ledger
from integrate.vault.present import Item, Present, read_present
from integrate.vault.records import open_value
from integrate.vault.sealing import Keys, Random
from integrate.vault.slots import Kdf, Kind, wrap
from integrate.vault.unlock import of_code, of_passphrase, unlock


class Vault:
    """An open vault. Safe to use from several threads, and beside other processes.

    Every method that reads or writes may raise VaultBusy, where somebody held the file for longer
    than ten seconds, and DamagedVault. Every one that writes may raise NotWritten, where the disk
    refused, and ReadOnlyVault.
    """

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        keys: Keys,
        *,
        machine: Machine,
        random: Random = os.urandom,
    ) -> None:
        """Take over an open connection; use `create` or `open` instead."""
        self.path = path
        self._access = Access(path, db, keys, random)
        self._machine = machine

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
        return cls(path, db, keys, machine=machine, random=random), shown

    @classmethod
    def open(cls, path: Path, secret: str, *, machine: Machine) -> Self:
        """Open a vault with its passphrase or its recovery code.

        A failing open changes nothing on the disk.

        Raises:
            VaultError: WrongSecret, DamagedSlot, NoVault, NotAVault, ForeignOwner, NewerVault,
                DamagedVault, VaultBusy, NotEnoughMemory.
        """
        db = file.open_file(path)
        try:
            with as_ours(path):
                slots = read_slots(db)
            opened = unlock(slots, secret)
            return cls(path, db, Keys(opened.master, opened.vault_id), machine=machine)
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

    # --- what it is

    @property
    def vault_id(self) -> bytes:
        """16 bytes; another one after a re-key."""
        return self._access.keys.vault_id

    @property
    def has_passphrase(self) -> bool:
        """Whether there is a passphrase slot."""
        return b"passphrase" in self._kinds()

    @property
    def has_recovery(self) -> bool:
        """Whether there is a recovery code."""
        return b"recovery" in self._kinds()

    @property
    def read_only(self) -> bool:
        """Whether writing is refused: a table that isn't ours was put in, or the file is so."""
        return self._access.read_only()

    @property
    def loose_modes(self) -> bool:
        """Whether other users of the computer may read or change the file."""
        return place.is_loose(self.path)

    # --- slots

    def add_passphrase(self, passphrase: str, *, kdf: Kdf = Kdf()) -> None:  # noqa: B008  (frozen)
        """Give a passphrase to a vault that has none; slow, as the derivation must be.

        Raises:
            EmptyPassphrase: if it is empty.
            AlreadyHasPassphrase: if there is one.
        """
        keys = self._access.keys
        slot = wrap(
            keys.master,
            secret=of_passphrase(passphrase),
            kind="passphrase",
            vault_id=keys.vault_id,
            kdf=kdf,
            random=self._access.random,
        )

        def change(ledger: Ledger) -> None:
            present = read_slots(ledger.db)
            if slot in present:
                return
            if any(each.kind == slot.kind for each in present):
                raise AlreadyHasPassphrase
            ledger.add_slot(slot)

        self._access.write(change)

    def drop_recovery(self) -> None:
        """Take the recovery code away, on the person's wish.

        Raises:
            OnlyKey: if nothing else opens the vault.
        """

        def change(ledger: Ledger) -> None:
            if ledger.kinds() <= {b"recovery"}:
                raise OnlyKey
            ledger.drop_slots("recovery")

        self._access.write(change)

    # --- records

    def present(self) -> Present:
        """Everything alive, without its words, and what is damaged."""
        with self._access.reading() as (db, keys):
            return read_present(db, keys)

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
        return self._access.write(addition.into)

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

        return self._access.write(change)

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

    # --- watching over it

    def version(self) -> int:
        """Another number after every write by another window or process, and not after our own."""
        return self._access.data_version()

    def verify(self) -> verdict.Verdict:
        """Whether the rows and slots are those that the vault's own last writer left."""
        with self._access.reading() as (db, keys):
            return verdict.verify(db, keys)

    def _kinds(self) -> set[bytes]:
        with self._access.reading() as (db, _):
            return {slot.kind for slot in read_slots(db)}

    def _owner(self, rid: bytes) -> str | None:
        return next((each.entity for each in self.present().damaged if each.rid == rid.hex()), None)
