"""What opens a vault, and changing it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from integrate.vault import copies, recovery
from integrate.vault.access import Access
from integrate.vault.errors import AlreadyHasPassphrase, NotRead, NotWritten, OnlyKey, WrongSecret
from integrate.vault.faults import as_ours
from integrate.vault.head import read_slots, sealed_head
from integrate.vault.ledger import Ledger
from integrate.vault.rekeying import NewKey, Progress
from integrate.vault.sealing import KEY_BYTES, Keys, Random
from integrate.vault.slots import Kdf, Kind, Slot, wrap
from integrate.vault.unlock import of_code, of_passphrase, unlock

T = TypeVar("T")


class Locks:
    """The part of a vault that has to do with its slots and its key."""

    _access: Access
    opened_with: Kind
    """What it was opened with, the last time."""

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
    def has_keyring(self) -> bool:
        """Whether a secret in the system's keyring opens it too."""
        return b"keyring" in self._kinds()

    def fits(self, secret: str) -> bool:
        """Whether this passphrase or recovery code opens it; slow, as the derivation must be.

        Raises:
            DamagedSlot: if the slot that should fit is damaged.
            NotEnoughMemory: if the derivation can't have its memory.
        """
        with self._access.reading() as (db, _):
            slots = read_slots(db)
        try:
            unlock(slots, secret)
        except WrongSecret:
            return False
        return True

    def reopen(self, secret: str) -> None:
        """Go on with a vault that was given another key meanwhile.

        Raises:
            VaultError: as for `open`; then everything is as it was.
        """
        with self._access.bare() as db:
            slots = read_slots(db)
        opened = unlock(slots, secret)
        self._access.take(Keys(opened.master, opened.vault_id))
        self.opened_with = opened.kind

    def add_passphrase(self, passphrase: str, *, kdf: Kdf = Kdf()) -> None:  # noqa: B008  (frozen)
        """Give a passphrase to a vault that has none; slow, as the derivation must be.

        Raises:
            EmptyPassphrase: if it is empty.
            AlreadyHasPassphrase: if there is one.
        """
        keys = self._access.keys
        slot = _wrap(keys, "passphrase", of_passphrase(passphrase), kdf, self._access.random)

        def change(ledger: Ledger) -> None:
            present = read_slots(ledger.db)
            if slot in present:
                return
            if any(each.kind == slot.kind for each in present):
                raise AlreadyHasPassphrase
            ledger.add_slot(slot)

        self._access.write(change, under=keys)

    def change_passphrase(self, passphrase: str, *, kdf: Kdf = Kdf()) -> None:  # noqa: B008
        """Wrap the key under another passphrase, with a fresh salt; the old one opens no more.

        Whoever has a copy of the file, or knows its key, isn't kept out by this: see `rekey`.

        Raises:
            EmptyPassphrase: if it is empty.
        """
        self._replace_by("passphrase", of_passphrase(passphrase), kdf)()

    def change_recovery(self, *, kdf: Kdf = Kdf()) -> str:  # noqa: B008
        """Make a new recovery code; the old one opens no more.

        Returns:
            The code as it is shown, this once.
        """
        code = self._access.random(recovery.BYTES)
        return _giving(recovery.write(code), self._replace_by("recovery", of_code(code), kdf))

    def drop_recovery(self) -> None:
        """Take the recovery code away, on the person's wish.

        Raises:
            OnlyKey: if nothing else opens the vault.
        """
        self._drop("recovery")

    def add_keyring(self) -> bytes:
        """Let 32 random bytes open it, which the system's keyring is to keep.

        Returns:
            Those bytes.
        """
        secret = self._access.random(KEY_BYTES)
        return _giving(secret, self._replace_by("keyring", secret, Kdf()))

    def drop_keyring(self) -> None:
        """Let the system's keyring open it no more.

        Raises:
            OnlyKey: if nothing else opens the vault.
        """
        self._drop("keyring")

    def rekey(
        self,
        passphrase: str,
        *,
        kdf: Kdf = Kdf(),  # noqa: B008  (frozen)
        code: bool = True,
        progress: Progress | None = None,
    ) -> str | None:
        """Seal everything anew under another key, in one transaction inside the file.

        Others are kept from writing only while it is written, not while it is sealed. They get
        `Rekeyed` afterwards, and go on with `reopen`. The keyring's secret opens it no more.

        Args:
            passphrase: opens it from then on.
            kdf: what trying it costs.
            code: whether to make a recovery code too.
            progress: told how many records of how many are sealed; may raise, to stop.

        Returns:
            The new recovery code as it is shown, this once.

        Raises:
            StillDamaged: if something can't be read: it could never be read again.
            NotWritten: if the disk refuses. Nothing has changed then.
        """
        secrets: dict[Kind, bytes] = {"passphrase": of_passphrase(passphrase)}
        shown = None
        if code:
            raw = self._access.random(recovery.BYTES)
            secrets["recovery"] = of_code(raw)
            shown = recovery.write(raw)
        new = NewKey(secrets, kdf=kdf, random=self._access.random)
        new.prepare(self._access, progress)
        return _giving(shown, lambda: self._rekey(new))

    def put_locks_into(self, path: Path) -> None:
        """Let a copy of this vault be opened by what opens it now, and by nothing else.

        Raises:
            OtherVault: if it has another key.
            VaultError: if it can't be opened or written.
        """
        with self._access.reading() as (db, keys):
            slots = read_slots(db)
        copies.put_slots(path, keys, slots)

    def _rekey(self, new: NewKey) -> None:
        """An error from COMMIT leaves open which key it is now; the file itself knows."""
        try:
            with as_ours(self._access.path):
                if not self._is_under(new):
                    with self._access.alone() as (db, keys):
                        new.into(db, keys)
        except NotRead as fault:
            if not self._is_surely_under(new):
                raise NotWritten(lambda: self._rekey(new)) from fault
        self._access.drop_notes()
        self._access.take(new.keys)
        self._access.looks_older()
        self.opened_with = "passphrase"

    def _is_under(self, new: NewKey) -> bool:
        with self._access.bare() as db:
            return sealed_head(db, new.keys) is not None

    def _is_surely_under(self, new: NewKey) -> bool:
        try:
            return self._is_under(new)
        except NotRead:
            return False

    def _replace_by(self, kind: Kind, secret: bytes, kdf: Kdf) -> Callable[[], None]:
        """Wraps the key now, which is slow; what it gives puts the slot in the place of the others.

        Should the vault be given another key in between, it is refused: the old key would be all
        that the new slot leads to, and nothing would open what is sealed under the new one.
        """
        keys = self._access.keys
        slot = _wrap(keys, kind, secret, kdf, self._access.random)
        return lambda: self._access.write(lambda ledger: ledger.replace_slots(slot), under=keys)

    def _drop(self, kind: Kind) -> None:
        def change(ledger: Ledger) -> None:
            if ledger.kinds() <= {kind.encode()}:
                raise OnlyKey
            ledger.drop_slots(kind)

        self._access.write(change)

    def _kinds(self) -> set[bytes]:
        with self._access.reading() as (db, _):
            return {slot.kind for slot in read_slots(db)}


def _wrap(keys: Keys, kind: Kind, secret: bytes, kdf: Kdf, random: Random) -> Slot:
    return wrap(
        keys.master,
        secret=secret,
        kind=kind,
        vault_id=keys.vault_id,
        kdf=kdf,
        random=random,
    )


def _giving(value: T, change: Callable[[], object]) -> T:
    """Make a change and give a value, also where it takes another try to make it."""
    try:
        change()
    except NotWritten as refusal:
        again = refusal.again
        raise NotWritten(lambda: _giving(value, again)) from refusal
    return value
