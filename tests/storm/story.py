"""What must be true of a vault, told from what its writers said, and what is true of it."""

import json
from contextlib import suppress
from hashlib import sha256
from itertools import product
from pathlib import Path
from shutil import rmtree

import msgspec

from integrate.machine import Machine
from integrate.vault import Vault, WrongSecret, restore, rows
from integrate.vault.records import open_value

from .writer import PASSPHRASES, tag_of

Facts = frozenset[str]


class Story:
    """The facts that follow from everything acknowledged, and what is still in flight.

    A writer that was killed between `begin` and `done` leaves its change in flight: it may have
    gone in or not, whole either way. `settle` tells which.
    """

    def __init__(self, facts: Facts = frozenset()) -> None:
        self.facts = facts
        self.in_flight: dict[str, dict[str, object]] = {}
        self.copied: dict[str, tuple[str, Facts]] = {}
        """For each backup whose it is, and what of their own was true when it was begun."""
        self.done = 0

    def hear(self, name: str, line: str) -> dict[str, object]:
        """Take in one line of a writer."""
        told = json.loads(line)
        if told["says"] == "begin":
            self.in_flight[name] = told
            self._note_backup(name, told)
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
        other.copied = dict(self.copied)
        return other

    def _note_backup(self, name: str, told: dict[str, object]) -> None:
        if told["op"] == "backup":
            backup = told["plus"][0].removeprefix("backup ")
            self.copied[backup] = (name, own(self.facts, name))
        else:
            self.copied.pop(told["op"].rpartition(" ")[2], None)  # somebody changes the copy

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


def own(facts: Facts, name: str) -> Facts:
    """What one writer's pages and drafts are."""
    return frozenset(fact for fact in facts if fact.partition(" ")[2].startswith(f"{name}:"))


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


class Checks:
    """Looks at a vault and its backups from outside, with no more than the passphrases."""

    def __init__(self, scratch: Path) -> None:
        """Makes one; `scratch` is a folder to restore backups in."""
        self._scratch = scratch
        self._seen: set[tuple[str, bytes]] = set()

    def facts(self, path: Path, state: Path, story: Story) -> Facts:
        """What a vault holds, what opens it, and which backups there are.

        Raises:
            AssertionError: if anything is damaged; also in a backup.
        """
        machine = Machine(state)
        with open_with_any(path, machine) as vault:
            found = facts_of(vault)
        return found | _opening(path, machine) | self._backups(path.parent / "backups", story)

    def _backups(self, folder: Path, story: Story) -> Facts:
        names = sorted(each.name for each in folder.glob("[!.]*.vault"))
        for name in names:
            seen = (name, sha256((folder / name).read_bytes()).digest())
            if seen not in self._seen:
                self._restore(folder / name, story)
                self._seen.add(seen)
        return frozenset(f"backup {name}" for name in names)

    def _restore(self, backup: Path, story: Story) -> None:
        """A backup that has its name can be restored where there is nothing else."""
        path = self._scratch / "restored" / "journal.vault"
        machine = Machine()
        for passphrase in PASSPHRASES:
            with suppress(WrongSecret):
                restored = restore(path, backup, passphrase, machine=machine)
                assert (restored.damaged, restored.findings) == (0, ())
                break
        with open_with_any(path, machine) as vault:
            found = facts_of(vault)
        rmtree(path.parent)
        name, meant = story.copied.get(backup.name, ("", frozenset()))
        assert own(found, name) == meant


def open_with_any(path: Path, machine: Machine) -> Vault:
    """The vault, open with whichever passphrase fits."""
    for passphrase in PASSPHRASES:
        with suppress(WrongSecret):
            return Vault.open(path, passphrase, machine=machine)
    raise WrongSecret


def _opening(path: Path, machine: Machine) -> Facts:
    """Which passphrases open it."""
    facts = set()
    for passphrase in PASSPHRASES:
        with suppress(WrongSecret):
            Vault.open(path, passphrase, machine=machine).close()
            facts.add(f"opens {passphrase}")
    return frozenset(facts)
