"""A disk that may lose power: what has surely reached it, and what may have.

A file's bytes are sure once the file was synced, and its name once its folder was. Until then any
part of them may be missing after a power cut: each write wholly, or in any of its sectors of 512
bytes; each name that was made, taken away or changed. What was written before one sync is never
mixed up with what came before an earlier one.
"""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from .tracing import Call

SECTOR = 512
Files = dict[str, tuple[int, bytes]]
"""What stands on a disk, by path below its root: which file it is, and what it holds. One file may
have two names."""


class _File:
    """The bytes of one file, whatever its name is."""

    def __init__(self, content: bytes = b"") -> None:
        self.sure = content
        self.now = bytearray(content)
        self.unsure: list[tuple[int, bytes | None]] = []
        """Since the last sync: bytes at an offset, or `None` for a new length."""

    def write(self, offset: int, data: bytes) -> None:
        _put(self.now, offset, data)
        self.unsure.append((offset, data))

    def truncate(self, length: int) -> None:
        _cut(self.now, length)
        self.unsure.append((length, None))

    def sync(self) -> None:
        self.sure = bytes(self.now)
        self.unsure.clear()

    def cut_off(self, source: random.Random) -> bytes:
        """The content after a power cut."""
        keeps = source.choice((_all, _none, _some, _first, _torn))
        content = bytearray(self.sure)
        for offset, data in keeps(self.unsure, source):
            if data is None:
                _cut(content, offset)
            else:
                _put(content, offset, data)
        return bytes(content)


Change = tuple[int, bytes | None]


def _all(unsure: list[Change], _: random.Random) -> Iterator[Change]:
    yield from unsure


def _none(_: list[Change], __: random.Random) -> Iterator[Change]:
    yield from ()


def _some(unsure: list[Change], source: random.Random) -> Iterator[Change]:
    yield from (each for each in unsure if source.random() < 0.5)


def _first(unsure: list[Change], source: random.Random) -> Iterator[Change]:
    yield from unsure[: source.randint(0, len(unsure))]


def _torn(unsure: list[Change], source: random.Random) -> Iterator[Change]:
    """Any sectors of any write; where one made the file longer, its length may come without it."""
    for offset, data in unsure:
        if data is None:
            yield offset, data
            continue
        if source.random() < 0.5:
            yield offset + len(data), b""
        at = 0
        while at < len(data):
            end = min(len(data), at + SECTOR - (offset + at) % SECTOR)
            if source.random() < 0.5:
                yield offset + at, data[at:end]
            at = end


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


_Names = dict[Path, "_File | None"]
"""`None` stands for a folder."""
_NameChange = tuple[Path, Callable[[_Names], None]]
"""The folder that it belongs to, and what it does."""


