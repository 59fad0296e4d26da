"""The library in lines: sets and questionnaires by number, or by a part of their title."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from integrate.journal.bring_in import NotRight, bring_in, look_over, replaces
from integrate.journal.described import Line, all_asked, described, described_set, facts, set_of
from integrate.journal.give_out import NotGiven, give_out
from integrate.journal.sets import CannotKeep, remove_set
from integrate.journal.shelf import SECTIONS, Book, beside, shelf, with_words
from integrate.journal.tender import rests_first
from integrate.library import BadFile, NoSuchSet
from integrate.plain.agreeing import agrees
from integrate.plain.aloud import unmarked
from integrate.plain.commands import Command, heard
from integrate.plain.here import Here
from integrate.plain.menu import choose, numbered
from integrate.plain.opening import begin_set
from integrate.plain.paths import ask_path
from integrate.text import clean
from integrate.words import say

Way = tuple[str, Callable[[], bool]]
"""What a line of a menu says, and what it does; that says whether to leave the library."""


def library(here: Here) -> None:
    """Lists what there is, and opens one after another until the person goes back or begins one.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if the journal cannot be read or written.
    """
    words = ""
    while True:
        here.journal.refresh()
        books = shelf(here.journal, here.clock())
        some = with_words(books, words)
        if words:
            here.talk.say("", say("shelf.plain.found" if some else "shelf.plain.none"))
        ways = list(_ways(here, some or books))
        here.talk.say(*_listed(here, some or books, [label for label, _ in ways]))
        line = heard(here.talk)
        if line is None or isinstance(line, Command) or not line.strip():
            return
        words, way = _chosen(line.strip(), ways)
        only = with_words(books, words) if words else ()
        if len(only) == 1:
            words, way = "", partial(_open, here, only[0])
        if way is not None and way():
            return


def _chosen(word: str, ways: Sequence[Way]) -> tuple[str, Callable[[], bool] | None]:
    """The words to look for, or what to do. A number that is part of a title is a number first."""
    if word.isdecimal() and 1 <= int(word) <= len(ways):
        return "", ways[int(word) - 1][1]
    return word, None


def _ways(here: Here, books: Iterable[Book]) -> Iterator[Way]:
    for section in SECTIONS:
        for each in books:
            if each.section == section:
                yield _row(each), partial(_open, here, each)
    if not rests_first(here.journal, here.clock()):
        yield say("shelf.plain.import"), partial(_bring_in, here)
    yield say("shelf.plain.back"), lambda: True


def _listed(here: Here, books: Sequence[Book], labels: Sequence[str]) -> Iterator[str]:
    """The numbered lines, with each section's name before its first."""
    lines = iter(numbered(labels))
    yield from ("", say("shelf.title"))
    if rests_first(here.journal, here.clock()):
        yield say("shelf.tender.says" if books else "shelf.tender.none")
    for section in SECTIONS:
        some = [each for each in books if each.section == section]
        if some:
            yield say(f"shelf.{section}")
            yield from (next(lines) for _ in some)
    yield from lines
    yield say("shelf.plain.how")


def _row(book: Book) -> str:
    if not book.minutes:
        return say("shelf.plain.row.short", title=book.title, line=book.line)
    minutes = say("shelf.row.minutes", count=book.minutes)
    return say("shelf.plain.row", title=book.title, minutes=minutes, line=book.line)


# --- one of them


def _open(here: Here, book: Book) -> bool:
    """What it is, and what can be done with it; says whether to leave the library."""
    try:
        lines = tuple(described(here.journal, book, here.clock()))
    except (BadFile, NoSuchSet) as gone:
        here.talk.say(str(gone))
        return False
    here.talk.say("", book.title, beside(book), *_told(facts(lines)))
    while True:
        here.talk.say("")
        ways = [*_deeds(here, book, lines), (say("shelf.plain.back"), lambda: True)]
        chosen = choose(here.talk, [label for label, _ in ways], fallback=len(ways) - 1)
        if chosen is None or isinstance(chosen, Command) or chosen == len(ways) - 1:
            return False
        if chosen == 0 and book.ready:
            return ways[0][1]()
        if ways[chosen][1]():
            return False


