"""Somebody who knows what a small vault held, and judges what is read of it after an attack.

The bars: no wrong text; no older text as the present one, unless it is said that rows are missing;
nothing gone without a word; damage never called a wrong passphrase; no error but the vault's own.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from integrate.machine import Machine
from integrate.vault import Kdf, Vault, VaultError, WrongSecret

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

    def derive(self, secret):
        return stretched(secret, **self.given)


@contextmanager
def cheaply() -> Iterator[list[dict[str, int]]]:
    """No derivation is run twice, and none beyond the bounds; yields what was asked for."""
    Stretcher.asked.clear()
    with mock.patch("integrate.vault.slots.Argon2id", Stretcher):
        yield Stretcher.asked


def findings_of(vault):
    try:
        return vault.verify().findings
    except VaultError as refusal:
        return (f"{type(refusal).__name__} while verifying",)


class Witness:
    """Makes a vault at a path and remembers its words."""

    def __init__(self, path: Path, entries: int = 3, seed: int = 20261123) -> None:
        self.path = path
        self.said: dict[str, list[str]] = {}
        """Every wording of each entity, the present one last."""
        self.rids: dict[str, list[bytes]] = {}
        self.drafts: dict[bytes, bytes] = {}
        self.gone: list[str] = []
        random_bytes = random.Random(seed).randbytes  # noqa: S311  (the same vault in every run)
        with cheaply():
            vault, code = Vault._create(
                path,
                {"passphrase": PASSPHRASE.encode()},
                machine=Machine(name=b"\x01" * 8),
                kdf=CHEAP,
                code=True,
                random=random_bytes,
            )
        self.code = code or ""
        with vault:
            for number in range(entries):
                self.write(vault, f"entry {number}, first wording")
            for number, entity in enumerate(list(self.said)):
                self.write(vault, f"entry {number}, second wording", entity)
            self.drafts[vault.keep_draft("unfinished")] = b'"unfinished"'
            self.vault_id = vault.vault_id
        self.image = path.read_bytes()

    def write(self, vault: Vault, words: str, entity: str | None = None) -> None:
        after = [self.rids[entity][-1]] if entity else None
        item = vault.add("note", {"len": len(words)}, words, entity=entity, after=after)
        self.said.setdefault(item.entity, []).append(words)
        self.rids.setdefault(item.entity, []).append(item.rid)

    def look(self, *, older_if_told: bool = False) -> str:
        """Opens the file with both secrets, reads everything once, and says how it went."""
        outcome, locked = "", ""
        for secret in (PASSPHRASE, self.code):
            try:
                vault = Vault.open(self.path, secret, machine=Machine(name=b"\x02" * 8))
            except WrongSecret as wrong:
                raise AssertionError("damage was called a wrong passphrase") from wrong
            except VaultError as refusal:
                locked = type(refusal).__name__
                continue
            with vault:
                outcome = outcome or self.read(vault, older_if_told=older_if_told)
        return " and ".join(filter(None, (locked, outcome)))

    def read(self, vault: Vault, *, older_if_told: bool = False) -> str:
        """Reads everything of an open vault against the bars."""
        try:
            found, drafts = vault.present(), vault.drafts()
        except VaultError as refusal:
            return f"{type(refusal).__name__} while reading"
        findings = findings_of(vault)
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

    def alive(self) -> set[str]:
        return self.said.keys() - set(self.gone)
