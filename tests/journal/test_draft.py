import threading
from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer, answer_to
from integrate.domain.walk import ConfirmDepth, Ending
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper, discard, resume, waiting
from integrate.journal.passage import Guided
from integrate.journal.write import write
from integrate.vault import DraftGone, NotWritten


def typed(now, text):
    return replace(begin_free(now), text=text)


def drafts(journal):
    return [each.passage for each in waiting(journal)]


def test_a_draft_is_sealed_as_it_grows_and_offered_back(journal, now, again):
    keeper = Keeper(journal)
    for text in ("the", "the kettle", "the kettle sings"):
        assert keeper.keep(typed(now, text))
    assert drafts(again()) == [typed(now, "the kettle sings")]


def test_nothing_is_sealed_where_nothing_was_said(journal, now):
    keeper = Keeper(journal)
    assert not keeper.keep(typed(now, "  \n"))
    assert keeper.rid is None
    assert drafts(journal) == []


def test_words_taken_back_are_taken_back_in_the_draft_too(journal, now):
    keeper = Keeper(journal)
    keeper.keep(typed(now, "no"))
    assert keeper.keep(typed(now, ""))
    assert drafts(journal) == [typed(now, "")]


def test_what_is_sealed_already_is_not_written_again(journal, now, again):
    keeper, other = Keeper(journal), again()
    keeper.keep(typed(now, "words"))
    before = other.vault.version()
    assert keeper.keep(typed(now, "words"))
    assert other.vault.version() == before


def test_a_draft_that_another_window_finished_is_sealed_again_before_it_is_called_kept(
    journal, now, again
):
    keeper, other = Keeper(journal), again()
    keeper.keep(typed(now, "words"))
    (left,) = waiting(other)
    passage, theirs = resume(other, left, now)
    write(other, passage, theirs, now)
    assert drafts(journal) == []
    assert keeper.keep(typed(now, "words"))
    assert drafts(journal) == [typed(now, "words")]


def test_a_draft_that_was_written_over_from_elsewhere_is_sealed_again(journal, now, again):
    keeper, other = Keeper(journal), again()
    rid = keeper.keep(typed(now, "words")) and keeper.rid
    other.vault.keep_draft(typed(now, "old words"), rid)
    assert keeper.keep(typed(now, "words"))
    assert drafts(journal) == [typed(now, "words")]


def test_two_windows_that_write_nothing_new_come_to_rest(journal, now, again):
    other, third = again(), again()
    pairs = [(Keeper(journal), typed(now, "here")), (Keeper(other), typed(now, "there"))]
    for keeper, page in pairs:
        keeper.keep(page)
    before = third.vault.version()
    for keeper, page in pairs * 2:
        assert keeper.keep(page)
    assert third.vault.version() == before


def test_a_draft_that_the_disk_took_with_an_unsure_entry_is_sealed_again(journal, now, monkeypatch):
    keeper, really = Keeper(journal), journal.vault.add
    keeper.keep(typed(now, "words"))

    def taken_but_not_told(*args, **more):
        item = really(*args, **more)
        raise NotWritten(lambda: item)

    monkeypatch.setattr(journal.vault, "add", taken_but_not_told)
    with pytest.raises(NotWritten):
        write(journal, typed(now, "words"), keeper, now)
    assert keeper.keep(typed(now, "words"))
    assert drafts(journal) == [typed(now, "words")]


def test_a_walk_comes_back_where_it_was_left_with_every_word(journal, now, past, again):
    past(40)
    passage = begin(journal, "open", now)
    walk = passage.walk.answer(answer_to(passage.walk.prompt, 8))
    walk = walk.hold(Answer(value="half a thou"))
    Keeper(journal).keep(replace(passage, walk=walk))
    other = again()
    (left,) = waiting(other)
    resumed, keeper = resume(other, left, now)
    assert resumed == replace(passage, walk=walk)
    assert resumed.walk.step.answer == Answer(value="half a thou")
    assert keeper.rid != left.rid
    assert drafts(journal) == [resumed]


def test_two_windows_cannot_both_take_a_draft(journal, now, again):
    Keeper(journal).keep(typed(now, "words"))
    other = again()
    (ours,), (theirs,) = waiting(journal), waiting(other)
    resume(journal, ours, now)
    with pytest.raises(DraftGone):
        resume(other, theirs, now)


def test_a_draft_that_grew_after_it_was_listed_comes_back_whole(journal, now):
    keeper = Keeper(journal)
    keeper.keep(typed(now, "one"))
    (left,) = waiting(journal)
    keeper.keep(typed(now, "one two"))
    assert resume(journal, left, now)[0] == typed(now, "one two")


def test_the_newest_draft_comes_first_and_one_can_be_put_away(journal, now):
    for hour, text in ((9, "early"), (15, "late"), (12, "noon")):
        Keeper(journal).keep(typed(now.replace(hour=hour), text))
    assert [each.text for each in drafts(journal)] == ["late", "noon", "early"]
    discard(journal, waiting(journal)[1])
    assert [each.text for each in drafts(journal)] == ["late", "early"]


