import threading

import pytest
from msgspec.structs import replace

from integrate.domain.entry import Words
from integrate.domain.people import People, Person
from integrate.journal.journal import matching
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.vault import VaultBusy
from tests.journal.conftest import MACHINE, PASSPHRASE


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

    def busy(*_):
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


@pytest.fixture
def unread(path, library, journal):
    """The same journal, opened in another window and not read yet."""
    assert journal.vault.path == path
    other = unlock(path, PASSPHRASE, machine=MACHINE, library=library, read=False)
    yield other
    other.close()


def test_a_page_is_added_without_reading_any_other(unread, free_page, now, monkeypatch):
    old = free_page("old", hours=1)

    def never(*_):
        raise AssertionError

    monkeypatch.setattr(unread.vault, "present", never)
    new = note(unread, "new", now, title="Free page")
    monkeypatch.undo()
    assert [each.id for each in unread.entries] == [new.id, old.id]


@pytest.mark.parametrize(
    "ask",
    [
        lambda journal, _: len(journal.entries),
        lambda journal, _: len(journal.sessions),
        lambda journal, session: journal.session(session.id) == session,
        lambda journal, session: journal.timeline.place(session.starts).session == session,
        lambda journal, _: len(journal.people.people),
        lambda journal, _: len(journal.damaged),
    ],
)
def test_what_was_left_for_later_is_read_when_anything_is_asked_for(
    unread, journal, free_page, past, ask
):
    free_page("words")
    journal.put_people(People(people=(Person(name="Ada"),)))
    session = past(40)
    journal.vault.add("session", {"no": "session"}, None)
    assert ask(unread, session) == 1


def test_a_rewording_in_a_journal_that_was_not_read_keeps_what_stands_beside(
    unread, again, free_page
):
    page = free_page("first")
    (listed,) = again().entries
    for journal in (again(), again()):
        heading, words = listed.heading, Words(text="side by side")
        journal.vault.add("entry", heading, words, entity=page.id, after=[listed.rid])
    beside = again().entries[0].also
    put = unread.put_entry(
        page.id, listed.heading, Words(text="new"), after=[again().entries[0].rid]
    )
    assert put.also == beside


def test_sessions_and_people_are_changed_in_a_journal_that_was_not_read(
    unread, journal, again, past
):
    session = past(40)
    journal.put_people(People(people=(Person(name="Ada"),)))
    unread.put_session(replace(session, title="Named later"))
    unread.put_people(People(people=(Person(name="Grace"),)))
    other = again()
    assert [each.title for each in other.sessions] == ["Named later"]
    assert [each.name for each in other.people.people] == ["Grace"]
    assert other.vault.verify().ok


def test_a_closed_journal_that_was_never_read_stays_so(unread):
    unread.close()
    assert (list(unread.entries), unread.damaged) == ([], ())
