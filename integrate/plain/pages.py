"""Choosing a page to read: the newest first, those that say some words, or only some of them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

from msgspec.structs import replace

from integrate.journal.about import CannotRead
from integrate.journal.contents import Listed
from integrate.journal.narrow import Facets, Wish, facets, narrow
from integrate.journal.narrow_said import choices, said_parts
from integrate.journal.search import Match, matches, search, wanted_in
from integrate.journal.span import read_span
from integrate.plain.commands import heard
from integrate.plain.days import day_in_words
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.opened import open_page
from integrate.plain.questions import about_session
from integrate.words import say

_AT_ONCE: Final = 9
"""So many pages are offered at a time: one digit each, and few enough to remember."""
_CONTEXT: Final = 60
"""Letters around what was found: a line that is heard has to be short."""

_Choice = tuple[str, str]
"""A page's id, and how it reads in a list."""


def read_a_page(here: Here) -> None:
    """Offers the pages, newest first, a few at a time; reads the chosen one."""
    if not here.journal.entries:
        here.talk.say(say("journal.empty"))
        return
    wish: Wish | None = Wish()
    while wish is not None:
        wish = _among(here, wish)


def _among(here: Here, wish: Wish) -> Wish | None:
    """Offers the pages that are wished for; gives the next wish, or `None` when that was all."""
    entries = narrow(here.journal, wish)
    wished = [said for _name, said in said_parts(here.journal, wish)]
    if wished:
        here.talk.say("", say("aloud.only", wished=", ".join(wished)))
    if not entries:
        here.talk.say(say("aloud.none"))
    searching: list[tuple[str, Callable[[], Wish | None]]] = [
        (say("aloud.search"), partial(_search, here, wish)),
        (say("aloud.narrow"), partial(_narrow, here, wish)),
    ]
    chosen = _offer(here, map(_named, entries), [label for label, _ in searching])
    if isinstance(chosen, str):
        open_page(here, chosen)
        return None
    return None if chosen is None else searching[chosen][1]()


def _named(listed: Listed) -> _Choice:
    day = day_in_words(listed.heading.when)
    return listed.id, say("plain.page", title=listed.heading.title, day=day)


def _offer(here: Here, pages: Iterator[_Choice], ways: Sequence[str]) -> str | int | None:
    """Offers pages a few at a time, and other ways beside them.

    Returns:
        A page's id, the place of another way, or `None` for none of them.
    """
    some = list(islice(pages, _AT_ONCE))
    while True:
        more = list(islice(pages, _AT_ONCE))
        older = [say("plain.pages.older")] if more else []
        labels = [label for _id, label in some]
        here.talk.say("", say("plain.pages"))
        chosen = choose(here.talk, [*labels, *older, *ways, say("plain.pages.none")])
        if not isinstance(chosen, int):
            return None
        if chosen < len(some):
            return some[chosen][0]
        beyond = chosen - len(some) - len(older)
        if beyond >= 0:
            return beyond if beyond < len(ways) else None
        some = more


# --- searching


def _search(here: Here, wish: Wish) -> Wish | None:
    """Asks for words, and offers the pages that say all of them."""
    here.talk.say("", say("found.ask"), say("found.how"))
    typed = heard(here.talk)
    if not isinstance(typed, str):
        return wish if typed is not None else None
    wanted = wanted_in(typed)
    if not wanted:
        here.talk.say(say("search.no_words"))
        return wish
    found = _found(here, wish, wanted)
    first = next(found, None)
    if first is None:
        here.talk.say(say("search.none"))
        return wish
    chosen = _offer(here, _chained(first, found), [say("aloud.all")])
    if isinstance(chosen, str):
        open_page(here, chosen)
        return None
    return None if chosen is None else wish


def _found(here: Here, wish: Wish, wanted: Sequence[str]) -> Iterator[_Choice]:
    """The pages that say it, each with a line of it, as they are found."""
    among = None if wish.empty else narrow(here.journal, wish)
    for lot in search(here.journal, wanted, among):
        for each in matches(here.journal, lot.found, wanted, width=_CONTEXT):
            yield each.row.id, _with_context(each)


def _chained(first: _Choice, others: Iterator[_Choice]) -> Iterator[_Choice]:
    yield first
    yield from others


def _with_context(match: Match) -> str:
    row = match.row
    page = say("plain.page", title=row.title, day=day_in_words(row.when))
    return say("aloud.found", page=page, context=match.context) if match.context else page


# --- narrowing down


def _narrow(here: Here, wish: Wish) -> Wish | None:
    """Asks which pages are wanted; gives the new wish, or the one before."""
    there = facets(here.journal)
    names = [name for name in ("session", "set", "tag") if choices(there, name)] + ["span"]
    back = [say("narrow.all")] if not wish.empty else []
    here.talk.say("", say("narrow.ask"))
    labels = [*(say(f"narrow.by.{name}") for name in names), *back, say("aloud.as_before")]
    chosen = choose(here.talk, labels)
    if not isinstance(chosen, int):
        return wish if chosen is not None else None
    if chosen < len(names):
        name = names[chosen]
        return _days(here, wish) if name == "span" else _one(here, wish, there, name)
    return Wish() if back and chosen == len(names) else wish


def _one(here: Here, wish: Wish, there: Facets, name: str) -> Wish | None:
    some = _named_choices(there, name)
    here.talk.say("", say(f"narrow.which.{name}"))
    chosen = choose(here.talk, [*(label for _value, label in some), say(f"narrow.any.{name}")])
    if not isinstance(chosen, int):
        return wish if chosen is not None else None
    return replace(wish, **{name: some[chosen][0] if chosen < len(some) else ""})


def _named_choices(there: Facets, name: str) -> list[_Choice]:
    """As elsewhere, but for the dot between a session's title and its day."""
    if name != "session":
        return choices(there, name)
    return [(each.id, about_session(each)) for each in there.sessions]


def _days(here: Here, wish: Wish) -> Wish | None:
    here.talk.say("", say("narrow.which.span"), say("narrow.days.how"))
    while True:
        typed = heard(here.talk)
        if not isinstance(typed, str):
            return wish if typed is not None else None
        if not typed.strip():
            return wish
        try:
            return replace(wish, span=read_span(typed, here.clock().date()))
        except CannotRead as cannot:
            here.talk.say(str(cannot))
            if not here.talk.live:
                return wish
