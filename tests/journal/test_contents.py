"""One reading of the file: what is understood is taken in, what is not is said."""

from datetime import UTC, datetime

import msgspec

from integrate.domain.entry import Heading
from integrate.journal.contents import Contents
from integrate.vault import Item

WHEN = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def item(kind, about, entity="e" * 16):
    return Item(
        entity=entity,
        rid=b"r" * 16,
        kind=kind,
        about=msgspec.Raw(msgspec.json.encode(about)),
        clock=1,
    )


def test_an_entry_is_listed_by_its_heading():
    contents = Contents()

    assert contents.take(item("entry", Heading(when=WHEN, title="A free page")))

    (listed,) = contents.entries.values()
    assert (listed.id, listed.heading.title, listed.rid) == ("e" * 16, "A free page", b"r" * 16)


def test_what_cannot_be_understood_is_said_and_leaves_the_rest_alone():
    contents = Contents()
    contents.take(item("entry", Heading(when=WHEN, title="A free page")))

    assert not contents.take(item("entry", {"when": "one evening"}, entity="f" * 16))
    assert not contents.take(item("session", {"starts": 7}, entity="a" * 16))

    assert list(contents.entries) == ["e" * 16]
    assert not contents.sessions


def test_a_kind_from_a_later_version_is_passed_over():
    contents = Contents()

    assert contents.take(item("letter", {"to": "somebody"}))

    assert not contents.entries
