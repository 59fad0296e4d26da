"""kill -9 at random moments, with a second process at work on the same vault.

A life begins with a new vault. Two writers work on it; again and again one of them, or both, are
killed after so many lines and a random moment more. Then whoever lives pauses, the vault is opened
and compared with everything that was acknowledged, and the dead are replaced.
"""

import os
import random
import select
import subprocess
from contextlib import suppress
from pathlib import Path

from integrate.machine import Machine
from integrate.vault import NotAVault, NoVault, Vault

from .operations import ALONE, KEYS, OPERATIONS
from .story import Checks, Story, open_with_any
from .tracing import DRIVER, ENVIRONMENT
from .writer import CHEAP, PASSPHRASES

LONGEST_WAIT = 0.008
"""Seconds between a line and the kill, at most: about two operations."""
SILENCE = 60.0
"""Seconds without a line after which a writer counts as stuck."""


class Process:
    """A writer at work, and its part in the story."""

    def __init__(self, story: Story, path: Path, name: str, seed: int, *more: str) -> None:
        self.story = story
        self.name = name
        self._rest = b""
        self._run = subprocess.Popen(
            [*DRIVER, path, name, str(seed), *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        self._out = self._run.stdout.fileno()

    def next(self) -> dict[str, object]:
        """The next line that it says."""
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._out], [], [], SILENCE)
            assert ready, f"{self.name} says nothing any more"
            got = os.read(self._out, 65536)
            assert got, self._run.stderr.read().decode()
            self._rest += got
        line, _, self._rest = self._rest.partition(b"\n")
        return self._hear(line)

    def wait_a_moment(self, seconds: float) -> None:
        """Until it says something more, or this time has passed."""
        select.select([self._out], [], [], seconds)

    def kill(self) -> None:
        """End it as only the system can."""
        self._run.kill()

    def bury(self, *ends: int) -> None:
        """Hear its last words. A line that was cut off was never said."""
        rest, complaint = self._run.communicate()
        *lines, _ = (self._rest + rest).split(b"\n")
        for line in lines:
            self._hear(line)
        assert complaint == b"", complaint.decode()
        assert self._run.returncode in (ends or (-9,))

    def pause(self) -> None:
        """Let it finish what it does and wait."""
        self._tell("pause")
        while self.next()["says"] != "paused":
            pass

    def go_on(self) -> None:
        self._tell("go")

    def stop(self) -> None:
        """Let it leave by itself."""
        self.bury(0)

    def _hear(self, line: bytes) -> dict[str, object]:
        before = dict(self.story.in_flight)
        told = self.story.hear(self.name, line.decode())
        assert told["says"] != "refused", (told, before)
        return told

    def _tell(self, what: str) -> None:
        with suppress(BrokenPipeError):  # why it has left stands in what it said last
            self._run.stdin.write(what.encode() + b"\n")
            self._run.stdin.flush()


class Life:
    """One vault from its making to the end of its last writer."""

    def __init__(self, folder: Path, names: list[str], source: random.Random) -> None:
        self.path = folder / "journal.vault"
        self.state = folder / "state"
        self.source = source
        self.kills = 0
        Vault.create(self.path, PASSPHRASES[0], machine=Machine(self.state), kdf=CHEAP)[0].close()
        self.checks = Checks(folder)
        self.story = Story(self._facts(Story()))
        self.names = names
        self.writers = {name: self._start(name) for name in names}

    def strike(self) -> None:
        """Kill one writer or both, and compare."""
        dying = self.source.choice([self.names[:1], self.names[:1], self.names[-1:], self.names])
        first = self.writers[dying[0]]
        for _ in range(self.source.choice([0, 1, 2, 4, 8, 16])):
            first.next()
        if self.source.random() < 0.7:
            first.wait_a_moment(self.source.random() * LONGEST_WAIT)
        for name in dying:
            self.writers[name].kill()
        for name in dying:
            self.writers.pop(name).bury()
            self.kills += 1
        for other in self.writers.values():
            other.pause()
        self.story.settle(self._facts(self.story))
        for other in self.writers.values():
            other.go_on()
        for name in dying:
            self.writers[name] = self._start(name)

    def end(self) -> None:
        """Let the last writers leave, and compare once more."""
        for writer in self.writers.values():
            writer.stop()
        self.story.settle(self._facts(self.story))
        backups = self.path.parent / "backups"
        with open_with_any(self.path, Machine(self.state)) as vault:
            vault.backup(backups / "last.vault")
        assert list(backups.glob("*.partial")) == [], "what was cut short is taken away by the next"

    def _start(self, name: str) -> Process:
        seed = self.source.randrange(10**9)
        without = () if self.names == [name] else ALONE if name == self.names[0] else KEYS + ALONE
        may = [each for each in OPERATIONS if each not in without]
        more = ("--state", str(self.state), "--only", *may)
        return Process(self.story, self.path, name, seed, *more)

    def _facts(self, story: Story) -> frozenset[str]:
        return self.checks.facts(self.path, self.state, story)


def test_kill_dash_nine_costs_no_acknowledged_word(tmp_path, quick_folder, much, seed, tell):
    """Whatever a writer was told is kept is there after its death, and everybody can go on."""
    source = random.Random(seed)  # noqa: S311  (moments of death, not secrets)
    kills = acknowledged = lives = 0
    while kills < much(10, 520):
        place = tmp_path if lives % 2 else quick_folder
        names = ["left"] if lives % 4 == 3 else ["left", "right"]
        life = Life(place / f"life {lives}", names, source)
        while life.kills < much(10, 40):
            life.strike()
        life.end()
        kills += life.kills
        acknowledged += life.story.done
        lives += 1
    tell(f"{kills} kills in {lives} lives, {acknowledged} acknowledged changes, none lost")
    assert acknowledged > kills


def test_a_creation_that_is_killed_leaves_a_whole_vault_or_room_for_one(tmp_path, much, seed, tell):
    source = random.Random(seed)  # noqa: S311  (moments of death, not secrets)
    ends = dict.fromkeys(("nothing", "empty", "other", "whole"), 0)
    for number in range(much(8, 150)):
        path = tmp_path / str(number) / "journal.vault"
        story = Story()
        writer = Process(story, path, "left", number, "--create", "--count", "0")
        writer.next()
        writer.wait_a_moment(source.random() * 0.05)
        writer.kill()
        writer.bury(-9, 0)  # it may have been faster
        ends[end_of(path)] += 1
    tell(f"{sum(ends.values())} creations killed: {ends}")


def end_of(path: Path) -> str:
    """What a creation left; makes a vault where there is none."""
    try:
        Vault.open(path, PASSPHRASES[0], machine=Machine()).close()
    except NoVault:
        left = "nothing"
    except NotAVault as refusal:
        left = refusal.why
    else:
        facts = Checks(path.parent).facts(path, path.parent / "state", Story())
        assert facts == {f"opens {PASSPHRASES[0]}"}
        return "whole"
    Vault.create(path, PASSPHRASES[0], machine=Machine(), kdf=CHEAP)[0].close()
    return left
