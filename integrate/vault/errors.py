"""What can go wrong with a vault. The text of each error is the sentence that a person reads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from integrate.words import say


class VaultError(Exception):
    """Anything that keeps a vault from doing what was asked."""

    says = ""
    """The sentence's key in the catalogue."""

    def __init__(self, says: str = "", **parts: object) -> None:
        super().__init__(say(says or self.says, **parts))


class WrongSecret(VaultError):
    """The slots are whole, and none of them fits what was typed."""

    says = "vault.wrong_secret"


class MistypedCode(WrongSecret):
    """What was typed has the form of a recovery code, and its checksum doesn't fit."""

    says = "vault.mistyped_code"


class DamagedSlot(VaultError):
    """The slot that should fit is damaged: what was typed may well be right."""

    def __init__(self, kind: str, *, others: bool) -> None:
        """Say which slot, and whether one of another kind is whole."""
        super().__init__(f"vault.damaged_slot.{kind}" if others else "vault.damaged_slot")
        self.kind = kind
        self.others = others


class DamagedRecord(VaultError):
    """One record can't be read; everything else can."""

    says = "vault.damaged_record"

    def __init__(self, rid: bytes, entity: str | None) -> None:
        super().__init__()
        self.rid = rid
        self.entity = entity
        """Whose revision it is, or `None` where that can't be told."""


class DamagedVault(VaultError):
    """The file is a vault, or was one, and can't be read: truncated, malformed, tables changed."""

    says = "vault.damaged"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


WhyNot = Literal[
    "directory", "link", "special", "second_name", "empty", "closed", "other", "unmakeable"
]


class NotAVault(VaultError):
    """What stands at the path isn't a vault."""

    def __init__(self, path: Path, why: WhyNot) -> None:
        super().__init__(f"vault.not.{why}", path=path)
        self.why: WhyNot = why


class ForeignOwner(VaultError):
    """The file or its folder is someone else's, or others may change the folder."""

    def __init__(self, path: Path, what: Literal["file", "folder", "open"]) -> None:
        super().__init__(f"vault.foreign.{what}", path=path)


class NewerVault(VaultError):
    """The file's version is higher than this program knows."""

    says = "vault.newer"


class VaultBusy(VaultError):
    """Somebody else held the file for longer than we wait. Nothing was written."""

    says = "vault.busy"


class VaultExists(VaultError):
    """There is something at the path already."""

    says = "vault.exists"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NoVault(VaultError):
    """There is nothing at the path."""

    says = "vault.none"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class ClosedVault(VaultError, ValueError):
    """The vault was closed, and its keys are dropped: somebody locked it meanwhile."""

    says = "vault.closed"


class NotRead(VaultError):
    """The disk refused to be read just now. That is no damage; nothing was changed."""

    says = "vault.not_read"


class ReadOnlyVault(VaultError):
    """The file can't be written in, or holds tables that aren't ours and is left as it is."""

    says = "vault.read_only"


class Rekeyed(VaultError):
    """The vault was given another key meanwhile, in another window or process.

    Nothing was read or written. `Vault.reopen` goes on with the new key.
    """

    says = "vault.rekeyed"


class OtherVault(VaultError):
    """What was to be restored is the copy of another vault, or of this one before a re-key."""

    says = "vault.other"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class Gone(VaultError):
    """What was to be changed has been deleted, in another window or process."""

    says = "vault.gone"


class StillDamaged(VaultError):
    """A vault with damaged records can't be given a new key: they could never be read again."""

    says = "vault.still_damaged"


class NotCopied(VaultError):
    """A backup could not be written, or did not read back as it should. The vault is untouched."""

    says = "vault.not_copied"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NotSetAside(VaultError):
    """Damaged rows could not be written beside the vault, and so stay where they are."""

    says = "vault.not_set_aside"

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class DraftGone(VaultError):
    """Someone else took the draft, or it became an entry."""

    says = "vault.draft_gone"


class VaultFull(VaultError):
    """So much was sealed that random nonces may soon repeat; the vault needs a new key."""

    says = "vault.full"


class NotWritten(VaultError):
    """The disk refused, and whether the change went in isn't known.

    `again` tries the identical change once more, which does no harm if it had gone in after all.
    """

    says = "vault.not_written"

    def __init__(self, again: Callable[[], Any]) -> None:
        super().__init__()
        self.again = again
        """Returns what the first call would have returned; may raise another `NotWritten`."""


class TooLong(VaultError):
    """One record would be larger than a vault takes."""

    says = "vault.too_long"


class EmptyPassphrase(VaultError):
    """A passphrase without a character."""

    says = "vault.empty_passphrase"


class AlreadyHasPassphrase(VaultError):
    """A passphrase can be added only where there is none."""

    says = "vault.has_passphrase"


class OnlyKey(VaultError):
    """The recovery code is the only slot, so it stays."""

    says = "vault.only_key"


class NotEnoughMemory(VaultError):
    """The key derivation couldn't have the memory that it needs."""

    says = "vault.no_memory"
