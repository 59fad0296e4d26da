"""A journal with something in it: two sessions, guided pages, free pages, a draft."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from integrate.domain.answer import answer_to
from integrate.domain.prompt import Kind
from integrate.domain.session import Session, Went
from integrate.domain.walk import Ask, ConfirmDepth, Walk
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.write import note, write

SAID = {
    Kind.TEXT: "the doorway. the light under it. I could hear the kettle and nobody was angry.",
    Kind.SCALE: 7,
    Kind.NUMBER: 6,
    Kind.YESNO: True,
}


def _answer(walk: Walk, step: Ask) -> Walk:
    prompt = step.prompt
    if prompt.kind is Kind.DISPLAY:
        return walk.read()
    value = SAID.get(prompt.kind)
    if value is None:
        first = prompt.options[0].value
        value = first if prompt.kind is Kind.CHOICE else (first,)
    return walk.answer(answer_to(prompt, value))


def _walked(walk: Walk) -> Walk:
    while not walk.over:
        step = walk.step
        if isinstance(step, ConfirmDepth):
            walk = walk.confirm(yes=True)
        elif isinstance(step, Ask):
            walk = _answer(walk, step)
        else:
            walk = walk.resume()
    return walk


@pytest.fixture
def answered(journal: Journal) -> Callable[[str, datetime], str]:
    """Answers a whole set at a given time; returns the entry's id."""

    def answer(set_id: str, when: datetime) -> str:
        begun = begin(journal, set_id, when)
        entry = write(journal, replace(begun, walk=_walked(begun.walk)), Keeper(journal), when)
        assert entry is not None
        return entry.id

    return answer


@pytest.fixture
def filled(journal: Journal, clock, session_at, answered) -> Journal:
    """Pages over two months around two sessions, one of them three days ago."""
    now = clock()
    session_at(24 * 24, title="First session", slept=True)
    session_at(72 + 5, title="Second session", slept=True)
    for days, text, title in (
        (40, "Rain all day. Wrote to Ana and did not send it.", "A free page"),
        (26, "Packed the bag. The blanket is in it.", "Before the first one"),
        (21, "Slept long. The kettle, the blue cup, no hurry.", "Slept long"),
        (9, "Flat. Nothing to say, and that is what I am writing down.", "A flat day"),
    ):
        note(journal, text, now - timedelta(days=days, hours=2), title=title)
    answered("landing", now - timedelta(hours=68))
    answered("open", now - timedelta(hours=26))
    answered("checkin", now - timedelta(hours=10))
    note(journal, "Called Ana. We talked about the garden.", now - timedelta(hours=3), title="Ana")
    return journal


@pytest.fixture
def called_off(session_at) -> Session:
    """A session that did not take place."""
    return session_at(24 * 40, title="Called off", went=Went.NO)


@pytest.fixture
def until() -> Callable[[Pilot, Callable[[], object]], Awaitable[None]]:
    """Lets the app run until something holds: `await until(pilot, lambda: …)`."""

    async def wait(pilot: Pilot, true: Callable[[], object]) -> None:
        async with asyncio.timeout(15):
            while not true():  # noqa: ASYNC110 - the app has no event for it
                await asyncio.sleep(0.005)
        await pilot.pause()

    return wait


@pytest.fixture
def finish(until) -> Callable[..., Awaitable[object]]:
    """Presses the key that ends a page, and returns what the page ended with.

    `Pilot.press` would go on to wait for the page's own widgets, which may be gone by then.
    """

    async def press(pilot: Pilot, key: str) -> object:
        await pilot.app._press_keys([key])
        await until(pilot, lambda: pilot.app.results)
        return pilot.app.results[0]

    return press
