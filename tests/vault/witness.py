"""Somebody who knows what a small vault held, and judges what is read of it after an attack.

The bars: no wrong text; no older text as the present one, unless it is said that rows are missing;
nothing gone without a word; damage never called a wrong passphrase; no error but the vault's own.
"""
# ruff: noqa: S608  (the SQL is the attack, and its parts stand in the tests)

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Struct

from integrate.machine import Machine
from integrate.vault import Kdf, Vault, VaultError, WrongSecret
from integrate.vault.head import read_slots
from integrate.vault.unlock import unlock

CHEAP = Kdf(m_kib=8192, t=1, p=1)
PASSPHRASE = "a quiet harbour, late"
MOST_WORK = 1024 * 1024
"""KiB times passes that a derivation may ever be asked for."""


@cache
def stretched(secret, salt, length, iterations, lanes, memory_cost):
    return Argon2id(
        salt=salt, length=length, iterations=iterations, lanes=lanes, memory_cost=memory_cost
    ).derive(secret)


class Stretcher:
    """Stands where Argon2id does: gives the same, computes each once, minds what is asked."""

    asked: list[dict[str, int]] = []  # noqa: RUF012  (shared on purpose: emptied by the witness)

    def __init__(self, **given):
        self.given = given
        costs = {name: given[name] for name in ("memory_cost", "iterations", "lanes")}
        Stretcher.asked.append(costs)
        assert 8192 <= costs["memory_cost"] <= MOST_WORK, costs
        assert costs["memory_cost"] * costs["iterations"] <= MOST_WORK, costs
        assert 1 <= costs["lanes"] <= 16, costs

    pretend = False
    """Whether to answer at once, with what opens nothing."""

    def derive(self, secret):
        if Stretcher.pretend:
            return bytes(32)
        return stretched(secret, **self.given)


@contextmanager
def cheaply() -> Iterator[list[dict[str, int]]]:
    """No derivation is run twice, and none beyond the bounds; yields what was asked for."""
    Stretcher.asked.clear()
    Stretcher.pretend = False
    with mock.patch("integrate.vault.slots.Argon2id", Stretcher):
        yield Stretcher.asked


def surgery(path, *statements):
    """Runs SQL on the file as somebody does who holds no key."""
    with closing(sqlite3.connect(path)) as db, db:
        return [db.execute(sql, values).fetchall() for sql, *values in statements]


@cache
def made(seed):
    """A small vault and what it holds; made once, and copied for each witness."""
    random_bytes = random.Random(seed).randbytes  # noqa: S311  (the same vault in every run)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.vault"
        vault, code = Vault._create(
            path,
            {"passphrase": PASSPHRASE.encode()},
            machine=Machine(name=b"\x01" * 8),
            kdf=CHEAP,
            code=True,
            random=random_bytes,
        )
        with vault:
            holds = Holds(said={}, rids={}, drafts={}, code=code)
            for number in range(3):
                holds.write(vault, f"entry {number}, first wording")
            for number, entity in enumerate(list(holds.said)):
                holds.write(vault, f"entry {number}, second wording", entity)
            holds.drafts[vault.keep_draft("unfinished")] = b'"unfinished"'
        return holds, path.read_bytes()


class Holds(Struct):
    """What a vault holds."""

    said: dict[str, list[str]]
    """Every wording of each entity, the present one last."""
    rids: dict[str, list[bytes]]
    drafts: dict[bytes, bytes]
    code: str

    def write(self, vault, words, entity=None):
        after = [self.rids[entity][-1]] if entity else None
        item = vault.add("note", {"len": len(words)}, words, entity=entity, after=after)
        self.said.setdefault(item.entity, []).append(words)
        self.rids.setdefault(item.entity, []).append(item.rid)


