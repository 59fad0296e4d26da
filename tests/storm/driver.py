"""A program that writes in a vault, for others to kill, cut off or starve.

    python driver.py PATH NAME SEED [options]

It goes through a random script that its seed fixes and says on standard output, one JSON line
each, what it is about to do and, only after the call has returned, that it was done:

    {"says": "begin", "op": "edit", "plus": ["page b", "wording b"], "minus": ["page a"]}
    {"says": "done"}

What an operation means is told as facts, which is all that a checker needs to know (`story.py`):

    page TAG       the present words of a page are those that belong to this tag
    wording TAG    somewhere in the file, as a present or an earlier wording, stand these words
    draft TAG      a draft holds these words
    opens SECRET   this passphrase opens the vault
    backup PATH    there is a whole backup

To put another operation under every test of this folder, write a function that takes a `Writer`
and add it to `OPERATIONS`. It picks what it works on, calls `begin`, then the vault, then `done`.

Lines on standard input steer it: `pause` is answered by `paused` between two operations and `go`
lets it go on; when standard input ends, it closes the vault and leaves.
"""

import argparse
import json
import os
import random
import select
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from integrate import vault as vaults
from integrate.machine import Machine
from integrate.vault import Kdf, NotWritten, Vault, VaultError, WrongSecret

CHEAP = Kdf(m_kib=8192, t=1, p=1)
PASSPHRASES = ("a quiet harbour, late", "seven lamps, unlit", "the long way home")
SIZES = (40, 40, 40, 900, 9_000, 70_000)
"""Characters of a page: within one padding step, several, and over several pages of the file."""
Rekeyed = getattr(vaults, "Rekeyed", ())


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


class Writer:
    """One process at work on a vault, on pages and drafts of its own."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.path = asked.path
        self.name = asked.name
        self.seed = asked.seed
        self.random = random.Random(asked.seed)  # noqa: S311  (a script, not a secret)
        self.sizes = asked.sizes
        self.backups = asked.backups or asked.path.parent
        self.machine = Machine(asked.state)
        self._count = 0
        self._pending = False
        self.vault: Vault

    # --- saying

    def say(self, says: str, **more: object) -> None:
        """One line on standard output, in one write."""
        os.write(1, json.dumps({"says": says, **more}).encode() + b"\n")

    def begin(self, op: str, *, plus: tuple[str, ...] = (), minus: tuple[str, ...] = ()) -> None:
        """Say what will be true, and no longer true, once this is done."""
        self._pending = True
        self.say("begin", op=op, plus=plus, minus=minus)

    def done(self) -> None:
        """Say that it returned."""
        self._pending = False
        self.say("done")

    # --- opening

    def create(self) -> None:
        """Make the vault."""
        self.begin("create", plus=(f"opens {PASSPHRASES[0]}",))
        self.vault, _ = Vault.create(self.path, PASSPHRASES[0], machine=self.machine, kdf=CHEAP)
        self.done()
        self.learn()

    def open(self) -> None:
        """Open the vault with whichever passphrase it has by now."""
        for passphrase in PASSPHRASES:
            with suppress(WrongSecret):
                self.vault = Vault.open(self.path, passphrase, machine=self.machine)
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

    def about(self, *tags: str) -> dict[str, object]:
        """What is kept beside a page's words."""
        return {"by": self.name, "tags": tags}

    # --- working

    def step(self, operations: list[str]) -> None:
        """One operation; where its key went away meanwhile, it hasn't happened."""
        try:
            for name in self.random.sample(operations, len(operations)):
                with suppress(Nothing):
                    OPERATIONS[name](self)
                    return
        except Rekeyed:
            self._pending = False
            self.say("void")
            self.vault.close()
            self.open()

    def tell_refusal(self, refusal: VaultError) -> None:
        """Say which error it was and what a person reads."""
        self.say("refused", error=type(refusal).__name__, sentence=str(refusal))


def add(writer: Writer) -> None:
    """A new page."""
    tag = writer.tag()
    writer.begin("add", plus=(f"page {tag}", f"wording {tag}"))
    item = writer.vault.add("note", writer.about(tag), words(tag))
    writer.done()
    writer.pages[item.entity] = (item.rid, (tag,))


def edit(writer: Writer) -> None:
    """Other words for a page; every second time its writer had seen what it follows."""
    entity, rid, tags = writer.pick_page()
    tag = writer.tag()
    writer.begin("edit", plus=(f"page {tag}", f"wording {tag}"), minus=(f"page {tags[-1]}",))
    after = writer.random.choice((None, (rid,)))
    about = writer.about(*tags, tag)
    item = writer.vault.add("note", about, words(tag), entity=entity, after=after)
    writer.done()
    writer.pages[entity] = (item.rid, (*tags, tag))


