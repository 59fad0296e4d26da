"""One measurement in a process of its own, printed as JSON; `vault.py` starts it many times.

    python benchmarks/vault_probe.py TASK JOURNAL [NUMBER]

`measuring` says in which units.
"""

import random
import sqlite3
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import care_probe
import msgspec
from invented_pages import FREQUENT, MACHINE, NOWHERE, RARE, fill, prose
from measuring import TIMES, Figures, Watch, often, peak
from side_by_side import PASSPHRASE

from integrate.journal.journal import Journal
from integrate.journal.passage import Free
from integrate.journal.write import note
from integrate.library import Library
from integrate.vault import Vault
from integrate.vault.records import _aad
from integrate.vault.sealing import unseal

_SCREENFUL: Final = 20
_WHEN: Final = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def make(path: Path, number: int) -> Figures:
    """Makes the journal."""
    watch = Watch()
    with watch.running():
        fill(path, number)
    return {"cpu": watch.cpu, "wall": watch.wall}


def raw(path: Path, _: int) -> Figures:
    """The floor: SQLite hands over every row of the table, and nothing is done with it."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    watch = Watch()
    with watch.running():
        read = sum(len(ct) for _, _, ct in db.execute("SELECT seq, rid, ct FROM rec ORDER BY seq"))
    db.close()
    return {"cpu": watch.cpu, "wall": watch.wall, "bytes": read}


def unsealed(path: Path, _: int) -> Figures:
    """A nearer floor: every row is read and unsealed, and nothing is made of it."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        keys, watch = vault._access.keys, Watch()  # noqa: SLF001
        key, named = keys.rec, b"rec1" + keys.vault_id
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        with watch.running():
            for _, rid, ct in db.execute("SELECT seq, rid, ct FROM rec ORDER BY seq"):
                key.decrypt(ct[:12], ct[12:], named + rid)
        db.close()
    return {"cpu": watch.cpu, "wall": watch.wall}


def present(path: Path, _: int) -> Figures:
    """The vault's own part of opening: every record's `about`."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        watch = Watch()
        with watch.running():
            vault.present()
    return {"cpu": watch.cpu, "wall": watch.wall}


def journal(path: Path, _: int) -> Figures:
    """All of opening after the key, then the first list; and what the process holds by then."""
    vault = Vault.open(path, PASSPHRASE, machine=MACHINE)
    before, opening, listing = peak(), Watch(), Watch()
    with opening.running():
        opened = Journal(vault, Library.shipped())
    with listing.running():
        count = len(opened.entries)
    held = peak()
    opened.close()
    return {
        "cpu": opening.cpu,
        "wall": opening.wall,
        "list": listing.cpu,
        "entries": count,
        "before": before,
        "held": held,
    }


def verify(path: Path, _: int) -> Figures:
    """Whether every row is as it was left."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        watch = Watch()
        with watch.running():
            fine = vault.verify().ok
    if not fine:
        raise SystemExit("the journal isn't as it was left")
    return {"cpu": watch.cpu, "wall": watch.wall}


def add(path: Path, _: int) -> Figures:
    """One page more, in a journal that is open."""
    opened = Journal(Vault.open(path, PASSPHRASE, machine=MACHINE), Library.shipped())
    texts = _texts()
    figures = often(lambda i: note(opened, texts[i], _WHEN + timedelta(minutes=i), title="A page"))
    opened.close()
    return figures


def draft(path: Path, _: int) -> Figures:
    """The draft of one page, sealed again and again as it grows, and dropped at the end."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        texts = _texts()
        rid = vault.keep_draft(Free(text="", title="A page", begun=_WHEN))
        figures = often(
            lambda i: vault.keep_draft(Free(text=texts[i], title="A page", begun=_WHEN), rid)
        )
        vault.drop_draft(rid)
    return figures


def size(path: Path, _: int) -> Figures:
    """The file, beside the JSON of its records without their padding."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        keys, json, rows = vault._access.keys, 0, 0  # noqa: SLF001
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        for rid, ct in db.execute("SELECT rid, ct FROM rec"):
            json += len((unseal(keys.rec, ct, _aad(keys, rid)) or b"").rstrip(b" "))
            rows += 1
        db.close()
    return {"file": path.stat().st_size, "json": json, "rows": rows}


def search(path: Path, _: int) -> Figures:
    """The first search and later ones; nothing where this copy has no search."""
    try:
        from integrate.journal.search import matches, wanted_in
        from integrate.journal.search import search as looking
    except ImportError as error:
        print(f"Searching is left out: {error}.", file=sys.stderr)
        return {"absent": 1}
    opened = Journal(Vault.open(path, PASSPHRASE, machine=MACHINE), Library.shipped())
    first, whole = Watch(), Watch()
    with whole.running():
        lots = looking(opened, wanted_in(RARE))
        with first.running():
            while not next(lots).found:
                pass
        for _lot in lots:
            pass
    figures = {"first_result": first.cpu, "first_all": whole.cpu, "held": peak()}
    texts = opened.folded.lines(opened.entries, 0, len(opened.entries))
    for name, word in (("rare", RARE), ("frequent", FREQUENT), ("none", NOWHERE)):
        wanted = wanted_in(word)
        figures[name] = often(lambda _, wanted=wanted: list(looking(opened, wanted)))["cpu"]
        bare = word.encode()
        figures[f"{name}_floor"] = often(lambda _, bare=bare: sum(bare in x for x in texts))["cpu"]
    wanted = wanted_in(FREQUENT)
    found = next(looking(opened, wanted)).found[:_SCREENFUL]
    figures["lines"] = often(lambda _: list(matches(opened, found, wanted)))["cpu"]
    opened.close()
    return figures


TASKS: Final[Mapping[str, Callable[[Path, int], Figures]]] = {
    each.__name__.rstrip("_"): each
    for each in (
        *(make, raw, unsealed, present, journal, verify, add, draft, search, size),
        *care_probe.TASKS,
    )
}


def _texts() -> list[str]:
    chance = random.Random(7)  # noqa: S311 - nothing secret: invented words
    return [prose(chance) for _ in range(TIMES)]


if __name__ == "__main__":
    _, task, path, *rest = sys.argv
    print(msgspec.json.encode(TASKS[task](Path(path), *map(int, rest or ["0"]))).decode())
