"""A page that is read, and what can be done with it."""

from collections.abc import Callable

from integrate.journal.contents import Listed
from integrate.journal.edit import CannotEdit, rewordable
from integrate.journal.result_said import lines_of
from integrate.journal.show import NoSuchEntry, find, show
from integrate.plain.deleting import delete_page, may_be_deleted
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.page import entry_lines
from integrate.plain.reword import reword
from integrate.plain.tagging import change_tags
from integrate.plain.wordings import look_back
from integrate.vault import DamagedRecord
from integrate.words import say

_Way = tuple[str, Callable[[Here, Listed], object]]


def open_page(here: Here, entry: str) -> None:
    """Reads a page; whoever listens may then change it, tag it, look back or delete it.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if what is done cannot be written.
    """
    if not _read(here, entry) or not here.talk.live:
        return
    while (listed := _listed(here, entry)) is not None:
        ways = _ways(here, listed)
        here.talk.say()
        chosen = choose(
            here.talk, [*(label for label, _ in ways), say("delete.go_on")], fallback=len(ways)
        )
        if not isinstance(chosen, int) or chosen >= len(ways):
            return
        ways[chosen][1](here, listed)
        here.journal.refresh()


def _ways(here: Here, listed: Listed) -> list[_Way]:
    free = listed.heading.set is None
    ways: list[_Way] = []
    if free or rewordable(here.journal.words(listed)):
        ways.append((say("aloud.reword"), _reword))
    ways.append((say("aloud.tags"), change_tags))
    ways.append((say("aloud.wordings"), look_back))
    if may_be_deleted(here):
        ways.append((say("delete.this"), delete_page))
    return ways


def _reword(here: Here, listed: Listed) -> None:
    try:
        edited = reword(here, listed)
    except CannotEdit as refusal:
        here.talk.say(str(refusal))
        return
    if edited is None:
        return
    if edited.apart:
        here.talk.say(say("edit.apart", id=edited.entry.id[:8]))
    elif edited.beside:
        here.talk.say(say("aloud.beside"))
    else:
        here.talk.say(say("aloud.reworded" if edited.changed else "edit.same"))


def _read(here: Here, entry: str) -> bool:
    """Reads it aloud; says whether it could."""
    try:
        shown = show(here.journal, entry)
    except (DamagedRecord, NoSuchEntry) as error:
        here.talk.say(str(error))
        return False
    result = lines_of(here.journal, shown.entry)
    here.talk.say("", *entry_lines(shown, here.journal.library.phase_tables(), result))
    return True


def _listed(here: Here, entry: str) -> Listed | None:
    """As it is now; `None` once it is gone."""
    try:
        return find(here.journal, entry)
    except NoSuchEntry:
        return None
