"""Changing what opens the journal, page by page; every step has a way back.

What cannot be left half-way is done on a page of its own (`WorkScreen`), so that locking waits for
it; here is only ever waited for a page.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from integrate.journal.care_said import (
    backup_lines,
    code_lines,
    copies_lines,
    gone_lines,
    passphrase_lines,
    path_lines,
)
from integrate.journal.keyring import NoKeyring, turn_off, turn_on
from integrate.journal.locks import change_passphrase, change_recovery, drop_recovery
from integrate.journal.rekey import NewKey, rekey, take_away
from integrate.text import clean
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.new_passphrase import NewPassphraseScreen
from integrate.tui.screens.present import PresentScreen
from integrate.tui.screens.told import ToldScreen
from integrate.tui.screens.work import Progress, WorkScreen
from integrate.tui.widgets.picks import Pick
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.journal import Journal
    from integrate.tui.app import IntegrateApp

_ASKED_BACK: Final = 2
"""How many groups of the code are typed back."""


class Changing:
    """Leads through the pages of one change."""

    def __init__(self, app: IntegrateApp, journal: Journal) -> None:
        """Makes it.

        Args:
            app: in front of whose page the others come.
            journal: the open journal.
        """
        self.app = app
        self.journal = journal

    # --- pages

    async def pick(
        self, ask: str, ways: Mapping[str, str], *, says: str = "", value: str | None = None
    ) -> str | None:
        """One of a few things, the harmless one first; `None`: back without one."""
        picks = [Pick(value=each, label=label) for each, label in ways.items()]
        return await self.app.push_screen_wait(AskScreen(ask, picks, says=says, value=value))

    async def work(
        self, do: Callable[[Progress], Any], *, title: str, says: str, stops: bool = True
    ) -> Any:
        """What came of it; `None` where it was stopped or could not be done, which is told."""
        ended = await self.app.push_screen_wait(WorkScreen(do, title=title, says=says, stops=stops))
        if ended.stopped:
            await self.tell([say("settings.work.stopped")], title)
        elif ended.error:
            await self.tell([ended.error], title)
        return ended.value

    async def tell(self, lines: Iterable[str], title: str) -> None:
        """What came of it, to be read."""
        await self.app.push_screen_wait(ToldScreen([clean(each) for each in lines], title=title))

    async def knows(self) -> bool:
        """Whether the person shows that they know what opens the journal."""
        return await self.app.push_screen_wait(PresentScreen(self.journal.vault.fits))

    # --- the passphrase

    async def passphrase(self) -> None:
        """Another one in the place of the old one."""
        chosen: list[str] = []
        if not await self.knows() or not await self._chosen(chosen):
            return
        first = not self.journal.vault.has_passphrase
        title = say("settings.of.passphrase")
        changed = await self.work(
            lambda _: change_passphrase(
                self.journal, chosen.pop(), self.app.backups, kdf=self.app.kdf
            ),
            title=title,
            says=say("locks.passphrase.changing"),
            stops=False,
        )
        if changed is not None:
            said = passphrase_lines(changed, first=first)
            await self.tell([*said, say("settings.someone")], title)

    async def _chosen(self, chosen: list[str]) -> bool:
        return await self.app.push_screen_wait(NewPassphraseScreen(chosen))

    # --- the recovery code

    async def code(self) -> None:
        """A new one, shown once; part of it is typed back."""
        if not await self.knows():
            return
        title = say("settings.of.code")
        there = self.journal.vault.has_recovery
        ways = {"no": say("locks.leave"), "yes": say("locks.code.make")}
        says = say("locks.code.before" if there else "settings.code.why")
        if await self.pick(title, ways, says=says) != "yes":
            return
        changed = await self.work(
            lambda _: change_recovery(self.journal, self.app.backups, kdf=self.app.kdf),
            title=title,
            says=say("locks.code.making"),
            stops=False,
        )
        if changed is None:
            return
        await self._settle(changed.code or "")
        kept = self.journal.vault.has_recovery
        await self.tell(code_lines(changed) if kept else gone_lines(changed), title)

    async def _settle(self, code: str) -> None:
        """Shows it until part of it was typed back, or it was declined."""
        paper = not self.journal.vault.has_passphrase
        asked = sorted(secrets.SystemRandom().sample(range(code.count("-") + 1), _ASKED_BACK))
        while True:
            answer = await self.app.push_screen_wait(
                CodeScreen(code, paper=paper, back=False, abandon=_nothing)
            )
            if answer == "none":
                ways = {"keep": say("code.keep"), "none": say("code.go_without")}
                says = say("code.without")
                if await self.pick(say("code.sure"), ways, says=says) == "none":
                    await self.work(
                        lambda _: drop_recovery(self.journal, self.app.backups),
                        title=say("code.title"),
                        says=say("settings.present.looking"),
                        stops=False,
                    )
                    return
            elif await self.app.push_screen_wait(CodeBackScreen(code, asked, abandon=_nothing)):
                return

    # --- the keyring

    async def keyring(self) -> None:
        """Lets the system's keyring open it, or no more."""
        title = say("settings.of.keyring")
        if self.app.settings.keyring:
            ways = {"no": say("settings.keyring.leave_on"), "yes": say("settings.keyring.turn_off")}
            if await self.pick(title, ways) == "yes":
                await self._keyring_off(title)
            return
        ways = {"no": say("keyring.leave"), "yes": say("keyring.do")}
        says = f"{say('keyring.price')} {say('keyring.still')}"
        if await self.pick(title, ways, says=says) != "yes" or not await self.knows():
            return
        said = await self.work(
            lambda _: self._keyring_on(),
            title=title,
            says=say("settings.present.looking"),
            stops=False,
        )
        if said == say("keyring.on"):
            self.app.keep_config(keyring=True)
            if not self.app.settings.keyring:
                await self._keyring_off(title)
                said = say("settings.not_kept")
        if said:
            await self.tell([said], title)

    def _keyring_on(self) -> str:
        try:
            turn_on(self.journal)
        except NoKeyring as none:
            return str(none)
        return say("keyring.on")

    async def _keyring_off(self, title: str) -> None:
        changed = await self.work(
            lambda _: turn_off(self.journal, self.app.backups),
            title=title,
            says=say("settings.present.looking"),
            stops=False,
        )
        if changed is not None:
            self.app.keep_config(keyring=False)
            lines = [say("keyring.off"), *copies_lines(changed, "locks.missed.code")]
            await self.tell(lines, title)

    # --- a new key

    async def rekey(self) -> None:
        """Everything under another key, with a new passphrase and a new code."""
        title, chosen = say("settings.of.rekey"), list[str]()
        ways = {"no": say("rekey.not_now"), "yes": say("rekey.do")}
        says = " ".join(map(say, ("rekey.does", "rekey.does_not", "settings.rekey.says")))
        if await self.pick(title, ways, says=says) != "yes" or not await self.knows():
            return
        if not await self._chosen(chosen):
            return
        had_keyring = self.journal.vault.has_keyring
        key = await self.work(
            lambda progress: self._rekey(chosen.pop(), progress),
            title=title,
            says=say("settings.rekey.working"),
        )
        if key is None:
            return
        if key.code:
            await self._settle(key.code)
        await self.tell(await self._rekeyed(key, had_keyring=had_keyring), title)

    def _rekey(self, passphrase: str, progress: Progress) -> NewKey:
        return rekey(
            self.journal,
            passphrase,
            self.app.backups,
            self.app.clock(),
            code=self.journal.vault.has_recovery,
            kdf=self.app.kdf,
            progress=progress,
        )

    async def _rekeyed(self, key: NewKey, *, had_keyring: bool) -> Sequence[str]:
        lines = [say("rekey.done")]
        lines += (
            backup_lines(key.backup, settings=True)
            if key.backup
            else [say("settings.rekey.no_backup")]
        )
        if key.old:
            lines += [say("rekey.old"), *path_lines(key.old)]
            ways = {"no": say("rekey.old.keep"), "yes": say("rekey.old.take_away")}
            says = say("rekey.elsewhere")
            if await self.pick(say("settings.rekey.old.ask"), ways, says=says) == "yes":
                left = take_away(self.journal, key.old)
                lines[-len(key.old) - 1 :] = (
                    [say("rekey.old.left"), *path_lines(left)] if left else [say("rekey.old.gone")]
                )
        if key.missed:
            lines += [say("rekey.missed"), *path_lines(key.missed)]
        lines.append(say("rekey.elsewhere"))
        if had_keyring:
            self.app.keep_config(keyring=False)
            lines.append(say("settings.rekey.keyring"))
        return lines


def _nothing() -> None:
    """The code is the one that counts from the moment it was made: nothing is taken back."""
