"""A machine whose every write is looked through."""

import os
import re
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from msgspec import Struct

from integrate.machine import Machine as Notes
from integrate.vault import Kdf, Vault

from ..e2e.conftest import Home, Ran  # noqa: TID252 - the tests are no package
from ..e2e.terminal import Terminal  # noqa: TID252
from .canaries import Canary
from .trace import Call, Trace, read_trace, traced

_TERMINAL: Final = re.compile(r"^/dev/(?:pts/\d+|tty|ptmx)$")
_NO_FILE: Final = re.compile(r"^/dev/(?:pts/\d+|tty|ptmx|null)$")
_COMPILED: Final = re.compile(r"/__pycache__/[^/]+\.pyc(?:\.\d+)?$")
"""Python's own, beside the program; a Python that is installed for everyone writes none."""
_OURS: Final = re.compile(
    r"""/integrate/(?:
          (?:journal\.vault|\.journal\.vault(?:\.\d+)+\.partial)
          (?:-journal)?                            # SQLite's journal holds pages as the file does
        | config\.toml(?:\.\d+)?(?:\.partial)?
        | (?:device|[0-9a-f]{16}\.\w+)(?:\.\d+\.partial)?   # a machine's notes
        | backups/[\w.-]+                           # each a vault
        )$""",
    re.VERBOSE,
)
_ENTERED_OR_LEFT: Final = re.compile(rb"\x1b\[\?1049([hl])")


class Record(Struct, frozen=True):
    """One run of the program: what it did, and what it may show."""

    name: str
    log: Path
    prints: frozenset[str] = frozenset()
    """The canaries that it was asked to print on standard output, or to draw in a terminal."""
    own_command: bool = False
    """Whether a command of the person's own hands over the passphrase through a pipe."""


class TracedTerminal(Terminal):
    """The program in a terminal, under strace; signals go to the program itself."""

    def __init__(self, log: Path, program: Sequence[str], *, env: Mapping[str, str]) -> None:
        command, *rest = traced(log, program)
        super().__init__(command, *rest, env=env)
        self._log = log

    def kill(self, number: signal.Signals) -> int:
        """Sends a signal to the program and waits for the end of both."""
        os.kill(self._traced(), number)
        return self.until_ended()

    def _traced(self) -> int:
        """The program's number: the log begins with it."""
        return int(self._log.read_text("latin-1").partition(" ")[0])

    @property
    def on_main_screen(self) -> bytes:
        """What was written while the alternate screen was not shown: it can be scrolled back to."""
        parts = _ENTERED_OR_LEFT.split(self.bytes)
        shown = [parts[0]]
        shown += [text for way, text in zip(parts[1::2], parts[2::2], strict=True) if way == b"l"]
        return b"".join(shown)


