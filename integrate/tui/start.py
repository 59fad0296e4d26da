"""Starting the full screen."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from integrate.hardening import clean_environment, harden
from integrate.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from integrate.clock import Clock
    from integrate.journal.demo import Demo
    from integrate.journal.journal import Journal
    from integrate.library import Library
    from integrate.machine import Machine
    from integrate.tui.app import IntegrateApp

PLAIN: Final = -1
"""Not an exit code: the person asked for plain lines instead; start the line dialogue."""


def run(  # noqa: PLR0913 - the app's own parts, by name
    *,
    clock: "Clock",
    library: "Library | None" = None,
    path: Path,
    machine: "Machine",
    config_file: Path,
    journal: "Journal | None" = None,
    demo: "Demo | None" = None,
    wanted: str | None = None,
) -> int:
    """Shows the full screen until the person leaves.

    Args:
        clock: says what time it is.
        library: the prompt sets and tables; the shipped ones by default.
        path: the journal's file; where there is none, the welcome begins.
        machine: this machine.
        config_file: settings that are not private.
        journal: an open journal, for the demo; it is closed at the end.
        demo: the invented journal that it is part of.
        wanted: a set to begin as soon as home is there; empty for the one that is due.

    Returns:
        The exit code, or PLAIN.
    """

    def make() -> "IntegrateApp":
        return _kind_of_app(demo)(
            clock=clock,
            library=library,
            path=path,
            machine=machine,
            config_file=config_file,
            journal=journal,
            demo=demo,
            wanted=wanted,
        )

    return run_app(make)


def run_app(make: "Callable[[], IntegrateApp]") -> int:
    """Shows an app until the person leaves, with everything shut beforehand that could leak.

    Args:
        make: makes it; Textual is not to be imported before that.

    Returns:
        The exit code, or PLAIN.
    """
    harden()
    wish = clean_environment()
    if not on_a_terminal():
        print(say("app.no_terminal"), file=sys.stderr)  # noqa: T201 - there is no screen to say it on
        return 1
    # Nothing made until the first frame is garbage; looking for some costs a twentieth of it.
    gc.disable()
    app = make()
    app.after_first_frame = _collect_as_usual
    app.wish_to_move(wish)
    try:
        chosen = app.run()
    finally:
        gc.enable()
        app.lock()
    return PLAIN if chosen == PLAIN else app.return_code or 0


def _collect_as_usual() -> None:
    """Collects garbage again, and leaves out what was imported: it stays until the end."""
    gc.freeze()
    gc.enable()


def _kind_of_app(demo: "Demo | None") -> "type[IntegrateApp]":
    if demo is not None:
        from integrate.tui.demo_app import DemoApp

        return DemoApp
    from integrate.tui.app import IntegrateApp

    return IntegrateApp


def on_a_terminal() -> bool:
    """Whether there is a screen to draw on; Textual draws on standard error."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return os.environ.get("TERM") != "dumb" and all(
        stream is not None and stream.isatty() for stream in streams
    )
