"""One bit of the file is wrong, anywhere: no wrong text, no older text as the present one."""

import random

import msgspec
import pytest

from integrate.vault import VaultError, WrongSecret

FLIPS = 250


def test_a_flipped_bit_never_shows_a_wrong_or_an_older_text(vaults, vault, path):
    texts = {}
    for number in range(8):
        item = vault.add("note", {"n": number}, f"entry {number}, first wording")
        words = f"entry {number}, second wording" * 20
        vault.add("note", {"n": number}, words, entity=item.entity)
        texts[item.entity] = words
    vault.keep_draft("unfinished")
    vault.close()
    whole = path.read_bytes()
    source = random.Random(2)  # noqa: S311  (places of damage, not secrets)
    outcomes = set()
    for _ in range(FLIPS):
        damaged = bytearray(whole)
        damaged[source.randrange(len(whole))] ^= 1 << source.randrange(8)
        path.write_bytes(damaged)
        try:
            with vaults.open() as again:
                outcomes.add(outcome_of(again, texts))
        except WrongSecret:
            pytest.fail("damage was called a wrong passphrase")
        except VaultError as refusal:
            outcomes.add(type(refusal).__name__)
    assert {"harmless", "told"} <= outcomes


def outcome_of(vault, texts):
    """Reads everything; whatever can be read must be the newest words."""
    found = vault.present()
    for item in found.items:
        assert msgspec.json.decode(vault.value(item.rid)) == texts[item.entity]
        for other in item.also:
            vault.value(other)
    for draft in vault.drafts():
        assert draft.value is None or bytes(draft.value) == b'"unfinished"'
    ok = vault.verify().ok
    if len(found.items) < len(texts):
        assert found.damaged or not ok
    return "harmless" if ok and not found.damaged else "told"
