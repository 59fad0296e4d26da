"""Shared by the tests of the line dialogue: a real journal, a fixed clock, and a scripted talk."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest

from integrate.domain import walk
from integrate.domain.prompt import PromptSet
from integrate.domain.session import Precision, Route, Session, Went
from integrate.journal.draft import Keeper
from integrate.journal.init import init
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided
from integrate.library import Library
from integrate.machine import Machine
from integrate.plain.here import Here
from integrate.plain.place import Place
from integrate.vault import Kdf

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Tuesday evening."""
MACHINE = Machine(name=b"test-dev")
PASSPHRASE = "a lamp in the hall"
KDF = Kdf(m_kib=8192, t=1, p=1)

Line = str | BaseException | Callable[["ScriptedTalk"], str]


class ScriptedTalk:
    """Hears the lines of a script, then nothing more; remembers what was said."""

    def __init__(
        self, lines: Iterable[Line] = (), *, secrets: Iterable[str] = (), live: bool = True
    ) -> None:
        self._lines = iter(lines)
        self._secrets = iter(secrets)
        self.live = live
        self.said: list[str] = []
        self.asides: list[str] = []

    @property
    def all(self) -> str:
        return "\n".join(self.said)

    def say(self, *lines: str) -> None:
        self.said += lines or [""]

    def aside(self, line: str) -> None:
        self.asides.append(line)

    def hear(self) -> str | None:
        line = next(self._lines, None)
        if isinstance(line, BaseException):
            raise line
        return line(self) if callable(line) else line

    def secret(self, ask: str) -> str | None:
        self.said.append(ask)
        return next(self._secrets, None)

    def left(self) -> list[Line]:
        """The lines that nobody asked for."""
        return list(self._lines)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.shipped()


@pytest.fixture
def place(tmp_path: Path, library) -> Place:
    return Place(
        path=tmp_path / "journal" / "journal.vault",
        machine=MACHINE,
        library=library,
        clock=lambda: NOW,
        config_file=tmp_path / "config.toml",
        kdf=KDF,
    )


@pytest.fixture
def journal(place, library) -> Iterator[Journal]:
    opened, _code = init(place.path, PASSPHRASE, machine=MACHINE, library=library, kdf=KDF)
    yield opened
    opened.close()


@pytest.fixture
def here(journal) -> Callable[..., Here]:
    """Somebody who says these lines, with the journal open: `here("7", "", live=False)`."""

    def make(*lines: Line, live: bool = True, country: str = "") -> Here:
        talk = ScriptedTalk(lines, live=live)
        return Here(talk=talk, journal=journal, clock=lambda: NOW, country=country)

    return make


@pytest.fixture
def seated(here, place) -> Callable[..., Here]:
    """Somebody with the journal open and settings that can be changed."""

    def make(*lines: Line, secrets: Iterable[str] = ()) -> Here:
        talk = ScriptedTalk(lines, secrets=secrets)
        backups = place.path.parent / "backups"
        return replace(here(), talk=talk, config_file=place.config_file, backups=backups)

    return make


@pytest.fixture
def passage_of(journal) -> Callable[..., tuple[Guided, Keeper]]:
    """A walk through a set of a test's own making, given as its prompts."""

    def make(*prompts: dict[str, Any], **facts: Any) -> tuple[Guided, Keeper]:
        head = {
            "id": "own",
            "title": "A set of its own",
            "version": "1",
            "language": "en",
            "author": "Integrate",
            "licence": "CC-BY-4.0",
            "minutes": 3,
            "opening": "It begins.",
            "closing": "It ends.",
            "max_depth": 3,
        }
        own = msgspec.convert({"schema": 1, "set": head, "prompt": prompts}, PromptSet)
        begun = walk.begin(own, **{"max_depth": 3, "memory": True, **facts})
        return Guided(walk=begun, session=None, phase=None, begun=NOW), Keeper(journal)

    return make


@pytest.fixture
def session_at(journal) -> Callable[..., Session]:
    """Adds a session that began so many hours before NOW; negative: it lies ahead."""

    def add(hours_ago: float, *, went: Went = Went.YES, slept: bool = False) -> Session:
        starts = NOW - timedelta(hours=hours_ago)
        return journal.put_session(
            Session(
                id="",
                title="Second",
                route=Route.IM,
                starts=starts,
                latest=starts,
                precision=Precision.MINUTE,
                went=went if hours_ago > 0 else Went.UNSAID,
                slept_at=NOW if slept else None,
            )
        )

    return add


def only_words(journal: Journal) -> dict[str, Any]:
    """The answers of the one entry in a journal, by prompt."""
    (listed,) = journal.entries
    return {each.prompt: each.value for each in journal.words(listed).answers}


def label(wanted: str) -> Callable[[ScriptedTalk], str]:
    """Chooses a line of the last menu by what it says."""

    def choose(talk: ScriptedTalk) -> str:
        line = next(line for line in reversed(talk.said) if line.endswith(f". {wanted}"))
        return line.split(".")[0]

    return choose
