"""Drafts are sealed within a second of the first change, one at a time, newest words last."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, current_thread, main_thread

from textual.app import App

from integrate.journal.passage import Free
from integrate.tui.sealing import WAIT, DraftTimer
from integrate.vault import VaultBusy, VaultError

THEN = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def page(text: str) -> Free:
    return Free(text=text, title="A page", begun=THEN)


class Keeper:
    """Seals nothing, and remembers what it was asked to seal and how."""

    def __init__(self) -> None:
        self.sealed: list[str] = []
        self.threads: list[bool] = []
        self.faults: list[VaultError] = []
        self.door: Event | None = None
        self.inside = 0
        self.most_inside = 0

    def keep(self, passage: Free) -> bool:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.threads.append(current_thread() is main_thread())
        if self.door is not None and current_thread() is not main_thread():
            assert self.door.wait(10)
        self.inside -= 1
        if self.faults:
            raise self.faults.pop()
        self.sealed.append(passage.text)
        return True


class Bench:
    def __init__(self, app: App[None], *, wait: float = 0.01) -> None:
        self.keeper = Keeper()
        self.kept = 0
        self.failed: list[VaultError] = []
        self.timer = DraftTimer(
            app,
            self.keeper,  # type: ignore[arg-type]
            on_kept=self._kept,
            on_failed=self.failed.append,
            wait=wait,
        )

    def _kept(self) -> None:
        self.kept += 1


async def until(true: Callable[[], object]) -> None:
    """Lets the app run until something holds."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - the app has no event for it
            await asyncio.sleep(0)


def test_the_promised_second_leaves_room_for_the_sealing_itself():
    assert WAIT <= 0.8


async def test_words_are_sealed_by_themselves_and_in_a_thread():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app)
        bench.timer.touch(page("the kettle"))
        assert not bench.timer.sealed
        await until(lambda: bench.kept)
        assert bench.keeper.sealed == ["the kettle"]
        assert bench.keeper.threads == [False]
        assert bench.timer.sealed


async def test_it_is_a_throttle_typing_on_does_not_put_the_sealing_off():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app, wait=3600)
        bench.timer.touch(page("a"))
        first = bench.timer._timer
        assert first is not None
        bench.timer.touch(page("ab"))
        assert bench.timer._timer is first
        bench.timer.stop()


async def test_what_is_typed_while_sealing_is_sealed_next_and_never_two_at_once():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app)
        bench.keeper.door = Event()
        bench.timer.touch(page("first"))
        await until(lambda: bench.keeper.inside)
        bench.timer.touch(page("second"))
        await until(lambda: bench.timer._again)
        bench.keeper.door.set()
        await until(lambda: bench.kept == 2)
        assert bench.keeper.sealed == ["first", "second"]
        assert bench.keeper.most_inside == 1


async def test_sealing_now_waits_for_nothing_but_the_file():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app, wait=3600)
        bench.timer.touch(page("on the way out"))
        assert bench.timer.seal_now()
        assert bench.keeper.sealed == ["on the way out"]
        assert bench.keeper.threads == [True]
        bench.timer.stop()


async def test_sealing_now_twice_writes_once():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app, wait=3600)
        bench.timer.touch(page("once"))
        assert bench.timer.seal_now()
        assert bench.timer.seal_now()
        assert bench.keeper.sealed == ["once"]
        bench.timer.stop()


async def test_a_late_thread_never_puts_older_words_over_newer_ones():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app, wait=3600)
        bench.timer.touch(page("older"))
        bench.timer.touch(page("newer"))
        bench.timer.seal_now()
        await asyncio.to_thread(bench.timer._seal)
        assert bench.keeper.sealed == ["newer"]
        bench.timer.stop()


async def test_a_failure_is_told_and_tried_again_by_itself():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app)
        fault = VaultBusy()
        bench.keeper.faults = [fault]
        bench.timer.touch(page("still here"))
        await until(lambda: bench.kept)
        assert bench.failed == [fault]
        assert bench.keeper.sealed == ["still here"]


async def test_a_failure_on_the_way_out_is_told_and_not_raised():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app, wait=3600)
        bench.keeper.faults = [VaultBusy()]
        bench.timer.touch(page("words"))
        assert not bench.timer.seal_now()
        assert len(bench.failed) == 1
        bench.timer.stop()


async def test_after_stopping_nothing_is_sealed_any_more():
    async with App[None]().run_test() as pilot:
        bench = Bench(pilot.app)
        bench.timer.touch(page("thrown away"))
        bench.timer.stop()
        bench.timer.touch(page("thrown away too"))
        await pilot.pause()
        assert bench.timer.seal_now()
        assert bench.keeper.sealed == []
