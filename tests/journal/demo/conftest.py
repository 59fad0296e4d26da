"""The demo, open at its last moment, with a clock that only a test moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from integrate.journal.demo import Demo, open_demo
from integrate.journal.demo.story import Story, read_story
from integrate.library import Library


class Watch:
    """A clock that stands still until it is told how much time went by."""

    def __init__(self) -> None:
        self.now = datetime(2030, 6, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.shipped()


@pytest.fixture(scope="session")
def story() -> Story:
    return read_story()


@pytest.fixture
def demo_at(library, watch) -> Iterator[Callable[[str], Demo]]:
    """Opens the demo at a moment, and closes it after the test."""
    opened: list[Demo] = []

    def at(moment: str) -> Demo:
        opened.append(open_demo(moment, library=library, start=watch))
        return opened[-1]

    yield at
    for each in opened:
        each.close()
