"""Beginning a set in lines, wherever it was found."""

from integrate.domain.phase import Place
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.plain.dialogue import Dialogue
from integrate.plain.here import Here
from integrate.plain.waiting import offer_same


def begin_set(here: Here, set_id: str, place: Place | None = None) -> None:
    """Begins a set, or a measure; a draft of the same one that waits is offered first.

    Args:
        here: the open journal, and somebody to talk with.
        set_id: which one.
        place: the phase that it was offered for; by default the one that holds now.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if the journal cannot be read or written.
    """
    if offer_same(here, set_id):
        return
    passage = begin(here.journal, set_id, here.clock(), place=place, language=here.language)
    Dialogue(here, passage, Keeper(here.journal)).run()