class Witness:
    """Puts the small vault at a path and knows its words."""

    def __init__(self, path: Path, seed: int = 20261123) -> None:
        holds, self.image = made(seed)
        holds = deepcopy(holds)
        self.path = path
        self.said, self.rids, self.drafts = holds.said, holds.rids, holds.drafts
        self.code, self.write = holds.code, holds.write
        self.gone: list[str] = []
        self.stretcher = Stretcher
        path.parent.mkdir(mode=0o700)
        path.touch(mode=0o600)
        path.write_bytes(self.image)

    def look(self, *, older_if_told: bool = False) -> str:
        """Opens the file with both secrets, reads everything once, and says how it went."""
        locked = []
        for secret in (PASSPHRASE, self.code):
            try:
                vault = Vault.open(self.path, secret, machine=Machine(name=b"\x02" * 8))
            except VaultError as refusal:
                locked.append(self.judged(refusal, secret))
                continue
            with vault:
                outcome = self.read(vault, older_if_told=older_if_told)
                if secret == PASSPHRASE:
                    with vault._access.reading() as (db, _):
                        slots = read_slots(db)
                    try:
                        unlock(slots, self.code)
                    except VaultError as refusal:
                        locked.append(self.judged(refusal, self.code))
                return " and ".join([*locked, outcome])
        return locked[-1]

    def judged(self, refusal: VaultError, secret: str) -> str:
        """What a refusal is called, which must not be a wrong secret."""
        if not isinstance(refusal, WrongSecret):
            return type(refusal).__name__
        kind = "passphrase" if secret == PASSPHRASE else "recovery"
        assert not self.has_lock(kind), "damage was called a wrong passphrase"
        return f"no {kind}"

    def read(self, vault: Vault, *, older_if_told: bool = False) -> str:
        """Reads everything of an open vault against the bars."""
        try:
            found, findings, drafts = vault.present(), vault.verify().findings, vault.drafts()
        except VaultError as refusal:
            return f"{type(refusal).__name__} while reading"
        told = bool(found.damaged or findings)
        for item in found.items:
            words = msgspec.json.decode(vault.value(item.rid))
            said = self.said[item.entity]
            if words != said[-1]:
                assert words in said, "another entity's words"
                assert told, "an older text was shown, and nothing was said"
                assert older_if_told, "an older text was shown as the present one"
            assert item.entity not in self.gone or told, "what was deleted came back"
            for rid in item.also:
                assert msgspec.json.decode(vault.value(rid)) in said
        assert told or self.alive() == {item.entity for item in found.items}, "silently gone"
        for draft in drafts:
            assert draft.value is None or bytes(draft.value) == self.drafts.get(draft.rid)
            told |= draft.value is None
        assert told or self.drafts.keys() == {draft.rid for draft in drafts}, "silently gone"
        if not told:
            return "harmless"
        return ", ".join(findings) if findings else "damaged"

    def operate(self, *statements):
        """Row surgery on the file."""
        return surgery(self.path, *statements)

    def has_lock(self, kind: str) -> bool:
        """Whether there is a slot; one that is gone whole may have been dropped on a wish."""
        ((count,),) = surgery(self.path, ("SELECT count(*) FROM slot WHERE kind = ?", kind))[0]
        return bool(count)

    def alive(self) -> set[str]:
        return self.said.keys() - set(self.gone)


class Theatre:
    """Where a witness's vault is operated on: its rows by number, and the common cuts as SQL."""

    def __init__(self, witness):
        self.operate = witness.operate
        self.first = [rids[0] for rids in witness.rids.values()]
        self.newest = [rids[-1] for rids in witness.rids.values()]
        self.draft = next(iter(witness.drafts))
        self.random = random.Random(9).randbytes  # noqa: S311  (made-up rows, not secrets)

    def ct(self, rid, table="rec"):
        (((ct,),),) = self.operate((f"SELECT ct FROM {table} WHERE rid = ?", rid))
        return ct

    def put(self, rid, ct, table="rec"):
        return (f"INSERT OR REPLACE INTO {table} (rid, ct) VALUES (?, ?)", rid, ct)

    def drop(self, rid, table="rec"):
        return (f"DELETE FROM {table} WHERE rid = ?", rid)

    def swap(self, one, other):
        set_ct = "UPDATE rec SET ct = ? WHERE rid = ?"
        return [(set_ct, self.ct(one), other), (set_ct, self.ct(other), one)]
