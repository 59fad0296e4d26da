"""Everything that a vault can be asked to do, as a writer in a storm does it.

To put another operation under every test of this folder, write a function that takes a `Writer` and
add it to `OPERATIONS`. It picks what it works on (or raises `Nothing`), calls `begin` with what
will hold afterwards and what will not, then the vault, then `done`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

import msgspec

from integrate.vault import OtherVault, Rekeyed, WrongSecret, restore

from .writer import CHEAP, PASSPHRASES, Copy, Nothing, Writer, words


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


def delete(writer: Writer) -> None:
    """A page that goes for good, with every wording."""
    entity, _, tags = writer.pick_page()
    writer.begin("delete", minus=told_of(tags))
    removed = writer.vault.delete(entity)
    writer.done()
    del writer.pages[entity]
    writer.removed.append((removed, tags))


def bring_back(writer: Writer) -> None:
    """A deletion that is taken back while its page is still held in memory."""
    if not writer.removed:
        raise Nothing
    removed, tags = writer.removed.pop()
    writer.begin("bring_back", plus=told_of(tags))
    item = writer.vault.bring_back(removed)
    writer.done()
    writer.pages[item.entity] = (item.rid, tags)


def change_passphrase(writer: Writer) -> None:
    """Another passphrase, or the same one anew."""
    new = writer.random.choice(PASSPHRASES)
    writer.begin("change_passphrase", plus=(f"opens {new}",), minus=writer.opens_no_more(new))
    writer.vault.change_passphrase(new, kdf=CHEAP)
    writer.done()
    writer.passphrase = new


def change_recovery(writer: Writer) -> None:
    """Another recovery code."""
    writer.begin("change_recovery")
    writer.vault.change_recovery(kdf=CHEAP)
    writer.done()


def rekey(writer: Writer) -> None:
    """Another key for everything, in the living file."""
    new = writer.random.choice(PASSPHRASES)
    writer.begin("rekey", plus=(f"opens {new}",), minus=writer.opens_no_more(new))
    writer.vault.rekey(new, kdf=CHEAP)
    writer.done()
    writer.passphrase = new
    writer.copies.clear()
    writer.learn()


def backup(writer: Writer) -> None:
    """A copy."""
    pages = {entity: tags for entity, (_, tags) in writer.pages.items()}
    name = f"{writer.tag().replace(':', '-')}.vault"
    made = Copy(writer.backups / name, pages, dict(writer.drafts))
    writer.begin("backup", plus=(f"backup {made.path.name}",))
    assert writer.vault.backup(made.path).whole
    writer.done()
    writer.copies.append(made)


def restore_missing(writer: Writer) -> None:
    """What is in a copy and not here; while all is here, nothing changes."""
    copy = writer.pick_copy()
    writer.begin("restore_missing")
    bring_back_from(copy, writer)
    writer.done()


def bring_back_from(copy: Copy, writer: Writer, *, exactly: bool = False) -> None:
    """Restore from a copy with whichever passphrase it has."""
    for passphrase in PASSPHRASES:
        with suppress(WrongSecret):
            restore(writer.path, copy.path, passphrase, machine=writer.machine, exactly=exactly)
            return
    raise WrongSecret


def restore_exactly(writer: Writer) -> None:
    """The state of a copy. What was deleted stays deleted, and drafts stay."""
    copy = writer.pick_copy()
    alive = set(writer.pages)
    buried = {entity for entity in copy.pages if entity not in alive}
    pages = {entity: tags for entity, tags in copy.pages.items() if entity not in buried}
    now = {fact for _, tags in writer.pages.values() for fact in told_of(tags)}
    then = {fact for tags in pages.values() for fact in told_of(tags)}
    come = {f"draft {tag}" for rid, tag in copy.drafts.items() if rid not in writer.drafts}
    writer.begin("restore_exactly", plus=(*sorted((then - now) | come),), minus=(*(now - then),))
    bring_back_from(copy, writer, exactly=True)
    writer.done()
    del writer.copies[writer.copies.index(copy) + 1 :]
    writer.learn()


def forget(writer: Writer) -> None:
    """A page that was deleted, and now in a copy too."""
    copy = writer.pick_copy()
    deleted = sorted(copy.pages.keys() - writer.pages.keys())
    if not deleted:
        raise Nothing
    entity = writer.random.choice(deleted)
    writer.begin(f"forget in {copy.path.name}")
    writer.vault.forget_in(copy.path, entity)
    writer.done()
    del copy.pages[entity]


def hand_on_locks(writer: Writer) -> None:
    """What opens the vault now opens its copy."""
    copy = writer.pick_copy()
    writer.begin(f"locks of {copy.path.name}")
    writer.vault.put_locks_into(copy.path)
    writer.done()


def told_of(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The facts of a page with these wordings."""
    return (f"page {tags[-1]}", *(f"wording {tag}" for tag in tags))


OPERATIONS: dict[str, Callable[[Writer], None]] = {
    "add": add,
    "edit": edit,
    "keep_draft": keep_draft,
    "go_on": go_on,
    "adopt_draft": adopt_draft,
    "drop_draft": drop_draft,
    "finish": finish,
    "look": look,
    "delete": delete,
    "bring_back": bring_back,
    "change_passphrase": change_passphrase,
    "change_recovery": change_recovery,
    "rekey": rekey,
    "backup": backup,
    "restore_missing": restore_missing,
    "restore_exactly": restore_exactly,
    "forget": forget,
    "hand_on_locks": hand_on_locks,
}
KEYS = ("change_passphrase", "change_recovery", "rekey")
"""What only one of two processes does, so that a checker knows which passphrase came last."""
ALONE = ("restore_exactly",)
"""What takes away the work of others, and so is done where there are none."""


def step(writer: Writer, operations: Sequence[str]) -> None:
    """One operation; where the vault got another key meanwhile, it hasn't happened."""
    try:
        for name in writer.random.sample(operations, len(operations)):
            with suppress(Nothing):
                OPERATIONS[name](writer)
                return
    except (Rekeyed, OtherVault):
        writer.say("void")
        writer.reopen()
