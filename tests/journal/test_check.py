"""Reading everything, and naming what cannot be read."""

import json
from datetime import timedelta

import pytest

from integrate.journal.check import check, set_aside
from integrate.journal.draft import Keeper
from integrate.journal.edit import edit
from integrate.journal.passage import Free
from integrate.vault import Finding, NotSetAside


@pytest.fixture
def spoil(journal):
    """Damages one row, as a bad disk does."""

    def make(rid, table="rec"):
        journal.vault._access._db.execute(
            f"UPDATE {table} SET ct = zeroblob(600) WHERE rid = ?",  # noqa: S608 - one of ours
            (rid,),
        )

    return make


@pytest.fixture
def page(journal, page_in):
    page_in(journal, "first")
    return journal.entries[0]


def test_a_sound_journal_is_told_as_one(journal, page, page_in, now):
    page_in(journal, "another", hours=1)
    edit(journal, page, text="second")
    Keeper(journal).keep(Free(text="half", title="t", begun=now))
    report = check(journal)
    assert report.ok
    assert (report.checked.records, report.checked.drafts) == (3, 1)
    assert report.broken == ()
    assert {each.kind for each in report.checked.locks} == {"passphrase", "recovery"}


def test_an_entry_whose_newest_wording_is_damaged_is_told_with_its_title_and_day(
    journal, page, spoil
):
    edit(journal, page, title="Harbour")
    edit(journal, journal.entries[0], text="third")
    spoil(journal.entries[0].rid)
    report = check(journal)
    (broken,) = report.broken
    assert (broken.entry, broken.title, broken.when) == (page.id, "Harbour", page.heading.when)
    assert not broken.draft
    assert not report.ok
    assert Finding.ROWS_CHANGED in report.checked.findings


def test_one_of_which_nothing_else_is_left_is_told_by_its_id(journal, page, spoil):
    spoil(page.rid)
    (broken,) = check(journal).broken
    assert (broken.entry, broken.rid, broken.title, broken.when) == (
        page.id,
        page.rid.hex(),
        "",
        None,
    )


def test_a_damaged_draft_is_told_as_one(journal, page, spoil, now):
    keeper = Keeper(journal)
    keeper.keep(Free(text="half", title="t", begun=now))
    spoil(keeper.rid, "draft")
    (broken,) = check(journal).broken
    assert (broken.draft, broken.entry) == (True, None)
    assert [journal.words(each).text for each in journal.entries] == ["first"]
    assert journal.entries[0] == page


def test_what_opens_and_cannot_be_understood_is_told(journal, now):
    item = journal.vault.add("entry", {"from": "a later version"}, {})
    journal.vault.keep_draft("not a passage")
    report = check(journal)
    assert report.checked.ok
    assert not report.ok
    assert {(each.entry, each.draft) for each in report.broken} == {
        (item.entity, False),
        (None, True),
    }
    assert set_aside(journal, now)[0] == 0


def test_a_file_that_others_may_read_is_told_and_one_that_cannot_be_written(journal, path):
    path.chmod(0o644)
    assert check(journal).loose
    path.chmod(0o600)
    assert not check(journal).loose
    journal.vault._access._db.execute("PRAGMA query_only = 1")
    report = check(journal)
    assert report.read_only
    assert not report.ok


def test_what_another_window_wrote_is_read_too(journal, again, page_in):
    page_in(again(), "from there")
    assert check(journal).checked.records == len(journal.entries) == 1


def test_setting_aside_puts_it_beside_the_journal_and_the_rest_is_whole(
    journal, page, page_in, spoil, now, path
):
    page_in(journal, "stays", hours=1)
    spoil(page.rid)
    moved, target = set_aside(journal, now)
    assert (moved, target) == (1, path.parent / "journal-aside-2026-03-10-190000.json")
    assert target.stat().st_mode & 0o777 == 0o600
    (row,) = json.loads(target.read_text())["rows"]
    assert (row["entity"], row["rid"]) == (page.id, page.rid.hex())
    assert check(journal).ok
    assert journal.damaged == ()
    assert [journal.words(each).text for each in journal.entries] == ["stays"]


def test_an_earlier_wording_comes_to_light_once_the_damaged_one_is_set_aside(
    journal, page, spoil, now
):
    edit(journal, page, text="second")
    spoil(journal.entries[0].rid)
    assert check(journal).broken
    assert journal.entries == ()
    set_aside(journal, now)
    assert [journal.words(each).text for each in journal.entries] == ["first"]


def test_where_nothing_is_damaged_no_file_is_made(journal, page, now, path):
    before = sorted(each.name for each in path.parent.iterdir())
    moved, target = set_aside(journal, now)
    assert (moved, target.exists()) == (0, False)
    assert sorted(each.name for each in path.parent.iterdir()) == before
    assert journal.entries[0] == page


def test_a_second_one_in_the_same_second_writes_nothing_over(
    journal, page, page_in, spoil, now, path
):
    page_in(journal, "another", hours=1)
    first, second = (each.rid for each in journal.entries)
    spoil(first)
    _, target = set_aside(journal, now)
    content = target.read_bytes()
    spoil(second)
    with pytest.raises(NotSetAside):
        set_aside(journal, now)
    assert target.read_bytes() == content
    assert len(check(journal).broken) == 1
    moved, later = set_aside(journal, now + timedelta(seconds=1))
    assert (moved, later.parent) == (1, path.parent)
    assert page not in journal.entries


def test_checking_tells_how_far_it_is_and_can_be_stopped(journal, page_in):
    for number in range(120):
        page_in(journal, f"page {number}", hours=number)
    told = []
    check(journal, progress=lambda done, most: told.append((done, most)))
    assert told[0] == (100, 120)
    assert told[-1] == (120, 120)

    class Enough(Exception):
        pass

    def stop(_done, _most):
        raise Enough

    with pytest.raises(Enough):
        check(journal, progress=stop)
    assert len(journal.entries) == 120
