"""An invented journal: a real vault whose passphrase nobody knows, in a folder that goes away."""

import atexit
import secrets
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from integrate.journal.demo.clock import DemoClock, DemoMoment
from integrate.journal.demo.folder import private_folder
from integrate.journal.demo.story import MomentTold, Story, read_story
from integrate.journal.demo.telling import on_this_machine, tell
from integrate.journal.journal import Journal
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf, Vault

_CHEAP: Final = Kdf(m_kib=8192, t=1, p=1)
"""The passphrase is 32 random bytes that are dropped at once: there is nothing to guess."""


class Demo:
    """The story, open at one of its moments. Make one with `open_demo`."""

    def __init__(
        self, story: Story, at: str, *, library: Library, start: Callable[[], datetime]
    ) -> None:
        self.moments = tuple(_moment(each) for each in story.moments)
        """The days that can be visited."""
        self._story = story
        self._library = library
        self._folder = private_folder()
        atexit.register(self.close)
        self._journal: Journal | None = None
        try:
            moment = self.moment(at)
            self._journal = self._told(moment)
        except BaseException:
            self.close()
            raise
        self.at = moment
        """The moment that is being visited."""
        self.clock = DemoClock(moment, start)
        """Now, in the story."""

    @property
    def journal(self) -> Journal:
        """The journal as it stood at that moment; another one after `go_to`."""
        if self._journal is None:
            raise ValueError("the demo is closed")
        return self._journal

    def moment(self, moment_id: str) -> DemoMoment:
        """One of the moments.

        Raises:
            KeyError: if there is none of this id.
        """
        return {each.id: each for each in self.moments}[moment_id]

    def go_to(self, moment_id: str) -> Journal:
        """Visits another day: the journal is told anew up to it, and what was added is gone.

        Raises:
            KeyError: if there is no such moment; everything stays as it is.
        """
        moment = self.moment(moment_id)
        left, self._journal = self.journal, self._told(moment)
        self.at = moment
        self.clock.go_to(moment)
        left.close()
        left.vault.path.unlink(missing_ok=True)
        return self.journal

    def close(self) -> None:
        """Takes everything away. Closing twice is fine."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        shutil.rmtree(self._folder, ignore_errors=True)
        atexit.unregister(self.close)

    def _told(self, moment: DemoMoment) -> Journal:
        path = self._folder / f"{secrets.token_hex(8)}.vault"
        vault = _empty_vault(path)
        journal = Journal(vault, self._library)
        try:
            tell(self._story, journal, moment.when.replace(tzinfo=None))
        except BaseException:
            journal.close()
            raise
        return journal


def open_demo(at: str, *, library: Library, start: Callable[[], datetime]) -> Demo:
    """The invented journal at one of its moments.

    Args:
        at: the moment's id.
        library: the shipped content.
        start: a clock; it says how long a moment has been visited.

    Raises:
        KeyError: if there is no such moment.
        BadFile: if the story cannot be read.
        OSError: if there is no place for it.
    """
    return Demo(read_story(), at, library=library, start=start)


def _moment(told: MomentTold) -> DemoMoment:
    return DemoMoment(id=told.id, title=told.title, when=on_this_machine(told.at))


def _empty_vault(path: Path) -> Vault:
    vault, _ = Vault.create(
        path,
        secrets.token_urlsafe(32),
        machine=Machine(name=secrets.token_bytes(8)),
        kdf=_CHEAP,
        recovery=False,
    )
    return vault
