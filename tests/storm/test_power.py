"""Power cuts at every moment of a writer's work, and of the repair after an earlier cut.

A writer works under strace. Its calls are played back on a disk that remembers what has surely
reached it (`disk.py`). After every call that changes the disk, several disks are laid down: the
one that a kill would leave, and some of those that a power cut would leave. In each of them the
vault must open, with everything acknowledged by then, without damage and without a false alarm.
"""

import hashlib
import random
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from integrate.machine import Machine
from integrate.vault import NotAVault, NoVault, Vault, VaultError, unlock
from integrate.vault import vault as vault_module

from .disk import Disk, Files, is_as, lay_down
from .operations import OPERATIONS
from .story import Checks, Story, facts_of, open_with_any
from .tracing import Call, record
from .writer import CHEAP, PASSPHRASES

VAULT = "home/journal.vault"
MANY = 50
"""Every so many states the key is derived anew, and every tenth is written in."""


class Checker:
    """Opens disks, most of them without deriving the key again."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._patch = monkeypatch
        self._seen: set[bytes] = set()
        self._checks = Checks(folder / "scratch")
        self.count: Counter[str] = Counter()
        derive = unlock.unlock

        @cache
        def remembered(slots: tuple[object, ...], typed: str) -> object:
            try:
                return derive(slots, typed)
            except VaultError as refusal:
                return refusal

        def quickly(slots: list[object], typed: str) -> object:
            found = remembered(tuple(slots), typed)
            if isinstance(found, VaultError):
                raise found
            return found

        self._derive = derive
        self._quickly = quickly

    def check(self, files: Files, story: Story, *, made: bool) -> bool:
        """One disk; says whether it was a new one.

        Raises:
            AssertionError: if anything acknowledged isn't there, or anything else is wrong.
        """
        seen = hashlib.sha256(repr((sorted(files.items()), story.possible(), made)).encode())
        if seen.digest() in self._seen:
            return False
        self._seen.add(seen.digest())
        self.count["states"] += 1
        self.count["with a journal to roll back"] += any("-journal" in name for name in files)
        root = self._folder / "cut off"
        lay_down(files, root)
        number = self.count["states"]
        self._patch.setattr(
            vault_module, "unlock", self._quickly if number % MANY else self._derive
        )
        try:
            self._look(root, story, made=made)
        finally:
            shutil.rmtree(root, ignore_errors=True)
        return True

    def _look(self, root: Path, story: Story, *, made: bool) -> None:
        path = root / VAULT
        if not made and self._take_place_of_unmade(path, root):
            return
        found = self._checks.facts(path, root / "state", story)
        possible = story.possible()
        assert found in possible, (sorted(possible[0] - found), sorted(found - possible[0]))
        if self.count["states"] % 10 == 0:
            with open_with_any(path, Machine(root / "state")) as vault:
                vault.add("note", {"by": "later", "tags": ["later:1-0"]}, "later:1-0|")
                assert "page later:1-0" in facts_of(vault)

    def _take_place_of_unmade(self, path: Path, root: Path) -> bool:
        """Before its making ended there may be no vault; then there is room for one."""
        try:
            Vault.open(path, PASSPHRASES[0], machine=Machine(root / "state")).close()
        except NoVault:
            self.count["not made"] += 1
        except NotAVault as refusal:
            if refusal.why != "empty":
                raise
            self.count["empty"] += 1
        else:
            return False
        Vault.create(path, PASSPHRASES[0], machine=Machine(), kdf=CHEAP)[0].close()
        return True


def play(
    calls: list[Call],
    disk: Disk,
    story: Story,
    checker: Checker,
    *,
    each: int,
    source: random.Random,
) -> list[tuple[Files, Story]]:
    """Plays a record back and checks every disk on the way.

    Args:
        calls: what the writer asked for.
        disk: as it was before.
        story: what held before.
        checker: checks.
        each: how many power cuts after each call.
        source: of luck.

    Returns:
        The disks that had a journal to roll back, with what had to hold.
    """
    to_repair = []
    made = bool(story.facts)
    rest = b""
    for call in calls:
        if call.name == "write" and call.number(0) == 1:
            *lines, rest = (rest + call.data(1)[: call.result]).split(b"\n")
            for line in lines:
                made |= story.hear("left", line.decode())["says"] == "done"
        elif not disk.follow(call):
            continue
        checker.check(disk.now(), story, made=made)
        for _ in range(each):
            files = disk.cut_off(source)
            is_new = checker.check(files, story, made=made)
            if is_new and made and any("-journal" in name for name in files):
                to_repair.append((files, story.copy()))
    return to_repair


def test_no_power_cut_costs_an_acknowledged_word(
    strace, quick_folder, monkeypatch, much, seed, tell
):
    """Neither while a vault is made and written in, nor while SQLite repairs it afterwards."""
    source = random.Random(seed)  # noqa: S311  (which writes are lost; no secrets)
    checker = Checker(quick_folder, monkeypatch)
    to_repair = []
    for number in range(much(1, 4)):
        root = quick_folder / f"run {number}"
        root.mkdir(mode=0o700)
        disk = Disk(root)
        calls = record(
            strace, quick_folder / "log", root / VAULT, "left", source.randrange(10**6),
            "--create", "--state", root / "state", "--count", much(7, 40),
            "--only", *(name for name in OPERATIONS if name != "look"),
            "--sizes", 40, 900, 9000, 30_000,
        )  # fmt: skip
        to_repair += play(calls, disk, Story(), checker, each=much(1, 3), source=source)
        assert is_as(disk.now(), root), "the record leaves something out"
    tell(f"power cuts while writing: {dict(checker.count)}")
    for files, story in source.sample(to_repair, min(much(2, 40), len(to_repair))):
        root = quick_folder / "repaired"
        lay_down(files, root)
        disk = Disk(root)
        calls = record(
            strace, quick_folder / "log", root / VAULT, "left", 0,
            "--state", root / "state", "--count", 0,
        )  # fmt: skip
        play(calls, disk, story, checker, each=much(1, 3), source=source)
        assert is_as(disk.now(), root), "the record leaves something out"
        shutil.rmtree(root)
    tell(f"and while repairing: {dict(checker.count)}")
    assert checker.count["states"] >= much(60, 2000)


def test_a_disk_that_only_pretends_to_sync_is_found_out(strace, quick_folder, monkeypatch, seed):
    """The proof above proves something: without the syncs, words are lost, and it sees that."""
    root = quick_folder / "run"
    root.mkdir(mode=0o700)
    calls = record(
        strace, quick_folder / "log", root / VAULT, "left", seed,
        "--create", "--count", 9, "--only", "add", "finish", "keep_draft", "--sizes", 900, 9000,
    )  # fmt: skip
    shutil.rmtree(root)
    root.mkdir(mode=0o700)
    for lie in ({"fsync", "fdatasync"}, {"fsync"}):
        honest = [call for call in calls if call.name not in lie]
        source = random.Random(seed)  # noqa: S311  (which writes are lost; no secrets)
        checker = Checker(quick_folder, monkeypatch)
        with pytest.raises((AssertionError, VaultError)):
            play(honest, Disk(root), Story(), checker, each=4, source=source)
