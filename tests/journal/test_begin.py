from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.prompt import Does
from integrate.domain.walk import Origin, Recall
from integrate.domain.walk import begin as begin_walk
from integrate.journal.begin import begin, begin_free, kept, newest_kept
from integrate.journal.draft import Keeper
from integrate.journal.passage import Guided
from integrate.journal.write import write
from integrate.library import NoSuchSet
from integrate.vault import DamagedRecord


@pytest.fixture
def keeping(journal, library):
    """Writes an entry that keeps these words under this name, at this time."""

    def make(name, words, when):
        chosen, prompt = next(
            (one, each)
            for one in library.sets().values()
            for each in one.flat()
            if each.keep_as == name
        )
        alone = replace(chosen, prompt=(replace(prompt, shown_if=None, shows=None),))
        walk = begin_walk(alone, max_depth=3, memory=True)
        walk = walk.answer(answer_to(walk.prompt, words))
        passage = Guided(walk=walk, session=None, phase="open", begun=when)
        return write(journal, passage, Keeper(journal), when)

    return make


def test_a_set_goes_as_deep_as_the_moment_allows(journal, now, past):
    past(40)
    assert begin(journal, "open", now).walk.max_depth == 3
    past(1)
    landing = begin(journal, "open", now).walk
    assert (landing.max_depth, landing.memory, landing.arriving) == (1, False, True)
    assert landing.support().step.origin is Origin.ARRIVING


def test_it_belongs_to_the_phase_that_holds_or_that_it_was_offered_for(journal, now, past):
    assert (begin(journal, "checkin", now).session, begin(journal, "checkin", now).phase) == (
        None,
        None,
    )
    session = past(40)
    passage = begin(journal, "checkin", now)
    assert (passage.session, passage.phase, passage.begun) == (session.id, "open", now)
    coming = past(-100)
    ahead = next(each for each in [journal.timeline.place(now + timedelta(hours=60))] if each)
    offered = begin(journal, "before", now, place=ahead)
    assert offered.session in {session.id, coming.id}
    assert offered.phase == ahead.phase.id


def test_only_its_first_prompt_where_that_is_wished(journal, now):
    walk = begin(journal, "checkin", now, only=True).walk
    assert walk.answer(answer_to(walk.prompt, 5)).over


def test_a_set_that_is_not_there_is_refused(journal, now):
    with pytest.raises(NoSuchSet, match="nowhere"):
        begin(journal, "nowhere", now)


def test_a_free_page_has_a_title_even_when_none_was_given(now):
    assert begin_free(now, "  ").title == "Free page"
    assert begin_free(now, " A walk ").title == "A walk"


def test_the_newest_answer_kept_under_a_name_comes_back_with_its_day_and_phase(
    journal, now, keeping
):
    for days, words in ((9, "older"), (2, "the newest"), (5, "between")):
        keeping("small-step", words, now - timedelta(days=days))
    found = newest_kept(journal, "small-step")
    assert (found.said, found.when, found.phase) == (
        "the newest",
        now - timedelta(days=2),
        "Open window",
    )
    assert newest_kept(journal, "hope") is None


def test_what_a_set_shows_is_looked_up_and_shown(journal, now, past, keeping):
    past(100)
    keeping("small-step", "five minutes outside", now - timedelta(days=2))
    walk = begin(journal, "settling", now).walk
    shown = [each for each in walk.order() if each.shows == "small-step"]
    assert shown
    assert walk.kept["small-step"].said == "five minutes outside"


def test_the_kind_note_comes_back_where_an_option_asks_for_it(journal, now, past, keeping, library):
    keeping("note", "You are allowed to rest.", now - timedelta(days=2))
    past(1)
    walk = begin(journal, "arriving", now).walk
    showing = [
        (prompt, option)
        for prompt in library.set("arriving").flat()
        for option in prompt.options
        if option.does is Does.SHOW_NOTE
    ]
    (prompt, option), *_ = showing
    while walk.prompt.id != prompt.id:
        walk = walk.skip()
    step = walk.answer(answer_to(prompt, option.value)).step
    assert isinstance(step, Recall)
    assert step.kept.said == "You are allowed to rest."


def test_a_damaged_entry_is_passed_over_for_the_one_before(journal, now, keeping, monkeypatch):
    keeping("small-step", "older", now - timedelta(days=9))
    newer = keeping("small-step", "newer", now - timedelta(days=2))
    really = journal.words

    def damaged(listed):
        if listed.id == newer.id:
            raise DamagedRecord(listed.rid, listed.id)
        return really(listed)

    monkeypatch.setattr(journal, "words", damaged)
    assert newest_kept(journal, "small-step").said == "older"


def test_a_set_that_shows_nothing_looks_nothing_up(journal, library):
    assert kept(journal, library.set("checkin")) == {}
