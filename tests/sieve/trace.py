"""What a program asked of the kernel, as strace tells it."""

import codecs
import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

_WRITES = ("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg")
_OPENS = ("open", "openat", "openat2", "creat")
_CALLS = (
    *_WRITES,
    *_OPENS,
    *("execve", "execveat", "mkdir", "mkdirat", "symlink", "symlinkat", "link", "linkat"),
    *("rename", "renameat", "renameat2", "setxattr", "lsetxattr", "fsetxattr", "prctl"),
    *("socket", "socketpair", "connect", "bind", "add_key", "memfd_create", "io_uring_setup"),
    *("sendfile", "splice", "vmsplice", "copy_file_range", "process_vm_writev", "mq_open"),
)
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$", re.DOTALL)
_TARGET = re.compile(r"^(?:\d+|AT_FDCWD)<(.*?)>(?:,|\)| <unfinished)")
_NUMBER = re.compile(r"^(\d+)<")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OPENED_TO_WRITE = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT)\b")


class Call(Struct, frozen=True):
    """One system call."""

    process: int
    name: str
    text: str
    """Its arguments as strace writes them."""

    @property
    def strings(self) -> list[bytes]:
        """Every string among its arguments."""
        return [
            codecs.escape_decode(each.encode("latin-1"))[0] for each in _STRING.findall(self.text)
        ]

    @property
    def target(self) -> str:
        """What its first descriptor leads to: a path, `pipe:[1]`, `socket:[1]`."""
        found = _TARGET.match(self.text)
        return found[1] if found else "?"

    @property
    def descriptor(self) -> int:
        """The number of its first descriptor; -1 where there is none."""
        found = _NUMBER.match(self.text)
        return int(found[1]) if found else -1

    @property
    def writes(self) -> bool:
        return self.name in _WRITES

    @property
    def path_to_write(self) -> str | None:
        """The path that it opens for more than reading."""
        if self.name not in _OPENS or not (
            self.name == "creat" or _OPENED_TO_WRITE.search(self.text)
        ):
            return None
        (path, *_) = self.strings
        folder = self.target if self.text.startswith(("AT_FDCWD<", *"0123456789")) else "/"
        return os.path.normpath(os.path.join(folder, os.fsdecode(path)))  # noqa: PTH118


class Trace(Struct, frozen=True, dict=True):
    """Every call of a program and of what it started."""

    calls: tuple[Call, ...]

    @property
    def program(self) -> int:
        """The first process: the program itself."""
        return self.calls[0].process

    def streams(self) -> dict[tuple[str, int, bool], bytes]:
        """All that was written, joined: by target, by descriptor, and whether the program did it.

        What is written in two halves is found too.
        """
        joined: dict[tuple[str, int, bool], list[bytes]] = defaultdict(list)
        for call in self.calls:
            if call.writes:
                joined[call.target, call.descriptor, call.process in self.own] += call.strings
        return {key: b"".join(parts) for key, parts in joined.items()}

    @cached_property
    def own(self) -> set[int]:
        """The program's own process and threads: those that never became another program."""
        others = {
            call.process
            for call in self.calls
            if call.name.startswith("execve") and call.process != self.program
        }
        return {call.process for call in self.calls} - others

    def internet(self) -> list[str]:
        """Sockets to anywhere but this machine, and any that is connected."""
        return [
            f"{call.name}({call.text}"
            for call in self.calls
            if (call.name == "socket" and "AF_UNIX" not in call.text)
            or call.name in {"connect", "bind", "io_uring_setup"}
            or "AF_INET" in call.text.partition('"')[0]
        ]


@cache
def read_trace(log: Path) -> Trace:
    """Reads what strace wrote.

    Raises:
        AssertionError: if a string was cut, or the log is not whole.
    """
    return Trace(tuple(_calls(log)))


def _calls(log: Path) -> Iterator[Call]:
    for line in log.read_text("latin-1").split("\n"):
        found = _LINE.match(line)
        if found is None:
            continue
        assert '""...' not in _STRING.sub('""', line), f"cut: {line[:200]}"
        yield Call(int(found[1]), found[2], found[3])


def traced(log: Path, program: Sequence[str]) -> list[str]:
    """The command that runs a program without a network, with every call that matters told."""
    wanted = ",".join(f"?{name}" for name in _CALLS)
    return [
        *_without_network(),
        *("strace", "-f", "-v", "-y", "-s", "400000", "--seccomp-bpf", "-o", str(log)),
        *("-e", f"trace={wanted}", "-e", "signal=none", "--", *program),
    ]


@cache
def _without_network() -> tuple[str, ...]:
    """`unshare -n`; where that needs more rights than ours, in a user namespace of its own."""
    for options in (("-n",), ("-r", "-n")):
        command = ("unshare", *options, "--")
        if _runs(*command, "true"):
            return command
    return ()


@cache
def why_not() -> str | None:
    """Why nothing can be traced here; `None` where it can."""
    if shutil.which("strace") is None or shutil.which("unshare") is None:
        return "needs strace and unshare"
    if not _without_network():
        return "this system does not let us make a space without a network"
    if not _runs(*_without_network(), "strace", "-f", "--seccomp-bpf", "-o", os.devnull, "true"):
        return "this system does not let us trace"
    return None


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