class Machine(Home):
    """A home in which nothing is done unseen."""

    def __init__(self, folder: Path, program: str, canaries: Iterable[Canary]) -> None:
        self.canaries = {each.name: each for each in canaries}
        (folder / "machine").mkdir()
        (folder / "logs").mkdir()
        super().__init__(folder / "machine", program)
        self.records: list[Record] = []
        self._logs = folder / "logs"
        self.secret.write_text(self.typed("passphrase") + "\n")

    def made_cheap(self) -> None:
        """The same lock with little work in it; how dear it is has no part in what leaks."""
        home = Path(self.env["HOME"])
        with closing(
            Vault.open(
                home / ".local/share/integrate/journal.vault",
                self.typed("passphrase"),
                machine=Notes(home / ".local/state/integrate"),
            )
        ) as vault:
            vault.change_passphrase(self.typed("passphrase"), kdf=Kdf(m_kib=8192, t=1, p=1))

    def typed(self, name: str) -> str:
        return self.canaries[name].typed

    def knows(self, canary: Canary) -> None:
        """One more to look for, also in what went before."""
        self.canaries[canary.name] = canary

    def screen(self, *args: str, prints: Iterable[str] = (), **variables: str) -> TracedTerminal:
        """The program in a terminal."""
        record = self._record(" ".join(args) or "full screen", prints)
        return TracedTerminal(record.log, [self.program, *args], env={**self.env, **variables})

    def does(
        self,
        *args: str,
        stdin: str = "",
        prints: Iterable[str] = (),
        own_command: bool = False,
        opens: bool = True,
        **variables: str,
    ) -> Ran:
        """One command, its passphrase given where it opens anything, with pipes at every end."""
        record = self._record(" ".join(args), prints, own_command=own_command)
        given = (
            ("--passphrase-command", f"cat {self.secret}")
            if own_command
            else ("--passphrase-file", str(self.secret))
        )
        line = [self.program, *args, *(given if opens else ())]
        return self._run(record, line, stdin, variables)

    def runs(self, *command: str, **variables: str) -> Ran:
        """Any program, to see what would be found."""
        return self._run(self._record(command[-1], ()), command, "", variables)

    def _run(
        self, record: Record, command: Sequence[str], stdin: str, variables: Mapping[str, str]
    ) -> Ran:
        done = subprocess.run(
            traced(record.log, command),
            input=stdin,
            capture_output=True,
            text=True,
            env={**self.env, **variables},
            cwd=self.root / "home",
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def _record(self, name: str, prints: Iterable[str], *, own_command: bool = False) -> Record:
        log = self._logs / f"{len(self.records)}.log"
        record = Record(name, log, frozenset(prints), own_command)
        self.records.append(record)
        return record

    # --- looking

    def leaks(self) -> list[str]:
        """Everything that left in a way that it should not have, in words."""
        found: list[str] = []
        for record in self.records:
            trace = read_trace(record.log)
            about = [
                *self._written(record, trace),
                *self._told(trace),
                *_strange_files(trace, self.root),
                *trace.internet(),
            ]
            found += [f"{record.name}: {each}" for each in about]
        return [*found, *self._kept()]

    def drawn(self, canary: str) -> bool:
        """Whether it was seen on its way to a terminal: then the sieve can see."""
        return any(
            _TERMINAL.match(target) and self.canaries[canary].found_in(content)
            for record in self.records
            for (target, _, _), content in read_trace(record.log).streams().items()
        )

    def _written(self, record: Record, trace: Trace) -> Iterator[str]:
        for (target, descriptor, own), content in trace.streams().items():
            if record.own_command and not own and target.startswith("pipe:"):
                continue
            asked_for = bool(_TERMINAL.match(target)) or (
                own and descriptor == 1 and target.startswith("pipe:")
            )
            for canary in self.canaries.values():
                if asked_for and canary.name in record.prints:
                    continue
                if spelled := canary.found_in(content):
                    yield f"{canary.name} as {spelled} in what is written to {target}"

    def _told(self, trace: Trace) -> Iterator[str]:
        """In arguments, environments, names of files and of threads."""
        for call in trace.calls:
            if not call.writes:
                yield from self._in(b"\0".join(call.strings), f"the arguments of {call.name}")

    def _kept(self) -> Iterator[str]:
        """In any file or file's name that is left."""
        for path in sorted(self.root.rglob("*")):
            yield from self._in(os.fsencode(path), f"the name {path}")
            if path.is_file() and path != self.secret:
                yield from self._in(path.read_bytes(), str(path))

    def _in(self, content: bytes, where: str) -> Iterator[str]:
        for canary in self.canaries.values():
            if spelled := canary.found_in(content):
                yield f"{canary.name} as {spelled} in {where}"


def _strange_files(trace: Trace, root: Path) -> Iterator[str]:
    """Files that were opened for more than reading, and have no business here."""
    for call in trace.calls:
        path = _opened(call)
        if path is None or _NO_FILE.match(path) or _COMPILED.search(path):
            continue
        if not (Path(path).is_relative_to(root) and _OURS.search(path)):
            yield f"opens {path} for writing"


def _opened(call: Call) -> str | None:
    if call.name in {"memfd_create", "mq_open", "add_key", "process_vm_writev"}:
        return f"{call.name}({call.text}"
    return call.path_to_write
