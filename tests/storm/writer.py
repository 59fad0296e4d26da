"""A process at work on a vault: what it knows of its own pages, and what it says of its work."""

import argparse
import json
import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from integrate.machine import Machine
from integrate.vault import Kdf, Rekeyed, Removed, Vault, VaultError, WrongSecret

CHEAP = Kdf(m_kib=8192, t=1, p=1)
PASSPHRASES = ("a quiet harbour, late", "seven lamps, unlit", "the long way home")
SIZES = (40, 40, 40, 900, 9_000, 70_000)
"""Characters of a page: within one padding step, several, and over several pages of the file."""


class Nothing(Exception):
    """There is nothing that the operation could work on."""


def words(tag: str) -> str:
    """The words that belong to a tag; their length stands at its end, so none can go missing."""
    return f"{tag}|" + "~" * int(tag.rpartition("-")[2])


def tag_of(text: str) -> str:
    """The tag of some words.

    Raises:
        AssertionError: if they aren't whole.
    """
    tag = text.partition("|")[0]
    assert text == words(tag), f"the words of {tag} aren't as they were written"
    return tag


class Copy(NamedTuple):
    """A backup, and what it holds of the writer's own."""

    path: Path
    pages: dict[str, tuple[str, ...]]
    drafts: dict[bytes, str]


class Writer:
    """One process at work on a vault, on pages and drafts of its own."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.path = asked.path
        self.name = asked.name
        self.seed = asked.seed
        self.random = random.Random(asked.seed)  # noqa: S311  (a script, not a secret)
        self.sizes = asked.sizes
        self.backups = asked.backups or asked.path.parent / "backups"
        self.machine = Machine(asked.state)
        self.removed: list[tuple[Removed, tuple[str, ...]]] = []
        self.copies: list[Copy] = []
        self._count = 0
        self.vault: Vault

    # --- saying

    def say(self, says: str, **more: object) -> None:
        """One line on standard output, in one write."""
        os.write(1, json.dumps({"says": says, **more}).encode() + b"\n")

    def begin(self, op: str, *, plus: tuple[str, ...] = (), minus: tuple[str, ...] = ()) -> None:
        """Say what will be true, and no longer true, once this is done."""
        self.say("begin", op=op, plus=plus, minus=minus)

    def done(self) -> None:
        """Say that it returned."""
        self.say("done")

    # --- opening

    def create(self) -> None:
        """Make the vault."""
        self.begin("create", plus=(f"opens {PASSPHRASES[0]}",))
        self.passphrase = PASSPHRASES[0]
        self.vault, _ = Vault.create(self.path, self.passphrase, machine=self.machine, kdf=CHEAP)
        self.done()
        self.learn()

    def open(self) -> None:
        """Open the vault with whichever passphrase it has by now."""

        def opened(passphrase: str) -> None:
            self.vault = Vault.open(self.path, passphrase, machine=self.machine)

        self._with_any(opened)

    def reopen(self) -> None:
        """Go on under the vault's new key."""
        self._with_any(self.vault.reopen)
        self.copies.clear()

    def _with_any(self, opening: Callable[[str], None]) -> None:
        """Try every passphrase, and all of them again: another may change it between two tries."""
        for passphrase in PASSPHRASES * 40:
            with suppress(WrongSecret, Rekeyed):
                opening(passphrase)
                self.passphrase = passphrase
                self.learn()
                return
        raise WrongSecret

    def learn(self) -> None:
        """What is in the vault of our own."""
        self.pages = {}
        for item in self.vault.present().items:
            about = msgspec.json.decode(item.about)
            if about["by"] == self.name:
                self.pages[item.entity] = (item.rid, tuple(about["tags"]))
        tags = {each.rid: tag_of(msgspec.json.decode(each.value)) for each in self.vault.drafts()}
        self.drafts = {rid: tag for rid, tag in tags.items() if tag.startswith(f"{self.name}:")}

    # --- picking

    def tag(self) -> str:
        """A tag that nobody else has."""
        self._count += 1
        return f"{self.name}:{self.seed}.{self._count}-{self.random.choice(self.sizes)}"

    def pick_page(self) -> tuple[str, bytes, tuple[str, ...]]:
        """A page of ours: entity, rid, and the tags of all its wordings, the present one last."""
        if not self.pages:
            raise Nothing
        entity = self.random.choice(sorted(self.pages))
        return entity, *self.pages[entity]

    def pick_draft(self) -> tuple[bytes, str]:
        """A draft of ours and its tag."""
        if not self.drafts:
            raise Nothing
        rid = self.random.choice(sorted(self.drafts))
        return rid, self.drafts[rid]

    def pick_copy(self) -> Copy:
        """A backup of ours from before no re-key."""
        if not self.copies:
            raise Nothing
        return self.random.choice(self.copies)

    def opens_no_more(self, new: str) -> tuple[str, ...]:
        """What no longer holds once this is the passphrase."""
        return () if new == self.passphrase else (f"opens {self.passphrase}",)

    def about(self, *tags: str) -> dict[str, object]:
        """What is kept beside a page's words."""
        return {"by": self.name, "tags": tags}

    def tell_refusal(self, refusal: VaultError) -> None:
        """Say which error it was and what a person reads."""
        self.say("refused", error=type(refusal).__name__, sentence=str(refusal))
