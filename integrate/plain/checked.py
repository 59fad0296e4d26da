"""What checking the journal found, as lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from integrate.journal.backup import newest_whole
from integrate.journal.check import Broken, Report, check
from integrate.journal.journal import Journal
from integrate.plain.days import day_in_words
from integrate.plain.here import Here
from integrate.text import clean
from integrate.vault import Checked
from integrate.words import say

_LOCKS: Final = ("passphrase", "recovery", "keyring")


def check_now(here: Here) -> None:
    """Reads everything, and says what was found.

    Raises:
        VaultError: if the file cannot be read at all.
    """
    here.talk.say(say("check.reading"))
    found = check(here.journal)
    whole = None
    if is_damaged(found) and here.backups is not None:
        whole = newest_whole(here.journal, here.backups)
    here.talk.say(*report_lines(here.journal, found, whole))


def is_damaged(found: Report) -> bool:
    """Whether something is not as it was left. A file that cannot be written in is no damage."""
    return bool(found.broken) or not found.checked.ok


def report_lines(journal: Journal, found: Report, whole: Path | None) -> list[str]:
    """All of it, and what to do next.

    Args:
        journal: the open journal.
        found: what checking found.
        whole: the newest backup that is whole, where one is needed and known.
    """
    return [clean(line) for line in _report(journal, found, whole)]


def _report(journal: Journal, found: Report, whole: Path | None) -> Iterator[str]:
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
        yield say("cli.loose", path=clean(str(journal.vault.path), one_line=True))
    if damaged:
        yield from _what_helps(found, whole)


def _locks(checked: Checked) -> Iterator[str]:
    for lock in checked.locks:
        kind = say(f"check.lock.{lock.kind if lock.kind in _LOCKS else 'unknown'}")
        yield say("check.lock.whole" if lock.whole else "check.lock.damaged", lock=kind)


def _broken(each: Broken) -> str:
    if each.draft:
        return say("check.broken.draft")
    if not each.title or each.when is None:
        return say("check.broken.unknown", id=each.rid[:8])
    return say("check.broken.page", title=each.title, day=day_in_words(each.when))


def _what_helps(found: Report, whole: Path | None) -> Iterator[str]:
    """What still works, and what to do."""
    checked = found.checked
    if not checked.pages:
        yield say("check.still")
    if any(not lock.whole for lock in checked.locks):
        yield say("check.mend_lock")
    if not (found.broken or checked.findings or checked.pages):
        return
    if whole is None:
        yield say("check.no_backup")
    else:
        yield say("check.backup", path=clean(str(whole), one_line=True))
    if not checked.pages:
        yield say("check.aside" if found.broken else "check.accept")
