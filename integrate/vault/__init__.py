"""A sealed store of records. It knows keys, bytes and JSON, and nothing of journals.

The names are loaded when first used: whoever only wants an error class doesn't pay for the
cryptography.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from integrate.vault.drafts import Draft
    from integrate.vault.errors import (
        AlreadyHasPassphrase,
        DamagedRecord,
        DamagedSlot,
        DamagedVault,
        DraftGone,
        EmptyPassphrase,
        ForeignOwner,
        MistypedCode,
        NewerVault,
        NotAVault,
        NotEnoughMemory,
        NotWritten,
        NoVault,
        OnlyKey,
        ReadOnlyVault,
        TooLong,
        VaultBusy,
        VaultError,
        VaultExists,
        VaultFull,
        WrongSecret,
    )
    from integrate.vault.present import Damaged, Item, Present
    from integrate.vault.slots import Kdf
    from integrate.vault.vault import Vault
    from integrate.vault.verdict import Finding, Verdict

_HOMES: Final = {
    "Damaged": "present",
    "Draft": "drafts",
    "Finding": "verdict",
    "Item": "present",
    "Kdf": "slots",
    "Present": "present",
    "Vault": "vault",
    "Verdict": "verdict",
}
"""Which module a name lives in; what isn't here is an error class."""

__all__ = [
    "AlreadyHasPassphrase",
    "Damaged",
    "DamagedRecord",
    "DamagedSlot",
    "DamagedVault",
    "Draft",
    "DraftGone",
    "EmptyPassphrase",
    "Finding",
    "ForeignOwner",
    "Item",
    "Kdf",
    "MistypedCode",
    "NewerVault",
    "NoVault",
    "NotAVault",
    "NotEnoughMemory",
    "NotWritten",
    "OnlyKey",
    "Present",
    "ReadOnlyVault",
    "TooLong",
    "Vault",
    "VaultBusy",
    "VaultError",
    "VaultExists",
    "VaultFull",
    "Verdict",
    "WrongSecret",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
