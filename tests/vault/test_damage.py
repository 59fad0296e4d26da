"""One bit of the file is wrong, anywhere: no wrong text, no older text as the present one.

Short: a seeded sample. Long (INTEGRATE_STORM=1): every bit there is, in slices.
"""

import random
from collections import Counter

import msgspec
import pytest

from integrate.machine import Machine
from integrate.vault import Vault, VaultError

SLICES = 24
HEADER = range(100)
PAGE = 8192


def flipped(image, bit):
    damaged = bytearray(image)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def occupied(image):
    """Places of bytes that aren't zero; most of a small vault is free space."""
    return [place for place, byte in enumerate(image) if byte]


def of_slots(image):
    """Places of the bytes between the first and the last that belong to a slot."""
    first, last = image.index(b'passphrase{"kdf"'), image.index(b'recovery{"kdf"')
    low, high = sorted((first, last))
    return range(low - 16, high + 400)


def flips(image, source, count):
    """A sample: bits of the header, of slots, of whatever is written, and of anything."""
    written, slots = occupied(image), of_slots(image)
    for place in HEADER:
        yield place * 8 + source.randrange(8)
    for _ in range(count // 10):
        yield source.choice(slots) * 8 + source.randrange(8)
    for _ in range(count // 2):
        yield source.choice(written) * 8 + source.randrange(8)
    for _ in range(count // 4):
        yield source.randrange(len(image) * 8)


def look_at(witness, bits):
    outcomes = Counter()
    for bit in bits:
        damaged = flipped(witness.image, bit)
        witness.path.write_bytes(damaged)
        try:
            outcomes[witness.look()] += 1
        except BaseException as fault:
            fault.add_note(f"bit {bit % 8} of byte {bit // 8}")
            raise
        assert witness.path.read_bytes() == damaged, "looking wrote something"
    return outcomes


def test_a_flipped_bit_never_shows_a_wrong_or_an_older_text(witness):
    source = random.Random(2)  # noqa: S311  (places of damage, not secrets)
    outcomes = look_at(witness, flips(witness.image, source, 1300))
    met = " ".join(outcomes)
    for each in ("harmless", "rows_changed", "DamagedSlot and slots_changed", "DamagedVault"):
        assert each in met


@pytest.mark.parametrize("part", range(SLICES))
def test_no_single_bit_anywhere_shows_a_wrong_or_an_older_text(witness, long, part, capsys):
    if not long:
        pytest.skip("every bit is tried with INTEGRATE_STORM=1")
    bits = len(witness.image) * 8
    outcomes = look_at(witness, range(bits * part // SLICES, bits * (part + 1) // SLICES))
    with capsys.disabled():
        print(f"\nbits, slice {part}: {dict(outcomes)}")  # noqa: T201  (what the storm is for)


def structure(image):
    """Places of the header, and of what begins each page and says where its rows stand."""
    yield from HEADER
    for page in range(0, len(image), PAGE):
        begin = page + (100 if page == 0 else 0)
        cells = int.from_bytes(image[begin + 3 : begin + 5])
        yield from range(begin, begin + 12 + 2 * cells)


def test_writing_after_a_flipped_bit_loses_no_further_word_in_silence(witness, long):
    source = random.Random(4)  # noqa: S311  (places of damage, not secrets)
    bits = [place * 8 + bit for place in structure(witness.image) for bit in range(8)]
    outcomes = Counter()
    for bit in bits if long else source.sample(bits, 120):
        witness.path.write_bytes(flipped(witness.image, bit))
        try:
            outcomes[write_and_look(witness)] += 1
        except BaseException as fault:
            fault.add_note(f"bit {bit % 8} of byte {bit // 8}")
            raise
        for left in witness.path.parent.glob("*-journal"):
            left.unlink()
    assert outcomes["written"]
    assert outcomes["refused"]


def write_and_look(witness):
    """What is written into a damaged file is there afterwards, or was refused to its writer."""
    machine = Machine(name=b"\x03" * 8)
    try:
        with Vault.open(witness.path, "a quiet harbour, late", machine=machine) as vault:
            draft = vault.keep_draft("new, unfinished")
            item = vault.add("note", {}, "new, finished", draft=draft)
    except VaultError:
        return "refused"
    with Vault.open(witness.path, "a quiet harbour, late", machine=machine) as vault:
        assert msgspec.json.decode(vault.value(item.rid)) == "new, finished"
        found = vault.present()
        told = found.damaged or vault.verify().findings
        shown = {each.entity for each in found.items}
        assert told or shown == witness.said.keys() | {item.entity}
    return "written"


@pytest.mark.parametrize("wrong", ["shorter", "empty", "another name"])
def test_what_is_deleted_is_gone_though_a_damaged_index_does_not_lead_to_it(witness, wrong):
    ((root,),) = witness.operate(
        ("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_rec_1'",)
    )[0]
    entity, rids = next(iter(witness.rids.items()))
    sealed = [witness.operate(("SELECT ct FROM rec WHERE rid = ?", rid))[0][0][0] for rid in rids]
    image = bytearray(witness.image)
    page = (root - 1) * PAGE
    if wrong == "another name":
        for rid in rids:
            image[image.index(rid, page, page + PAGE)] ^= 1
    else:
        image[page + 4] = {"shorter": 2, "empty": 0}[wrong]
    witness.path.write_bytes(image)
    with Vault.open(witness.path, "a quiet harbour, late", machine=Machine()) as vault:
        removed = vault.delete(entity)
        assert len(removed.wordings) == len(rids)
        assert vault.verify().ok
    witness.gone.append(entity)
    assert witness.look() == "harmless"
    assert not any(ct[-16:] in witness.path.read_bytes() for ct in sealed)
