"""Earlier wordings of a page, as lines."""

from collections.abc import Iterator

from integrate.journal.contents import Listed
from integrate.journal.history import Change, Earlier, History
from integrate.plain.days import moment_in_words
from integrate.text import clean
from integrate.words import say


def history_lines(listed: Listed, found: History) -> list[str]:
    """Each earlier wording with what read differently in it, the newest first."""
    return [clean(line) for line in _history(listed, found)]


def _history(listed: Listed, found: History) -> Iterator[str]:
    yield listed.heading.title
    yield moment_in_words(listed.heading.when)
    yield ""
    yield say("history.stays" if found.earlier else "history.none")
    for number, each in enumerate(found.earlier):
        yield from _earlier(each, len(found.earlier) - number)
    if found.damaged:
        yield from ("", say("history.damaged", count=found.damaged))


def _earlier(each: Earlier, number: int) -> Iterator[str]:
    yield from ("", say("history.wording", number=number))
    for change in each.changes:
        yield from _change(change)
    if not each.changes:
        yield say("history.same")


def _change(change: Change) -> Iterator[str]:
    if change.what == "title":
        yield say("history.title", title=change.before)
    elif change.what == "tags":
        yield say("history.tags", tags=change.before or say("history.no_tags"))
    elif change.what == "answer":
        yield from (change.ask, *_differing(change))
    else:
        yield from _differing(change)


def _differing(change: Change) -> Iterator[str]:
    """The lines that read differently then, or that something was only added since."""
    from difflib import SequenceMatcher  # `show` is quick without it

    before, after = change.before.split("\n"), change.after.split("\n")
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    gone = ["\n".join(before[begins:ends]) for how, begins, ends, _, _ in steps if how != "equal"]
    gone = [each for each in gone if each.strip()]
    if not gone:
        yield say("history.added")
        return
    yield say("history.read")
    yield from gone
