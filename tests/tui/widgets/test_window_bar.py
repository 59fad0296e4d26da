"""The bar shows time passing to the right, at any width, and never a countdown."""

from datetime import UTC, datetime, timedelta

import pytest

from integrate.domain.phase import places
from integrate.domain.session import Route, Session, Went
from integrate.library import Library
from integrate.tui import marks
from integrate.tui.widgets.window_bar import WindowBar, draw

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
HOURS = [-100, -13, -5, 0, 1, 8, 23, 25, 40, 71.9, 100, 300, 900, 9000]


@pytest.fixture(scope="module")
def tables():
    return Library.shipped().phase_tables()


def around(tables, hours_ago: float, route: Route = Route.IM):
    start = NOW - timedelta(hours=hours_ago)
    session = Session(
        id="s",
        route=route,
        starts=start,
        latest=start,
        went=Went.YES,
        slept_at=start + timedelta(hours=20),
    )
    return places(session, tables)


@pytest.mark.parametrize("width", [40, 55, 72, 112, 200])
@pytest.mark.parametrize("hours", HOURS)
def test_it_fits_and_names_the_phase_that_holds(tables, hours, width):
    stretch = around(tables, hours)
    holding = next(place for place in stretch if place.holds(NOW))
    drawn = draw(stretch, NOW, width)
    assert "".join(drawn.bar).count(marks.NOW) == 1
    assert len("".join(drawn.bar)) <= width
    assert len("".join(drawn.names)) <= width
    assert len(drawn.days) <= width
    assert drawn.names[1].strip() == holding.phase.name


@pytest.mark.parametrize("width", [40, 72, 112])
@pytest.mark.parametrize("hours", HOURS)
def test_now_stands_over_the_phase_that_holds(tables, hours, width):
    drawn = draw(around(tables, hours), NOW, width)
    begins, cells = len(drawn.names[0]), len(drawn.names[1])
    assert begins <= len(drawn.bar[0]) < begins + cells


@pytest.mark.parametrize("width", [40, 72, 112])
def test_now_moves_right_and_never_back_within_a_phase(tables, width):
    places_of_now = []
    for hours in range(25, 72):
        drawn = draw(around(tables, hours), NOW, width)
        places_of_now.append(len(drawn.bar[0]) - len(drawn.names[0]))
    assert places_of_now == sorted(places_of_now)
    assert places_of_now[0] < places_of_now[-1]


def test_the_past_is_to_the_left_and_drawn_otherwise(tables):
    before, _now, after = draw(around(tables, 40), NOW, 72).bar
    assert set(before) <= {marks.PAST, marks.TURN_PAST}
    assert set(after) <= {marks.RULE, marks.TURN_AHEAD}


def test_at_full_width_every_phase_has_its_name(tables):
    stretch = around(tables, 40)
    said = "".join(draw(stretch, NOW, 112).names)
    assert [each.phase.name for each in stretch if each.phase.name not in said] == []


def test_it_can_be_drawn_without_line_characters(tables):
    drawn = draw(around(tables, 40), NOW, 72)
    bar = marks.in_ascii("".join(drawn.bar))
    assert bar.isascii()
    assert bar.count("*") == 1


@pytest.mark.parametrize("hours", [-10, 1, 60, 3000])
def test_talk_sessions_have_their_own_phases(tables, hours):
    stretch = around(tables, hours, Route.NONE)
    holding = next(place for place in stretch if place.holds(NOW))
    assert draw(stretch, NOW, 72).names[1].strip() == holding.phase.name


async def test_on_the_screen_it_takes_three_lines(tables, bench, shown):
    app = bench(WindowBar(around(tables, 40), NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        assert "◆" in lines[0]
        assert "Open window" in lines[1]
        assert "Mon 9" in lines[2]
