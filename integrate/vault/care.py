"""Watching over a vault: verifying, checking, copying."""

from pathlib import Path

import msgspec

from integrate.machine import Machine
from integrate.vault import checking, copies, notes, place, verdict
from integrate.vault.access import Access
from integrate.vault.anchor import note_name
from integrate.vault.errors import OtherVault, Rekeyed


class Care:
    """The part of a vault that looks after the file, and after its copies."""

    _access: Access
    path: Path
    _machine: Machine
    looks_older: bool
    """Whether this machine had seen a later state of it when it was opened."""

    @property
    def read_only(self) -> bool:
        """Whether writing is refused: a table that isn't ours was put in, or the file is so."""
        return self._access.read_only()

    @property
    def loose_modes(self) -> bool:
        """Whether other users of the computer may read or change the file."""
        return place.is_loose(self.path)

    def version(self) -> int:
        """Another number after every write by another window or process, and not after our own."""
        return self._access.data_version()

    def verify(self) -> verdict.Verdict:
        """Whether the rows and slots are those that the vault's own last writer left."""
        with self._access.reading() as (db, keys):
            return verdict.verify(db, keys, older=self.looks_older)

    def check(self, progress: copies.Progress | None = None) -> checking.Checked:
        """Read everything, pages too; what is damaged is told, and nothing is changed.

        Args:
            progress: told how many records of how many were read; may raise, to stop.
        """
        with self._access.reading() as (db, keys):
            return checking.check(db, keys, older=self.looks_older, progress=progress)

    def set_aside(self, target: Path) -> int:
        """Move what can't be read into a file beside, and take the rest as it is from now on.

        Args:
            target: the file, made only if there is something to move.

        Returns:
            How many rows were moved.

        Raises:
            NotSetAside: if that file can't be written; then everything stays.
        """
        setting = checking.SettingAside(self._access.keys, target, self._access.least_generation())
        moved = self._access.write(setting.from_)
        self.looks_older = False
        return moved

    def backup(self, target: Path, progress: copies.Progress | None = None) -> copies.Copied:
        """Copy the vault as it is at one moment, and read the whole copy before it counts.

        Others, and other threads, may read and write meanwhile.

        Raises:
            VaultExists: if something stands there.
            NotCopied: if the disk refuses, or what was written doesn't read back.
            Rekeyed: if the vault was given another key meanwhile.
        """
        with self._access.reading() as (_, keys):
            pass  # the key may have changed, and that is not the copy's fault
        try:
            return copies.copy(self.path, target, keys, progress)
        except OtherVault as fault:
            raise Rekeyed from fault

    def look_at(self, copy: Path) -> copies.Copied:
        """Read a copy of the vault through, as when it was made.

        Raises:
            OtherVault: if it has another key.
            VaultError: if it can't be opened.
        """
        return copies.read_through(copy, copy, self._access.keys)

    def seal_note(self, name: str, value: object) -> bytes:
        """A small sealed note that may stand anywhere; see `notes`."""
        return notes.seal_note(self._access.keys, name, value, self._access.random)

    def open_note(self, name: str, sealed: bytes) -> msgspec.Raw | None:
        """What such a note says, or `None` if it is damaged or another vault's."""
        return notes.open_note(self._access.keys, name, sealed)

    def keep_note(self, name: str, value: object) -> bool:
        """Keep a sealed note on this machine; says whether it could. A re-key takes it away."""
        return self._machine.keep(self._note(name), self.seal_note(name, value), firmly=True)

    def read_note(self, name: str) -> msgspec.Raw | None:
        """What such a note says; `None` where there is none that can be read."""
        sealed = self._machine.read(self._note(name))
        return None if sealed is None else self.open_note(name, sealed)

    def _note(self, name: str) -> str:
        return f"{note_name(self._access.keys.vault_id).partition('.')[0]}.{name}"

    def is_copy(self, path: Path) -> bool:
        """Whether a file is a copy of this vault, under the same key.

        Raises:
            VaultError: if it can't be opened as a vault at all.
        """
        return copies.is_copy(path, self._access.keys)

    def holds(self, path: Path, entity: str) -> bool:
        """Whether a copy still holds something of this entity.

        Raises:
            OtherVault: if it has another key.
            VaultError: if it can't be opened.
        """
        return copies.holds(path, self._access.keys, entity)

    def forget_in(self, path: Path, entity: str) -> None:
        """Delete an entity in a copy too, for good.

        Raises:
            OtherVault: if it has another key.
            VaultError: if it can't be opened or written.
        """
        copies.forget(
            path,
            self._access.keys,
            entity,
            device=self._machine.name,
            random=self._access.random,
        )
