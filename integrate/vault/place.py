"""Where a vault's file may stand: in our own folder, a plain file of our own."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from os.path import lexists
from pathlib import Path
from threading import Lock

from integrate.machine import is_running
from integrate.vault.errors import ForeignOwner, NotAVault, NoVault

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NEW = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
_PARTIAL = ".partial"
_SQLITE = b"SQLite format 3\0"
_making: set[Path] = set()
"""What threads of this program are making now."""
_making_lock = Lock()
_POSIX = hasattr(os, "geteuid")
"""Elsewhere owners and modes mean nothing, and the user's profile folder is private already."""


def check_file(path: Path) -> None:
    """Refuse what isn't a plain file of our own. Looks at it from outside: opens nothing.

    Raises:
        NoVault: if nothing is there.
        NotAVault: if it is a folder, link, pipe or empty, or has a second name.
        ForeignOwner: if it or its folder is someone else's.
    """
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        raise NoVault(path) from None
    except OSError:
        raise NotAVault(path, "closed") from None
    if stat.S_ISLNK(found.st_mode):
        raise NotAVault(path, "link")
    if stat.S_ISDIR(found.st_mode):
        raise NotAVault(path, "directory")
    if not stat.S_ISREG(found.st_mode):
        raise NotAVault(path, "special")
    if found.st_nlink != 1 + _unfinished_names(path, found.st_nlink):
        raise NotAVault(path, "second_name")
    if _POSIX and found.st_uid != os.geteuid():
        raise ForeignOwner(path, "file")
    check_folder(path.parent)
    _check_beside(path)
    if found.st_size == 0:
        raise NotAVault(path, "empty")


def _check_beside(path: Path) -> None:
    """Refuse a pipe or the like where SQLite looks for its journal: it would wait there."""
    for beside in ("-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(path.with_name(path.name + beside).lstat().st_mode):
                raise NotAVault(path, "closed")


def check_copy(path: Path) -> None:
    """Refuse what isn't a plain file. A copy may lie anywhere, also on a disk of someone else's.

    Nothing in it is believed before its seals were opened.

    Raises:
        NoVault: if nothing is there.
        NotAVault: if it is a folder, pipe or empty.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NoVault(path) from None
    except OSError:
        raise NotAVault(path, "closed") from None
    if stat.S_ISDIR(found.st_mode):
        raise NotAVault(path, "directory")
    if not stat.S_ISREG(found.st_mode):
        raise NotAVault(path, "special")
    if found.st_size == 0:
        raise NotAVault(path, "empty")


def check_folder(folder: Path) -> None:
    """Refuse a folder in which someone else could put another file in the vault's place.

    Raises:
        ForeignOwner: if it isn't ours, or others may write in it.
    """
    found = folder.stat()
    if not _POSIX:
        return
    if found.st_uid != os.geteuid():
        raise ForeignOwner(folder, "folder")
    if found.st_mode & _OTHERS_WRITE:
        raise ForeignOwner(folder, "open")


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, for us alone, and see that they reach the disk."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        sync(each.parent)


def is_loose(path: Path) -> bool:
    """Whether others may read or change the file."""
    try:
        return _POSIX and bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False  # it is gone, and so nobody reads it


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """A name of its own under which a file is made before it is whole; nothing is left there."""
    with _making_lock:
        names = (f".{path.name}.{n}.{os.getpid()}{_PARTIAL}" for n in count(1))
        partial = next(
            each for each in map(path.absolute().with_name, names) if each not in _making
        )
        _making.add(partial)
    try:
        yield partial
    finally:
        with suppress(OSError):
            partial.unlink()
        _making.discard(partial)


def clear_partials(folder: Path) -> None:
    """Take away what was cut short while it was made: the files of programs that have ended."""
    for left in folder.absolute().glob(f".*{_PARTIAL}*"):
        made = left.with_name(left.name.removesuffix("-journal"))
        number = made.name.removesuffix(_PARTIAL).rpartition(".")[2]
        if not made.name.endswith(_PARTIAL) or not number.isdecimal() or made in _making:
            continue
        with suppress(OSError):
            if not is_running(int(number)) and (made != left or _may_be_ours(left)):
                left.unlink()


def _may_be_ours(left: Path) -> bool:
    """Whether it is SQLite's, or nothing yet: other programs give such names to their files too."""
    if not stat.S_ISREG(left.lstat().st_mode):
        return False
    with left.open("rb") as file:
        return file.read(len(_SQLITE)) in {_SQLITE, bytes(len(_SQLITE)), b""}


def put_new(partial: Path, path: Path) -> None:
    """Give a file that is whole its name, where nothing stands, or an empty file of our own.

    Of two who do so at once, one wins.

    Raises:
        FileExistsError: if something stands there.
        OSError: if the system doesn't let us.
    """
    _lay_journal_aside(path)
    try:
        _link(partial, path)
    except FileExistsError:
        _make_way(path)
        _link(partial, path)
    try:
        sync(path.parent)
    except OSError:
        # It is there or it isn't; never there and called refused.
        with suppress(OSError):
            path.unlink()
        if not lexists(path):
            raise


def _link(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:
        # A disk without second names, such as a stick.
        if lexists(path):
            raise FileExistsError(path) from None
        partial.rename(path)
    else:
        with suppress(OSError):  # whoever opens the file takes the other name away
            partial.unlink()


def _make_way(path: Path) -> None:
    """Take an empty file away. It is looked at once nobody else can put another in its place.

    Raises:
        FileExistsError: if it isn't empty.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size:
        raise FileExistsError(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.empty")
    path.rename(aside)
    if aside.lstat().st_size:
        os.link(aside, path)
        aside.unlink()
        raise FileExistsError(path)
    aside.unlink()


def _lay_journal_aside(path: Path) -> None:
    """SQLite would play a journal that another file left behind into the new one."""
    journal = path.with_name(f"{path.name}-journal")
    number = 1
    if lexists(journal):
        while lexists(aside := path.with_name(f"{journal.name}.left-{number}")):
            number += 1
        journal.rename(aside)


def _unfinished_names(path: Path, names: int) -> int:
    """How many names it has under which a file of ours was made, where that was cut short.

    They are taken away, if the disk lets us.
    """
    if names == 1:
        return 0
    found = 0
    for other in path.parent.glob(f".*{_PARTIAL}"):
        with suppress(OSError):
            if other.name.startswith(f".{path.name}.") and other.samefile(path):
                found += 1
                other.unlink()
    return found


def claim(path: Path) -> None:
    """Make a new, empty file for us alone.

    Raises:
        OSError: if something is there, or the system doesn't let us.
    """
    os.close(os.open(path, _NEW, stat.S_IRUSR | stat.S_IWUSR))


def write_new(path: Path, content: bytes) -> None:
    """A new file for us alone, on the disk when this returns.

    Raises:
        OSError: if something is there, or the disk refuses; nothing is left then.
    """
    descriptor = os.open(path, _NEW, stat.S_IRUSR | stat.S_IWUSR)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        sync(path.parent)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def sync_file(path: Path) -> None:
    """See that a file's bytes reach the disk; only for files that no connection holds open.

    Raises:
        OSError: if the disk refuses.
    """
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """See that the names in a folder reach the disk.

    Raises:
        OSError: if the disk refuses.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
