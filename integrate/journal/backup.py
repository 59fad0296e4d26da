"""Backups: making one, knowing where they lie, and keeping as many as are of use."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from os.path import expanduser, lexists
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from integrate.domain.retention import superseded
from integrate.journal.journal import Journal
from integrate.vault import Finding, VaultError, VaultExists

Progress = Callable[[int, int], None]

BEFORE: Final = "before-"
"""The kind of a copy that was made just before a restore."""
_DAMAGED: Final = "damaged-"
_NOTE: Final = "copies"
_FOLDERS: Final = "folders"
_BESIDE: Final = re.compile(r"\.(damaged|version)-\d+")
"""In the name of a file beside the journal that a repair or another version put aside."""
_STAMP: Final = "%Y-%m-%d-%H%M%S"
_STAMPED: Final = re.compile(r"-(before-|damaged-)?(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?\.vault")
_MOST: Final = 100
"""In one second; more is nobody's wish."""
_A_DAY: Final = timedelta(days=1)
_PATHS: Final = msgspec.json.Decoder(list[str])


class Backup(Struct, frozen=True, kw_only=True):
    """A backup that was made."""

    path: Path
    damaged: int = 0
    """Records in it that cannot be read, because they cannot be read in the journal either."""
    findings: tuple[Finding, ...] = ()
    """What is not as it was left, in the journal and so in the copy."""
    removed: tuple[Path, ...] = ()
    """Older ones that this one made superfluous."""

    @property
    def whole(self) -> bool:
        """Whether it can stand in for the journal, with nothing missing."""
        return not self.damaged and not self.findings


def folder_for(journal: Path, configured: str) -> Path:
    """Where backups go: where the settings say, or beside the journal.

    Args:
        journal: the journal's file.
        configured: the folder in the settings; empty while none was chosen.
    """
    # Unlike Path.expanduser, this leaves a home folder alone that is nobody's.
    home = expanduser(configured)  # noqa: PTH111
    folder = Path(home) if configured else journal.parent / "backups"
    return folder.absolute()


def backup(
    journal: Journal, folder: Path, now: datetime, *, progress: Progress | None = None
) -> Backup:
    """Makes a backup in the folder, named after this moment; takes older ones away that may go.

    One that is not whole is named so, and takes nothing away but others that are not whole.

    Args:
        journal: the open journal.
        folder: where backups go.
        now: aware.
        progress: told how many pages of how many are copied; may raise, to stop.

    Raises:
        VaultError: if it cannot be made; the journal is as it was.
    """
    stem = journal.vault.path.stem
    target = free_name(folder, stem, now)
    copied = journal.vault.backup(target, progress)
    _remember_folder(journal, folder)
    if not copied.whole:
        target = _renamed(target, free_name(folder, stem, now, _DAMAGED))
    return Backup(
        path=target,
        damaged=copied.damaged,
        findings=copied.findings,
        removed=tuple(_take_away_old(journal, folder, target)),
    )


def backup_to(journal: Journal, target: Path, *, progress: Progress | None = None) -> Backup:
    """Makes a backup as this very file, and remembers where it lies.

    Raises:
        VaultError: if something stands there, or it cannot be made.
    """
    target = target.absolute()
    copied = journal.vault.backup(target, progress)
    remember(journal, [*elsewhere(journal), target])
    return Backup(path=target, damaged=copied.damaged, findings=copied.findings)


def is_time(journal: Journal, folder: Path, now: datetime) -> bool:
    """Whether none was made in the last day, and there is something to keep.

    One from the future does not count: the clock was wrong then, or is now.
    """
    if not (journal.entries or journal.sessions or journal.people.people):
        return False
    day = (now.replace(tzinfo=None) - _A_DAY, now.replace(tzinfo=None))
    return not any(
        day[0] < each.when.replace(microsecond=0) <= day[1] and is_surely_ours(journal, each.path)
        for each in _stamped(folder, journal.vault.path.stem)
        if each.kind != BEFORE
    )


def known(journal: Journal, folder: Path) -> Sequence[Path]:
    """Every copy of this journal that is known, the newest of the folder first.

    Those in folders that were used before come too, and those that a repair left beside the
    journal. What was made elsewhere is named even where it cannot be reached now; of a folder that
    cannot be reached, such as a stick, the folder itself.
    """
    stem = journal.vault.path.stem
    once = _paths(journal, _FOLDERS)
    named = [
        made.path
        for each in dict.fromkeys((folder, folder_for(journal.vault.path, ""), *once))
        for made in sorted(_stamped(each, stem), key=_age, reverse=True)
    ]
    named += _left_beside(journal.vault.path)
    ours = [path for path in named if _is_ours(journal, path)]
    ours += (path for path in elsewhere(journal) if not is_living(journal, path))
    away = (each for each in once if not os.path.isdir(each))  # noqa: PTH112 - never raises
    return list(dict.fromkeys((*ours, *away)))


def elsewhere(journal: Journal) -> Sequence[Path]:
    """Where copies were made that are not in a folder for backups."""
    return _paths(journal, _NOTE)


