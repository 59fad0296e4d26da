"""Earlier wordings of a page, as lines."""

from collections.abc import Iterator

from integrate.journal.back_to import back_to
from integrate.journal.contents import Listed
from integrate.journal.history import Change, Earlier, History, history
from integrate.plain.agreeing import agrees
from integrate.plain.days import moment_in_words
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.page import words_lines
from integrate.text import clean
from integrate.words import say


def history_lines(listed: Listed, found: History) -> list[str]:
    """Each earlier wording with what read differently in it, the newest first."""
    return [clean(line) for line in _history(listed, found)]


def look_back(here: Here, listed: Listed) -> None:
    """Reads the earlier wordings; after a yes one of them comes back.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if the file cannot be read or written.
    """
    found = history(here.journal, listed)
    here.talk.say("", *history_lines(listed, found))
    if not found.earlier:
        return
    count = len(found.earlier)
    ways = [say("aloud.bring", number=count - at) for at in range(count)]
    here.talk.say("")
    chosen = choose(here.talk, [*ways, say("wordings.back.no")], fallback=count)
    if not isinstance(chosen, int) or chosen >= count:
        return
    earlier = found.earlier[chosen]
    here.talk.say("", earlier.heading.title, *words_lines(earlier.words))
    here.talk.say("", say("wordings.back.ask"), say("wordings.back.says"))
    if agrees(here.talk, say("wordings.back.yes"), say("wordings.back.no")):
        edited = back_to(here.journal, listed, earlier, here.clock())
        key = "edit.apart" if edited.apart else "aloud.back"
        here.talk.say(say(key, id=edited.entry.id[:8]))


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
    if worded := each.heading.worded:
        yield moment_in_words(worded)
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
