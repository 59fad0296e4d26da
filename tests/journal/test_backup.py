"""Backups: verified, found again, and as many as are of use."""

import os
import stat
from datetime import timedelta

import pytest

from integrate.domain.people import People, Person
from integrate.journal import backup as backups
from integrate.journal.backup import (
    BEFORE,
    backup,
    backup_to,
    elsewhere,
    folder_for,
    free_name,
    is_time,
    known,
    newest_named,
    newest_whole,
)
from integrate.journal.init import init
from integrate.journal.rekey import rekey
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import NotCopied, Rekeyed, VaultExists
from tests.journal.conftest import MACHINE, PASSPHRASE, QUICK


def names(folder):
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def spoil(journal, times=1):
    """Damages as many records as if the disk had."""
    journal.vault._access._db.execute(
        "UPDATE rec SET ct = zeroblob(600) WHERE seq IN (SELECT seq FROM rec LIMIT ?)", (times,)
    )


def mend(journal):
    """Takes the damage out again."""
    journal.vault.set_aside(journal.vault.path.with_name("aside"))
    journal.read()


@pytest.fixture
def with_page(journal, page_in):
    page_in(journal, "a word")
    return journal


@pytest.fixture
def foreign(tmp_path, library, page_in):
    """Another journal of the same name."""
    there = tmp_path / "other" / "journal.integrate"
    made, _ = init(there, "other", machine=MACHINE, library=library, kdf=QUICK)
    page_in(made, "not mine")
    yield made
    made.close()


def test_the_folder_is_beside_the_journal_until_another_is_chosen(path):
    assert folder_for(path, "") == path.parent / "backups"
    assert folder_for(path, "/media/stick") == path.__class__("/media/stick")
    assert folder_for(path, "~/there") == path.home() / "there"
    assert folder_for(path, "there").is_absolute()


def test_a_backup_is_named_after_its_moment_and_opens_as_the_journal_does(
    with_page, folder, now, library
):
    made = backup(with_page, folder, now)
    assert made.whole
    assert made.path == folder / "journal-2026-03-10-190000.vault"
    copy = unlock(made.path, PASSPHRASE, machine=MACHINE, library=library)
    assert [copy.words(each).text for each in copy.entries] == ["a word"]
    copy.close()


def test_only_its_owner_may_look_at_it(with_page, folder, now):
    made = backup(with_page, folder / "deeper", now)
    for each, mode in ((made.path, 0o600), (folder / "deeper", 0o700), (folder, 0o700)):
        assert stat.S_IMODE(each.stat().st_mode) == mode


def test_two_within_a_second_are_two_and_both_are_known(with_page, folder, now):
    made = [backup(with_page, folder, now).path for _ in range(3)]
    assert [each.name[-14:] for each in made] == [
        "0-190000.vault",
        "190000-2.vault",
        "190000-3.vault",
    ]
    assert list(known(with_page, folder)) == made[::-1]


def test_a_hundred_within_a_second_are_enough(with_page, folder, now):
    folder.mkdir()
    for _ in range(100):
        free_name(folder, "journal", now).write_text("")
    with pytest.raises(VaultExists):
        backup(with_page, folder, now)


def test_a_link_that_leads_nowhere_is_not_followed(with_page, folder, now, tmp_path):
    folder.mkdir()
    (folder / "journal-2026-03-10-190000.vault").symlink_to(tmp_path / "nowhere")
    assert backup(with_page, folder, now).path.name == "journal-2026-03-10-190000-2.vault"
    assert not (tmp_path / "nowhere").exists()


def test_progress_is_told_and_may_stop_it(with_page, folder, now):
    told = []
    backup(with_page, folder, now, progress=lambda *each: told.append(each))
    assert told[-1][0] == told[-1][1] > 0

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(with_page, folder, now + timedelta(hours=1), progress=stop)
    assert len(names(folder)) == 1


def test_a_folder_that_cannot_be_written_in_costs_nothing(with_page, tmp_path, now):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotCopied):
        backup(with_page, tmp_path / "file" / "backups", now)
    assert with_page.vault.verify().ok


