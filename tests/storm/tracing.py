"""What a program asks of the system, as strace writes it down."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

DRIVER = (sys.executable, "-m", "storm.driver")
"""What starts a writer, with the environment below."""
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": f"{Path(__file__).parent.parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
    "PYTHONDONTWRITEBYTECODE": "1",
}
CHANGING = (
    "openat,open,creat,close,dup,dup2,dup3,lseek,"
    "write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,sync_file_range,syncfs,sync,sendfile,copy_file_range,splice,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "mkdir,mkdirat,rmdir"
)
"""Every call that may change what stands on a disk, or says where a later one will."""

_BEGUN = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_WHOLE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")


class Call(Struct, frozen=True):
    """One call that succeeded."""

    name: str
    args: tuple[str, ...]
    result: int

    def number(self, index: int) -> int:
        """An argument that is a number; of a descriptor the number alone."""
        return int(self.args[index].partition("<")[0], 0)

    def data(self, index: int) -> bytes:
        """An argument that is bytes."""
        return bytes.fromhex(self.args[index].strip('"').replace("\\x", ""))

    def path(self, index: int, folder: int | None = None) -> Path:
        """A path, where need be within the folder that an earlier argument names."""
        given = Path(os.fsdecode(self.data(index)))
        return given if folder is None else self.place(folder) / given

    def place(self, index: int) -> Path:
        """What strace says that a descriptor stands for."""
        hexed = self.args[index].partition("<")[2].partition(">")[0]
        return Path(os.fsdecode(bytes.fromhex(hexed.replace("\\x", ""))))

    def places(self) -> Iterator[Path]:
        """Every place that it has to do with."""
        for index, each in enumerate(self.args):
            if each.startswith('"'):
                yield self.path(index)
            elif "<" in each:
                yield self.place(index)


def record(strace: str, log: Path, *args: object) -> list[Call]:
    """Runs a writer and tells what it asked for."""
    how = ["-f", "-y", "-xx", "-s", "10000000", "-e", "signal=none", "-e", f"trace={CHANGING}"]
    subprocess.run(
        [strace, *how, "-o", log, *DRIVER, *map(str, args)],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    return read(log)


def read(log: Path) -> list[Call]:
    """The calls of a log that succeeded, in the order in which they returned."""
    calls = []
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if cut := _BEGUN.match(line):
                begun[cut[1]] = f"{cut[1]} {cut[2]}({cut[3]}"
                continue
            if rest := _RESUMED.match(line):
                line = begun.pop(rest[1]) + rest[3]  # noqa: PLW2901  (one call, told in two lines)
            if (whole := _WHOLE.match(line)) and int(whole[4]) >= 0:
                calls.append(Call(whole[2], tuple(whole[3].split(", ")), int(whole[4])))
    return calls
