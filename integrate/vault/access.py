"""The open file with its keys: one thread at a time, one transaction at a time."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from integrate.machine import Machine
from integrate.vault.anchor import Anchor
from integrate.vault.errors import ClosedVault, NotRead, NotWritten, ReadOnlyVault, Rekeyed
from integrate.vault.faults import as_ours, is_disk, primary_code
from integrate.vault.head import is_of_another_key, sealed_head
from integrate.vault.ledger import Ledger
from integrate.vault.sealing import Keys, Random

T = TypeVar("T")


class Access:
    """A connection and its keys, until it is closed."""

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        keys: Keys,
        *,
        machine: Machine,
        random: Random = os.urandom,
    ) -> None:
        self.path = path
        self.random = random
        self.machine = machine
        self._db: sqlite3.Connection | None = db
        self._keys: Keys | None = keys
        self._anchor = Anchor(machine, keys, random)
        self._same_as_of: int | None = None
        """The file's version at which it was last known to have our key."""
        self._lock = RLock()

    @property
    def keys(self) -> Keys:
        """The vault's keys.

        Raises:
            ClosedVault: if the vault is closed.
        """
        return self._live()[1]

    def close(self) -> None:
        """Let go of the file and the keys. Closing twice is fine."""
        with self._lock:
            self._keys = None
            if self._db is not None:
                self._db.close()
                self._db = None

    def data_version(self) -> int:
        """Another number after every write by somebody else."""
        with self._lock, as_ours(self.path):
            (version,) = self._live()[0].execute("PRAGMA data_version").fetchone()
            return int(version)

    def read_only(self) -> bool:
        """Whether writing is refused."""
        with self._lock, as_ours(self.path):
            (planted,) = self._live()[0].execute("PRAGMA query_only").fetchone()
        return bool(planted) or not os.access(self.path, os.W_OK)

    def take(self, keys: Keys) -> None:
        """Go on with other keys: the vault was given a new one."""
        with self._lock:
            self._keys = keys
            self._anchor = Anchor(self.machine, keys, self.random)
            self._same_as_of = None

    def drop_notes(self) -> None:
        """Forget what this machine noted of the vault under its present key."""
        self._anchor.drop()

    def looks_older(self) -> bool:
        """Whether this machine has seen a later state of the file; if not, remember this one."""
        with self.reading() as (db, keys):
            found = sealed_head(db, keys)
            if found is None:
                return False
            head, sealed = found
            if self._anchor.is_newer(head.generation, sealed):
                return True
            if head.generation:
                self._anchor.keep(head.generation, sealed)
            return False

    def least_generation(self) -> int:
        """The generation that this machine has seen; 0 where it has seen none."""
        seen = self._anchor.seen()
        return seen.generation if seen else 0

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, Keys]]:
        """One read transaction: everything read in it is of the same moment.

        Raises:
            Rekeyed: if the vault was given another key meanwhile.
        """
        with self._lock, as_ours(self.path):
            db, keys = self._live()
            db.execute("BEGIN")
            try:
                self._see_that_it_is_ours(db, keys)
                yield db, keys
            finally:
                _roll_back(db)

    @contextmanager
    def bare(self) -> Iterator[sqlite3.Connection]:
        """One read transaction, whoever's key the vault has now."""
        with self._lock, as_ours(self.path):
            db, _ = self._live()
            db.execute("BEGIN")
            try:
                yield db
            finally:
                _roll_back(db)

    def write(self, change: Callable[[Ledger], T], *, under: Keys | None = None) -> T:
        """Make a change in one transaction; once more where the disk refused.

        An error from COMMIT leaves open whether the change went in. So a change must be one that
        does no harm the second time.

        Args:
            change: what to do.
            under: the keys that something in it was made with already. Where the vault goes on
                with others by now, it is not put in: nobody could ever read it.

        Raises:
            VaultError: NotWritten, ReadOnlyVault, VaultBusy, DamagedVault, VaultFull, Rekeyed; and
                whatever the change raises.
        """
        with self._lock, as_ours(self.path):
            try:
                return self._write_once(change, under)
            except sqlite3.Error as fault:
                if primary_code(fault) == sqlite3.SQLITE_CANTOPEN:
                    raise ReadOnlyVault from fault
                if not is_disk(fault):
                    raise
            try:
                return self._write_once(change, under)
            except sqlite3.Error as fault:
                raise NotWritten(lambda: self.write(change, under=under)) from fault

    def _live(self) -> tuple[sqlite3.Connection, Keys]:
        if self._db is None or self._keys is None:
            raise ClosedVault
        return self._db, self._keys

    def _write_once(self, change: Callable[[Ledger], T], under: Keys | None) -> T:
        db, keys = self._live()
        if under is not None and under is not keys:
            raise Rekeyed
        db.execute("BEGIN IMMEDIATE")
        try:
            _refuse_another_key(db, keys)
            ledger = Ledger(db, keys, self.random)
            result = change(ledger)
            saved = ledger.save()
            db.execute("COMMIT")
        except BaseException:
            _roll_back(db)
            raise
        if saved is not None:
            self._anchor.keep(*saved)
        return result

    @contextmanager
    def alone(self) -> Iterator[tuple[sqlite3.Connection, Keys]]:
        """A write transaction of the caller's own making, head and all.

        It ends with a COMMIT, or with nothing.

        Raises:
            sqlite3.Error: what COMMIT reports; whether the change went in isn't known then.
        """
        with self._lock:
            db, keys = self._live()
            db.execute("BEGIN IMMEDIATE")
            try:
                _refuse_another_key(db, keys)
                yield db, keys
                db.execute("COMMIT")
            except sqlite3.OperationalError as fault:
                if primary_code(fault) == sqlite3.SQLITE_CANTOPEN:
                    raise ReadOnlyVault from fault
                raise
            finally:
                _roll_back(db)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else reads or writes the file meanwhile, over several transactions of ours."""
        with self._lock:
            db, _ = self._live()
            try:
                with as_ours(self.path):
                    db.execute("PRAGMA locking_mode = EXCLUSIVE")
                    db.execute("BEGIN EXCLUSIVE")
                    db.execute("COMMIT")  # the lock stays
                yield
            finally:
                with suppress(sqlite3.Error, UnicodeDecodeError):
                    db.execute("PRAGMA locking_mode = NORMAL")
                    db.execute("SELECT 1 FROM sqlite_schema").fetchone()  # only now it lets go

    def overwrite(self, source: sqlite3.Connection) -> None:
        """Put every page of another database in the place of ours, in one go.

        Raises:
            NotWritten: if the disk refuses.
            VaultError: if the file can't be written.
        """
        try:
            with self._lock, as_ours(self.path):
                source.backup(self._live()[0])
        except NotRead as fault:
            raise NotWritten(lambda: self.overwrite(source)) from fault

    def _see_that_it_is_ours(self, db: sqlite3.Connection, keys: Keys) -> None:
        """Looks only where somebody else has written since the last look."""
        (version,) = db.execute("PRAGMA data_version").fetchone()
        if version != self._same_as_of:
            _refuse_another_key(db, keys)
            self._same_as_of = version


def _refuse_another_key(db: sqlite3.Connection, keys: Keys) -> None:
    if is_of_another_key(db, keys):
        raise Rekeyed


def _roll_back(db: sqlite3.Connection) -> None:
    """End the transaction, if SQLite hasn't ended it on its own already."""
    if db.in_transaction:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
