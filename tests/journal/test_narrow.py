from datetime import timedelta

import pytest

from integrate.domain.entry import Heading, Words
from integrate.journal.narrow import FREE, Wish, facets, narrow
from integrate.journal.span import Span


@pytest.fixture
def told(journal, now, past):
    """Pages around two sessions, and one long before either."""
    first, second = past(24 * 20, title="First"), past(30, title="Second")

    def page(hours, title, **more):
        heading = Heading(when=now - timedelta(hours=hours), title=title, **more)
        return journal.add_entry(heading, Words(text="words"))

    page(24 * 400, "Long ago", tags=("Körper",))
    page(24 * 19, "After the first")
    page(24 * 15, "Check-in", set="checkin", session=first.id, phase="settling")
    page(5, "After the second", tags=("korper", "sleep"))
    page(4, "Check-in", set="checkin", session=second.id, phase="open")
    return first, second


def titles(journal, **wish):
    return [each.heading.title for each in narrow(journal, Wish(**wish))]


def test_without_a_wish_every_page_is_there(journal, told):
    assert told
    assert narrow(journal, Wish()) is journal.entries


def test_a_session_has_its_answers_and_the_free_pages_of_its_time(journal, told):
    first, second = told
    assert titles(journal, session=first.id) == ["Check-in", "After the first"]
    assert titles(journal, session=second.id) == ["Check-in", "After the second"]
    assert titles(journal, session="nobody") == []


def test_a_set_has_its_answers_and_free_pages_are_one_too(journal, told):
    assert told
    assert titles(journal, set="checkin") == ["Check-in", "Check-in"]
    assert titles(journal, set=FREE) == ["After the second", "After the first", "Long ago"]


def test_a_tag_is_the_same_in_every_spelling(journal, told):
    assert told
    assert titles(journal, tag="KORPER") == ["After the second", "Long ago"]


def test_days_count_from_the_first_to_the_last(journal, told, now):
    assert told
    week = Span(first=now.date() - timedelta(days=7))
    assert titles(journal, span=week) == ["Check-in", "After the second"]
    assert titles(journal, span=Span(last=now.date() - timedelta(days=100))) == ["Long ago"]


def test_wishes_hold_together(journal, told, now):
    first, _second = told
    week = Span(first=now.date() - timedelta(days=7))
    assert titles(journal, session=first.id, span=week) == []
    assert titles(journal, session=first.id, set=FREE) == ["After the first"]


def test_facets_are_what_pages_have_each_once(journal, told):
    found = facets(journal)
    assert [each.id for each in found.sessions] == [told[1].id, told[0].id]
    assert found.sets == (("checkin", "Check-in"), (FREE, "Free pages"))
    assert found.tags == ("korper", "sleep")


def test_an_empty_journal_has_none(journal):
    found = facets(journal)
    assert (found.sessions, found.sets, found.tags) == ((), (), ())
