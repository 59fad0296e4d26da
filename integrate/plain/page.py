"""An entry read back, as lines."""

from collections.abc import Iterator, Sequence

from integrate.domain.entry import Answered, Words
from integrate.domain.phase import PhaseTables
from integrate.journal.list_ import Row
from integrate.journal.saying import said_in_words, say_when
from integrate.journal.show import Shown
from integrate.plain.days import moment_in_words
from integrate.text import clean
from integrate.words import say


def entry_lines(shown: Shown, tables: PhaseTables, result: Sequence[str] = ()) -> list[str]:
    """Everything in one entry, each asked wording above its answer.

    Args:
        shown: the entry.
        tables: the two phase tables.
        result: what a measure's answers come to, line by line; it stands above them.
    """
    return [clean(line) for line in _entry(shown, tables, result)]


def _entry(shown: Shown, tables: PhaseTables, result: Sequence[str]) -> Iterator[str]:
    yield shown.row.title
    yield moment_in_words(shown.row.when)
    if place := place_in_words(shown.row, tables):
        yield place
    if shown.row.tags:
        yield say("tags.these", tags=", ".join(shown.row.tags))
    if worded := shown.entry.heading.worded:
        yield say("wordings.changed", when=moment_in_words(worded))
    if result:
        yield from ("", *result)
    yield from _words(shown.entry.words)
    for words in shown.also:
        yield from ("", say("entry.also"), say("entry.also.why"))
        yield from _words(words)


def words_lines(words: Words) -> list[str]:
    """What was said, without when and where."""
    return [clean(line) for line in _words(words)]


def place_in_words(row: Row, tables: PhaseTables) -> str:
    """The phase and the session that an entry belongs to; empty with none near."""
    phase = tables.named(row.phase) if row.phase else None
    name = phase.name if phase else ""
    if row.session is None:
        return name
    session = row.session.title or say_when(row.session)
    return say("lines.place", phase=name, session=session) if name else session


def _words(words: Words) -> Iterator[str]:
    if words.text:
        yield from ("", words.text)
    for each in words.answers:
        yield from _answer(each)
    if words.aside:
        yield from ("", say("entry.aside"), say("entry.aside.why"))
    for each in words.aside:
        yield from _answer(each)


def _answer(each: Answered) -> Iterator[str]:
    yield from ("", each.ask, said_in_words(each))
