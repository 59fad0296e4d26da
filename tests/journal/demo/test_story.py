"""What the story shows, and what it must never say."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from runpy import run_path

import pytest

from integrate.domain.session import Route
from integrate.journal.result import result
from integrate.journal.show import show

NEVER = {
    **run_path(str(Path(__file__).parents[2] / "prompts" / "test_wording.py"))["NEVER"],
    "a substance": r"ketamine|\bdrugs?\b|medicine|\bpills?\b",
    "what happened to anybody": r"trauma|abuse|assault|violen",
}
"""What no shipped prompt may say, the people in the story do not say either; and more."""


def said(story) -> Iterator[str]:
    for moment in story.moments:
        yield moment.title
    for session in story.sessions:
        yield session.title
    for page in story.pages:
        yield page.title
        yield page.text
    for told in (*story.entries, *story.drafts):
        for answer in told.answers.values():
            yield answer if isinstance(answer, str) else getattr(answer, "other", "")


def series(demo, name):
    return [
        each.heading.series[name]
        for each in reversed(demo.journal.entries)
        if name in each.heading.series
    ]


@pytest.mark.parametrize("rule", NEVER)
def test_nobody_in_it_says(story, rule):
    found = [text for text in said(story) if re.search(NEVER[rule], text, re.IGNORECASE)]

    assert found == []


def test_it_is_told_in_words_not_in_pictures(story):
    assert all(char.isascii() or char in "áé–…’" for text in said(story) for char in text)


def test_the_last_moment_has_all_of_it(story):
    last = max(each.at for each in story.moments)
    told = [each.at for each in (*story.entries, *story.pages, *story.people)]

    assert max(told) < last


def test_every_guided_entry_was_offered_when_it_was_written(demo_at, library):
    for each in demo_at("week3").journal.entries:
        known = each.heading.set in library.set_ids()
        when = library.set(each.heading.set).when if known else None
        if when is not None:
            assert each.heading.phase == when.phase, each.heading.title


def test_three_sessions_within_ten_weeks_beside_weekly_hours_of_talk(story):
    dosed = sorted(each.starts for each in story.sessions if each.route is not Route.NONE)
    hours = sorted(each.starts for each in story.sessions if each.route is Route.NONE)

    assert len(dosed) == 3
    assert dosed[-1] - dosed[0] < timedelta(weeks=10)
    assert all(after - before == timedelta(weeks=1) for before, after in pairwise(hours))
    assert sum(each.called_off is not None for each in story.sessions) == 1


def test_one_of_them_was_hard_and_help_was_used(story):
    kinds = [each.answers.get("landing-kind") for each in story.entries if each.set == "landing"]

    assert kinds == ["strange", "frightening", "mixed"]
    assert any(each.answers.get("hard-now") == "people" for each in story.entries)
    assert any(each.title == "Flat" for each in story.pages)


def test_there_are_days_and_days_with_nothing(story):
    days = sorted({each.at.date() for each in (*story.entries, *story.pages)})
    gaps = [(after - before).days for before, after in pairwise(days)]

    assert sum(gap >= 3 for gap in gaps) >= 5
    assert max(gaps) <= 8


@pytest.mark.parametrize("name", ["steady", "weight", "startle"])
def test_a_series_goes_up_and_down_and_ends_short_of_its_best(demo_at, name):
    values = series(demo_at("week3"), name)
    steps = [after - before for before, after in pairwise(values)]
    best = max(values) if name == "steady" else min(values)

    assert min(steps) < 0 < max(steps)
    assert values[-1] != best


@pytest.mark.parametrize("name", ["alert", "sleep", "bounce"])
def test_a_series_of_taps_changes_and_comes_back(demo_at, name):
    values = series(demo_at("week3"), name)

    assert len({str(each) for each in values}) >= 3
    came_back = [
        at for at in range(2, len(values)) if values[at - 1] != values[at] in values[: at - 1]
    ]
    assert came_back


def test_one_measure_was_answered_twice_with_nothing_at_its_question_about_death(demo_at):
    """Its total is kept for trends; the change is smaller than the published one that counts."""
    journal = demo_at("week3").journal
    pages = [show(journal, each.id).entry for each in journal.entries if each.heading.set == "phq9"]
    newer, older = (result(journal, each) for each in pages)

    assert (older.outcome.score.total, newer.outcome.score.total) == (13, 9)
    assert not older.outcome.support
    assert not newer.outcome.support
    assert (newer.change.points, newer.too_soon) == (-4, False)
    assert newer.change.rules[0].reach == "below"
