"""Which time a set is asked, over a course of sessions and the weeks after."""

from integrate.domain.due import course_until
from integrate.domain.phase import Place
from integrate.domain.prompt import PromptSet
from integrate.journal.journal import Journal


def turn_of(journal: Journal, chosen: PromptSet, place: Place | None) -> int:
    """From 0: the session's number in its course, and how often this was answered in its phase.

    A set chosen by hand, or with no session near, is always asked whole. Sessions of the course
    before the first one that anything was answered for do not count: the journal came later.
    """
    if place is None or chosen.when is None:
        return 0
    headings = [each.heading for each in journal.entries if each.heading.session]
    known = {heading.session for heading in headings}
    course = course_until(place.session, journal.sessions)
    number = max((at for at, each in enumerate(course) if each.id in known), default=0)
    here = (chosen.id, place.session.id, place.phase.id)
    return number + sum((each.set, each.session, each.phase) == here for each in headings)
