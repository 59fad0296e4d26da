"""A sealed store of records. It knows keys, bytes and JSON, and nothing of journals.

The names are loaded when first used: whoever only wants an error class doesn't pay for the
cryptography.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from integrate.vault.checking import Checked, Lock
    from integrate.vault.copies import Copied
    from integrate.vault.deleting import Removed
    from integrate.vault.drafts import Draft
    from integrate.vault.errors import (
        AlreadyHasPassphrase,
        ClosedVault,
        DamagedRecord,
        DamagedSlot,
        DamagedVault,
        DraftGone,
        EmptyPassphrase,
        ForeignOwner,
        Gone,
        MistypedCode,
        NewerVault,
        NotAVault,
        NotCopied,
        NotEnoughMemory,
        NotRead,
        NotSetAside,
        NotWritten,
        NoVault,
        OnlyKey,
        OtherVault,
        ReadOnlyVault,
        Rekeyed,
        StillDamaged,
        TooLong,
        VaultBusy,
        VaultError,
        VaultExists,
        VaultFull,
        WrongSecret,
    )
    from integrate.vault.pouring import Restored
    from integrate.vault.present import Damaged, Item, Look, Present
    from integrate.vault.reading import History, Wording
    from integrate.vault.records import Revision
    from integrate.vault.restoring import restore
    from integrate.vault.slots import Kdf
    from integrate.vault.vault import Vault
    from integrate.vault.verdict import Finding, Verdict

_HOMES: Final = {
    "Checked": "checking",
    "Copied": "copies",
    "Damaged": "present",
    "Draft": "drafts",
    "Finding": "verdict",
    "History": "reading",
    "Item": "present",
    "Kdf": "slots",
    "Lock": "checking",
    "Look": "present",
    "Present": "present",
    "Removed": "deleting",
    "Restored": "pouring",
    "Revision": "records",
    "Vault": "vault",
    "Verdict": "verdict",
    "Wording": "reading",
    "restore": "restoring",
}
"""Which module a name lives in; what isn't here is an error class."""

__all__ = [
    "AlreadyHasPassphrase",
    "Checked",
    "ClosedVault",
    "Copied",
    "Damaged",
    "DamagedRecord",
    "DamagedSlot",
    "DamagedVault",
    "Draft",
    "DraftGone",
    "EmptyPassphrase",
    "Finding",
    "ForeignOwner",
    "Gone",
    "History",
    "Item",
    "Kdf",
    "Lock",
    "Look",
    "MistypedCode",
    "NewerVault",
    "NoVault",
    "NotAVault",
    "NotCopied",
    "NotEnoughMemory",
    "NotRead",
    "NotSetAside",
    "NotWritten",
    "OnlyKey",
    "OtherVault",
    "Present",
    "ReadOnlyVault",
    "Rekeyed",
    "Removed",
    "Restored",
    "Revision",
    "StillDamaged",
    "TooLong",
    "Vault",
    "VaultBusy",
    "VaultError",
    "VaultExists",
    "VaultFull",
    "Verdict",
    "Wording",
    "WrongSecret",
    "restore",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