class Disk:
    """Everything below one folder, followed from call to call."""

    def __init__(self, root: Path) -> None:
        """Begins with what stands there, as if all of it had long been synced."""
        self.root = root.resolve()
        self._sure: _Names = {
            each: None if each.is_dir() else _File(each.read_bytes())
            for each in (self.root, *self.root.rglob("*"))
        }
        self._now = dict(self._sure)
        self._unsure: list[_NameChange] = []
        self._open: dict[int, tuple[Path, _File | None, int]] = {}

    # --- following

    def follow(self, call: Call) -> bool:
        """Take in one call; says whether it changed what may stand on the disk.

        Raises:
            AssertionError: if it is one that this disk can't follow.
        """
        handle = getattr(self, f"_do_{call.name}", None)
        if handle is not None:
            return bool(handle(call))
        assert not any(each.is_relative_to(self.root) for each in call.places()), call
        return False

    def _do_openat(self, call: Call) -> bool:
        path = call.path(1, 0)
        if not path.is_relative_to(self.root):
            return False
        flags = call.args[2]
        made = path not in self._now
        if made:
            file = _File()
            self._name(path.parent, lambda names: names.update({path: file}))
        entry = self._now[path]
        if entry is not None and "O_TRUNC" in flags and entry.now:
            entry.truncate(0)
            made = True
        end = len(entry.now) if entry is not None and "O_APPEND" in flags else 0
        self._open[call.result] = (path, entry, end)
        return made

    def _do_close(self, call: Call) -> bool:
        self._open.pop(call.number(0), None)
        return False

    def _do_lseek(self, call: Call) -> bool:
        if of := self._open.get(call.number(0)):
            self._open[call.number(0)] = (*of[:2], call.result)
        return False

    def _do_dup(self, call: Call) -> bool:
        assert call.number(0) not in self._open, call
        return False

    def _do_write(self, call: Call) -> bool:
        of = self._open.get(call.number(0))
        if of is None or of[1] is None:
            return False
        of[1].write(of[2], call.data(1)[: call.result])
        self._open[call.number(0)] = (*of[:2], of[2] + call.result)
        return True

    def _do_pwrite64(self, call: Call) -> bool:
        file = self._of(call.number(0))
        if file is None:
            return False
        file.write(call.number(3), call.data(1)[: call.result])
        return True

    def _do_ftruncate(self, call: Call) -> bool:
        file = self._of(call.number(0))
        if file is None:
            return False
        file.truncate(call.number(1))
        return True

    def _do_fsync(self, call: Call) -> bool:
        of = self._open.get(call.number(0))
        if of is None:
            return False
        folder, file, _ = of
        if file is not None:
            file.sync()
            return True
        for each in [each for each in self._unsure if each[0] == folder]:
            each[1](self._sure)
            self._unsure.remove(each)
        return True

    _do_fdatasync = _do_fsync

    def _do_unlink(self, call: Call) -> bool:
        return self._forget(call.path(0))

    def _do_unlinkat(self, call: Call) -> bool:
        return self._forget(call.path(1, 0))

    def _do_mkdir(self, call: Call) -> bool:
        path = call.path(0)
        if not path.is_relative_to(self.root):
            return False
        self._name(path.parent, lambda names: names.update({path: None}))
        return True

    def _do_link(self, call: Call) -> bool:
        return self._link(call.path(0), call.path(1))

    def _do_linkat(self, call: Call) -> bool:
        return self._link(call.path(1, 0), call.path(3, 2))

    def _do_rename(self, call: Call) -> bool:
        return self._rename(call.path(0), call.path(1))

    def _do_renameat(self, call: Call) -> bool:
        return self._rename(call.path(1, 0), call.path(3, 2))

    _do_renameat2 = _do_renameat

    def _forget(self, path: Path) -> bool:
        if path not in self._now:
            return False
        self._name(path.parent, lambda names: names.pop(path, None))
        return True

    def _link(self, old: Path, new: Path) -> bool:
        if not new.is_relative_to(self.root):
            return False
        file = self._now[old]
        self._name(new.parent, lambda names: names.update({new: file}))
        return True

    def _rename(self, old: Path, new: Path) -> bool:
        if not new.is_relative_to(self.root):
            return False
        assert old.parent == new.parent, "a name that moves between folders isn't followed"
        file = self._now[old]

        def change(names: _Names) -> None:
            names.pop(old, None)
            names[new] = file

        self._name(new.parent, change)
        return True

    def _name(self, folder: Path, change: Callable[[_Names], None]) -> None:
        change(self._now)
        self._unsure.append((folder, change))

    def _of(self, descriptor: int) -> _File | None:
        of = self._open.get(descriptor)
        return of[1] if of else None

    # --- looking

    def now(self) -> Files:
        """What a program sees: also what a killed one leaves."""
        return self._files(self._now, lambda file: bytes(file.now))

    def cut_off(self, source: random.Random) -> Files:
        """One of the disks that a power cut may leave at this moment."""
        names = dict(self._sure)
        keeps = source.choice((_all, _none, _some, _first))
        for _, change in keeps(self._unsure, source):
            change(names)
        return self._files(names, lambda file: file.cut_off(source))

    def _files(self, names: _Names, content: Callable[[_File], bytes]) -> Files:
        """Those of which every folder on the way is there too."""
        contents: dict[int, bytes] = {}
        numbers: dict[int, int] = {}
        files = {}
        for path, file in sorted(names.items()):
            above = [each for each in path.parents if each.is_relative_to(self.root)]
            if file is not None and all(each in names for each in above):
                if id(file) not in contents:
                    contents[id(file)] = content(file)
                    numbers[id(file)] = len(numbers)
                files[str(path.relative_to(self.root))] = (numbers[id(file)], contents[id(file)])
        return files


def lay_down(files: Files, root: Path) -> None:
    """Make these files, for us alone."""
    made: dict[int, Path] = {}
    for name, (number, content) in files.items():
        path = root / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if number in made:
            path.hardlink_to(made[number])
            continue
        made[number] = path
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)


def is_as(files: Files, root: Path) -> bool:
    """Whether exactly this stands below a folder."""
    stands = {
        str(each.relative_to(root)): each.read_bytes() for each in root.rglob("*") if each.is_file()
    }
    return stands == {name: content for name, (_, content) in files.items()}
