"""The open file with its keys: one thread at a time, one transaction at a time."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from integrate.vault.errors import NotWritten, ReadOnlyVault
from integrate.vault.faults import as_ours, is_disk, primary_code
from integrate.vault.ledger import Ledger
from integrate.vault.sealing import Keys, Random

T = TypeVar("T")


class Access:
    """A connection and its keys, until it is closed."""

    def __init__(self, path: Path, db: sqlite3.Connection, keys: Keys, random: Random) -> None:
        self.path = path
        self.random = random
        self._db: sqlite3.Connection | None = db
        self._keys: Keys | None = keys
        self._lock = RLock()

    @property
    def keys(self) -> Keys:
        """The vault's keys.

        Raises:
            ValueError: if the vault is closed.
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

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, Keys]]:
        """One read transaction: everything read in it is of the same moment."""
        with self._lock, as_ours(self.path):
            db, keys = self._live()
            db.execute("BEGIN")
            try:
                yield db, keys
            finally:
                _roll_back(db)

    def write(self, change: Callable[[Ledger], T]) -> T:
        """Make a change in one transaction; once more where the disk refused.

        An error from COMMIT leaves open whether the change went in. So a change must be one that
        does no harm the second time.

        Raises:
            VaultError: NotWritten, ReadOnlyVault, VaultBusy, DamagedVault, VaultFull; and whatever
                the change raises.
        """
        with self._lock, as_ours(self.path):
            try:
                return self._write_once(change)
            except sqlite3.Error as fault:
                if primary_code(fault) == sqlite3.SQLITE_CANTOPEN:
                    raise ReadOnlyVault from fault
                if not is_disk(fault):
                    raise
            try:
                return self._write_once(change)
            except sqlite3.Error as fault:
                raise NotWritten(lambda: self.write(change)) from fault

    def _live(self) -> tuple[sqlite3.Connection, Keys]:
        if self._db is None or self._keys is None:
            raise ValueError("the vault is closed")
        return self._db, self._keys

    def _write_once(self, change: Callable[[Ledger], T]) -> T:
        db, keys = self._live()
        db.execute("BEGIN IMMEDIATE")
        try:
            ledger = Ledger(db, keys, self.random)
            result = change(ledger)
            ledger.save()
            db.execute("COMMIT")
        except BaseException:
            _roll_back(db)
            raise
        return result


def _roll_back(db: sqlite3.Connection) -> None:
    """End the transaction, if SQLite hasn't ended it on its own already."""
    if db.in_transaction:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
