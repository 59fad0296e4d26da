"""What has happened by a time on the wall, and nothing else."""

from datetime import datetime, timedelta

import pytest

from integrate.domain.session import Went
from integrate.journal.demo.telling import on_this_machine, tell
from integrate.journal.draft import waiting
from integrate.journal.journal import Journal
from integrate.machine import Machine
from integrate.vault import Kdf, Vault

wall = datetime.fromisoformat
"""A time without a zone."""
SECOND = wall("2026-02-03 14:00")
"""When the second session begins."""


@pytest.fixture
def told(story, library, tmp_path):
    """The journal as it stands at a time."""
    opened = []

    def at(until):
        path = tmp_path / f"{len(opened)}.vault"
        vault, _ = Vault.create(
            path, "words", machine=Machine(name=b"test-dev"), kdf=Kdf(m_kib=8192, t=1, p=1)
        )
        opened.append(Journal(vault, library))
        tell(story, opened[-1], until)
        return opened[-1]

    yield at
    for each in opened:
        each.close()


def second(journal):
    return next(each for each in journal.sessions if each.title == "Second session")


def test_before_anything_happens_there_is_nothing(told):
    journal = told(wall("2025-12-01"))

    assert (list(journal.entries), list(journal.sessions)) == ([], [])
    assert journal.people.people == ()


def test_a_session_is_planned_then_took_place_then_was_slept_on(told):
    planned = second(told(SECOND - timedelta(hours=1)))
    took_place = second(told(SECOND + timedelta(hours=3)))
    slept_on = second(told(SECOND + timedelta(days=1)))

    assert [each.went for each in (planned, took_place)] == [Went.UNSAID, Went.YES]
    assert (took_place.slept_at, slept_on.slept_at) == (
        None,
        on_this_machine(wall("2026-02-04 08:15")),
    )


def test_a_page_is_there_from_the_minute_it_was_kept(told):
    kept = wall("2026-02-11 21:30")

    assert "Flat" not in titles(told(kept - timedelta(minutes=1)))
    assert "Flat" in titles(told(kept))


def test_a_draft_waits_until_it_was_gone_on_with(told):
    begun, gone_on = wall("2026-03-05 09:20"), wall("2026-03-05 10:40")

    waits = [
        len(waiting(told(at)))
        for at in (begun - timedelta(minutes=1), begun, gone_on - timedelta(minutes=1), gone_on)
    ]

    assert waits == [0, 1, 1, 0]


def test_the_people_who_help_are_those_of_that_day(told):
    assert told(wall("2026-01-01")).people.care_team == ()
    assert told(wall("2026-01-07")).people.care_team != ()


def test_times_are_those_of_a_clock_on_this_wall():
    noon = wall("2026-01-05 12:00")

    assert on_this_machine(noon).replace(tzinfo=None) == noon
    assert on_this_machine(noon).tzinfo is not None


def titles(journal):
    return {each.heading.title for each in journal.entries}
