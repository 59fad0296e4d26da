"""What is asked before a page is deleted, and about the backups that still hold it."""

from collections.abc import Sequence
from pathlib import Path

from integrate.journal.delete import Deletion
from integrate.journal.list_ import Row
from integrate.text import clean
from integrate.tui.dates import say_moment
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.picks import Pick
from integrate.words import say

YES = "yes"
"""The answer that deletes; every other leaves all as it is."""
_NO = "no"


def about_page(row: Row, *, rest: bool, read: bool) -> AskScreen:
    """Whether to delete this page.

    Args:
        row: the page, as the list knows it.
        rest: whether to offer first to leave it for another day.
        read: whether it could be read, and so can be brought back.
    """
    says = say("entry.delete.says" if read else "entry.delete.unread")
    keep, delete = say("delete.no"), say("delete.yes")
    if rest:
        says = f"{say('delete.tender')}\n\n{says}"
        keep, delete = say("delete.no.tender"), say("entry.delete.now")
    title = clean(row.title, one_line=True)
    ask = say("entry.delete.ask", title=title, when=say_moment(row.when))
    return AskScreen(ask, _picks(keep, delete), says=says)


def about_backups(deletion: Deletion) -> AskScreen | None:
    """Whether to delete it in the backups too; `None` where none may hold it."""
    if deletion.holding:
        says = [say("entry.held.says")]
        if deletion.unknown:
            says.append(_unsure(deletion.unknown))
        ask = "entry.held.one" if len(deletion.holding) == 1 else "entry.held.some"
        return AskScreen(
            say(ask, count=len(deletion.holding)),
            _picks(say("delete.backups.no"), say("delete.backups.yes")),
            says=" ".join(says),
        )
    return _told(_unsure(deletion.unknown)) if deletion.unknown else None


def about_left(left: Sequence[Path]) -> AskScreen | None:
    """Says that backups still hold it which could not be changed; `None` where there are none."""
    key = "entry.left.one" if len(left) == 1 else "entry.left.some"
    return _told(say(key, count=len(left))) if left else None


def _unsure(unknown: Sequence[Path]) -> str:
    key = "entry.unsure.one" if len(unknown) == 1 else "entry.unsure.some"
    return say(key, count=len(unknown))


def _told(sentence: str) -> AskScreen:
    """A sentence with nothing to be done about it here."""
    return AskScreen(sentence, [Pick(value=_NO, label=say("key.go_on"))])


def _picks(harmless: str, other: str) -> list[Pick]:
    return [Pick(value=_NO, label=harmless), Pick(value=YES, label=other)]