def _deeds(here: Here, book: Book, lines: Sequence[Line]) -> Iterator[Way]:
    """What can be done with it; each says whether to go back to the list."""
    if book.ready:
        yield say("shelf.plain.begin"), partial(_begin, here, book)
    if book.state != "unread":
        yield say("shelf.plain.preview"), partial(_preview, here, book)
    why = lines[len(facts(lines)) :]
    if why:
        yield say("shelf.plain.why"), partial(_say, here, _told(why))
    if book.section == "yours" and not rests_first(here.journal, here.clock()):
        yield say("shelf.plain.export"), partial(_give_out, here, book)
        yield say("shelf.plain.remove"), partial(_remove, here, book)


def _told(lines: Iterable[Line]) -> list[str]:
    return list(chain.from_iterable((unmarked(each.text), *[""] * each.gap) for each in lines))


def _say(here: Here, lines: Sequence[str]) -> bool:
    here.talk.say("", *lines)
    return False


def _begin(here: Here, book: Book) -> bool:
    try:
        begin_set(here, book.id)
    except (BadFile, NoSuchSet) as gone:
        here.talk.say(str(gone))
        return False
    return True


def _preview(here: Here, book: Book) -> bool:
    from integrate.journal.preview import preview  # only for those who look
    from integrate.plain.preview import walk_through

    found = None
    try:
        found = set_of(here.journal, book)
    except (BadFile, NoSuchSet) as gone:
        here.talk.say(str(gone))
    if found is None or not found.prompt:
        here.talk.say(say("shelf.preview.cannot"))
        return False
    previewed = preview(
        found,
        here.journal.library,
        here.clock(),
        measure=book.section == "measures",
        people=here.journal.people,
    )
    walk_through(here.talk, previewed, here.country)
    return False


# --- to and from files


def _bring_in(here: Here) -> bool:
    """Asks for a file, says what it holds, and keeps it after a yes."""
    path = ask_path(here.talk, say("shelf.import.ask"), say("shelf.import.says"))
    if path is None:
        return False
    try:
        arrived = look_over(here.journal, path)
    except NotRight as wrong:
        here.talk.say(str(wrong), *map(str, wrong.findings))
        return False
    except (CannotKeep, *_NO_PATH) as wrong:
        here.talk.say(_why(wrong))
        return False
    about = facts(tuple(described_set(arrived.set, here.journal.library)))
    here.talk.say("", arrived.set.title, *_told((*about, *all_asked(arrived.set))))
    told = replaces(arrived)
    here.talk.say(*filter(None, (told, say("shelf.import.look"))))
    keep = say("own.import.replace" if told else "own.import.keep")
    if not agrees(here.talk, keep, say("own.import.leave")):
        return False
    try:
        kept = bring_in(here.journal, arrived, here.clock())
    except CannotKeep as cannot:
        here.talk.say(str(cannot))
    else:
        here.talk.say(say("shelf.import.kept", title=kept.title))
    return False


def _give_out(here: Here, book: Book) -> bool:
    path = ask_path(here.talk, say("shelf.export.ask"), say("shelf.export.says"))
    if path is None:
        return False
    try:
        made = give_out(here.journal, book.id, path)
    except (NotGiven, BadFile, NoSuchSet, *_NO_PATH) as error:
        here.talk.say(_why(error))
    else:
        here.talk.say(say("cli.new_file.written", file=clean(str(made), one_line=True)))
    return False


def _remove(here: Here, book: Book) -> bool:
    here.talk.say(say("shelf.remove.ask", title=book.title), say("own.remove.before"))
    if not agrees(here.talk, say("own.remove.yes"), say("own.remove.no")):
        return False
    try:
        gone = remove_set(here.journal, book.id)
    except NoSuchSet as none:
        here.talk.say(str(none))
    else:
        here.talk.say(say("own.remove.done", title=gone.title))
    return True


_NO_PATH = (OSError, RuntimeError, ValueError)
"""No home folder for `~`, or letters that no path can have."""


def _why(error: Exception) -> str:
    known = isinstance(error, (CannotKeep, NotGiven, BadFile, NoSuchSet))
    return str(error) if known else say("shelf.path.cannot")
