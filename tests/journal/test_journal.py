import threading

import pytest

from integrate.domain.people import People, Person
from integrate.journal.journal import matching
from integrate.vault import VaultBusy


def test_two_journals_on_one_file_see_each_other_after_a_refresh(journal, again, free_page, past):
    other = again()
    assert not other.refresh()
    entry, session = free_page("the kettle sings"), past(40)
    assert list(other.entries) == []
    assert other.refresh()
    assert [each.id for each in other.entries] == [entry.id]
    assert list(other.sessions) == [session]
    assert other.timeline.place(entry.heading.when) == journal.timeline.place(entry.heading.when)
    assert not other.refresh()


@pytest.mark.parametrize("part", ["present", "drafts"])
def test_a_refresh_that_finds_the_file_busy_loses_nothing_and_reads_the_next_time(
    again, free_page, past, monkeypatch, part
):
    old, session = free_page("old"), past(40)
    other = again()
    new = free_page("new")

    def busy():
        raise VaultBusy

    monkeypatch.setattr(other.vault, part, busy)
    with pytest.raises(VaultBusy):
        other.refresh()
    assert [each.id for each in other.entries] == [old.id]
    assert list(other.sessions) == [session]
    monkeypatch.undo()
    assert other.refresh()
    assert {each.id for each in other.entries} == {old.id, new.id}


def test_help_does_not_wait_while_a_writing_waits_for_another_window(
    journal, free_page, past, monkeypatch
):
    ana = People(people=(Person(name="Ana"),))
    journal.put_people(ana)
    session = past(40)
    asked, found, really = threading.Event(), [], journal.vault.add
    # Inside the file's own lock, as SQLite waits there.
    answered = threading.Event()

    def waits(*args, **more):
        with journal.vault._access._lock:
            asked.set()
            assert answered.wait(10)
        return really(*args, **more)

    def ask_for_help():
        asked.wait(10)
        found.append((journal.people, list(journal.sessions), list(journal.entries)))
        answered.set()

    monkeypatch.setattr(journal.vault, "add", waits)
    helped = threading.Thread(target=ask_for_help)
    helped.start()
    entry = free_page()
    helped.join()
    assert found == [(ana, [session], [])]
    assert [each.id for each in journal.entries] == [entry.id]


def test_help_of_a_journal_just_opened_does_not_wait_either(journal, again):
    ana = People(people=(Person(name="Ana"),))
    journal.put_people(ana)
    other = again()
    other.vault.close()
    assert other.people == ana


def test_entries_stand_newest_first_(journal, free_page):
    hours = [30, 2, 400, 0, 7]
    ids = {hour: free_page(hours=hour).id for hour in hours}
    assert [each.id for each in journal.entries] == [ids[hour] for hour in sorted(hours)]
    assert journal.entries is journal.entries  # sorted once, not at each look


def test_a_record_that_cannot_be_understood_hides_no_other_and_is_named(
    journal, again, free_page, past
):
    entry, session = free_page(), past(40)
    broken = journal.vault.add("entry", {"when": "some day"}, {"text": "x"})
    unknown = journal.vault.add("something newer", {}, {})
    other = again()
    assert [each.id for each in other.entries] == [entry.id]
    assert list(other.sessions) == [session]
    named = {each.entity for each in other.damaged}
    assert broken.entity in named
    assert unknown.entity not in named  # another version's; it is left alone


def test_a_session_that_cannot_be_understood_is_named(journal, again):
    broken = journal.vault.add("session", {"route": "by drone"}, None)
    assert [each.entity for each in again().damaged] == [broken.entity]


def test_adding_and_reading_in_several_threads_loses_nothing(again, free_page):
    other = again()
    done = threading.Event()
    faults = []

    def keep_reading():
        seen = set()
        while not done.is_set():
            try:
                other.read()
                found = {each.id for each in other.entries}
                assert found >= seen
                seen = found
            except Exception as fault:  # noqa: BLE001 - whatever it is, the test tells it
                faults.append(fault)
                return

    readers = [threading.Thread(target=keep_reading) for _ in range(2)]
    for each in readers:
        each.start()
    ids = {free_page(hours=hour).id for hour in range(12)}
    done.set()
    for each in readers:
        each.join()
    other.read()
    assert faults == []
    assert {each.id for each in other.entries} == ids


def test_closing_drops_what_was_read_and_closes_the_file(journal, free_page, past):
    free_page()
    past(40)
    journal.close()
    assert (list(journal.entries), list(journal.sessions)) == ([], [])
    assert journal.session("a") is None


def test_no_word_of_a_heading_or_an_entry_stands_in_the_file(path, free_page, past):
    """Plaintext of the person's words never reaches the disk."""
    canary = "marmalade-canary"
    free_page(canary)
    past(40, title=canary)
    for each in path.parent.iterdir():
        assert canary.encode() not in each.read_bytes()


def test_ids_match_by_their_beginning_in_any_case(journal, free_page):
    entry = free_page()
    assert [each.id for each in matching(journal.entries, entry.id[:5].upper())] == [entry.id]
