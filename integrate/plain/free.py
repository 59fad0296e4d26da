"""A free page, line by line."""

from dataclasses import replace as replace_

from msgspec.structs import replace

from integrate.domain.entry import Entry
from integrate.journal.draft import Keeper
from integrate.journal.passage import Free
from integrate.journal.write import write
from integrate.plain.aided import give, steered
from integrate.plain.commands import Command, half_said, heard
from integrate.plain.here import Here
from integrate.plain.leaving import Leaving, Locking
from integrate.plain.reopening import keeping
from integrate.plain.sealing import Sealing
from integrate.words import say


def write_free(here: Here, passage: Free, keeper: Keeper) -> Entry | None:
    """Takes a page down until the person says that it is done; each line is sealed as it comes.

    Returns:
        The entry; `None` if the page waits as a draft, or is empty.

    Raises:
        Leaving: if a signal asks to leave; what was heard is sealed, and what was typed.
        VaultError: if the entry cannot be written; the draft stays.
    """
    here.talk.say(passage.title, say("plain.free.how"))
    if passage.text:
        here.talk.say(say("plain.said_so_far"), passage.text)
    done = taken_down(here, passage, keeper)
    return None if done is None else _finish(here, done, keeper)


def taken_down(here: Here, passage: Free, keeper: Keeper) -> Free | None:
    """Takes lines until the person says that the page is done; each is sealed as it comes.

    Returns:
        The page; `None` if it waits as a draft, which was said.

    Raises:
        Leaving: if a signal asks to leave; what was heard is sealed, and what was typed.
    """
    here = replace_(here, talk=steered(here.talk))
    sealing = Sealing(here.talk, keeper)
    while True:
        try:
            line = heard(here.talk)
        except Leaving as leaving:
            if words := half_said(leaving):
                passage = _longer(passage, words)
                sealing.seal(passage)
            if isinstance(leaving, Locking) and sealing.stays_open(passage):
                continue
            raise
        if isinstance(line, str):
            passage = _longer(passage, line)
            sealing.seal(passage)
        elif line in {Command.PAUSE, Command.BACK} or (line is None and here.talk.live):
            kept = sealing.seal(passage)
            here.talk.say(say("plain.set.paused" if kept else "plain.set.nothing"))
            return None
        elif line in {Command.NEXT, Command.STOP, None}:
            return passage
        else:
            _turn_aside(here, line)


def _longer(passage: Free, line: str) -> Free:
    return replace(passage, text=f"{passage.text}\n{line}" if passage.text else line)


def _finish(here: Here, passage: Free, keeper: Keeper) -> Entry | None:
    entry = keeping(
        here.talk, here.journal, lambda: write(here.journal, passage, keeper, here.clock())
    )
    here.talk.say(say("plain.set.kept", id=entry.id[:8]) if entry else say("plain.set.nothing"))
    return entry


def _turn_aside(here: Here, command: Command) -> None:
    if command in {Command.GROUND, Command.SUPPORT}:
        give(here, command)
        here.talk.say(say("plain.free.goes_on"))
    else:
        here.talk.say(say("plain.free.no_command"))
