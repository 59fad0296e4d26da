"""A backup a day, by itself; whoever leaves is not kept by it."""

from datetime import timedelta

import pytest

from integrate.journal.daily import daily
from integrate.journal.rekey import rekey
from integrate.vault import NotCopied, Rekeyed
from tests.journal.conftest import QUICK


def never() -> bool:
    return False


def names(folder):
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def with_page(journal, page_in):
    page_in(journal, "a word")
    return journal


def test_one_a_day_is_made(with_page, folder, now):
    made = daily(with_page, folder, now, ended=never)
    assert made is not None
    assert made.whole
    assert daily(with_page, folder, now + timedelta(hours=23), ended=never) is None
    assert daily(with_page, folder, now + timedelta(hours=25), ended=never) is not None


def test_a_journal_with_nothing_in_it_needs_none(journal, folder, now):
    assert daily(journal, folder, now, ended=never) is None
    assert names(folder) == []


def test_a_journal_that_cannot_be_written_in_is_left_alone(with_page, folder, now):
    with_page.vault._access._db.execute("PRAGMA query_only = ON")
    assert daily(with_page, folder, now, ended=never) is None
    assert names(folder) == []


@pytest.mark.parametrize("looks", [0, 1])
def test_once_it_is_over_the_copying_stops_and_leaves_nothing(with_page, folder, now, looks):
    asked = iter(range(100))
    assert daily(with_page, folder, now, ended=lambda: next(asked) >= looks) is None
    assert names(folder) == []


def test_where_it_cannot_be_made_the_reason_is_raised(with_page, folder, now):
    folder.write_text("a file where the folder should be")
    with pytest.raises(NotCopied):
        daily(with_page, folder, now, ended=never)


def test_under_a_key_that_is_no_longer_the_journals_none_is_made(with_page, folder, now, again):
    rekey(again(), "another set of words", folder / "other", now, kdf=QUICK)
    with pytest.raises(Rekeyed):
        daily(with_page, folder, now, ended=never)
    assert names(folder) == ["other"]
