"""The expected values come from `openssl kdf` and `openssl dgst`, not from our own code."""

import pytest

from integrate.vault import records
from integrate.vault.sealing import Keys, derive, pad, seal, unseal

MASTER = bytes(32)
VAULT_ID = b"\x11" * 16


def test_a_key_is_hkdf_of_the_master_key_with_the_vault_id_as_salt():
    expected = "354e505bb3285aef4c27243931980f9f4a9f41f1b88e2d1dcc03c157c9351b51"
    assert derive(MASTER, VAULT_ID, "rec").hex() == expected


def test_a_rid_is_its_entity_and_as_much_at_random_enciphered_as_one_block():
    keys = Keys(MASTER, VAULT_ID)
    rid = records.new_rid(keys, "0123456789abcdef", lambda n: bytes(range(1, n + 1)))
    assert rid.hex() == "1855937ac55a40cb9ede98aaec8b9904"
    assert records.entities_of(keys, [rid, rid]) == ["0123456789abcdef"] * 2
    assert records.entities_of(keys, []) == []
    assert records.named_after(keys, [rid, bytes(16)], "0123456789abcdef") == [rid]
    assert records.named_after(keys, [rid], "0123456789abcdee") == []


def test_a_row_adds_an_hmac_over_its_table_name_nonce_and_tag():
    ct = b"\x06" * 12 + b"whatever is sealed" + b"\x07" * 16
    expected = "d16cee04340781bea93b1325b5405e0201bfdd60235314514d68597fee6b0260"
    mac = Keys(MASTER, VAULT_ID).row_mac("rec", b"\x05" * 16, ct)
    assert f"{mac:064x}" == expected


@pytest.mark.parametrize(
    ("length", "padded"),
    [(0, 0), (1, 512), (512, 512), (513, 1024), (8192, 8192), (8193, 12288), (12289, 16384)],
)
def test_json_is_padded_in_steps(length, padded):
    assert len(pad(b"x" * length)) == padded


def test_sealed_bytes_open_only_as_they_were_sealed(fixed_random):
    key = Keys(MASTER, VAULT_ID).rec
    sealed = seal(key, b"words", b"aad", fixed_random)
    assert unseal(key, sealed, b"aad") == b"words"
    assert unseal(key, sealed, b"other") is None
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        assert unseal(key, bytes(flipped), b"aad") is None
    for odd in (None, 7, "text", b"", sealed[:27]):
        assert unseal(key, odd, b"aad") is None


def test_keys_do_not_show_themselves():
    assert MASTER.hex() not in repr(Keys(MASTER, VAULT_ID))
    assert repr(MASTER) not in repr(Keys(MASTER, VAULT_ID))
