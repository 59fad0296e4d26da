"""The vaults that the known answers are about, made with fixed randomness, and variants of them."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest import mock

from integrate.machine import Machine
from integrate.vault import Kdf, Vault

PASSPHRASE = "a quiet harbour, late"  # noqa: S105  (of vaults that hold nothing)
CHEAP = Kdf(m_kib=8192, t=1, p=1)
SPEC = b"A vault for known answers; the page that explains it is docs/FORMAT.md."
PAGE = 8192
_LIBRARY_VERSION = slice(96, 100)
"""Where SQLite notes its own version in the header."""

Changed = Callable[[sqlite3.Connection], object]


class Bases:
    """Vaults made with fixed randomness, and variants of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.images: dict[str, bytes] = {}
        self.codes: dict[str, str] = {}
        self.rids: dict[str, list[bytes]] = {}
        self.drafts: dict[str, bytes] = {}

    def make(self, name: str, seed: int) -> None:
        """A vault with two wordings of one page, two written at once, one deleted, and a draft."""
        path = self._folder / f"{name}.vault"
        with mock.patch("integrate.vault.schema.pkgutil.get_data", return_value=SPEC):
            vault, code = Vault._create(  # noqa: SLF001  (vectors bring their randomness)
                path,
                {"passphrase": PASSPHRASE.encode()},
                machine=Machine(name=b"\x01" * 8),
                kdf=CHEAP,
                code=True,
                random=random.Random(seed).randbytes,  # noqa: S311
            )
        with vault:
            first = vault.add("note", {"n": 1}, f"{name}: first wording")
            second = vault.add(
                "note", {"n": 1}, f"{name}: second wording", entity=first.entity, after=[first.rid]
            )
            both = vault.add("note", {"n": 2}, f"{name}: before two wrote")
            for where in ("here", "there"):
                vault.add(
                    "note",
                    {"n": 2},
                    f"{name}: written {where}",
                    entity=both.entity,
                    after=[both.rid],
                )
            once = vault.add("note", {"n": 3}, f"{name}: deleted")
            vault.delete(once.entity)
            self.drafts[name] = vault.keep_draft({"text": f"{name}: unfinished"})
        self.codes[name] = code or ""
        self.rids[name] = [first.rid, second.rid]
        self.images[name] = self._taken(path)

    def changed(self, base: str, change: Changed) -> bytes:
        """The image of a base after SQL on it."""
        path = self._folder / "variant.vault"
        path.write_bytes(self.images[base])
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("PRAGMA secure_delete = ON")
            change(db)
        return self._taken(path)

    def continued(self, base: str, change: Callable[[Vault], object]) -> bytes:
        """The image of a base after its owner went on with it."""
        path = self._folder / "variant.vault"
        path.write_bytes(self.images[base])
        path.chmod(0o600)
        with Vault.open(path, PASSPHRASE, machine=Machine(name=b"\x02" * 8)) as vault:
            vault._access.random = random.Random(99).randbytes  # noqa: S311, SLF001
            change(vault)
        return self._taken(path)

    @staticmethod
    def _taken(path: Path) -> bytes:
        image = bytearray(path.read_bytes())
        image[_LIBRARY_VERSION] = (3_040_001).to_bytes(4)
        return bytes(image)


def patches(base: bytes, image: bytes) -> list[list[int | str]]:
    """What must be written over the base, padded or cut to the image's size; near runs are one."""
    base = base[: len(image)].ljust(len(image), b"\0")
    runs: list[list[int]] = []
    for at, (old, new) in enumerate(zip(base, image, strict=True)):
        if old != new:
            if runs and at - runs[-1][1] < 8:  # noqa: PLR2004  (what another entry would cost)
                runs[-1][1] = at + 1
            else:
                runs.append([at, at + 1])
    return [[begin, image[begin:end].hex()] for begin, end in runs]


def flipped(image: bytes, at: int) -> bytes:
    """The image with one bit wrong."""
    return image[:at] + bytes([image[at] ^ 1]) + image[at + 1 :]


def sql(text: str, *values: object) -> Changed:
    """A change by one statement."""
    return lambda db: db.execute(text, values)


def overwritten(image: bytes, at: int, new: bytes) -> bytes:
    """The image with these bytes from a place on."""
    return image[:at] + new + image[at + len(new) :]


def column(image: bytes, text: str) -> dict[Any, Any]:
    """What a query for two columns finds in an image."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(image)
        return dict(db.execute(text).fetchall())


def end_of_slot(image: bytes, slot: int) -> int:
    """Where a slot's row ends: its sum comes last."""
    wrapped, sum_ = 92, 8
    return image.index(b'"}', slot) + 2 + wrapped + sum_ - 1


def old_slot(bases: Bases, old: bytes, new: bytes) -> bytes:
    """The new image with the passphrase's lock from the old one."""
    text = "SELECT id, params || '|' || hex(wrapped) || '|' || hex(sum) FROM slot WHERE id = 1"
    params, wrapped, total = column(old, text)[1].split("|")
    values = (params, bytes.fromhex(wrapped), bytes.fromhex(total))
    put = "UPDATE slot SET params = ?, wrapped = ?, sum = ? WHERE kind = 'passphrase'"
    return _on(bases, new, sql(put, *values))


def with_head(bases: Bases, image: bytes, head: bytes) -> bytes:
    """The image with this head."""
    return _on(bases, image, sql("UPDATE head SET ct = ?", head))


def _on(bases: Bases, image: bytes, change: Changed) -> bytes:
    """An image that is no base, after SQL on it."""
    bases.images["other"] = image
    try:
        return bases.changed("other", change)
    finally:
        del bases.images["other"]


def with_what_was_deleted(bases: Bases) -> bytes:
    """A page is written, copied from the file, deleted, and its row put back."""
    rows: list[tuple[bytes, bytes]] = []

    def delete(vault: Vault) -> None:
        item = vault.add("note", {}, "a: deleted later")
        with closing(sqlite3.connect(vault.path)) as db:
            text = "SELECT rid, ct FROM rec WHERE rid = ?"
            rows.extend(db.execute(text, (item.rid,)).fetchall())
        vault.delete(item.entity)

    image = bases.continued("a", delete)
    return _on(bases, image, sql("INSERT INTO rec (rid, ct) VALUES (?, ?)", *rows[0]))
