"""Rewording a page or an answer, line by line."""

from datetime import datetime

from msgspec.structs import replace

from integrate.domain.entry import Entry, Words
from integrate.journal.contents import Listed
from integrate.journal.draft import Keeper
from integrate.journal.edit import Edited, rewordable
from integrate.journal.rewording import begin_rewording
from integrate.journal.rewording import reword as put_reworded
from integrate.plain.commands import Command
from integrate.plain.free import taken_down
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.reopening import keeping
from integrate.words import say


def reword(
    here: Here, listed: Listed, number: int | None = None, *, settle: bool = False
) -> Edited | None:
    """Shows how a page or an answer reads, and takes down how it shall read.

    What is typed is sealed line by line as a draft of its own, so that nothing of it is lost
    however it ends.

    Args:
        here: the open journal, and somebody to talk with.
        listed: the entry.
        number: which answer; `None` asks, if the page answers questions.
        settle: as in `edit`.

    Returns:
        How it went; `None` where nothing was changed, which was said.

    Raises:
        CannotEdit: if the page does not take this.
        DamagedRecord: if the words before cannot be read.
        Leaving: if a signal asks to leave; what was heard is sealed.
        VaultError: if the new wording cannot be written; the draft stays.
    """
    seen = here.journal.words(listed)
    if number is None and listed.heading.set is not None:
        number = _which(here, seen)
        if number is None:
            here.talk.say(say("edit.empty"))
            return None
    begun = begin_rewording(listed, seen, number, here.clock())
    here.talk.say(begun.title, begun.text, "", say("plain.reword.how"))
    keeper = Keeper(here.journal)
    page = taken_down(here, replace(begun, text=""), keeper)
    if page is None:
        return None
    if page.empty:
        keeper.drop()
        here.talk.say(say("edit.empty"))
        return None
    done: list[Edited] = []

    def seal(draft: bytes, when: datetime) -> Entry:
        done.append(
            put_reworded(
                here.journal, page, when, draft=draft, known=listed, seen=seen, settle=settle
            )
        )
        return done[-1].entry

    keeping(here.talk, here.journal, lambda: keeper.finish(page, here.clock(), seal))
    return done[-1]


def _which(here: Here, words: Words) -> int | None:
    """Which of the answers that are words; `None` if there is none, or none was chosen."""
    numbers = rewordable(words)
    if not numbers:
        return None
    here.talk.say(say("plain.reword.which"))
    chosen = choose(here.talk, [words.answers[number - 1].ask for number in numbers])
    return None if chosen is None or isinstance(chosen, Command) else numbers[chosen]
