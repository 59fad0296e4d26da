"""Reading everything, and saying of each thing that cannot be read what it is."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from integrate.journal.backup import Progress
from integrate.journal.journal import Journal
from integrate.vault import Checked, Damaged, Look


class Broken(Struct, frozen=True, kw_only=True):
    """One record that cannot be read."""

    rid: str
    """Its name in the file, in hex."""
    entry: str | None
    """Whose it is; `None` for a draft."""
    title: str = ""
    """The entry's title, where another wording of it can be read."""
    when: datetime | None = None
    draft: bool = False


class Report(Struct, frozen=True, kw_only=True):
    """All that was found."""

    checked: Checked
    broken: tuple[Broken, ...]
    """Records and drafts that cannot be read or understood."""
    read_only: bool
    loose: bool
    """Whether other users of the computer may read the file."""

    @property
    def ok(self) -> bool:
        """Whether everything can be read and is as it was left."""
        return self.checked.ok and not self.broken and not self.read_only


def check(journal: Journal, *, progress: Progress | None = None) -> Report:
    """Reads every record, slot and page of the journal's file.

    Args:
        journal: the open journal.
        progress: told how many records of how many were read; may raise, to stop.

    Raises:
        VaultError: if the file cannot be read at all.
    """
    checked = journal.vault.check(progress)
    journal.read(None if progress is None else _still(progress, checked.records))
    drafts = set(checked.damaged_drafts)
    return Report(
        checked=checked,
        broken=tuple(_broken(journal, each, drafts) for each in journal.damaged),
        read_only=journal.vault.read_only,
        loose=journal.vault.loose_modes,
    )


def _still(progress: Progress, most: int) -> Look:
    """The headings are read once more after all of it was: quick, and still to be stopped."""

    def look(_rid: bytes, _revision: object, _words: object) -> None:
        progress(most, most)

    return look


def set_aside(journal: Journal, now: datetime) -> tuple[int, Path]:
    """Moves what cannot be read into a file beside the journal, and takes the rest as it is.

    Returns:
        How many records were moved, and the file, which is there only if there were any.

    Raises:
        NotSetAside: if that file cannot be written; then everything stays.
        VaultError: if the journal cannot be written.
    """
    path = journal.vault.path
    target = path.with_name(f"{path.stem}-aside-{now:%Y-%m-%d-%H%M%S}.json")
    moved = journal.vault.set_aside(target)
    journal.read()
    return moved, target


def _broken(journal: Journal, damaged: Damaged, drafts: set[str]) -> Broken:
    if damaged.entity is None or damaged.rid in drafts:
        return Broken(rid=damaged.rid, entry=None, draft=True)
    heading = journal.earlier_heading(damaged.entity)
    return Broken(
        rid=damaged.rid,
        entry=damaged.entity,
        title=heading.title if heading else "",
        when=heading.when if heading else None,
    )
