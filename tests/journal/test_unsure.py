import pytest

from integrate.journal.unsure import Unsure
from integrate.vault import NotWritten


@pytest.fixture
def unsure():
    return Unsure()


def refusing(again):
    def change():
        raise NotWritten(again)

    return change


def attempt(unsure, *what, again=lambda: "again", **whose):
    with pytest.raises(NotWritten):
        unsure.once(what, refusing(again), **whose)


def test_a_change_that_goes_through_is_made_once(unsure):
    assert unsure.once(("a",), lambda: "done") == "done"
    assert unsure.once(("a",), lambda: "done anew") == "done anew"


def test_what_the_disk_may_have_taken_is_put_again_and_not_made_a_second_time(unsure):
    attempt(unsure, "a")
    assert unsure.once(("a",), lambda: "second") == "again"
    assert unsure.once(("a",), lambda: "later") == "later"


def test_it_is_still_known_where_the_disk_refuses_once_more(unsure):
    attempt(unsure, "a", again=refusing(lambda: "at last"))
    with pytest.raises(NotWritten):
        unsure.once(("a",), lambda: "second")
    assert unsure.once(("a",), lambda: "second") == "at last"


def test_an_earlier_writing_is_known_by_its_entry_or_its_draft_and_not_by_its_own_words(unsure):
    attempt(unsure, "old", entity="e", draft=b"d")
    for entity, draft in (("e", None), (None, b"d")):
        assert unsure.earlier(("new",), entity, draft).what == ("old",)
    assert unsure.earlier(("new",), None, None) is None
    assert unsure.earlier(("new",), "other", b"other") is None
    assert unsure.earlier(("old",), "e", b"d") is None


def test_what_was_settled_is_forgotten_and_the_rest_is_not(unsure):
    attempt(unsure, "old", entity="e")
    attempt(unsure, "other", entity="o")
    earlier = unsure.earlier(("new",), "e", None)
    attempt(unsure, "new", entity="e", settled=earlier)
    assert unsure.earlier(("newer",), "e", None).what == ("new",)
    assert unsure.earlier(("newer",), "o", None).what == ("other",)


def test_once_cleared_it_knows_nothing(unsure):
    attempt(unsure, "a", entity="e")
    unsure.clear()
    assert unsure.once(("a",), lambda: "first") == "first"
