from datetime import timedelta

import pytest

from integrate.domain.session import Precision, Route, Went
from integrate.journal.session import went_ahead
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.widgets.notice import Notice
from integrate.vault import VaultBusy

SIZES = [(80, 24), (120, 36)]


def reads(app) -> str:
    shown = app.screen.query_one(".reads")
    return str(shown.render()) if shown.display else ""


@pytest.fixture
def form(journal, clock, stage, until, finish):
    """A form on the stage, and a way to the step with this number."""

    class Form:
        def __init__(self) -> None:
            self.session = None

        def app(self):
            return stage(SessionFormScreen(journal, clock, self.session))

        async def step(self, pilot, number: int) -> None:
            await until(pilot, lambda: pilot.app.screen.corner == f"{number} of 3")

        async def saved(self, pilot, key):
            return await finish(pilot, key)

    return Form()


async def test_when_how_and_title_one_after_the_other_make_a_session(journal, form):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm", "enter")
        await form.step(pilot, 2)
        await pilot.press("3")
        await form.step(pilot, 3)
        await pilot.press(*"Third")
        session = await form.saved(pilot, "enter")
    assert (session.title, session.route, session.went) == ("Third", Route.NASAL, Went.UNSAID)
    assert f"{session.starts:%Y-%m-%d %H:%M}" == "2026-03-11 15:00"
    assert list(journal.sessions) == [session]


async def test_the_time_is_read_as_it_is_typed(form, until):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"yesterday evening")
        await until(pilot, lambda: "Mon 9 March 2026, evening" in reads(app))
        await pilot.press(*"xyz")
        await until(pilot, lambda: reads(app) == "")


async def test_a_time_that_cannot_be_read_is_refused_with_an_example(journal, form, until):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"sometime", "enter")
        notice = app.screen.query_one(Notice)
        await until(pilot, lambda: "tomorrow 3pm" in notice.words)
        assert app.screen.corner == "1 of 3"
        await pilot.press("backspace")
        await until(pilot, lambda: notice.words == "")
    assert not journal.sessions


async def test_no_time_at_all_is_asked_for_again(form, until):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        notice = app.screen.query_one(Notice)
        await until(pilot, lambda: "for example" in notice.words)


async def test_about_when_is_enough(form):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"yesterday")
        session = await form.saved(pilot, "ctrl+s")
    assert session.precision is Precision.DAY
    assert session.went is Went.YES


async def test_what_was_said_stands_above_and_back_leads_there(form):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm", "enter")
        await form.step(pilot, 2)
        assert "When: Wed 11 March 2026, 15:00" in str(app.screen.query_one(".so-far").render())
        await pilot.press("ctrl+b")
        await form.step(pilot, 1)
        await pilot.press("ctrl+b")
        assert app.screen.corner == "1 of 3"


async def test_arrows_and_enter_reach_every_action(form):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm", "enter")
        await form.step(pilot, 2)
        await pilot.press(*["down"] * 6, "right", "enter")
        await form.step(pilot, 1)


async def test_the_last_sessions_route_is_offered_first(session_at, form):
    session_at(200, route=Route.SUBLINGUAL, slept=True)
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm")
        session = await form.saved(pilot, "ctrl+s")
    assert session.route is Route.SUBLINGUAL


async def test_changing_a_session_keeps_what_is_left_as_it_is(session_at, form):
    form.session = session_at(77, title="Second", slept=True)
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await form.step(pilot, 2)
        await pilot.press("enter")
        await form.step(pilot, 3)
        await pilot.press(*" one")
        session = await form.saved(pilot, "enter")
    assert session.title == "Second one"
    assert session.starts == form.session.starts
    assert session.slept_at == form.session.slept_at


async def test_a_session_that_was_moved_takes_its_new_time_and_is_a_plan_again(
    journal, session_at, form, clock
):
    form.session = session_at(2, went=Went.UNSAID)
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm")
        session = await form.saved(pilot, "ctrl+s")
    assert session.id == form.session.id
    assert session.starts - clock() == timedelta(hours=20)
    assert session.went is Went.UNSAID
    assert len(journal.sessions) == 1


async def test_one_that_was_called_off_may_get_a_new_time(journal, session_at, form, clock):
    form.session = went_ahead(journal, session_at(2, went=Went.UNSAID), clock(), yes=False)
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm")
        assert not (await form.saved(pilot, "ctrl+s")).called_off


async def test_leaving_an_untouched_form_asks_nothing(journal, form):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [None]
    assert not journal.sessions


async def test_leaving_a_changed_form_asks_first(journal, form, until):
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tom", "escape")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SessionFormScreen))
        assert app.results == []
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: app.results)
        assert app.results == [None]
    assert not journal.sessions


async def test_a_session_that_cannot_be_kept_is_said_and_can_be_tried_again(
    journal, form, until, monkeypatch
):
    put, faults = type(journal).put_session, [VaultBusy()]

    def now_and_then(journal, session):
        if faults:
            raise faults.pop()
        return put(journal, session)

    monkeypatch.setattr(type(journal), "put_session", now_and_then)
    app = form.app()
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow 3pm", "ctrl+s")
        notice = app.screen.query_one(Notice)
        await until(pilot, lambda: notice.words)
        assert app.results == []
        assert (await form.saved(pilot, "ctrl+s")).id


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", ["when", "refused", "route", "title"])
def test_the_form_looks_calm(form, until, snap_compare, size, step):
    async def ready(pilot):
        if step == "refused":
            await pilot.press(*"sometime", "enter")
            await until(pilot, lambda: pilot.app.screen.query_one(Notice).words)
            return
        await pilot.press(*"tomorrow 3pm")
        await until(pilot, lambda: reads(pilot.app))
        if step in {"route", "title"}:
            await pilot.press("enter")
            await form.step(pilot, 2)
        if step == "title":
            await pilot.press("2")
            await form.step(pilot, 3)

    assert snap_compare(form.app(), terminal_size=size, run_before=ready)
