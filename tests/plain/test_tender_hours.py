"""Arriving and landing in lines (DESIGN.md 5): nothing that cannot be taken back is offered."""

from dataclasses import replace

import pytest

from integrate.domain.session import Went
from integrate.journal.draft import Keeper
from integrate.journal.passage import Free
from integrate.journal.write import note
from integrate.plain.home import Home
from integrate.words import say

from .conftest import NOW, label

ENDS = ("delete", "throw", "export", "share", "give out", "remove", "look after")
HOURS = [
    pytest.param(0.5, {}, id="arriving"),
    pytest.param(10, {}, id="landing"),
    pytest.param(30, {}, id="landing, not slept yet"),
    pytest.param(5, {"went": Went.UNSAID}, id="nobody confirmed it"),
]


@pytest.fixture
def scene(here, journal, place):
    """Home with a page, a draft and a place for backups: all that could be ended."""
    note(journal, "the kettle", NOW, title="Kettle")
    Keeper(journal).keep(Free(text="half a page", title="Rain", begun=NOW))

    def make(*lines):
        return replace(here(*lines), backups=place.path.parent / "b")

    return make


def offered(scene):
    """Every numbered line that offers to end words, or to let them out."""
    lines = [line.lower() for line in scene.talk.said if line[:1].isdecimal()]
    return [line for line in lines if any(each in line for each in ENDS)]


@pytest.mark.parametrize(("hours", "more"), HOURS)
def test_no_menu_offers_it(scene, session_at, hours, more):
    session_at(hours, **more)
    asked = [""] if more or hours >= 18 else []
    waits, read = label("Leave it where it is"), label("Read a page")
    home = scene(waits, *asked, read, "1", "", label("Pages that wait"), waits, label("Close"))
    Home(home).run()
    assert home.talk.left() == []
    assert say("plain.home.close") in home.talk.all
    assert offered(home) == []


def test_on_other_days_it_does(scene):
    """So that the test above can fail."""
    home = scene(label("Leave it where it is"), label("Read a page"), "1", "", label("Close"))
    Home(home).run()
    assert len(offered(home)) >= 3