def keep_draft(writer: Writer) -> None:
    """A new draft."""
    tag = writer.tag()
    writer.begin("keep_draft", plus=(f"draft {tag}",))
    rid = writer.vault.keep_draft(words(tag))
    writer.done()
    writer.drafts[rid] = tag


def go_on(writer: Writer) -> None:
    """More words in a draft."""
    rid, before = writer.pick_draft()
    tag = writer.tag()
    writer.begin("go_on", plus=(f"draft {tag}",), minus=(f"draft {before}",))
    writer.vault.keep_draft(words(tag), rid)
    writer.done()
    writer.drafts[rid] = tag


def adopt_draft(writer: Writer) -> None:
    """A draft under another name."""
    rid, tag = writer.pick_draft()
    writer.begin("adopt_draft")
    new = writer.vault.adopt_draft(rid)
    writer.done()
    del writer.drafts[rid]
    writer.drafts[new] = tag


def drop_draft(writer: Writer) -> None:
    """A draft that isn't wanted."""
    rid, tag = writer.pick_draft()
    writer.begin("drop_draft", minus=(f"draft {tag}",))
    writer.vault.drop_draft(rid)
    writer.done()
    del writer.drafts[rid]


def finish(writer: Writer) -> None:
    """A draft that becomes a page."""
    rid, before = writer.pick_draft()
    tag = writer.tag()
    writer.begin("finish", plus=(f"page {tag}", f"wording {tag}"), minus=(f"draft {before}",))
    item = writer.vault.add("note", writer.about(tag), words(tag), draft=rid)
    writer.done()
    del writer.drafts[rid]
    writer.pages[item.entity] = (item.rid, (tag,))


def look(writer: Writer) -> None:
    """Reading back: everything of our own that was done is there, while others write."""
    found = {item.entity: item for item in writer.vault.present().items}
    for entity, (rid, _) in writer.pages.items():
        assert found[entity].rid == rid
    if writer.pages:
        _, rid, tags = writer.pick_page()
        assert msgspec.json.decode(writer.vault.value(rid)) == words(tags[-1])
    drafts = {each.rid: each.value for each in writer.vault.drafts()}
    for rid, tag in writer.drafts.items():
        assert msgspec.json.decode(drafts[rid]) == words(tag)


OPERATIONS: dict[str, Callable[[Writer], None]] = {
    "add": add,
    "edit": edit,
    "keep_draft": keep_draft,
    "go_on": go_on,
    "adopt_draft": adopt_draft,
    "drop_draft": drop_draft,
    "finish": finish,
    "look": look,
}
KEYS: tuple[str, ...] = ()
"""What only one process at a time does in these tests, so that a checker knows what holds."""


def arguments() -> argparse.Namespace:
    asking = argparse.ArgumentParser()
    asking.add_argument("path", type=Path)
    asking.add_argument("name", help="whose pages; no colon in it")
    asking.add_argument("seed", type=int)
    asking.add_argument("--create", action="store_true", help="make the vault first")
    asking.add_argument("--count", type=int, help="so many operations; else until told to stop")
    asking.add_argument("--only", nargs="+", choices=OPERATIONS, default=sorted(OPERATIONS))
    asking.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    asking.add_argument("--again", type=int, default=0, help="tries after NotWritten")
    asking.add_argument("--state", type=Path, help="the machine's folder")
    asking.add_argument("--backups", type=Path, help="where backups go")
    return asking.parse_args()


def told_to_stop() -> bool:
    """Obey what stands on standard input, if anything does."""
    while select.select([0], [], [], 0)[0]:
        line = sys.stdin.readline()
        if not line:
            return True
        if line == "pause\n":
            os.write(1, b'{"says": "paused"}\n')
            if sys.stdin.readline() != "go\n":
                return True
    return False


def try_again(writer: Writer, refusal: VaultError, times: int) -> None:
    """Say what was refused, and try the identical change again as the error offers it."""
    writer.tell_refusal(refusal)
    for _ in range(times):
        if not isinstance(refusal, NotWritten):
            return
        try:
            refusal.again()
        except VaultError as next_refusal:
            refusal = next_refusal
            writer.tell_refusal(refusal)
        else:
            writer.done()
            return


def main() -> None:
    asked = arguments()
    writer = Writer(asked)
    try:
        if asked.create:
            writer.create()
        else:
            writer.open()
        writer.say("ready")
        if asked.count is None:
            while not told_to_stop():
                writer.step(asked.only)
        else:
            for _ in range(asked.count):
                writer.step(asked.only)
        writer.vault.close()
    except VaultError as refusal:
        try_again(writer, refusal, asked.again)


if __name__ == "__main__":
    main()
