"""Drafts that wait, offered back before anything else."""

from integrate.journal.draft import Waiting, discard, resume, waiting
from integrate.journal.passage import Guided
from integrate.journal.rewording import reworded_page
from integrate.journal.tender import rests_first
from integrate.plain.commands import Command
from integrate.plain.days import day_in_words
from integrate.plain.dialogue import Dialogue
from integrate.plain.free import write_free
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.vault import DraftGone
from integrate.words import say


def offer_waiting(here: Here) -> None:
    """Offers each draft: to go on with it, to leave it, or to throw it away after a yes."""
    for left in waiting(here.journal):
        day = day_in_words(left.passage.begun, here.clock())
        page = reworded_page(here.journal, left.passage)
        if page is None:
            here.talk.say("", say("plain.waiting", title=left.passage.title, day=day))
        else:
            here.talk.say("", say("plain.waiting.wording", title=page, day=day))
        ways = ["plain.waiting.go_on", "plain.waiting.leave"]
        if not rests_first(here.journal, here.clock()):
            ways.append("plain.waiting.discard")
        chosen = choose(here.talk, [say(key) for key in ways], fallback=0)
        if chosen is None or isinstance(chosen, Command):
            return
        if chosen == 0:
            go_on(here, left)
        elif chosen == 2:  # noqa: PLR2004 - the third way
            _discard(here, left)


def go_on(here: Here, left: Waiting) -> None:
    """Goes on with a draft where it was left."""
    try:
        passage, keeper = resume(here.journal, left, here.clock())
    except DraftGone as gone:
        here.talk.say(str(gone))
        return
    if isinstance(passage, Guided):
        Dialogue(here, passage, keeper).run()
    else:
        write_free(here, passage, keeper)


def offer_same(here: Here, set_id: str) -> bool:
    """Offers to go on with a draft of this set instead of beginning anew; says whether it did."""
    for left in waiting(here.journal):
        if isinstance(left.passage, Guided) and left.passage.walk.set.id == set_id:
            day = day_in_words(left.passage.begun, here.clock())
            here.talk.say(say("plain.waiting", title=left.passage.title, day=day))
            ways = [say("plain.waiting.go_on"), say("plain.waiting.anew")]
            if choose(here.talk, ways, fallback=0) != 0:
                return False
            go_on(here, left)
            return True
    return False


def _discard(here: Here, left: Waiting) -> None:
    here.talk.say(say("plain.waiting.sure"))
    ways = [say("write.discard.yes"), say("plain.waiting.leave")]
    if choose(here.talk, ways, fallback=1) == 0:
        discard(here.journal, left)
        here.talk.say(say("plain.waiting.gone"))
