"""Looking at a prompt set as a person would meet it; nothing that is said there is kept anywhere.

The walk is the real one, at a moment that a made-up session brings about. Its journal has no file,
and its keeper forgets, so there is no place that a word could get to.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from secrets import token_bytes, token_hex
from typing import Any, Final

import msgspec

from integrate.domain import walk
from integrate.domain.entry import Entry, Kept
from integrate.domain.people import People
from integrate.domain.phase import Phase, PhaseTables, moment_at
from integrate.domain.prompt import Prompt, PromptSet, When
from integrate.domain.session import Route, Session, Went
from integrate.domain.unseen import Unseen, unseen
from integrate.domain.walk import Ask, Walk
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided, Passage
from integrate.library import Library
from integrate.vault import DamagedRecord, Draft, Item, Look, Present, Vault
from integrate.words import say

NO_SESSION: Final = "none"
"""Instead of a phase: no session is near."""
_WITHOUT_END: Final = 48.0
"""Hours after which a phase is looked at that has no end."""
_KEPT_BEFORE: Final = timedelta(days=3)
"""How old the answers are that were made up."""


class Preview:
    """One set, to be walked as often as one likes. Make one with `preview`."""

    def __init__(
        self, prompt_set: PromptSet, journal: Journal, now: datetime, *, measure: bool
    ) -> None:
        self.set = prompt_set
        self.journal = journal
        """A journal without a file; a made-up session may be in it, and the people who help."""
        self._now = now
        self._measure = measure
        self._seen: set[str] = set()
        self.moment = moment_at(journal.sessions, now, journal.library.phase_tables())
        """Where the preview takes place."""

    def clock(self) -> datetime:
        """Now. It stands still: a phase that is looked at does not end meanwhile."""
        return self._now

    def begin(self) -> Guided:
        """The set from its beginning; nothing has been seen yet."""
        self._seen.clear()
        place = self.moment.place
        begun = walk.begin(
            self.set,
            max_depth=self.moment.max_depth,
            memory=self.moment.memory,
            arriving=self.moment.arriving,
            tender=self.moment.tender,
            kept=_made_up(self.set, self._now),
            measure=self._measure,
        )
        self.look(begun)
        return Guided(
            walk=begun,
            session=place.session.id if place else None,
            phase=place.phase.id if place else None,
            begun=self._now,
        )

    def look(self, at: Walk) -> None:
        """Remembers which prompts were asked, but nothing of what was said to them."""
        step = at.step
        if isinstance(step, Ask):
            self._seen.add(step.prompt.id)

    def seen(self) -> tuple[Prompt, ...]:
        """The prompts that were asked since `begin`, in the order of the set."""
        return tuple(each for each in self.set.flat() if each.id in self._seen)

    def unseen(self, ended: Walk) -> tuple[Unseen, ...]:
        """The prompts that were not, and why."""
        return unseen(ended, self._seen)


def preview(  # noqa: PLR0913 - the facts of a moment, all by name
    prompt_set: PromptSet,
    library: Library,
    now: datetime,
    *,
    at: str | None = None,
    measure: bool = False,
    people: People | None = None,
) -> Preview:
    """A set to look at.

    Args:
        prompt_set: what to ask; it may break rules, as long as it could be read.
        library: has the phases.
        now: aware.
        at: the phase to look at it in, or NO_SESSION; by default the time that the set is for.
        measure: whether the set is a measure's.
        people: who to turn to, as the support page shows them.

    Raises:
        KeyError: if there is no such phase.
    """
    journal = Journal(Blank(), library)
    session = _session(prompt_set.when, library.phase_tables(), now, at)
    if session is not None:
        journal.put_session(session)
    if people is not None:
        journal.put_people(people)
    return Preview(prompt_set, journal, now, measure=measure)


class Forgetful(Keeper):
    """Takes everything and keeps nothing."""

    def keep(self, passage: Passage) -> bool:
        """Says that all is well; nothing is written."""
        del passage
        return True

    def finish(
        self, passage: Passage, now: datetime, seal: Callable[[bytes, datetime], Entry]
    ) -> Entry:
        """There is no entry to be had.

        Raises:
            TypeError: always; a face of the preview ends a walk without one.
        """
        del passage, now, seal
        raise TypeError

    def drop(self) -> None:
        """There is nothing to take away."""


class Blank(Vault):
    """A vault without a file and without keys: what is put in is listed, and its words are gone."""

    opened_with = "passphrase"

    def __init__(self) -> None:
        """Opens nothing."""

    def version(self) -> int:
        """Nobody else ever writes in it."""
        return 0

    def present(self, look: Look | None = None) -> Present:
        """Nothing is in it."""
        del look
        return Present(items=[], damaged=[])

    def drafts(self) -> list[Draft]:
        """No drafts either."""
        return []

    def value(self, rid: bytes) -> msgspec.Raw:
        """No words.

        Raises:
            DamagedRecord: always.
        """
        raise DamagedRecord(rid, None)

    def add(self, kind: str, about: object, value: object, **_facts: Any) -> Item:
        """Names the record, as its journal needs; nothing of it is held here."""
        del value
        raw = msgspec.Raw(msgspec.json.encode(about))
        return Item(entity=token_hex(8), rid=token_bytes(16), kind=kind, about=raw, clock=0)

    def close(self) -> None:
        """There is nothing to let go of."""


def _session(
    when: When | None, tables: PhaseTables, now: datetime, at: str | None
) -> Session | None:
    """A session so many hours away that `now` is the time asked for."""
    if at == NO_SESSION or (at is None and when is None):
        return None
    if at is not None:
        phase = tables.named(at)
        if phase is None:
            raise KeyError(at)
        return _so_long_ago(_middle(phase), tables, now, talk=tables.talk.phase(at) is not None)
    assert when is not None  # noqa: S101 - said to the type checker; looked at above
    talk = when.table == "talk"
    if when.hours is not None:
        return _so_long_ago((when.hours.from_ + when.hours.to) / 2, tables, now, talk=talk)
    phase = (tables.talk if talk else tables.dosing).phase(when.phase or "")
    return _so_long_ago(_middle(phase), tables, now, talk=talk) if phase else None


def _middle(phase: Phase) -> float:
    """Hours from a session's start, well within the phase."""
    if phase.ends_hours is None:
        return phase.begins_hours + _WITHOUT_END
    return (phase.begins_hours + phase.ends_hours) / 2


def _so_long_ago(hours: float, tables: PhaseTables, now: datetime, *, talk: bool) -> Session:
    starts = now - timedelta(hours=hours)
    night = max(each.ends_hours or 0 for each in tables.dosing.phases if each.until_slept)
    return Session(
        id="",
        route=Route.NONE if talk else Route.IM,
        starts=starts,
        latest=starts,
        went=Went.YES if hours > 0 else Went.UNSAID,
        slept_at=now if hours >= night else None,
    )


def _made_up(prompt_set: PromptSet, now: datetime) -> dict[str, Kept]:
    """Something in the place of each answer that the set shows again."""
    names = {each.shows for each in prompt_set.flat() if each.shows} | {"note"}
    return {
        name: Kept(name=name, said=say("preview.kept", name=name), when=now - _KEPT_BEFORE)
        for name in sorted(names)
    }
