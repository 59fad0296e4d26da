"""A disk that refuses: every call of every change fails once, for a while, or from then on.

strace lets the n-th call of a kind fail in a writer that carries out a short script; n goes up
until there is no such call any more. Whatever happens, the writer says in one calm sentence what a
person can do, the vault holds the state before or the state after, and the same change can be made
as soon as the disk is well.
"""

import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from .story import Checks, Story
from .tracing import DRIVER, ENVIRONMENT

SCRIPTS = (
    ("add",),
    ("edit",),
    ("keep_draft",),
    ("go_on",),
    ("adopt_draft",),
    ("finish",),
    ("drop_draft",),
    ("delete", "bring_back"),
    ("change_passphrase", "change_recovery"),
    ("rekey",),
    ("backup",),
    ("backup", "edit", "restore_exactly"),
    ("backup", "delete", "restore_missing", "forget", "hand_on_locks"),
    ("look",),
)
ONCE, FOUR, ALL = "{}", "{}..{}", "{}+"
"""That call alone, four in a row, all from then on."""
CALLS = (
    ("pwrite64", "ENOSPC", (ONCE, FOUR, ALL)),
    ("pwrite64", "EIO", (ALL,)),
    ("fdatasync", "EIO", (ONCE, FOUR, ALL)),
    ("fsync", "EIO", (ONCE, ALL)),
    ("unlink", "EIO", (ONCE, ALL)),
    ("ftruncate", "EIO", (ONCE, ALL)),
    ("rename", "EIO", (ONCE, ALL)),
    ("pread64", "ESTALE", (ONCE, ALL)),
    ("pread64", "EIO", (ALL,)),
)
REFUSALS = {"NotWritten", "NotCopied", "NotRead"}
"""What a refusing disk may be called: never a wrong passphrase, damage or another vault."""
UNREADABLE = ("pread64", "EIO")
"""SQLite itself takes a sector that can't be read for damage, and so it may be told as such."""
LOUD = re.compile(r"error|traceback|errno|sqlite|!", re.IGNORECASE)


class Fault(Struct, frozen=True):
    """Which calls fail, and how."""

    call: str
    error: str
    when: str

    @property
    def options(self) -> list[str]:
        """As strace takes it."""
        inject = f"inject={self.call}:error={self.error}:when={self.when}"
        return ["-e", f"trace={self.call}", "-e", inject]


class Bench:
    """A vault with something in it, and writers that try a script on a fresh copy of it."""

    def __init__(self, folder: Path, strace: str) -> None:
        self._folder = folder
        self._strace = strace
        self._checks = Checks(folder / "scratch")
        self._like = folder / "like"
        self.count: Counter[str] = Counter()
        begin = ["add", "add", "edit", "keep_draft", "keep_draft", "add", "edit"]
        self._story = Story()
        self._run = 0
        self._write(self._like, self._story, [], "--create", "--script", *begin)
        assert not self._story.in_flight

    def try_with(self, script: tuple[str, ...], fault: Fault) -> bool:
        """One run with a fault, and one without; says whether the fault struck.

        Raises:
            AssertionError: if anything was lost, half done, doubled or told wrongly.
        """
        root = self._folder / "tried"
        shutil.copytree(self._like, root)
        try:
            story = self._story.copy()
            log = self._folder / "log"
            trace = [self._strace, "-f", "--seccomp-bpf", "-o", str(log), *fault.options]
            if fault.call == "pread64":  # the loader reads so too
                trace += ["-P", str(root / "home" / "journal.vault")]
            refusals = self._write(root, story, trace, "--again", "6", "--script", *script)
            struck = "(INJECTED)" in log.read_text()
            self._judge(refusals, fault, struck=struck)
            story.settle(self._facts(root, story))
            if not refusals and self.count["without a word"] % 10:
                return struck
            assert self._write(root, story, [], "--script", *script) == []
            assert not story.in_flight
            story.settle(self._facts(root, story))
        finally:
            shutil.rmtree(root)
        return struck

    def _judge(self, refusals: list[dict[str, str]], fault: Fault, *, struck: bool) -> None:
        self.count["cases"] += struck
        self.count["without a word"] += struck and not refusals
        assert struck or not refusals
        for refusal in refusals:
            self.count[refusal["error"]] += 1
            damaged = {"DamagedVault"} if (fault.call, fault.error) == UNREADABLE else set()
            assert refusal["error"] in REFUSALS | damaged, (refusal, fault)
            assert not LOUD.search(refusal["sentence"]), refusal

    def _write(
        self, root: Path, story: Story, trace: list[str], *more: str
    ) -> list[dict[str, str]]:
        """Let a writer work; what it was refused."""
        self._run += 1
        command = [*trace, *DRIVER, root / "home" / "journal.vault", "left", str(self._run)]
        command += ["--state", root / "state", "--sizes", "900", "20000", *more]
        return run(command, story)

    def _facts(self, root: Path, story: Story) -> frozenset[str]:
        return self._checks.facts(root / "home" / "journal.vault", root / "state", story)


