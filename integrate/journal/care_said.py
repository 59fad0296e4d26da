"""What came of looking after the journal, in sentences: a backup, a check, a lock, a restore."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from integrate.journal.backup import Backup
from integrate.journal.check import Broken, Report
from integrate.journal.journal import Journal
from integrate.journal.locks import Changed
from integrate.journal.restore import Return
from integrate.journal.saying import say_day
from integrate.text import clean
from integrate.vault import Checked
from integrate.words import say

_LOCKS: Final = ("passphrase", "recovery", "keyring")
_IN_SETTINGS: Final = {
    "check.mend_lock": "settings.check.mend_lock",
    "check.backup": "settings.check.backup",
    "check.aside": "settings.check.aside",
    "check.accept": "settings.check.accept",
}
"""What helps, where it is read in the full screen: there it is a page, not a command."""


def path_lines(paths: Iterable[Path]) -> list[str]:
    """Each on a line of its own, set in a little."""
    return [say("care.path", path=_named(path)) for path in paths]


# --- a backup


def backup_lines(made: Backup, *, settings: bool = False) -> list[str]:
    """Where it is, and whether it is whole.

    Args:
        made: the backup.
        settings: whether it is read in the full screen, whose settings have what may help.
    """
    return list(_backup(made, settings=settings))


def _backup(made: Backup, *, settings: bool) -> Iterator[str]:
    if made.whole:
        yield say("backup.made", path=_named(made.path))
    else:
        yield say("backup.made.damaged", path=_named(made.path))
        if made.damaged:
            key = "backup.damaged.one" if made.damaged == 1 else "backup.damaged.some"
            yield say(key, count=made.damaged)
        yield from (finding.sentence for finding in made.findings)
        yield say("settings.check.damaged" if settings else "backup.check")
    if made.removed:
        yield say("backup.removed")
        yield from path_lines(made.removed)


# --- what opens it


def passphrase_lines(changed: Changed, *, first: bool) -> list[str]:
    """That the passphrase is another one now, and which backups know."""
    said = say("locks.passphrase.first" if first else "locks.passphrase.changed")
    missed = "locks.missed.code" if first else "locks.missed"
    return [said, *copies_lines(changed, missed)]


def code_lines(changed: Changed) -> list[str]:
    """That the code is another one now, and which backups know."""
    return [say("locks.code.changed"), *copies_lines(changed, "locks.missed.code")]


def gone_lines(changed: Changed) -> list[str]:
    """That there is no code any more, and which backups know."""
    return [say("locks.code.gone"), *copies_lines(changed, "locks.missed.code")]


def copies_lines(changed: Changed, missed: str) -> Iterator[str]:
    """Which backups open by the same now, and which could not be reached."""
    if changed.reached:
        key = "locks.reached.one" if len(changed.reached) == 1 else "locks.reached.some"
        yield say(key, count=len(changed.reached))
    if changed.missed:
        yield say(missed)
        yield from path_lines(changed.missed)


# --- a check


def is_damaged(found: Report) -> bool:
    """Whether something is not as it was left. A file that cannot be written in is no damage."""
    return bool(found.broken) or not found.checked.ok


def may_set_aside(found: Report) -> bool:
    """Whether one can go on without what cannot be read, or with the file as it stands."""
    return bool(found.broken or found.checked.findings) and not found.checked.pages


def report_lines(
    journal: Journal, found: Report, whole: Path | None, *, settings: bool = False
) -> list[str]:
    """All of it, and what to do next.

    Args:
        journal: the open journal.
        found: what checking found.
        whole: the newest backup that is whole, where one is needed and known.
        settings: whether it is read in the full screen, whose settings have what may help.
    """
    return [clean(line) for line in _report(journal, found, whole, settings=settings)]


def _report(
    journal: Journal, found: Report, whole: Path | None, *, settings: bool
) -> Iterator[str]:
    damaged = is_damaged(found)
    if not damaged:
        yield say("check.ok")
    yield say(
        "check.count",
        pages=len(journal.entries),
        sessions=len(journal.sessions),
        drafts=found.checked.drafts,
    )
    yield from _locks(found.checked)
    if found.broken:
        key = "check.broken.one" if len(found.broken) == 1 else "check.broken.some"
        yield say(key, count=len(found.broken))
        yield from map(_broken, found.broken)
    yield from (finding.sentence for finding in found.checked.findings)
    if found.checked.pages:
        yield say("check.pages")
    if found.read_only:
        yield say("vault.read_only")
    if found.loose:
        yield say("cli.loose", path=_named(journal.vault.path))
    if damaged:
        yield from _what_helps(found, whole, settings=settings)


def _locks(checked: Checked) -> Iterator[str]:
    for lock in checked.locks:
        kind = say(f"check.lock.{lock.kind if lock.kind in _LOCKS else 'unknown'}")
        yield say("check.lock.whole" if lock.whole else "check.lock.damaged", lock=kind)


def _broken(each: Broken) -> str:
    if each.draft:
        return say("check.broken.draft")
    if not each.title or each.when is None:
        return say("check.broken.unknown", id=each.rid[:8])
    return say("check.broken.page", title=each.title, day=say_day(each.when.date(), None))


def _what_helps(found: Report, whole: Path | None, *, settings: bool) -> Iterator[str]:
    """What still works, and what to do."""
    there = _IN_SETTINGS if settings else {each: each for each in _IN_SETTINGS}
    checked = found.checked
    if not checked.pages:
        yield say("check.still")
    if any(not lock.whole for lock in checked.locks):
        yield say(there["check.mend_lock"])
    if not (found.broken or checked.findings or checked.pages):
        return
    if whole is None:
        yield say("check.no_backup")
    else:
        yield say(there["check.backup"], path=_named(whole))
    if may_set_aside(found):
        yield say(there["check.aside" if found.broken else "check.accept"])


# --- a restore


def restored_lines(journal: Path, done: Return) -> list[str]:
    """What came back, what went, and where the journal is."""
    return list(_restored(journal, done))


def _restored(journal: Path, done: Return) -> Iterator[str]:
    restored = done.restored
    if restored.brought:
        key = "restore.one" if restored.brought == 1 else "restore.some"
        yield say(key, count=restored.brought)
    else:
        yield say("restore.nothing")
    if restored.taken:
        yield say("restore.taken", count=restored.taken)
    if done.before is not None:
        yield say("restore.before", path=_named(done.before))
    if restored.stayed:
        yield say("restore.stayed", count=restored.stayed)
    if restored.aside is not None:
        yield say("restore.aside", path=_named(restored.aside))
    if restored.locks:
        yield say("restore.locks")
    if restored.damaged:
        yield say("restore.damaged", count=restored.damaged)
    if restored.lost:
        yield say("restore.lost", count=restored.lost)
    yield from (finding.sentence for finding in restored.findings)
    yield say("restore.at", path=_named(journal))


def _named(path: Path) -> str:
    return clean(str(path), one_line=True)
