"""Rewording a page or an answer, line by line."""

from datetime import datetime

from integrate.domain.entry import Entry, Words
from integrate.journal.contents import Listed
from integrate.journal.draft import Keeper
from integrate.journal.edit import Edited, answer_at, edit, rewordable
from integrate.journal.passage import Free
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
    seen, key = here.journal.words(listed), here.journal.vault.vault_id
    if number is None and listed.heading.set is not None:
        number = _which(here, seen)
        if number is None:
            here.talk.say(say("edit.empty"))
            return None
    title, present = listed.heading.title, seen.text
    if number is not None:
        answer = answer_at(seen, number)
        title, present = answer.ask, str(answer.value)
    here.talk.say(title, present, "", say("plain.reword.how"))
    keeper = Keeper(here.journal)
    page = taken_down(here, Free(title=title, begun=here.clock()), keeper)
    if page is None:
        return None
    if page.empty:
        keeper.drop()
        here.talk.say(say("edit.empty"))
        return None
    done: list[Edited] = []

    def seal(draft: bytes, _when: datetime) -> Entry:
        page_now = _as_named_now(here, listed, key)
        text = page.text if number is None else None
        answers = {} if number is None else {number: page.text}
        done.append(
            edit(
                here.journal,
                page_now,
                text=text,
                answers=answers,
                seen=seen,
                settle=settle,
                draft=draft,
            )
        )
        return done[-1].entry

    keeping(here.talk, here.journal, lambda: keeper.finish(page, here.clock(), seal))
    return done[-1]


def _as_named_now(here: Here, listed: Listed, key: bytes) -> Listed:
    """The page under the names of today: a new key gives every wording another one."""
    if here.journal.vault.vault_id == key:
        return listed
    return next((each for each in here.journal.entries if each.id == listed.id), listed)


def _which(here: Here, words: Words) -> int | None:
    """Which of the answers that are words; `None` if there is none, or none was chosen."""
    numbers = rewordable(words)
    if not numbers:
        return None
    here.talk.say(say("plain.reword.which"))
    chosen = choose(here.talk, [words.answers[number - 1].ask for number in numbers])
    return None if chosen is None or isinstance(chosen, Command) else numbers[chosen]
