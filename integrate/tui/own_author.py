"""Writing a set of one's own in the journal: it is kept there, sealed, and never in a file."""

import asyncio
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from integrate.clock import Clock
from integrate.domain.prompt import PromptSet
from integrate.journal.journal import Journal
from integrate.journal.sets import CannotKeep
from integrate.journal.write_set import as_written, write_set
from integrate.library.beginning import FIRST_ID
from integrate.library.manuscript import Manuscript, blank
from integrate.tui.screens.author import AuthorScreen, Saved
from integrate.vault import VaultError
from integrate.words import say

_MOST_NAMES: Final = 100
"""Names that are tried before it is given up."""


def author_of(journal: Journal, clock: Clock, set_id: str | None) -> AuthorScreen:
    """The page for writing a set.

    Args:
        journal: the open journal.
        clock: says what time it is.
        set_id: of the person's own; `None`: a new one.

    Raises:
        NoSuchSet: if it is not there any more.
        BadFile: if it cannot be read.
    """
    begun = blank() if set_id is None else Manuscript(now=as_written(journal, set_id))
    keeping = _Keeping(journal, clock, set_id)
    return AuthorScreen(
        begun,
        journal.library,
        clock,
        save=keeping.save,
        keep=keeping.keep,
        note=lambda: say("shelf.author.note"),
    )


class _Keeping:
    """Remembers under which id it was kept so far."""

    def __init__(self, journal: Journal, clock: Clock, set_id: str | None) -> None:
        self._journal = journal
        self._clock = clock
        self._id = set_id

    async def save(self, prompt_set: PromptSet) -> Saved:
        """Keeps it because the person said so."""
        try:
            kept = await asyncio.to_thread(
                write_set, self._journal, prompt_set, self._clock(), before=self._id
            )
        except (VaultError, CannotKeep) as error:
            return Saved(kept=False, says=str(error))
        self._id = kept.id
        return Saved(
            kept=True, says=say("shelf.author.kept" if kept.ready else "shelf.author.draft")
        )

    def keep(self, prompt_set: PromptSet) -> bool:
        """Keeps what is not saved when everything ends at once; it is gone on with another day.

        Where it has no name of its own yet, or one that another set has, it is kept under the next
        one that is free: locking must not wait for a name.
        """
        for name in self._names(prompt_set.id):
            named = replace(prompt_set, set=replace(prompt_set.set, id=name))
            try:
                kept = write_set(
                    self._journal, named, self._clock(), before=self._id, finished=False
                )
            except CannotKeep:
                continue
            except VaultError:
                return False
            self._id = kept.id
            return True
        return False

    def _names(self, own: str) -> Iterator[str]:
        yield from filter(None, (own, self._id))
        yield from (f"{own or FIRST_ID}-{number}" for number in range(2, _MOST_NAMES))
