"""Backups, checking and bringing back, page by page."""

from __future__ import annotations

from functools import partial
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from integrate.journal.backup import backup, folder_for, known, newest_named, newest_whole
from integrate.journal.care_said import (
    backup_lines,
    is_damaged,
    may_set_aside,
    report_lines,
    restored_lines,
)
from integrate.journal.check import Report, check, set_aside
from integrate.journal.restore import Return, restore
from integrate.text import clean
from integrate.tui.changing import Changing
from integrate.tui.screens.path import PathScreen
from integrate.tui.screens.present import PresentScreen
from integrate.vault import VaultError, WrongSecret
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.screens.work import Progress

_MOST: Final = 8
"""Backups that are listed; one that is older lies in the same folder."""
_OTHER: Final = "other"


class Caring(Changing):
    """Leads through the pages of looking after the file."""

    async def ask(self) -> None:
        """Offers one after another until the person goes back."""
        chosen: str | None = None
        while True:
            ways = {each: say(f"settings.care.{each}") for each in _WAYS}
            says = say("settings.care.in", folder=shortly(self.app.backups))
            chosen = await self.pick(say("settings.care.ask"), ways, says=says, value=chosen)
            if chosen is None:
                return
            await _WAYS[chosen](self)

    async def backup(self) -> None:
        """Makes one now."""
        title = say("settings.care.backup")
        made = await self.work(self._backup, title=title, says=say("settings.backup.making"))
        if made is not None:
            await self.tell(backup_lines(made, settings=True), title)

    async def check(self) -> None:
        """Reads everything, and says what was found; what cannot be read may be set aside."""
        title = say("settings.care.check")
        came = await self.work(self._check, title=title, says=say("settings.check.working"))
        if came is None:
            return
        found, lines = came
        await self.tell(lines, title)
        if found is not None and may_set_aside(found):
            await self._set_aside("aside" if found.broken else "accept", title)

    async def _set_aside(self, what: str, title: str) -> None:
        ways = {"no": say("check.aside.leave"), "yes": say("check.aside.do")}
        says = say("check.aside.does")
        if what == "accept":
            ways = {"no": say("locks.leave"), "yes": say("settings.check.accept.do")}
            says = say("settings.check.accept.does")
        if await self.pick(say(f"settings.check.{what}.ask"), ways, says=says) != "yes":
            return
        came = await self.work(
            lambda _: set_aside(self.journal, self.app.clock()),
            title=title,
            says=say("settings.check.aside.working"),
            stops=False,
        )
        if came is not None:
            count, path = came
            told = say("check.aside.done", count=count, path=shortly(path))
            await self.tell([told if count else say("check.taken")], title)

    async def folder(self) -> None:
        """Where backups go from now on."""
        title = say("settings.care.folder")
        before = self.app.backups
        ways = {"beside": say("settings.folder.beside"), "other": say("settings.folder.other")}
        says = say("settings.folder.says")
        chosen = await self.pick(say("settings.folder.ask"), ways, says=says)
        path: Path | None = None
        if chosen == "other":
            page = PathScreen(say("settings.folder.ask"), a_folder, title=title, says=says)
            path = await self.app.push_screen_wait(page)
        if chosen is None or (chosen == "other" and path is None):
            return
        self.app.keep_config(backups=str(path or ""))
        if self.app.backups == before:
            return
        lines = [say("settings.folder.now", folder=shortly(self.app.backups))]
        if newest_named(before, self.journal.vault.path.stem) is not None:
            lines.append(say("settings.folder.left", folder=shortly(before)))
        await self.tell(lines, title)

    async def restore(self) -> None:
        """Brings back what a backup holds."""
        title = say("settings.care.restore")
        path = await self._which(title)
        if path is None:
            return
        typed: list[str] = []
        page = PresentScreen(
            partial(_take, typed),
            ask=say("settings.restore.secret"),
            says=say("settings.restore.now"),
        )
        if not await self.app.push_screen_wait(page):
            return
        done = await self.work(
            partial(self._restore, path, typed), title=title, says=say("settings.restore.working")
        )
        if isinstance(done, str):
            await self.tell([done], title)
        elif done is not None:
            await self._restored(done, title)

    # --- how

    def _backup(self, progress: Progress) -> Any:
        return backup(self.journal, self.app.backups, self.app.clock(), progress=progress)

    def _check(self, progress: Progress) -> tuple[Report | None, list[str]]:
        found = check(self.journal, progress=progress)
        whole = newest_whole(self.journal, self.app.backups) if is_damaged(found) else None
        return found, report_lines(self.journal, found, whole, settings=True)

    async def _which(self, title: str) -> Path | None:
        made = [each for each in known(self.journal, self.app.backups) if each.is_file()][:_MOST]
        ways = {str(number): shortly(each) for number, each in enumerate(made)}
        says = say("settings.restore.says")
        ways[_OTHER] = say("settings.restore.other")
        chosen = await self.pick(say("settings.restore.ask"), ways, says=says)
        if chosen is None:
            return None
        if chosen != _OTHER:
            return made[int(chosen)]
        page = PathScreen(say("settings.restore.path"), a_file, title=title)
        path: Path | None = await self.app.push_screen_wait(page)
        return path

    def _restore(self, path: Path, typed: list[str], progress: Progress) -> Return | str:
        try:
            done = restore(
                self.journal.vault.path,
                path,
                typed.pop(),
                self.app.backups,
                self.app.clock(),
                machine=self.app.machine,
                progress=progress,
            )
        except WrongSecret as wrong:
            # A slip in the code has a sentence of its own, which helps more.
            return say("restore.wrong") if type(wrong) is WrongSecret else str(wrong)
        if done.restored.aside is None:
            self.journal.read()
        return done

    async def _restored(self, done: Return, title: str) -> None:
        """Where the file is another one now, it has to be opened anew."""
        anew = done.restored.aside is not None or done.restored.locks
        lines = restored_lines(self.journal.vault.path, done)
        if anew:
            lines.append(say("settings.restore.again"))
        await self.tell(lines, title)
        if anew:
            self.app.call_later(self.app.action_lock)


_WAYS: Final = {
    "backup": Caring.backup,
    "check": Caring.check,
    "restore": Caring.restore,
    "folder": Caring.folder,
}


def a_folder(path: Path) -> Path:
    """The folder that was typed, in full.

    Raises:
        VaultError: if it is a file.
    """
    folder = folder_for(path, str(path))
    if folder.exists() and not folder.is_dir():
        raise VaultError("settings.folder.file")
    return folder


def a_file(path: Path) -> Path:
    """The backup that was typed, in full.

    Raises:
        VaultError: if there is none.
    """
    full = folder_for(path, str(path))
    if not lexists(full):
        raise VaultError("restore.none", path=shortly(full))
    return full


def shortly(path: Path) -> str:
    """A path as one would write it, the home directory as `~`."""
    try:
        short = Path("~", path.relative_to(Path.home()))
    except (RuntimeError, ValueError):
        short = path
    return clean(str(short), one_line=True)


def _take(typed: list[str], secret: str) -> bool:
    """Whether it opens the backup is seen when that is read."""
    typed.append(secret)
    return True
