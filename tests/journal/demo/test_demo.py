import subprocess
import sys
import time
from datetime import datetime

import pytest

from integrate.domain.due import Due
from integrate.domain.walk import Ask
from integrate.journal.begin import begin
from integrate.journal.demo import Demo, open_demo
from integrate.journal.draft import waiting
from integrate.journal.due import due
from integrate.journal.passage import Guided
from integrate.journal.show import show
from integrate.journal.write import note

OFFERED = {
    "evening": ("landing", "landing"),
    "window": ("open", "open"),
    "week3": ("weaving", "weaving"),
    "before": ("before", "before"),
    "talk": ("talk-after", "talk-after"),
}
"""Moment to the set that is offered first, and the phase that it is offered for."""


def now_due(demo: Demo) -> Due:
    return due(demo.journal, demo.clock())


@pytest.mark.parametrize(("moment", "expected"), OFFERED.items())
def test_each_moment_offers_what_belongs_to_it(demo_at, moment, expected):
    offer = now_due(demo_at(moment)).next

    assert offer is not None
    assert (offer.set.id, offer.place.phase.id) == expected


def test_with_no_session_near_nothing_is_due_and_there_are_pages_to_read(demo_at):
    demo = demo_at("practice")

    offered = now_due(demo)

    assert offered.next is None
    assert offered.moment.place is None
    assert len(demo.journal.entries) >= 5


def test_there_is_a_moment_for_every_word_that_the_command_takes(demo_at):
    assert {each.id for each in demo_at("evening").moments} == {*OFFERED, "practice"}


@pytest.mark.parametrize("moment", [*OFFERED, "practice"])
def test_no_moment_begins_with_a_question_or_with_damage(demo_at, moment):
    demo = demo_at(moment)

    asks = now_due(demo).moment

    assert (asks.went_ahead, asks.slept) == (None, None)
    assert demo.journal.damaged == ()


@pytest.mark.parametrize("moment", [*OFFERED, "practice"])
def test_nothing_later_than_the_moment_is_there(demo_at, moment):
    demo = demo_at(moment)

    assert all(each.heading.when <= demo.clock() for each in demo.journal.entries)


def test_every_page_can_be_read_and_says_something(demo_at):
    demo = demo_at("week3")

    for each in demo.journal.entries:
        words = show(demo.journal, each.id).entry.words
        assert words.text or words.answers


def test_the_kind_note_written_before_comes_back_in_the_evening(demo_at):
    demo = demo_at("evening")

    landing = begin(demo.journal, "landing", demo.clock())

    assert "Ana is upstairs and she means it" in landing.walk.kept["note"].said


def test_the_small_step_and_the_view_come_back_in_the_weeks_after(demo_at):
    demo = demo_at("week3")

    weaving = begin(demo.journal, "weaving", demo.clock())

    assert "bun" in weaving.walk.kept["small-step"].said
    assert weaving.walk.kept["weight-before"].said.startswith("7")


def test_a_page_half_written_waits_in_the_window_with_its_words(demo_at):
    demo = demo_at("window")

    (left,) = waiting(demo.journal)

    assert isinstance(left.passage, Guided)
    step = left.passage.walk.step
    assert isinstance(step, Ask)
    assert step.prompt.id == "open-view"
    assert step.answer is not None
    assert str(step.answer.value).endswith("when you stand in the")


@pytest.mark.parametrize("moment", ["evening", "before", "talk", "practice", "week3"])
def test_it_waits_at_no_other_moment(demo_at, moment):
    assert not waiting(demo_at(moment).journal)


def test_another_day_brings_its_own_journal_and_clock(demo_at):
    demo = demo_at("practice")
    before = demo.journal
    note(before, "something tried out", demo.clock(), title="Mine")

    demo.go_to("window")

    assert demo.journal is not before
    assert demo.at.id == "window"
    assert demo.clock() == datetime(2026, 3, 5, 10, 0).astimezone()
    assert len(list(demo.journal.vault.path.parent.iterdir())) == 1
    with pytest.raises(ValueError, match="closed"):
        before.vault.present()

    demo.go_to("practice")

    assert "Mine" not in {each.heading.title for each in demo.journal.entries}


def test_an_unknown_day_leaves_everything_as_it_is(demo_at):
    demo = demo_at("talk")
    before = demo.journal

    with pytest.raises(KeyError):
        demo.go_to("sometime")

    assert demo.journal is before
    assert demo.at.id == "talk"
    assert before.entries


def test_another_day_is_there_within_a_second(demo_at):
    demo = demo_at("practice")
    began = time.process_time()

    demo.go_to("week3")

    assert time.process_time() - began < 1


def test_closing_takes_everything_away_and_may_be_done_twice(demo_at):
    demo = demo_at("evening")
    folder = demo.journal.vault.path.parent

    demo.close()
    demo.close()

    assert not folder.exists()
    with pytest.raises(ValueError, match="closed"):
        _ = demo.journal


def test_a_program_that_ends_without_closing_leaves_nothing():
    script = (
        "from datetime import UTC, datetime\n"
        "from integrate.journal.demo import open_demo\n"
        "from integrate.library import Library\n"
        "demo = open_demo('talk', library=Library.shipped(), start=lambda: datetime.now(UTC))\n"
        "print(demo.journal.vault.path)\n"
    )

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert ended.stdout.decode().strip().endswith(".vault")
    assert not _exists(ended.stdout)


def test_an_unknown_first_day_leaves_nothing(library, watch, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    with pytest.raises(KeyError):
        open_demo("sometime", library=library, start=watch)

    assert list(tmp_path.iterdir()) == []


def test_the_invented_words_are_sealed_like_real_ones(demo_at):
    path = demo_at("week3").journal.vault.path

    sealed = path.read_bytes()

    assert b"There and back. It hums." not in sealed
    assert b"Hour with Mira" not in sealed


def _exists(printed: bytes) -> bool:
    from pathlib import Path

    path = Path(printed.decode().strip())
    return path.exists() or path.parent.exists()
