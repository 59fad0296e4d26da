"""An entry as parts to read: its heading, what was asked and said, and what was set aside."""

from collections.abc import Iterator, Sequence

from integrate.domain.entry import Answered, Words
from integrate.domain.phase import PhaseTables
from integrate.domain.prompt import Kind
from integrate.journal.saying import said_in_words
from integrate.journal.show import Shown
from integrate.tui.dates import say_moment
from integrate.tui.screens.entry_markdown import markdown_parts
from integrate.tui.screens.journal_rows import place_of
from integrate.tui.widgets.reading import Part
from integrate.words import say


def parts_of(shown: Shown, tables: PhaseTables, result: Sequence[Part] = ()) -> Sequence[Part]:
    """Everything that is read, in order; what a measure's answers come to stands above them."""
    return [*_heading(shown, tables), *result, *_words(shown.entry.words), *_also(shown.also)]


def _heading(shown: Shown, tables: PhaseTables) -> Iterator[Part]:
    quiet = [say_moment(shown.row.when), place_of(shown.row, tables)]
    if shown.row.tags:
        quiet.append(say("tags.these", tags=", ".join(shown.row.tags)))
    if worded := shown.entry.heading.worded:
        quiet.append(say("wordings.changed", when=say_moment(worded)))
    yield Part(text=shown.row.title, look="title")
    yield Part(text="\n".join(filter(None, quiet)), look="quiet", gap=1)


def words_parts(words: Words) -> Sequence[Part]:
    """What was said, without when and where."""
    return list(_words(words))


def _words(words: Words) -> Iterator[Part]:
    if words.text:
        yield from markdown_parts(words.text)
    for each in words.answers:
        yield from _answer(each)
    if words.aside:
        yield Part(text=say("entry.aside"), look="title")
        yield Part(text=say("entry.aside.why"), look="quiet", gap=1)
    for each in words.aside:
        yield from _answer(each)


def _answer(each: Answered) -> Iterator[Part]:
    yield Part(text=each.ask, look="asked")
    ends = _ends(each)
    yield Part(text=said_in_words(each), gap=0 if ends else 1)
    if ends:
        yield Part(text=ends, look="quiet", gap=1)


def _ends(each: Answered) -> str:
    """What the two ends of a scale stand for."""
    if each.kind is not Kind.SCALE or not each.low_label or not each.high_label:
        return ""
    return say("entry.ends", low_label=each.low_label, high_label=each.high_label)


def _also(texts: Sequence[Words]) -> Iterator[Part]:
    for words in texts:
        yield Part(text=say("entry.also"), look="title")
        yield Part(text=say("entry.also.why"), look="quiet", gap=1)
        yield from _words(words)
