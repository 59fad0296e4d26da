"""What home says once after opening, and how it notices what was written elsewhere."""

import pytest
from textual.widgets import Static

from integrate.domain.session import Precision, Route, Session, Went
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.home_news import first_words
from integrate.tui.widgets.way import Way
from integrate.vault import VaultBusy
from integrate.words import say

PASSPHRASE = "a lamp in the hall"


@pytest.fixture
def elsewhere(parts, journal):  # noqa: ARG001 - the journal must be there
    """The same journal as another process has it open."""
    other = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    yield other
    other.close()


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def two_seconds(pilot) -> None:
    """What happens by itself every two seconds."""
    pilot.app.screen._elsewhere.look()
    await settled(pilot)
    await settled(pilot)


def said(app) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def focused(app) -> str | None:
    return app.focused.to if isinstance(app.focused, Way) else None


def counting(monkeypatch, journal) -> list[str]:
    """Notes each time that all records are read."""
    reads: list[str] = []
    real = Journal.read

    def read(self: Journal) -> None:
        if self is journal:
            reads.append("read")
        real(self)

    monkeypatch.setattr(Journal, "read", read)
    return reads


async def test_what_a_command_wrote_is_there_by_itself_and_the_focus_stays(
    app, elsewhere, session_at, clock
):
    session_at(40, slept=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("down", "down")
        held = focused(app)
        assert held is not None
        note(elsewhere, "the kettle", clock(), title="From a command")
        await two_seconds(pilot)
        assert "From a command" in said(app)
        assert focused(app) == held


async def test_a_session_added_elsewhere_changes_the_phase(app, elsewhere, clock):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        now = clock()
        elsewhere.put_session(
            Session(
                id="",
                title="",
                route=Route.IM,
                starts=now,
                latest=now,
                precision=Precision.MINUTE,
                went=Went.YES,
                slept_at=None,
            )
        )
        await two_seconds(pilot)
        assert "Still arriving" in said(app)


async def test_a_draft_that_moves_down_the_list_keeps_the_focus(app, journal, elsewhere, clock):
    mine = begin_free(clock())
    Keeper(journal).keep(_titled(mine, "Mine"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one("HomeView").take_focus("draft:0")
        Keeper(elsewhere).keep(_titled(begin_free(clock()), "Theirs", later=True))
        await two_seconds(pilot)
        assert "Theirs" in said(app)
        assert focused(app) == "draft:1"


async def test_a_draft_that_grows_in_another_window_moves_nothing_here(
    app, elsewhere, clock, monkeypatch
):
    keeper = Keeper(elsewhere)
    page = _titled(begin_free(clock()), "Theirs")
    keeper.keep(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = []
        monkeypatch.setattr(HomeScreen, "_looked", lambda _self, found: shown.append(found))
        keeper.keep(_titled(page, "Theirs", text="more of it"))
        await two_seconds(pilot)
        assert shown == []


async def test_records_are_read_again_only_when_somebody_else_wrote(
    app, journal, elsewhere, clock, monkeypatch
):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        reads = counting(monkeypatch, journal)
        await two_seconds(pilot)
        note(journal, "our own", clock(), title="Ours")
        await two_seconds(pilot)
        assert reads == []
        note(elsewhere, "the kettle", clock(), title="Theirs")
        await two_seconds(pilot)
        assert reads == ["read"]


async def test_nothing_is_looked_at_while_another_page_is_in_front(
    app, journal, elsewhere, clock, monkeypatch
):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        home = app.screen
        await pilot.press("j")
        await settled(pilot)
        reads = counting(monkeypatch, journal)
        note(elsewhere, "the kettle", clock(), title="Theirs")
        home._elsewhere.look()
        await settled(pilot)
        assert reads == []


async def test_somebody_writing_for_long_is_waited_for_in_silence(app, journal, monkeypatch):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        def busy() -> bool:
            raise VaultBusy

        monkeypatch.setattr(journal, "refresh", busy)
        await two_seconds(pilot)
        assert not app.screen.query_one(".notice", Static).display


def test_after_the_recovery_code_it_is_said_how_the_passphrase_is_changed(parts, library, kdf):
    from integrate.journal.init import init

    made, code = init(parts["path"], PASSPHRASE, machine=parts["machine"], library=library, kdf=kdf)
    made.close()
    by_code = unlock(parts["path"], code, machine=parts["machine"], library=library)
    by_words = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=library)
    assert first_words(by_code)[0] == say("unlock.by_code")
    assert first_words(by_words) == ()
    by_code.close()
    by_words.close()


def test_on_paper_alone_there_is_no_passphrase_to_speak_of(parts, library, kdf):
    from integrate.journal.init import init_on_paper

    made, code = init_on_paper(parts["path"], machine=parts["machine"], library=library, kdf=kdf)
    made.close()
    opened = unlock(parts["path"], code, machine=parts["machine"], library=library)
    assert first_words(opened) == ()
    opened.close()


def _titled(page, title: str, *, text: str = "some words", later: bool = False):
    from datetime import timedelta

    from msgspec.structs import replace

    begun = page.begun + timedelta(minutes=5) if later else page.begun
    return replace(page, title=title, text=text, begun=begun)
