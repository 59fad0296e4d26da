"""Where a vault's file may stand: in our own folder, a plain file of our own."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from integrate.vault.errors import ForeignOwner, NotAVault, NoVault

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NEW = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
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
    if found.st_nlink != 1:
        raise NotAVault(path, "second_name")
    if _POSIX and found.st_uid != os.geteuid():
        raise ForeignOwner(path, "file")
    check_folder(path.parent)
    if found.st_size == 0:
        raise NotAVault(path, "empty")


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


def tighten(path: Path) -> None:
    """Take an empty file of our own from everybody else, before anything is written in it.

    A file that is tight already isn't opened: SQLite may hold it in this process, and closing a
    descriptor of ours would drop its locks.

    Raises:
        OSError: if the system doesn't let us.
    """
    if not is_loose(path):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        os.fchmod(descriptor, stat.S_IRUSR | stat.S_IWUSR)
    finally:
        os.close(descriptor)


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
