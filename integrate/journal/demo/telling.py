"""Telling the story: everything up to a moment happens, in order, through the real use cases."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from operator import itemgetter

from msgspec.structs import replace

from integrate.domain.session import Precision, Session
from integrate.journal import session as sessions
from integrate.journal.begin import begin
from integrate.journal.demo.story import (
    DraftTold,
    EntryTold,
    PageTold,
    PeopleTold,
    SessionTold,
    Story,
)
from integrate.journal.demo.walking import walked
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided
from integrate.journal.people import keep_people
from integrate.journal.when import About
from integrate.journal.write import note, write

Happening = Callable[[datetime], object]
"""Takes the time at which it happens."""


def tell(story: Story, journal: Journal, until: datetime) -> None:
    """Fills an empty journal with all that the story has happen up to `until`, on the wall.

    Raises:
        StoryFault: if the story does not fit the shipped sets.
        VaultError: if the journal cannot be written.
    """
    happenings = _Teller(journal).happenings(story, until)
    for at, happens in sorted(happenings, key=itemgetter(0)):
        if at <= until:
            happens(on_this_machine(at))


def on_this_machine(at: datetime) -> datetime:
    """A time on the wall, with the offset that holds here at that time."""
    return at.astimezone()


class _Teller:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._sessions: dict[SessionTold, Session] = {}

    def happenings(self, story: Story, until: datetime) -> Iterator[tuple[datetime, Happening]]:
        """Everything that happens, with its time on the wall, in no order."""
        for people in story.people:
            yield people.at, partial(self._people, people)
        for session in story.sessions:
            yield from self._session(session)
        for page in story.pages:
            yield page.at, partial(self._page, page)
        for entry in story.entries:
            yield entry.at, partial(self._entry, entry)
        for draft in story.drafts:
            if until < draft.until:
                yield draft.at, partial(self._draft, draft)

    def _session(self, told: SessionTold) -> Iterator[tuple[datetime, Happening]]:
        yield told.added, partial(self._added, told)
        if told.went:
            yield told.went, partial(self._went, told, yes=True)
        if told.called_off:
            yield told.called_off, partial(self._went, told, yes=False)
        if told.slept:
            yield told.slept, partial(self._slept, told)

    def _added(self, told: SessionTold, now: datetime) -> None:
        starts = on_this_machine(told.starts)
        about = About(earliest=starts, latest=starts, precision=Precision.MINUTE)
        self._sessions[told] = sessions.add(self._journal, about, told.route, now, title=told.title)

    def _went(self, told: SessionTold, now: datetime, *, yes: bool) -> None:
        self._sessions[told] = sessions.went_ahead(
            self._journal, self._sessions[told], now, yes=yes
        )

    def _slept(self, told: SessionTold, now: datetime) -> None:
        self._sessions[told] = sessions.slept(self._journal, self._sessions[told], now)

    def _people(self, told: PeopleTold, _now: datetime) -> None:
        keep_people(self._journal, told.list)

    def _page(self, told: PageTold, now: datetime) -> None:
        note(self._journal, told.text, now, title=told.title)

    def _entry(self, told: EntryTold, now: datetime) -> None:
        passage = self._begun(told.set, now)
        finished = replace(passage, walk=walked(passage.walk, told.answers))
        write(self._journal, finished, Keeper(self._journal), now)

    def _draft(self, told: DraftTold, now: datetime) -> None:
        passage = self._begun(told.set, now)
        left = walked(passage.walk, told.answers, holds=told.holds)
        Keeper(self._journal).keep(replace(passage, walk=left))

    def _begun(self, set_id: str, now: datetime) -> Guided:
        """Begun as home would begin it: for the phase that the set is offered for, if it is."""
        offered = due(self._journal, now)
        places = [
            offer.place
            for offer in (offered.next, *offered.others)
            if offer is not None and offer.set.id == set_id
        ]
        return begin(self._journal, set_id, now, place=next(iter(places), None))