def test_three_stay_and_one_of_each_month(with_page, folder, now):
    for days in (99, 98, 69, 68, 3, 2, 1, 0):
        made = backup(with_page, folder, now - timedelta(days=days))
    assert [each.name for each in made.removed] == []
    assert [each[8:18] for each in names(folder)] == [
        "2025-12-31",
        "2026-01-01",
        "2026-03-07",
        "2026-03-08",
        "2026-03-09",
        "2026-03-10",
    ]
    made = backup(with_page, folder, now + timedelta(days=1))
    assert [each.name[8:18] for each in made.removed] == ["2026-03-07"]
    assert not any(each.exists() for each in made.removed)


def test_the_one_just_made_stays_even_where_the_clock_was_set_back(with_page, folder, now):
    for days in range(1, 6):
        backup(with_page, folder, now + timedelta(days=days))
    made = backup(with_page, folder, now)
    assert made.path.exists()
    assert made.path not in made.removed


def test_a_damaged_journal_pushes_no_good_backup_out(with_page, folder, now, page_in):
    """Neither while it is damaged nor once it counts as whole again, with less in it."""
    for days in range(4):
        backup(with_page, folder, now + timedelta(days=days))
    good = set(names(folder))
    page_in(with_page, "another")
    spoil(with_page)
    for days in range(4, 12):
        made = backup(with_page, folder, now + timedelta(days=days))
        assert (made.damaged, made.whole) == (1, False)
        assert made.path.name.startswith("journal-damaged-2026-03-")
    assert good < set(names(folder))
    assert len([each for each in names(folder) if "damaged" in each]) == 4
    mend(with_page)
    made = backup(with_page, folder, now + timedelta(days=12))
    assert made.whole
    assert len(good & set(names(folder))) == 3
    assert [each.name[8:18] for each in made.removed] == ["2026-03-10"]


def test_a_backup_of_a_damaged_journal_is_known_too(with_page, folder, now):
    spoil(with_page)
    made = backup(with_page, folder, now)
    assert list(known(with_page, folder)) == [made.path]
    assert not is_time(with_page, folder, now)


def test_other_files_and_other_journals_backups_are_never_touched(with_page, foreign, folder, now):
    theirs = [backup(foreign, folder, now - timedelta(days=each)).path for each in range(200, 210)]
    others = ["journal.vault", "journal-old-2020-01-01-000000.vault", "journal-2020-01-01.vault"]
    others += ["journal-2020-13-01-000000.vault", "notes.txt", "journal-2020-01-01-000000.vault~"]
    for each in (*others, "journal-2020-01-01-000000.vault"):
        (folder / each).write_text("mine, and not a vault")
    before = set(names(folder))
    ours = [backup(with_page, folder, now + timedelta(hours=each)) for each in range(6)]
    assert before < set(names(folder))
    assert {each for made in ours for each in made.removed} == {ours[each].path for each in (0, 1)}
    assert set(known(with_page, folder)).isdisjoint(theirs)


def test_what_was_made_before_a_restore_is_known_and_stays(with_page, folder, now):
    before = free_name(folder, "journal", now - timedelta(days=900), BEFORE)
    with_page.vault.backup(before)
    for days in range(8):
        backup(with_page, folder, now + timedelta(days=days))
    assert before.exists()
    assert before in known(with_page, folder)


def test_a_backup_elsewhere_is_remembered_by_the_next_process(kept, folder, tmp_path, library):
    target = tmp_path / "stick" / "canary.vault"
    made = backup_to(kept, target)
    assert (made.path, made.whole) == (target, True)
    again = unlock(kept.vault.path, PASSPHRASE, machine=kept.vault._machine, library=library)
    assert list(known(again, folder)) == [target]
    again.close()


def test_where_it_lies_is_nowhere_in_clear(kept, tmp_path):
    backup_to(kept, tmp_path / "stick" / "canary.vault")
    state = list((tmp_path / "state").iterdir())
    assert state
    assert not any(b"canary" in each.read_bytes() or "canary" in each.name for each in state)


def test_one_that_is_out_of_reach_is_named_all_the_same(kept, folder, tmp_path):
    target = tmp_path / "stick" / "copy.vault"
    backup_to(kept, target)
    target.unlink()
    assert list(known(kept, folder)) == [target]


def test_one_that_was_put_into_the_folder_by_name_is_known_once(kept, folder, now):
    made = backup_to(kept, free_name(folder, "journal", now))
    assert list(known(kept, folder)) == [made.path]


def test_nothing_is_written_over(kept, tmp_path):
    target = tmp_path / "file"
    target.write_text("mine")
    with pytest.raises(VaultExists):
        backup_to(kept, target)
    assert target.read_text() == "mine"
    assert elsewhere(kept) == []


