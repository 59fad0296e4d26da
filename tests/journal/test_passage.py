"""What a draft holds comes back whole, or not at all."""

import msgspec
import pytest

from integrate.domain.answer import Answer
from integrate.domain.walk import begin
from integrate.journal.passage import Free, Guided, passage_of


@pytest.fixture
def guided(library, now):
    walk = begin(library.set("capture"), max_depth=3, memory=True)
    return Guided(walk=walk, session="s1", phase="open", begun=now)


@pytest.fixture
def free(now):
    return Free(text="the kettle", title="Tuesday", begun=now)


def sealed(passage) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(passage))


def test_a_guided_passage_comes_back_with_its_own_copy_of_the_set(guided):
    told = msgspec.structs.replace(guided, walk=guided.walk.hold(Answer(value="a blue cup")))
    back = passage_of(sealed(told))
    assert back == told
    assert back.walk.set == guided.walk.set
    assert back.walk.answers == told.walk.answers


def test_a_free_page_comes_back_as_one(free):
    assert passage_of(sealed(free)) == free


def test_a_guided_passage_goes_by_the_title_of_its_set(guided, library):
    assert guided.title == library.set("capture").title


def test_nothing_said_is_nothing_to_keep(guided, free):
    assert guided.empty
    assert not msgspec.structs.replace(
        guided, walk=guided.walk.hold(Answer(value="a blue cup"))
    ).empty
    assert msgspec.structs.replace(free, text=" \n\t").empty
    assert not free.empty


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"null",
        b'{"type":"song","title":"x"}',
        b'{"type":"free","text":"no time"}',
        b'{"type":"free","text":"\xff","title":"x","begun":"2026-03-10T19:00:00Z"}',
    ],
)
def test_a_damaged_or_foreign_draft_is_none_rather_than_half_of_one(damaged):
    assert passage_of(msgspec.Raw(damaged)) is None


def test_no_draft_is_none():
    assert passage_of(None) is None