def test_after_the_entry_a_late_autosave_brings_no_draft_back(journal, now):
    keeper, page = Keeper(journal), typed(now, "words")
    keeper.keep(typed(now, "wor"))
    assert write(journal, page, keeper, now)
    assert keeper.closed
    assert keeper.keep(typed(now, "wor"))
    assert drafts(journal) == []


def test_after_dropping_a_late_autosave_brings_no_draft_back(journal, now):
    keeper = Keeper(journal)
    keeper.keep(typed(now, "words"))
    keeper.drop()
    keeper.drop()
    assert not keeper.keep(typed(now, "words"))
    assert drafts(journal) == []


def test_autosaves_from_many_threads_and_the_end_leave_one_entry_and_no_draft(journal, now):
    keeper, page = Keeper(journal), typed(now, "words 0")
    gate = threading.Barrier(6)
    written = []

    def autosave(number):
        gate.wait()
        for count in range(5):
            keeper.keep(typed(now, f"words {number} {count}"))

    def finish():
        gate.wait()
        written.append(write(journal, page, keeper, now))

    threads = [threading.Thread(target=autosave, args=(number,)) for number in range(4)]
    threads += [threading.Thread(target=finish) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert drafts(journal) == []
    assert len(journal.entries) == 1
    assert written[0] == written[1]


def test_a_draft_that_cannot_be_read_hides_no_other_and_is_named(journal, now, again):
    Keeper(journal).keep(typed(now, "words"))
    unknown = journal.vault.keep_draft({"type": "from a newer version"})
    other = again()
    assert drafts(other) == [typed(now, "words")]
    assert [each.rid for each in other.damaged] == [unknown.hex()]


def test_a_fault_of_the_disk_leaves_one_draft_not_two(journal, now, monkeypatch):
    keeper = Keeper(journal)
    really = journal.vault.keep_draft

    def taken_but_not_told(value, rid):
        really(value, rid)
        raise NotWritten(lambda: rid)

    monkeypatch.setattr(journal.vault, "keep_draft", taken_but_not_told)
    with pytest.raises(NotWritten):
        keeper.keep(typed(now, "wor"))
    monkeypatch.undo()
    assert keeper.keep(typed(now, "words"))
    assert drafts(journal) == [typed(now, "words")]


# --- taken up at another moment


def test_a_walk_taken_up_at_the_door_goes_no_nearer_to_a_memory(journal, now, past):
    """No prompt asks for a memory from twelve hours before a session."""
    past(40)
    passage = begin(journal, "open", now)
    walk = passage.walk
    while not isinstance(walk.step, ConfirmDepth):
        answer = {"scale": 9, "choice": "say"}.get(walk.prompt.kind.value)
        walk = walk.answer(answer_to(walk.prompt, answer)) if answer else walk.skip()
    Keeper(journal).keep(replace(passage, walk=walk.confirm(yes=True)))
    past(-6)  # a session was added since, six hours from now
    resumed, _ = resume(journal, waiting(journal)[0], now)
    standing = resumed.walk.order()
    assert not any(each.memory or each.depth > 1 for each in standing)
    assert resumed.walk.prompt in standing


def test_a_walk_put_away_for_later_is_taken_up_at_the_same_prompt(journal, now, past):
    past(5)
    passage = begin(journal, "landing", now)
    parked = replace(passage.walk.hold(Answer(value="wobbly")), ending=Ending.PARKED)
    keeper = Keeper(journal)
    assert write(journal, replace(passage, walk=parked), keeper, now) is None
    assert list(journal.entries) == []
    resumed, _ = resume(journal, waiting(journal)[0], now)
    assert isinstance(resumed, Guided)
    assert resumed.walk.step.prompt.id == "landing-how"
    assert resumed.walk.step.answer == Answer(value="wobbly")


def test_a_draft_holds_its_own_copy_of_the_set(journal, now):
    passage = begin(journal, "checkin", now)
    Keeper(journal).keep(
        replace(passage, walk=passage.walk.answer(answer_to(passage.walk.prompt, 5)))
    )
    (draft,) = journal.vault.drafts()
    assert msgspec.json.decode(draft.value)["walk"]["set"]["set"]["id"] == "checkin"
    assert drafts(journal)[0].walk.set == passage.walk.set


def test_a_draft_left_while_help_stood_in_front_goes_on_with_its_question(journal, now, past):
    past(0.5)
    begun = begin(journal, "open", now - timedelta(hours=30))
    told = begun.walk.answer(Answer(value=9)).hold(Answer(value="tea"))
    ended = replace(told.support(), ending=Ending.PARKED)
    Keeper(journal).keep(replace(begun, walk=ended))
    passage, _ = resume(journal, waiting(journal)[0], now)
    assert passage.walk.ending is None
    assert passage.walk.resume().prompt in passage.walk.order()
