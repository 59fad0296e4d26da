"""Invented journals of any size, the same at every run: one page of about 150 words after another.

Half of the pages are free and half answer a shipped set. They are sealed as the journal itself
seals them, only thousands to a transaction, so that a hundred thousand pages take seconds.
"""

import os
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct
from side_by_side import CHEAP, PASSPHRASE

from integrate.domain.answer import Answer, answer_to
from integrate.domain.entry import Answered, Heading, Words, answered
from integrate.domain.prompt import Kind, Prompt, PromptSet
from integrate.domain.session import Precision, Route
from integrate.journal import session
from integrate.journal.about import About
from integrate.journal.journal import ENTRY, Journal
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Vault
from integrate.vault.ledger import Ledger
from integrate.vault.records import new_entity, new_rid, seal_record

MACHINE: Final = Machine(name=b"benchmrk")
SOME: Final = "lantern"
"""In one page of a hundred."""
RARE: Final = "heron"
"""In one page of a thousand, and in the first."""
FREQUENT: Final = "kettle"
"""In every second page, and by chance in half of the others."""
NOWHERE: Final = "zeppelin"

_WORDS_A_PAGE: Final = 150
_BEGAN: Final = datetime(2000, 1, 3, 7, 0, tzinfo=UTC)
_APART: Final = timedelta(hours=2, minutes=17)
_SESSIONS: Final = 20
_AT_ONCE: Final = 4_000
"""Records to a transaction."""
_COMMON: Final = (  # noqa: SIM905 - words, to be read as such
    "the and a of to in it was that i my on with as at for but not we this had is all so be they "
    "by from what when one there or me were she he then out up no into like if more than only"
).split()
_OTHER: Final = (  # noqa: SIM905
    "morning evening window garden river table letter coffee stone light colour street shoulder "
    "breath quiet slow warm heavy walked slept spoke laughed waited remembered noticed carried "
    "softer nearer further mother brother neighbour kitchen hallway summer winter rain bread music "
    "shadow corner blanket train harbour meadow orchard ladder pocket mirror whistle feather "
    "careful steady gentle distant familiar ordinary afternoon yesterday tomorrow between around "
    "against through without always never sometimes perhaps almost enough again together alone "
    "kettle doorway staircase candle paper thread button clock village mountain island forest"
).split()
_PHASE: Final = "settling"
_FREE_TITLE: Final = "Free page"
_OWN_WORDS: Final = "In my own words"


class Page(Struct, frozen=True, kw_only=True):
    """One invented page."""

    heading: Heading
    words: Words

    @property
    def text(self) -> str:
        """All that the person wrote in it, for a journal that knows nothing but text."""
        own = (each.value for each in self.words.answers if each.kind is Kind.TEXT)
        return self.words.text or "\n".join(map(str, own))


def pages(number: int, sessions: Sequence[str] = ()) -> Iterator[Page]:
    """So many pages, oldest first, the guided ones of these sessions; the same at every call."""
    chance = random.Random(20260310)  # noqa: S311 - nothing secret: invented words
    sets = [_answerable(each) for each in Library.shipped().sets().values()]
    sets = [each for each in sets if each[1]]
    for i in range(number):
        when = _BEGAN + i * _APART
        text = prose(chance, _marks(i))
        if i % 2:
            of = sessions[i % len(sessions)] if sessions else None
            prompt_set, taps = sets[i // 2 % len(sets)]
            yield _guided(prompt_set, taps, text, when=when, of=of)
        else:
            yield Page(heading=Heading(when=when, title=_FREE_TITLE), words=Words(text=text))


def prose(chance: random.Random, marks: Sequence[str] = ()) -> str:
    """About 150 words in sentences and three paragraphs, with these words among them."""
    common = chance.choices(_COMMON, k=_WORDS_A_PAGE * 3 // 5)
    words = [*common, *chance.choices(_OTHER, k=_WORDS_A_PAGE - len(common) - len(marks)), *marks]
    chance.shuffle(words)
    sentences = [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, 150, 12)]
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


def fill(path: Path, number: int) -> None:
    """A journal of so many pages and some sessions, behind `PASSPHRASE`."""
    vault, _ = Vault.create(path, PASSPHRASE, machine=MACHINE, kdf=CHEAP, recovery=False)
    with vault:
        journal = Journal(vault, Library.shipped())
        coming = pages(number, [_session(journal, each) for each in range(_SESSIONS)])
        while some := list(islice(coming, _AT_ONCE)):
            vault._access.write(lambda ledger, some=some: _seal_all(ledger, some))  # noqa: SLF001


def _session(journal: Journal, number: int) -> str:
    starts = _BEGAN + number * timedelta(days=28)
    about = About(earliest=starts, latest=starts, precision=Precision.MINUTE)
    return session.add(journal, about, Route.IM, starts + timedelta(hours=3), title="A session").id


def _seal_all(ledger: Ledger, some: Sequence[Page]) -> None:
    keys = ledger.keys
    clock = ledger.next_clock(0)
    for after, page in enumerate(some):
        entity = new_entity(os.urandom)
        rid = new_rid(keys, entity, os.urandom)
        ct = seal_record(
            keys,
            rid,
            entity=entity,
            parents=(),
            clock=clock + after,
            device=MACHINE.name,
            kind=ENTRY,
            about=page.heading,
            value=page.words,
            random=os.urandom,
        )
        ledger.add_record(rid, ct, clock + after)


def _marks(i: int) -> list[str]:
    here = ((SOME, 100), (RARE, 1_000), (FREQUENT, 2))
    return [word for word, every in here if i % every == 0]


def _answerable(prompt_set: PromptSet) -> tuple[PromptSet, tuple[Answered, ...]]:
    """A set with an answer to each of its questions that ask for a tap."""
    taken = ((prompt, _answer(prompt)) for prompt in prompt_set.prompt)
    return prompt_set, tuple(answered(prompt, answer) for prompt, answer in taken if answer)[:5]


def _answer(prompt: Prompt) -> Answer | None:
    if prompt.kind is Kind.SCALE:
        return answer_to(prompt, prompt.steps[len(prompt.steps) // 2])
    if prompt.kind is Kind.CHOICE:
        return answer_to(prompt, prompt.options[0].value)
    if prompt.kind is Kind.YESNO:
        return answer_to(prompt, value=True)
    return None


def _guided(
    prompt_set: PromptSet, taps: tuple[Answered, ...], text: str, *, when: datetime, of: str | None
) -> Page:
    asked = next((each for each in prompt_set.prompt if each.kind is Kind.TEXT), None)
    own = Answered(
        prompt=asked.id if asked else "own-words",
        kind=Kind.TEXT,
        ask=asked.ask if asked else _OWN_WORDS,
        value=text,
    )
    heading = Heading(
        when=when,
        title=prompt_set.title,
        set=prompt_set.id,
        version=prompt_set.set.version,
        session=of,
        phase=_PHASE,
        series={each.series: each.value for each in taps if each.series},
        keeps=tuple(each.keep_as for each in taps if each.keep_as),
    )
    return Page(heading=heading, words=Words(answers=(*taps, own)))
