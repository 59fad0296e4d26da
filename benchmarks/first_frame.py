"""The first frame of the unlock screen, beside a hello-world Textual app.

Both run in a terminal of 80x24, in turn. A run ends when the screen's own words have been written;
wall time and CPU time are taken at that instant. Reads `/proc`, so it needs Linux.

    python benchmarks/first_frame.py [ROUNDS]
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from side_by_side import CHEAP, PASSPHRASE, PROGRAM, a_home, in_turn, table, verdict

from integrate.machine import Machine
from integrate.vault import Vault
from integrate.words import say

BAR: Final = 1.3
BESIDE: Final = "hello-world Textual"
OURS: Final = "integrate, unlock screen"
HELLO: Final = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello, world")

Hello().run()
"""
_TICK: Final = os.sysconf("SC_CLK_TCK") / 1000
_PATIENCE: Final = 30


def first_frame(
    command: Sequence[str], environment: Mapping[str, str], words: str
) -> tuple[float, float]:
    """Milliseconds of wall time and of CPU until a terminal program has written these words."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], list(command), dict(environment))  # noqa: S606 - our own commands
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        _await(terminal, words.encode())
        wall, cpu = (time.perf_counter() - began) * 1000, _cpu(pid)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return wall, cpu


def _await(terminal: int, words: bytes) -> None:
    seen = b""
    until = time.monotonic() + _PATIENCE
    while words not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0, until - time.monotonic()))
        if not ready:
            raise SystemExit(f"{words!r} did not come; the last of what did: {seen[-400:]!r}")
        seen += os.read(terminal, 65536)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def measured(rounds: int) -> dict[str, list[float]]:
    """Wall and CPU of each of the three, medians."""
    python = sys.executable
    with a_home() as (home, environment):
        path = Path(environment["INTEGRATE_JOURNAL"])
        Vault.create(path, PASSPHRASE, machine=Machine(name=b"benchmrk"), kdf=CHEAP)[0].close()
        hello = home / "hello.py"
        hello.write_text(HELLO, "utf-8")
        return in_turn(
            {
                "python, printing a line": lambda: first_frame(
                    [python, "-c", "print('hello, world'); input()"], environment, "hello, world"
                ),
                BESIDE: lambda: first_frame([python, str(hello)], environment, "hello, world"),
                OURS: lambda: first_frame([PROGRAM], environment, say("unlock.passphrase")),
            },
            rounds,
        )


def main(rounds: int) -> None:
    """Measures and prints."""
    found = measured(rounds)
    table(f"First frame, ms, median of {rounds}", ["wall", "CPU"], found)
    hello_wall, hello_cpu = found[BESIDE]
    our_wall, our_cpu = found[OURS]
    verdict("wall against hello-world", our_wall / hello_wall, BAR)
    verdict("CPU against hello-world", our_cpu / hello_cpu, BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
