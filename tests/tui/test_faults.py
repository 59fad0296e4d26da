"""A crash keeps the journal to itself: no message, no variable, no file, and an honest code."""

import asyncio

import pytest
from textual.app import App
from textual.worker import Worker

from integrate.tui.app import IntegrateApp
from integrate.tui.faults import hush
from integrate.words import say

CANARY = "the doorway was blue"

PROGRAM = f"""
import asyncio, threading
from pathlib import Path
from integrate.clock import system
from integrate.library import Library
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp
from integrate.tui.start import run

def fails():
    words = {CANARY!r}
    raise ValueError(words)

async def fails_later():
    words = {CANARY!r}
    fails()

async def leaves():
    lost.append(asyncio.get_running_loop().create_task(fails_later()))
    await asyncio.sleep(0)
    lost.clear()

lost = []

def begin(app):
    %s

IntegrateApp.begin = begin
raise SystemExit(
    run(clock=system, library=Library.shipped(), path=Path("j"), machine=Machine(name=b"test-dev"),
        config_file=Path("c"))
)
"""
UNKEPT = """
from integrate.tui.frame import Page

class Unkept(Page):
    def seal(self):
        Path("sealed").touch()

"""
"""A screen with words that are not kept yet."""
CRASHES = {
    "callback": "fails()",
    "later": "app.call_later(fails)",
    "worker": "app.run_worker(fails_later())",
    "thread worker": "app.run_worker(fails, thread=True)",
    "timer": "app.set_timer(0.01, fails)",
    "panic": f"app.panic({CANARY!r})",
}
OTHER_FAULTS = {
    "thread": "threading.Thread(target=fails).start(); app.call_later(app.exit)",
    "lost task": "app.run_worker(leaves()); app.set_timer(0.1, app.exit)",
}


@pytest.mark.parametrize("crash", CRASHES.values(), ids=CRASHES)
def test_a_crash_shows_type_and_place_and_exits_with_1(terminal, crash):
    shown = terminal(PROGRAM % crash)
    assert shown.ends() == 1
    assert CANARY not in shown.text()
    assert "Traceback" not in shown.text()
    said = " ".join(shown.main_screen().split())
    assert "Something went wrong" in said
    if crash != CRASHES["panic"]:
        assert "ValueError <string>:" in said


@pytest.mark.parametrize("fault", OTHER_FAULTS.values(), ids=OTHER_FAULTS)
def test_a_fault_beside_the_app_tells_no_words(terminal, fault):
    shown = terminal(PROGRAM % fault)
    assert shown.ends() == 0
    assert CANARY not in shown.text()
    assert "Traceback" not in shown.text()


def test_textual_still_calls_what_is_overridden():
    for name in ("_handle_exception", "_fatal_error", "panic", "get_driver_class"):
        assert callable(getattr(App, name))
        assert getattr(IntegrateApp, name) is not getattr(App, name)
    assert "_handle_exception" in Worker._run.__code__.co_names


def test_a_developers_switch_does_not_make_the_loop_tell_what_it_held():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)  # as PYTHONDEVMODE does
    hush(loop)
    assert not loop.get_debug()
    loop.close()


@pytest.mark.parametrize("crash", ["callback", "worker", "panic"])
def test_a_crash_keeps_the_words_that_were_not_kept_yet(terminal, tmp_path, crash):
    shown = terminal(
        (
            PROGRAM % f"app.push_screen(Unkept()); app.call_after_refresh(lambda: {CRASHES[crash]})"
        ).replace("IntegrateApp.begin", UNKEPT + "IntegrateApp.begin")
    )
    assert shown.ends() == 1
    assert (tmp_path / "sealed").exists()


async def test_no_command_writes_the_screen_into_a_file(app):
    async with app.run_test() as pilot:
        await pilot.pause()
        assert list(app.get_system_commands(app.screen)) == []
        assert not app.use_command_palette


def test_the_sentence_says_what_to_do():
    assert "open it again" in say("app.crashed_at", place="ValueError <string>:1")
