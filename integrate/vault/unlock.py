"""From what a person typed to the master key, or to the right word about why not."""

import unicodedata
from collections.abc import Sequence

from integrate.vault import recovery
from integrate.vault.errors import DamagedSlot, EmptyPassphrase, MistypedCode, WrongSecret
from integrate.vault.slots import MOST, Kind, Opened, Slot, affordable, unwrap

KINDS: tuple[Kind, ...] = ("passphrase", "recovery", "keyring")


def of_passphrase(typed: str) -> bytes:
    """A passphrase as the derivation takes it.

    Raises:
        EmptyPassphrase: if there is none.
    """
    if not typed:
        raise EmptyPassphrase
    return unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")


def of_code(code: bytes) -> bytes:
    """The 16 bytes of a recovery code as the derivation takes them."""
    return code.hex().encode()


def unlock(slots: Sequence[Slot], typed: str) -> Opened:
    """Try what was typed as a recovery code, where it reads as one, and as a passphrase.

    Raises:
        WrongSecret: if a whole slot of the right kind says so; `MistypedCode` if it looks like a
            recovery code with a slip in it.
        DamagedSlot: if the slot that might have fitted is damaged, or there is none at all, or so
            many dear ones that not all can be tried.
    """
    if not 0 < len(slots) <= MOST:
        raise DamagedSlot("passphrase", others=False)
    secrets, slip = _secrets(typed)
    meant: Kind = next(iter(secrets), "passphrase")
    fitting = [slot for kind in secrets for slot in slots if slot.kind == kind.encode()]
    tried = affordable(fitting)
    unsure = any(slot.whole and slot not in tried for slot in fitting)
    for slot in tried:
        try:
            opened = unwrap(slot, secrets["recovery" if slot.kind == b"recovery" else "passphrase"])
        except DamagedSlot:
            unsure = True
            continue
        if opened is not None:
            return opened
    if unsure:
        raise DamagedSlot(meant, others=False)
    raise _why_not(slots, meant, slip=slip)


def unlock_with_keyring(slots: Sequence[Slot], secret: bytes) -> Opened:
    """Try the 32 bytes that the system's keyring kept.

    Raises:
        WrongSecret: if they fit no whole slot, or there is none for them.
        DamagedSlot: if the slot that might have fitted is damaged.
    """
    fitting = [slot for slot in slots[:MOST] if slot.kind == b"keyring"]
    for slot in fitting:
        opened = unwrap(slot, secret)
        if opened is not None:
            return opened
    if any(not slot.whole for slot in fitting):
        raise DamagedSlot("keyring", others=any(slot.whole for slot in slots))
    raise WrongSecret


def _secrets(typed: str) -> tuple[dict[Kind, bytes], bool]:
    """What to try, best first, and whether it looks like a code with a slip in it."""
    secrets: dict[Kind, bytes] = {}
    slip = False
    try:
        code = recovery.read(typed)
    except MistypedCode:
        slip = True
    else:
        if code is not None:
            secrets["recovery"] = of_code(code)
    if typed:
        secrets["passphrase"] = of_passphrase(typed)
    return secrets, slip


def _why_not(slots: Sequence[Slot], meant: Kind, *, slip: bool) -> WrongSecret | DamagedSlot:
    """Which error it is, once nothing opened. Damage is never called a wrong secret."""
    unknown = any(not slot.whole and slot.kind.decode("latin-1") not in KINDS for slot in slots)
    has_recovery = any(slot.kind == b"recovery" for slot in slots)
    if meant == "recovery" and not has_recovery and not unknown:
        meant = "passphrase"
    these = [slot.whole for slot in slots if slot.kind == meant.encode()]
    if all(these) if these else not unknown:
        return MistypedCode() if slip else WrongSecret()
    others = any(slot.whole for slot in slots if slot.kind != meant.encode())
    return DamagedSlot(meant, others=others)
