import msgspec
import pytest

from integrate.vault import TooLong, records
from integrate.vault.sealing import Keys

KEYS = Keys(bytes(32), bytes(16))


def sealed(value, **changes):
    given = {
        "entity": "0123456789abcdef",
        "parents": [b"\x05" * 16],
        "clock": 7,
        "device": b"\x01\x02",
        "kind": "note",
        "about": {"title": "A walk"},
        "value": value,
        "random": bytes,
    }
    return records.seal_record(KEYS, bytes(16), **{**given, **changes})


def test_a_record_is_the_json_that_the_format_names_in_its_order():
    plain = KEYS.rec.decrypt(bytes(12), sealed("words")[12:], b"rec1" + bytes(16) + bytes(16))
    assert plain.rstrip(b" ") == (
        b'{"entity":"0123456789abcdef","parents":["05050505050505050505050505050505"],"clock":7,'
        b'"device":"0102","kind":"note","about":{"title":"A walk"},"value":"words"}'
    )
    assert len(plain) == 512


def test_a_revision_leaves_the_words_behind():
    ct = sealed("words never held on to" * 100)
    revision = records.open_revision(KEYS, bytes(16), ct)
    assert msgspec.json.decode(revision.about) == {"title": "A walk"}
    assert b"never held" not in msgspec.msgpack.encode(revision)
    assert len(memoryview(revision.about).obj) < 100
    assert bytes(records.open_value(KEYS, bytes(16), ct)).startswith(b'"words never')


def test_a_record_under_another_name_does_not_open():
    assert records.open_revision(KEYS, b"\x01" * 16, sealed("words")) is None
    assert records.open_value(KEYS, b"\x01" * 16, sealed("words")) is None


def test_more_than_a_vault_takes_is_refused_in_words():
    with pytest.raises(TooLong, match="split it"):
        sealed("x" * (16 * 1024 * 1024))