def test_a_note_that_cannot_be_read_names_nothing(kept):
    kept.vault.keep_note(backups._NOTE, {"not": "a list"})
    assert elsewhere(kept) == []


def test_it_is_time_once_a_day(with_page, folder, now):
    assert is_time(with_page, folder, now)
    backup(with_page, folder, now)
    for hours, due in ((0, False), (1, False), (23, False), (24, True), (100, True)):
        assert is_time(with_page, folder, now + timedelta(hours=hours)) is due


def test_an_empty_journal_needs_none(journal, folder, now):
    assert not is_time(journal, folder, now)
    journal.put_people(People(people=(Person(name="A friend"),)))
    assert is_time(journal, folder, now)


def test_after_the_clock_was_set_back_there_is_one_a_day_again(with_page, folder, now):
    backup(with_page, folder, now + timedelta(days=30))
    assert is_time(with_page, folder, now)
    backup(with_page, folder, now)
    assert not is_time(with_page, folder, now + timedelta(hours=1))


def test_another_journal_s_backup_in_the_same_folder_is_not_ours(with_page, foreign, folder, now):
    backup(foreign, folder, now)
    assert is_time(with_page, folder, now)


def test_one_made_just_before_a_restore_is_not_the_daily_one(with_page, folder, now):
    with_page.vault.backup(free_name(folder, "journal", now, BEFORE))
    assert is_time(with_page, folder, now)


def test_a_window_with_a_stale_key_makes_none(with_page, again, folder, now):
    other = again()
    rekey(with_page, "new", folder / "x", now, kdf=QUICK)
    with pytest.raises(Rekeyed):
        backup(other, folder, now)
    assert [each for each in names(folder) if each != "x"] == []


def test_the_newest_in_which_everything_can_be_read_is_found(
    with_page, foreign, folder, now, tmp_path
):
    assert newest_whole(with_page, folder) is None
    good = backup(with_page, folder, now).path
    backup(foreign, folder, now + timedelta(days=1))
    rubbish = free_name(folder, "journal", now + timedelta(days=2))
    rubbish.write_bytes(b"rubbish" * 3000)
    spoil(with_page)
    backup(with_page, folder, now + timedelta(days=3))
    assert newest_whole(with_page, folder) == good
    assert newest_named(folder, "journal") == rubbish  # unread: nothing opens there
    assert newest_named(tmp_path / "nowhere", "journal") is None


def test_backups_in_a_folder_that_was_used_before_stay_known(with_page, folder, now, tmp_path):
    first = backup(with_page, folder_for(with_page.vault.path, ""), now).path
    second = backup(with_page, folder, now).path
    third = backup(with_page, tmp_path / "stick", now).path
    assert list(known(with_page, tmp_path / "stick")) == [third, first, second]


def test_a_folder_that_cannot_be_reached_is_named_itself(with_page, folder, now, tmp_path):
    made = backup(with_page, folder, now).path
    folder.rename(tmp_path / "unplugged")
    assert list(known(with_page, folder)) == [folder]
    (tmp_path / "unplugged").rename(folder)
    assert list(known(with_page, folder)) == [made]


def test_what_a_repair_left_beside_the_journal_is_known(with_page, folder):
    path = with_page.vault.path
    left = path.with_name(f"{path.stem}.damaged-2{path.suffix}")
    with_page.vault.backup(left)
    path.with_name(f"{path.stem}.other-2{path.suffix}").write_bytes(b"not ours")
    assert list(known(with_page, folder)) == [left]


def test_the_journal_itself_is_no_copy_of_its_own(kept, library, tmp_path, folder):
    """Whoever goes on with a file that a backup made works in it from then on."""
    moved = backup_to(kept, tmp_path / "moved" / "journal.vault").path
    kept.close()
    going_on = unlock(moved, PASSPHRASE, machine=Machine(tmp_path / "state"), library=library)
    assert elsewhere(going_on) == [moved]
    assert list(known(going_on, folder)) == []
    going_on.close()


def test_a_name_that_is_not_text_is_remembered_too(kept, folder, tmp_path):
    target = tmp_path / os.fsdecode(b"copy-\xff.vault")
    try:
        target.touch()
    except OSError:
        pytest.skip("names are text here")
    target.unlink()
    backup_to(kept, target)
    assert list(known(kept, folder)) == [target]
