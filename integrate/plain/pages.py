"""Choosing a page to read."""

from integrate.journal.list_ import list_
from integrate.journal.result_said import lines_of
from integrate.journal.show import find, show
from integrate.plain.commands import Command
from integrate.plain.days import day_in_words
from integrate.plain.deleting import offer_deletion
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.page import entry_lines
from integrate.vault import DamagedRecord
from integrate.words import say

_AT_ONCE = 9
"""So many pages are offered at a time: one digit each, and few enough to remember."""


def read_a_page(here: Here) -> None:
    """Offers the pages, newest first, a few at a time; reads the chosen one."""
    rows = list_(here.journal)
    if not rows:
        here.talk.say(say("journal.empty"))
    for begin in range(0, len(rows), _AT_ONCE):
        some = rows[begin : begin + _AT_ONCE]
        titles = [say("plain.page", title=row.title, day=day_in_words(row.when)) for row in some]
        if begin + _AT_ONCE < len(rows):
            titles.append(say("plain.pages.older"))
        here.talk.say("", say("plain.pages"))
        chosen = choose(here.talk, [*titles, say("plain.pages.none")])
        if chosen is None or isinstance(chosen, Command) or chosen == len(titles):
            return
        if chosen < len(some):
            _read(here, some[chosen].id)
            return


def _read(here: Here, entry_id: str) -> None:
    try:
        shown = show(here.journal, entry_id)
    except DamagedRecord as damaged:
        here.talk.say(str(damaged))
        return
    result = lines_of(here.journal, shown.entry)
    here.talk.say("", *entry_lines(shown, here.journal.library.phase_tables(), result), "")
    offer_deletion(here, find(here.journal, entry_id))
