import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.write import note, write
from integrate.vault import NotWritten, ReadOnlyVault, VaultBusy


def page(now, text="the kettle sings"):
    return replace(begin_free(now), text=text)


def test_a_free_page_becomes_an_entry_and_its_draft_goes(journal, now, again):
    keeper = Keeper(journal)
    keeper.keep(page(now))
    entry = write(journal, page(now, "\nthe kettle sings\n\n"), keeper, now)
    assert (entry.form, entry.words.text) == ("free", "the kettle sings")
    assert waiting(journal) == []
    other = again()
    (listed,) = other.entries
    assert (listed.id, listed.heading) == (entry.id, entry.heading)
    assert other.words(listed) == entry.words


def test_a_guided_entry_carries_its_place_its_wording_and_its_series(journal, now, past):
    session = past(40)
    passage = begin(journal, "open", now)
    first = passage.walk.prompt
    walk = passage.walk.answer(answer_to(first, 8)).stop()
    entry = write(journal, replace(passage, walk=walk), Keeper(journal), now)
    assert (entry.heading.set, entry.heading.version) == ("open", "1.0")
    assert (entry.heading.session, entry.heading.phase) == (session.id, "open")
    assert entry.heading.series == {"steady": 8}
    assert [each.ask for each in entry.words.answers] == [first.ask]


def test_with_nothing_said_there_is_no_entry_and_no_draft(journal, now):
    keeper = Keeper(journal)
    keeper.keep(page(now))
    assert write(journal, page(now, "  "), keeper, now) is None
    assert list(journal.entries) == []
    assert waiting(journal) == []


def test_writing_twice_makes_one_entry(journal, now):
    keeper = Keeper(journal)
    assert write(journal, page(now), keeper, now) == write(journal, page(now), keeper, now)
    assert len(journal.entries) == 1


def test_where_it_cannot_be_written_the_draft_stays(journal, now, monkeypatch):
    keeper = Keeper(journal)
    keeper.keep(page(now))

    def refuse(*_args, **_more):
        raise ReadOnlyVault

    monkeypatch.setattr(journal.vault, "add", refuse)
    with pytest.raises(ReadOnlyVault):
        write(journal, page(now), keeper, now)
    assert not keeper.closed
    assert [each.passage for each in waiting(journal)] == [page(now)]


def test_what_the_disk_took_without_telling_is_not_written_a_second_time(
    journal, now, monkeypatch, again
):
    keeper, really = Keeper(journal), journal.vault.add

    def taken_but_not_told(*args, **more):
        item = really(*args, **more)
        raise NotWritten(lambda: item)

    monkeypatch.setattr(journal.vault, "add", taken_but_not_told)
    with pytest.raises(NotWritten):
        write(journal, page(now), keeper, now)
    later = now.replace(hour=20)
    entry = write(journal, page(now), keeper, later)
    assert [each.id for each in again().entries] == [entry.id]
    assert entry.heading.when == now


FAULTS = [("before",) * 2, ("after",) * 2, ("before", "after")]


@pytest.mark.parametrize("faults", FAULTS)
def test_words_changed_after_an_unsure_writing_make_one_entry_with_the_new_words(
    journal, now, again, unsure, faults
):
    keeper = Keeper(journal)
    unsure(*faults)
    with pytest.raises(NotWritten):
        write(journal, page(now, "one"), keeper, now)
    journal.refresh()
    unsure(*faults)
    with pytest.raises(NotWritten):
        write(journal, page(now, "one two"), keeper, now)
    unsure()
    entry = write(journal, page(now, "one two three"), keeper, now)
    other = again()
    for each in (journal, other):
        (listed,) = each.entries
        assert (listed.id, listed.also) == (entry.id, ())
        assert each.words(listed).text == "one two three"
    assert waiting(other) == []
    assert other.vault.verify().ok


def test_a_revision_that_finds_the_file_busy_still_makes_one_entry_later(
    journal, now, again, unsure, monkeypatch
):
    keeper = Keeper(journal)
    unsure("after", "after")
    with pytest.raises(NotWritten):
        write(journal, page(now, "one"), keeper, now)

    def busy(*_, **__):
        raise VaultBusy

    monkeypatch.setattr(journal.vault, "add", busy)
    with pytest.raises(VaultBusy):
        write(journal, page(now, "one two"), keeper, now)
    assert [journal.words(each).text for each in journal.entries] == ["one"]
    monkeypatch.undo()
    write(journal, page(now, "one two"), keeper, now)
    (listed,) = again().entries
    assert journal.words(listed).text == "one two"


def test_something_else_kept_in_between_does_not_make_an_unsure_entry_two(
    journal, now, again, unsure, past
):
    keeper = Keeper(journal)
    unsure("after", "after")
    with pytest.raises(NotWritten):
        write(journal, page(now, "one"), keeper, now)
    unsure("after", "after")
    with pytest.raises(NotWritten):
        past(40)
    past(40)
    journal.read()
    write(journal, page(now, "one"), keeper, now.replace(hour=20))
    other = again()
    assert (len(other.entries), len(other.sessions)) == (1, 1)


@pytest.mark.parametrize("faults", FAULTS)
def test_a_session_changed_again_after_an_unsure_change_stands_once_as_it_was_said_last(
    journal, again, unsure, past, faults
):
    session = past(40)
    unsure(*faults)
    with pytest.raises(NotWritten):
        journal.put_session(replace(session, title="one"))
    unsure()
    last = journal.put_session(replace(session, title="two"))
    other = again()
    assert list(other.sessions) == list(journal.sessions) == [last]
    (item,) = other.vault.present().items
    assert item.also == ()


def test_a_note_is_kept_at_once(journal, now):
    entry = note(journal, "milk, call Ana\n", now, title="Free page")
    assert journal.words(journal.entries[0]).text == entry.words.text == "milk, call Ana"
    with pytest.raises(ValueError, match=r"^ $"):
        note(journal, " ", now, title="Free page")
