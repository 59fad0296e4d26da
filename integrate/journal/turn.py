"""Which time a set is asked, over a course of sessions and the weeks after."""

from integrate.domain.due import number_in_course
from integrate.domain.phase import Place
from integrate.domain.prompt import PromptSet
from integrate.journal.journal import Journal


def turn_of(journal: Journal, chosen: PromptSet, place: Place | None) -> int:
    """From 0: the session's number in its course, and how often this was answered in its phase.

    A set chosen by hand, or with no session near, is always asked whole.
    """
    if place is None or chosen.when is None:
        return 0
    number = number_in_course(place.session, journal.sessions)
    return number + sum(
        each.heading.set == chosen.id
        and each.heading.session == place.session.id
        and each.heading.phase == place.phase.id
        for each in journal.entries
    )
