from datetime import timedelta

from integrate.domain.entry import Heading, Words
from integrate.journal.narrow import FREE, Wish, facets
from integrate.journal.narrow_said import choices, said_parts, said_session, without
from integrate.journal.span import Span


def test_each_part_of_a_wish_is_said(journal, now, past):
    session = past(30, title="Second")
    heading = Heading(when=now, title="Check-in", set="checkin")
    journal.add_entry(heading, Words(text="words"))
    wish = Wish(session=session.id, set="checkin", tag="sea", span=Span(first=now.date()))
    assert dict(said_parts(journal, wish)) == {
        "session": "Second",
        "set": "Check-in",
        "tag": "tag: sea",
        "span": "since Tue 10 March 2026",
    }


def test_what_nobody_knows_any_more_is_said_by_its_id(journal):
    wish = Wish(session="gone", set="gone-too")
    assert dict(said_parts(journal, wish)) == {"session": "gone", "set": "gone-too"}
    assert dict(said_parts(journal, Wish(set=FREE))) == {"set": "Free pages"}


def test_a_part_can_be_taken_away(now):
    wish = Wish(session="a", set="b", tag="c", span=Span(first=now.date()))
    for name in ("session", "set", "tag", "span"):
        wish = without(wish, name)
    assert wish == Wish()


def test_there_is_to_choose_from_what_pages_have(journal, now, past):
    session = past(30, title="Second")
    when = now - timedelta(hours=1)
    journal.add_entry(Heading(when=when, title="A page", tags=("sea",)), Words(text="words"))
    found = facets(journal)
    assert choices(found, "session") == [(session.id, said_session(session))]
    assert choices(found, "set") == [(FREE, "Free pages")]
    assert choices(found, "tag") == [("sea", "sea")]
    assert said_session(session).startswith("Second · ")
