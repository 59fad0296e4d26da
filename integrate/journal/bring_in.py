"""Bringing a set into the journal from a file: first looked over, then kept after a yes."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from integrate.domain.own_set import IMPORTED, OwnSet
from integrate.domain.prompt import PromptSet
from integrate.journal.journal import Journal
from integrate.journal.sets import CannotKeep, keep_set, own_set, see_that_id_is_free
from integrate.library import BadFile
from integrate.library.fill import filled
from integrate.library.intake import read_text
from integrate.library.read import set_from
from integrate.text import clean
from integrate.words import say


class NotRight(ValueError):
    """Something in the file needs a change first; nothing was kept."""

    def __init__(self, path: Path, findings: tuple[BadFile, ...]) -> None:
        super().__init__(say("own.import.not_right", file=clean(str(path), one_line=True)))
        self.findings = findings
        """All of it, each with its place."""


class Arrived(Struct, frozen=True, kw_only=True):
    """A set that could be kept."""

    path: Path
    """Where it was read."""
    set: PromptSet
    text: str
    """Read once: what is looked over is what is kept."""
    known: OwnSet | None
    """The person's own set whose place it would take."""


def look_over(journal: Journal, path: Path) -> Arrived:
    """The set in a file, with nothing wrong in it. Nothing is kept yet.

    Args:
        journal: the open journal.
        path: the file; a `~` stands for the home folder.

    Raises:
        NotRight: if anything in it needs a change.
        CannotKeep: if the person has this very set, or its id is that of a set or measure that
            came with the program.
    """
    from integrate.library.review import review_text  # slow to import

    path = path.expanduser()
    try:
        text = read_text(path)
    except BadFile as bad:
        raise NotRight(path, (bad,)) from bad
    found = review_text(path, text, journal.library.phase_tables())
    if found:
        raise NotRight(path, found)
    prompt_set = filled(set_from(path, text), journal.library.vocabulary())
    see_that_id_is_free(journal.library, prompt_set.id)
    known = own_set(journal, prompt_set.id)
    if known is not None and known.ready and known.text == text:
        raise CannotKeep(say("own.import.same", id=known.id))
    return Arrived(path=path, set=prompt_set, text=text, known=known)


def replaces(arrived: Arrived) -> str:
    """Which set of the person's own goes, where one does; empty where none does."""
    known = arrived.known
    if known is None:
        return ""
    key = "own.import.replaces" if known.ready else "own.import.replaces.draft"
    return say(key, title=known.title, old=known.version, new=arrived.set.set.version)


def bring_in(journal: Journal, arrived: Arrived, now: datetime) -> OwnSet:
    """Keeps it, also in the place of the one that the person was told of.

    Raises:
        CannotKeep: if there is another of its id meanwhile.
        VaultError: if it cannot be written.
    """
    return keep_set(
        journal,
        arrived.text,
        now,
        source=IMPORTED,
        replace=arrived.known is not None,
        name=arrived.path,
    )
