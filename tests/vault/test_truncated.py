"""A file cut off anywhere, or longer than it was: refused or told, and never half believed.

Short: every edge of a page, a byte before and after, and a seeded sample. Long
(INTEGRATE_STORM=1): every length there is.
"""

import random
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from integrate.machine import Machine
from integrate.vault import DamagedVault, NotAVault, Vault

PAGE = 8192
SLICES = 8


def cut(witness, lengths):
    outcomes = Counter()
    for length in lengths:
        witness.path.write_bytes(witness.image[:length])
        try:
            outcomes[witness.look()] += 1
        except BaseException as fault:
            fault.add_note(f"cut to {length} bytes")
            raise
        assert witness.path.stat().st_size == length, "looking wrote something"
    return outcomes


def edges(size):
    return {
        length
        for edge in range(0, size, PAGE)
        for length in (edge - 1, edge, edge + 1, edge + 16, edge + 100, edge + 512)
        if 0 <= length < size
    }


def test_a_file_cut_off_anywhere_is_refused_or_told(witness):
    size = len(witness.image)
    source = random.Random(6)  # noqa: S311  (places of damage, not secrets)
    outcomes = cut(witness, sorted(edges(size) | {source.randrange(size) for _ in range(1500)}))
    assert "harmless" not in outcomes
    assert {"NotAVault", "DamagedVault"} <= outcomes.keys()


@pytest.mark.parametrize("part", range(SLICES))
def test_no_length_but_its_own_passes_for_the_whole_file(witness, long, part, capsys):
    if not long:
        pytest.skip("every length is tried with INTEGRATE_STORM=1")
    size = len(witness.image)
    outcomes = cut(witness, range(size * part // SLICES, size * (part + 1) // SLICES))
    assert "harmless" not in outcomes
    with capsys.disabled():
        print(f"\nlengths, slice {part}: {dict(outcomes)}")  # noqa: T201  (what the storm is for)


@pytest.mark.parametrize("more", [b"\0", b"\0" * PAGE, b"x" * 5000, b"\xff" * (3 * PAGE)])
def test_bytes_behind_the_end_change_no_word(witness, more):
    witness.path.write_bytes(witness.image + more)
    assert witness.look() == "harmless"


def test_a_page_of_zeros_is_told_wherever_words_or_locks_stand(witness):
    """What a disk gives back that lost a block. An index holds nothing that isn't in a table."""
    with closing(sqlite3.connect(witness.path)) as db:
        pages = dict(db.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
    outcomes = {}
    for name, page in pages.items():
        image = bytearray(witness.image)
        image[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
        witness.path.write_bytes(image)
        outcomes[name] = witness.look()
    quiet = {name for name, outcome in outcomes.items() if outcome == "harmless"}
    assert quiet <= {"sqlite_autoindex_rec_1", "sqlite_autoindex_draft_1"}
    assert "damaged" in outcomes["rec"] or "rows_missing" in outcomes["rec"]


@pytest.mark.parametrize("length", [0, 1, 15, 16, 99, 100, 101, 511, 512, PAGE - 1, PAGE])
def test_a_stump_is_refused_and_left_as_it_is(witness, length):
    witness.path.write_bytes(witness.image[:length])
    with pytest.raises((NotAVault, DamagedVault)):
        Vault.open(witness.path, "a quiet harbour, late", machine=Machine())
    assert witness.path.stat().st_size == length
