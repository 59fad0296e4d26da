"""The anchor: what this machine last saw of a vault, so that an older copy of it is noticed.

Nothing inside a file can tell that the whole file was put back to an earlier state. A sealed note
in the machine's own folder can. Whoever can change that folder too can undo this.
"""

from hashlib import sha256
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from integrate.machine import Machine
from integrate.vault.sealing import Keys, Random, pad, seal, unseal

_NAMED: Final = 16
"""Hex characters of a note's name."""
_Hex64 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Seen(Struct, frozen=True, kw_only=True):
    """The state of a vault that was last seen here."""

    vault_id: str
    generation: int
    head: _Hex64
    """SHA-256 of the sealed head."""


class Anchor:
    """One vault's note on one machine. It is written after a commit, and never lowered."""

    def __init__(self, machine: Machine, keys: Keys, random: Random) -> None:
        self._machine = machine
        self._keys = keys
        self._random = random
        self._name = note_name(keys.vault_id)
        self._known: int | None = None

    def seen(self) -> Seen | None:
        """What was seen last; `None` where there is no note that can be read."""
        sealed = self._machine.read(self._name)
        plain = unseal(self._keys.anchor, sealed, self._aad) if sealed else None
        if plain is None:
            return None
        seen = msgspec.json.decode(plain, type=Seen)
        return seen if seen.vault_id == self._keys.vault_id.hex() else None

    def is_newer(self, generation: int, head: bytes) -> bool:
        """Whether this machine has seen a later state, or another one of the same age."""
        seen = self.seen()
        if seen is None or seen.generation < generation:
            return False
        return seen.generation > generation or seen.head != sha256(head).hexdigest()

    def keep(self, generation: int, head: bytes) -> None:
        """Remember this state, if it is later than the one that is known.

        Two processes may write at once; then the note is at worst a little too old, which raises
        no false alarm.
        """
        if self._known is None:
            seen = self.seen()
            self._known = seen.generation if seen else 0
        if generation <= self._known:
            return
        seen = Seen(
            vault_id=self._keys.vault_id.hex(),
            generation=generation,
            head=sha256(head).hexdigest(),
        )
        sealed = seal(self._keys.anchor, pad(msgspec.json.encode(seen)), self._aad, self._random)
        if self._machine.keep(self._name, sealed):
            self._known = generation

    def drop(self) -> None:
        """Take the note away, and others about the same vault: it has another key now."""
        beginning = self._name.partition(".")[0]
        for name in self._machine.notes():
            if name.partition(".")[0] == beginning:
                self._machine.drop(name)

    @property
    def _aad(self) -> bytes:
        return b"anchor1" + self._keys.vault_id


def note_name(vault_id: bytes) -> str:
    """The name of a vault's note."""
    return f"{sha256(b'anchor' + vault_id).hexdigest()[:_NAMED]}.anchor"
