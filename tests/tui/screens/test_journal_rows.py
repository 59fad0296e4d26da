"""The timeline of a large journal: no line that is drawn costs a look at all groups."""

from datetime import timedelta

from integrate.journal.write import note
from integrate.tui.screens.journal_rows import Timeline


class Unlooked(tuple):
    """Groups that can be asked for one by one, and never gone through."""

    __slots__ = ()

    def __iter__(self):
        raise AssertionError("all groups were gone through")


def test_a_line_and_how_many_there_are_is_told_without_going_through_all_groups(journal, clock):
    for months in range(24):
        note(journal, "The kettle.", clock() - timedelta(days=30 * months), title="A page")
    timeline = Timeline(journal, journal.entries)
    lines = [timeline[line] for line in range(len(timeline))]
    timeline._groups = Unlooked(timeline._groups)
    assert len(timeline) == len(lines)
    assert [timeline[line] for line in range(len(timeline))] == lines
    assert timeline.choices == 24
    assert timeline.number_on(timeline.line_of(11)) == 11
