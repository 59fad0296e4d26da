"""Deleting a page, and taking that back, line by line."""

from collections.abc import Sequence
from pathlib import Path

from integrate.journal.care_said import path_lines
from integrate.journal.contents import Listed
from integrate.journal.delete import Deletion, delete, forget
from integrate.journal.tender import rests_first
from integrate.journal.undo import undo
from integrate.plain.agreeing import agrees
from integrate.plain.days import day_in_words
from integrate.plain.here import Here
from integrate.words import say


def may_be_deleted(here: Here) -> bool:
    """Whether it is offered: not soon after a session, and nothing of an invented journal."""
    return here.backups is not None and not rests_first(here.journal, here.clock())


def delete_page(here: Here, listed: Listed) -> None:
    """Deletes a page after a yes; that may be taken back.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if the journal or a backup cannot be written.
    """
    here.talk.say(page_line(listed), say("delete.before.open"))
    if here.backups is None or not agrees(here.talk, say("delete.yes"), say("delete.no")):
        return
    deletion = delete(here.journal, listed.id, here.backups)
    here.talk.say(say("delete.done", title=listed.heading.title))
    ask_about_backups(here, deletion)
    if here.journal.undoable is not None:
        _offer_undo(here)


def ask_about_backups(here: Here, deletion: Deletion) -> Sequence[Path]:
    """Says which backups hold the page still, and deletes it there on a yes.

    Returns:
        Those that still hold it.
    """
    if lines := holding_lines(deletion.holding, deletion.unknown):
        here.talk.say(*lines)
    if not deletion.holding:
        return ()
    left = deletion.holding
    if agrees(here.talk, say("delete.backups.yes"), say("delete.backups.no")):
        left = tuple(forget(here.journal, deletion.entry, deletion.holding))
        here.talk.say(*cleared_lines(left))
    return left


def holding_lines(holding: Sequence[Path], unknown: Sequence[Path]) -> list[str]:
    """Which backups still hold a page that was deleted, or may."""
    lines = [say("delete.holding"), *path_lines(holding)] if holding else []
    return [*lines, say("delete.unknown"), *path_lines(unknown)] if unknown else lines


def cleared_lines(left: Sequence[Path]) -> list[str]:
    """That it is gone from backups too, but for those that could not be changed."""
    return [say("delete.left"), *path_lines(left)] if left else [say("delete.cleared")]


def page_line(listed: Listed) -> str:
    """A page's title and day."""
    day = day_in_words(listed.heading.when)
    return say("plain.page", title=listed.heading.title, day=day)


def _offer_undo(here: Here) -> None:
    if agrees(here.talk, say("undo.take_back"), say("undo.leave")):
        listed = undo(here.journal)
        here.talk.say(say("undo.back", title=listed.heading.title, id=listed.id[:8]))