def faults(call: str, error: str, lasting: str) -> Iterator[Fault]:
    """One after another, without end."""
    number = 0
    while True:
        number += 1
        yield Fault(call, error, lasting.format(number, number + 3))


@pytest.mark.parametrize("script", SCRIPTS, ids="+".join)
def test_a_disk_that_refuses_costs_no_word_and_gets_no_wrong_name(
    strace, quick_folder, much, seed, tell, script
):
    """Every call of every change, in the full storm; in the suite some of them."""
    bench = Bench(quick_folder, strace)
    source = random.Random(f"{seed} {script}")  # noqa: S311  (which of them)
    if not much(0, 1):
        call, error, lasting = source.choice(CALLS)
        number = source.randint(1, 12)
        when = source.choice(lasting).format(number, number + 3)
        bench.try_with(script, Fault(call, error, when))
        return
    for call, error, lasting in CALLS:
        for each in lasting:
            for fault in faults(call, error, each):
                if not bench.try_with(script, fault):
                    break
    tell(f"{'+'.join(script)}: {dict(bench.count)}")
    assert bench.count["cases"]


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync", "link", "mkdir", "fsync", "unlink"])
def test_a_vault_that_cannot_be_made_leaves_room_for_one(strace, quick_folder, much, tell, call):
    """Refused in a sentence, with nothing left; or made, whatever the disk said meanwhile."""
    count: Counter[str] = Counter()
    number, step = 1, much(15, 1)
    struck = True
    while struck:
        for lasting in (ONCE, ALL):
            root = quick_folder / "made"
            root.mkdir()
            path = root / "home" / "journal.vault"
            fault = Fault(call, "ENOSPC", lasting.format(number))
            log = quick_folder / "log"
            trace = [strace, "-f", "--seccomp-bpf", "-o", log, *fault.options]
            made = Story()
            refusals = run([*trace, *DRIVER, path, "left", "1", "--create", "--count", "0"], made)
            struck = "(INJECTED)" in log.read_text()
            for refusal in refusals:
                assert refusal["error"] == "NotAVault", fault
                assert "No journal could be made" in refusal["sentence"]
            count["made" if made.facts else "refused"] += struck
            if not made.facts:
                if path.parent.exists():
                    assert list(path.parent.glob("[!.]*")) == [], fault
                assert run([*DRIVER, path, "left", "2", "--create", "--count", "0"], made) == []
            assert made.facts == Checks(quick_folder).facts(path, root / "state", made)
            assert [each.name for each in path.parent.iterdir()] == ["journal.vault"]
            shutil.rmtree(root)
        number += step
    tell(f"making a vault with {call} failing: {dict(count)}")


def run(command: list[object], story: Story) -> list[dict[str, str]]:
    """Let a writer work; what it was refused."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, env=ENVIRONMENT, check=False
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    told = [story.hear("left", line) for line in done.stdout.decode().splitlines()]
    return [each for each in told if each["says"] == "refused"]