def _paths(journal: Journal, name: str) -> Sequence[Path]:
    note = journal.vault.read_note(name)
    try:
        return [Path(os.fsdecode(bytes.fromhex(each))) for each in _PATHS.decode(note or b"[]")]
    except ValueError:  # an earlier version may have left it
        return []


def _keep_paths(journal: Journal, name: str, paths: Sequence[Path]) -> None:
    """As bytes: a name may hold any, and not all of them are text."""
    journal.vault.keep_note(name, sorted({os.fsencode(path).hex() for path in paths}))


def _remember_folder(journal: Journal, folder: Path) -> None:
    """So that what lies there is still known when another one is chosen."""
    once = _paths(journal, _FOLDERS)
    if folder not in once:
        _keep_paths(journal, _FOLDERS, [*once, folder])


def _left_beside(journal: Path) -> Iterator[Path]:
    """What was put aside when the journal was repaired or brought up to another version."""
    with suppress(OSError):
        for path in sorted(journal.parent.iterdir()):
            if (
                path.suffix == journal.suffix
                and path.stem.startswith(journal.stem)
                and _BESIDE.fullmatch(path.stem[len(journal.stem) :])
            ):
                yield path


def newest_whole(journal: Journal, folder: Path) -> Path | None:
    """The newest known copy in which everything can be read, under the present key.

    Reads as many copies as it takes: for when something is damaged.
    """
    for path in known(journal, folder):
        try:
            if journal.vault.look_at(path).whole:
                return path
        except VaultError:
            continue
    return None


def newest_named(folder: Path, stem: str) -> Path | None:
    """The newest backup in the folder by its name, unread: for where the journal does not open.

    Args:
        folder: where backups go.
        stem: the journal's own name, without its ending.
    """
    made = (each for each in _stamped(folder, stem) if each.kind != _DAMAGED)
    newest = max(made, key=_age, default=None)
    return newest.path if newest else None


def remember(journal: Journal, paths: Sequence[Path]) -> None:
    """Keeps where copies lie that are not in the folder for backups; sealed, on this machine."""
    _keep_paths(journal, _NOTE, paths)


def is_living(journal: Journal, path: Path) -> bool:
    """Whether it is the journal's own file, under whatever name."""
    try:
        return path.samefile(journal.vault.path)
    except OSError:
        return False


def _is_ours(journal: Journal, path: Path) -> bool:
    """Whether it is a copy of this journal; one that cannot be opened may well be."""
    if is_living(journal, path):
        return False
    try:
        return journal.vault.is_copy(path)
    except VaultError:
        return True


def free_name(folder: Path, stem: str, now: datetime, kind: str = "") -> Path:
    """A name for a copy that is made now.

    Args:
        folder: where it goes.
        stem: the journal's own name, without its ending.
        now: aware.
        kind: what sort of copy it is, if it is not a usual one.

    Raises:
        VaultExists: if there are a hundred of this second already.
    """
    beginning = f"{stem}-{kind}{now.strftime(_STAMP)}"
    names = (f"{beginning}{f'-{n}' if n > 1 else ''}.vault" for n in range(1, _MOST + 1))
    free = next((folder / name for name in names if not lexists(folder / name)), None)
    if free is None:
        raise VaultExists(folder / f"{beginning}.vault")
    return free


def _renamed(path: Path, better: Path) -> Path:
    """Where it is then: a name is not worth losing the copy for."""
    try:
        return path.rename(better)
    except OSError:
        return path


class _Stamped(Struct, frozen=True, kw_only=True):
    """A file that bears the name of a copy."""

    path: Path
    kind: str
    when: datetime
    """Naive, as the clock on the wall said; its microseconds count those of one second."""


def _age(stamped: _Stamped) -> datetime:
    return stamped.when


def _stamped(folder: Path, stem: str) -> Iterator[_Stamped]:
    """The copies in a folder by their names, which tell when they were made."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if path.name.startswith(stem) and (found := _STAMPED.fullmatch(path.name[len(stem) :])):
            kind, stamp, number = found.groups()
            with suppress(ValueError, OverflowError):
                second = datetime.strptime(stamp, _STAMP)  # noqa: DTZ007 - as the name says
                when = second.replace(microsecond=int(number or 0))
                yield _Stamped(path=path, kind=kind or "", when=when)


def _take_away_old(journal: Journal, folder: Path, fresh: Path) -> Iterator[Path]:
    """Only what is surely a copy of this journal, under its present key, ever goes.

    Those that are whole and those that are not are counted apart, so that a journal that was
    damaged for a while has pushed nothing out; and what was made before a restore stays.
    """
    all_made = list(_stamped(folder, journal.vault.path.stem))
    kind = next((each.kind for each in all_made if each.path == fresh), BEFORE)
    made = {
        each.when: each.path
        for each in all_made
        if each.kind == kind != BEFORE and is_surely_ours(journal, each.path)
    }
    for when in sorted(superseded(made)):
        # After the clock was set back the newest one may look like an old one.
        if made[when] != fresh:
            with suppress(OSError):
                made[when].unlink()
                yield made[when]


def is_surely_ours(journal: Journal, path: Path) -> bool:
    """Whether it is a copy of this journal under its present key, and not its own file."""
    try:
        return not is_living(journal, path) and journal.vault.is_copy(path)
    except VaultError:
        return False
