"""What must be true of a vault, told from what its writers said, and what is true of it."""

import json
from contextlib import suppress
from itertools import product
from pathlib import Path

import msgspec

from integrate.machine import Machine
from integrate.vault import Vault, WrongSecret, rows
from integrate.vault.records import open_value

from .driver import PASSPHRASES, tag_of

Facts = frozenset[str]


class Story:
    """The facts that follow from everything acknowledged, and what is still in flight.

    A writer that was killed between `begin` and `done` leaves its change in flight: it may have
    gone in or not, whole either way. `settle` tells which.
    """

    def __init__(self, facts: Facts = frozenset()) -> None:
        self.facts = facts
        self.in_flight: dict[str, dict[str, object]] = {}
        self.done = 0

    def hear(self, name: str, line: str) -> dict[str, object]:
        """Take in one line of a writer."""
        told = json.loads(line)
        if told["says"] == "begin":
            self.in_flight[name] = told
        elif told["says"] == "done":
            self.facts = _after(self.facts, self.in_flight.pop(name))
            self.done += 1
        elif told["says"] == "void":
            self.in_flight.pop(name, None)
        return told

    def copy(self) -> "Story":
        """One that goes on from here by itself."""
        other = Story(self.facts)
        other.in_flight = dict(self.in_flight)
        return other

    def possible(self) -> list[Facts]:
        """Every state that agrees with what was said."""
        choices = [((), (change,)) for change in self.in_flight.values()]
        states = []
        for chosen in product(*choices):
            facts = self.facts
            for change in (each for maybe in chosen for each in maybe):
                facts = _after(facts, change)
            states.append(facts)
        return states

    def settle(self, found: Facts) -> None:
        """Take what was found as true from now on.

        Raises:
            AssertionError: if it agrees with nothing that was said.
        """
        possible = self.possible()
        assert found in possible, _told_apart(found, possible[0], self.in_flight)
        self.facts = found
        self.in_flight.clear()


def _after(facts: Facts, change: dict[str, object]) -> Facts:
    return (facts - set(change["minus"])) | set(change["plus"])


def _told_apart(found: Facts, expected: Facts, in_flight: dict[str, dict[str, object]]) -> str:
    lost, more = sorted(expected - found), sorted(found - expected)
    return f"lost: {lost}; there although nobody said so: {more}; in flight: {in_flight}"


def facts_of(vault: Vault) -> Facts:
    """What a vault holds.

    Raises:
        AssertionError: if anything in it is damaged, cut short or raises an alarm.
    """
    verdict = vault.verify()
    assert verdict.ok, verdict.findings
    found = vault.present()
    assert found.damaged == []
    facts = set()
    for item in found.items:
        assert item.also == (), "one writer's page has two ends"
        tag = tag_of(msgspec.json.decode(vault.value(item.rid)))
        assert msgspec.json.decode(item.about)["tags"][-1] == tag
        facts.add(f"page {tag}")
    for draft in vault.drafts():
        facts.add(f"draft {tag_of(msgspec.json.decode(draft.value))}")
    return frozenset(facts | _wordings(vault))


def _wordings(vault: Vault) -> set[str]:
    """Every wording in the file, the present ones and those before."""
    found: list[str] = []
    with vault._access.reading() as (db, keys):
        for _, rid, ct in rows.in_order(db):
            value = msgspec.json.decode(open_value(keys, rid, ct))
            if isinstance(value, str):
                found.append(f"wording {tag_of(value)}")
    assert len(found) == len(set(found)), "something was kept twice"
    return set(found)


def open_with_any(path: Path, machine: Machine) -> Vault:
    """The vault, open with whichever passphrase fits."""
    for passphrase in PASSPHRASES:
        with suppress(WrongSecret):
            return Vault.open(path, passphrase, machine=machine)
    raise WrongSecret


def opening(path: Path, machine: Machine) -> Facts:
    """Which passphrases open it."""
    facts = set()
    for passphrase in PASSPHRASES:
        with suppress(WrongSecret):
            Vault.open(path, passphrase, machine=machine).close()
            facts.add(f"opens {passphrase}")
    return frozenset(facts)


def all_facts(path: Path, machine: Machine) -> Facts:
    """What a vault holds, and what opens it."""
    with open_with_any(path, machine) as vault:
        return facts_of(vault) | opening(path, machine)
