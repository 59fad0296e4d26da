import pytest

from integrate.cli.progress import Progress
from integrate.plain.leaving import Leaving


class Watched:
    """A terminal, as far as progress needs one."""

    def __init__(self, *, live: bool = True, rung: bool = False) -> None:
        self.live = live
        self.rung = rung
        self.said: list[str] = []

    def aside(self, line: str) -> None:
        self.said.append(line)

    def leave_if_asked(self) -> None:
        if self.rung:
            raise Leaving(2)


def test_each_quarter_is_said_once_and_the_end_says_itself():
    talk = Watched()
    progress = Progress(talk)
    for done in range(1, 101):
        progress(done, 100)
    assert talk.said == ["A quarter is done.", "Half is done.", "Three quarters are done."]


def test_what_is_short_says_nothing():
    talk = Watched()
    Progress(talk)(1, 1)
    Progress(talk)(0, 0)
    assert talk.said == []


def test_a_script_hears_nothing():
    talk = Watched(live=False)
    Progress(talk)(50, 100)
    assert talk.said == []


def test_it_stops_once_somebody_asks_to_leave():
    with pytest.raises(Leaving):
        Progress(Watched(rung=True))(1, 100)
