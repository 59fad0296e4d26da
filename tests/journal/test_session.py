from datetime import timedelta

import pytest

from integrate.domain.session import Precision, Route, Went
from integrate.journal.session import (
    NoSuchSession,
    add,
    edit,
    find,
    sessions,
    slept,
    went_ahead,
)
from integrate.journal.when import read_when


@pytest.fixture
def added(journal, now):
    """Adds a session told in words."""

    def make(words, route=Route.IM, **more):
        return add(journal, read_when(words, now), route, now, **more)

    return make


def test_a_session_is_kept_and_read_back_by_another_window(added, journal, again):
    coming = added("tomorrow 3pm", title="  Second session ")
    assert coming.title == "Second session"
    assert list(again().sessions) == [coming]
    assert list(sessions(journal)) == [coming]


@pytest.mark.parametrize(
    ("words", "went"),
    [
        ("yesterday evening", Went.YES),
        ("today 14:00", Went.YES),
        ("this morning", Went.YES),
        ("today", Went.UNSAID),  # it may still be about to begin
        ("this evening", Went.UNSAID),
        ("tomorrow 3pm", Went.UNSAID),
    ],
)
def test_who_tells_of_a_past_session_is_not_asked_whether_it_went_ahead(added, words, went):
    assert added(words).went is went


def test_sessions_stand_newest_first(added, journal):
    for words in ("2026-01-10 10:00", "2026-03-20 10:00", "2026-02-01 10:00"):
        added(words)
    assert [each.starts.month for each in journal.sessions] == [3, 2, 1]


def test_moving_a_session_makes_it_a_plan_again(added, journal, now):
    one = slept(journal, added("yesterday"), now)
    moved = edit(journal, one, now, about=read_when("tomorrow evening", now))
    assert (moved.id, moved.went, moved.slept_at) == (one.id, Went.UNSAID, None)
    assert moved.precision is Precision.PART
    assert list(journal.sessions) == [moved]


def test_editing_changes_only_what_is_given(added, journal, now, again):
    one = added("yesterday", title="First")
    renamed = edit(journal, one, now, title=" The first ")
    assert (renamed.title, renamed.route, renamed.went) == ("The first", Route.IM, Went.YES)
    rerouted = edit(journal, renamed, now, route=Route.NASAL)
    assert list(again().sessions) == [rerouted]


def test_did_it_go_ahead(added, journal, now):
    one = added("this evening")
    assert went_ahead(journal, one, now, yes=False).called_off
    told = went_ahead(journal, one, now, yes=True)
    assert told.went is Went.YES
    assert told.latest == now


def test_have_you_slept_since(added, journal, now, again):
    told = slept(journal, added("yesterday"), now)
    assert again().session(told.id).slept_at == now


def test_a_session_is_found_by_the_beginning_of_its_id(added, journal):
    one, other = added("yesterday"), added("tomorrow")
    assert find(journal, one.id) == one
    assert find(journal, f" {other.id[:12].upper()} ") == other
    for nothing in ("", "  ", "zz"):
        with pytest.raises(NoSuchSession, match="No session"):
            find(journal, nothing)


def test_a_beginning_that_fits_two_sessions_asks_for_more(added, journal):
    beginnings = set()
    while len(beginnings) == len(journal.sessions):  # until two share their first letter
        beginnings.add(added("tomorrow").id[0])
    shared = max(beginnings, key=[each.id[0] for each in journal.sessions].count)
    with pytest.raises(NoSuchSession, match="2 sessions"):
        find(journal, shared)


def test_a_session_in_memory_reckons_as_the_one_read_back(added, again, now):
    told = added("2026-03-29 01:30")
    read = again().session(told.id)
    assert told.starts + timedelta(hours=2) == read.starts + timedelta(hours=2)
    assert told.starts.tzinfo is not now.tzinfo
