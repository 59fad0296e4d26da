"""Beginning to write: a set, or a free page."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from integrate.domain import walk
from integrate.domain.entry import Answered, Kept
from integrate.domain.phase import Place, moment_at
from integrate.domain.prompt import Does, PromptSet
from integrate.domain.translated import translated
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.measured import measure_set
from integrate.journal.passage import Free, Guided
from integrate.journal.saying import said_in_words
from integrate.journal.sets import prompt_set
from integrate.journal.steadiness import steadiness
from integrate.journal.turn import turn_of
from integrate.vault import DamagedRecord
from integrate.words import say


def begin(  # noqa: PLR0913 - the facts of a moment, all by name
    journal: Journal,
    set_id: str,
    now: datetime,
    *,
    place: Place | None = None,
    only: bool = False,
    language: str = "",
) -> Guided:
    """A walk through a set, as deep as this moment allows.

    Args:
        journal: the open journal.
        set_id: which set, or measure.
        now: aware.
        place: the phase that it was offered for; by default the one that holds now.
        only: only its first prompt.
        language: whose words are wished for where the set brings them, such as "es"; empty: its
            own.

    Raises:
        NoSuchSet: if there is none of that name.
        BadFile: if it cannot be read.
    """
    asked = measure_set(journal.library, set_id)
    chosen = translated(asked or prompt_set(journal, set_id), language)
    moment = moment_at(journal.sessions, now, journal.library.phase_tables())
    place = place or moment.place
    begun = walk.begin(
        chosen,
        max_depth=moment.max_depth,
        memory=moment.memory,
        arriving=moment.arriving,
        tender=moment.tender,
        kept=kept(journal, chosen),
        let_go=let_go(journal, chosen),
        steady=steadiness(journal, now),
        turn=turn_of(journal, chosen, place),
        only=only,
        measure=asked is not None,
    )
    return Guided(
        walk=begun,
        session=place.session.id if place else None,
        phase=place.phase.id if place else None,
        begun=now,
    )


def begin_free(now: datetime, title: str = "") -> Free:
    """An empty page."""
    return Free(title=title.strip() or say("free.title"), begun=now)


def kept(journal: Journal, chosen: PromptSet) -> dict[str, Kept]:
    """The newest answers that were kept under the names that this set shows."""
    names = {prompt.shows for prompt in chosen.flat() if prompt.shows}
    names |= {"note"} if _shows_note(chosen) else set()
    found: dict[str, Kept] = {}
    for name in sorted(names):
        if (one := newest_kept(journal, name)) is not None:
            found[name] = one
    return found


def let_go(journal: Journal, chosen: PromptSet) -> frozenset[str]:
    """Ids of the prompts that were answered after what they show was kept, and show it `once`."""
    once = [each for each in chosen.flat() if each.once and each.shows and each.keep_as]
    return frozenset(
        each.id
        for each in once
        if any(
            each.keep_as in keeps and each.shows not in keeps
            for keeps in _first_of(journal, {each.keep_as or "", each.shows or ""})
        )
    )


def _first_of(journal: Journal, names: set[str]) -> Iterator[tuple[str, ...]]:
    """What the newest entry that keeps one of these keeps."""
    keeping = (one.heading.keeps for one in journal.entries if names & set(one.heading.keeps))
    yield from islice(keeping, 1)


def newest_kept(journal: Journal, name: str) -> Kept | None:
    """The newest answer that was kept under this name, if there is one that can be read."""
    for listed in journal.entries:
        if name not in listed.heading.keeps:
            continue
        for each in _answers(journal, listed):
            if each.keep_as == name and (said := said_in_words(each)):
                return Kept(
                    name=name,
                    said=said,
                    when=listed.heading.when,
                    phase=_phase_name(journal, listed.heading.phase),
                )
    return None


def _answers(journal: Journal, listed: Listed) -> tuple[Answered, ...]:
    """What an entry says; nothing where it is damaged, which `Journal.damaged` tells."""
    try:
        return journal.words(listed).answers
    except DamagedRecord:
        return ()


def _phase_name(journal: Journal, phase_id: str | None) -> str:
    phase = journal.library.phase_tables().named(phase_id) if phase_id else None
    return phase.name if phase else ""


def _shows_note(chosen: PromptSet) -> bool:
    return any(
        option.does is Does.SHOW_NOTE for prompt in chosen.flat() for option in prompt.options
    )
