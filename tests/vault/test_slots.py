import msgspec
import pytest

from integrate.vault import Kdf, NotEnoughMemory, slots
from integrate.vault.slots import Slot, affordable, digest, unwrap, wrap

VAULT_ID = b"\x11" * 16
MASTER = bytes(range(32))


@pytest.fixture
def slot(kdf):
    return wrap(
        MASTER,
        secret="paßword".encode(),
        kind="passphrase",
        vault_id=VAULT_ID,
        kdf=kdf,
        random=lambda n: b"\x22" * n,
    )


def changed(slot, **columns):
    return msgspec.structs.replace(slot, **columns)


def with_params(slot, **params):
    read = msgspec.json.decode(slot.params)
    return changed(slot, params=msgspec.json.encode({**read, **params}))


def test_a_slot_is_what_argon2_and_openssl_say(slot):
    assert slot.params == (
        b'{"kdf":"argon2id","v":19,"m":8192,"t":1,"p":1,'
        b'"salt":"22222222222222222222222222222222","vault":"11111111111111111111111111111111"}'
    )
    commitment = "b7bc90b1d611b54e4deaab9a698b00024813268f32c2a1ebf50709c855aa1ab1"
    assert slot.wrapped[:32].hex() == commitment
    assert slot.wrapped[32:44] == b"\x22" * 12
    assert len(slot.wrapped) == 32 + 12 + 32 + 16


def test_the_right_secret_gives_the_master_key_and_the_vault_id(slot):
    opened = unwrap(slot, "paßword".encode())
    assert opened.master == MASTER
    assert opened.vault_id == VAULT_ID
    assert repr(opened) == "Opened()"


def test_a_wrong_secret_gives_nothing_and_the_slot_is_whole(slot):
    assert unwrap(slot, b"password") is None
    assert slot.whole


def test_every_damaged_byte_shows_as_damage(slot):
    for column in ("kind", "params", "wrapped", "sum"):
        value = getattr(slot, column)
        for place in range(len(value)):
            flipped = bytearray(value)
            flipped[place] ^= 4
            assert not changed(slot, **{column: bytes(flipped)}).whole


def test_a_damaged_sum_alone_does_not_lock_anyone_out(slot):
    assert unwrap(changed(slot, sum=b""), "paßword".encode()).master == MASTER


@pytest.mark.parametrize(
    "params",
    [
        {"m": 2**31},
        {"m": 4096},
        {"m": 0},
        {"m": -1},
        {"t": 10**9},
        {"t": 0},
        {"m": 1024 * 1024, "t": 2},
        {"p": 17},
        {"p": 0},
        {"m": 10**40},
        {"v": 16},
        {"kdf": "scrypt"},
        {"salt": "short"},
        {"salt": "2" * 32 + "\n"},
        {"vault": "zz" * 16},
        {"extra": 1},
        {"t": "3"},
        {"t": [[[[]]]]},
    ],
)
def test_hostile_parameters_are_refused_before_anything_is_derived(slot, params, monkeypatch):
    monkeypatch.setattr(slots, "Argon2id", None)
    hostile = with_params(slot, **params)
    assert not hostile.whole
    assert affordable([hostile]) == []
    assert unwrap(hostile, b"any") is None


@pytest.mark.parametrize("params", [b"", b"[" * 100_000, b'{"m":1', b"\xff", b"null"])
def test_parameters_that_are_not_json_are_refused(slot, params):
    assert changed(slot, params=params).read_params is None


def test_many_dear_slots_are_not_all_tried(slot):
    dear = with_params(slot, m=1024 * 1024)
    assert affordable([dear] * 8) == [dear]


def test_a_cost_that_no_reader_would_accept_is_not_written():
    with pytest.raises(ValueError, match="Kdf"):
        wrap(
            MASTER,
            secret=b"x",
            kind="passphrase",
            vault_id=VAULT_ID,
            kdf=Kdf(m_kib=1024),
            random=bytes,
        )


def test_too_little_memory_has_its_own_sentence(slot, monkeypatch):
    class Starved:
        def __init__(self, **_):
            pass

        def derive(self, _):
            raise MemoryError

    monkeypatch.setattr(slots, "Argon2id", Starved)
    with pytest.raises(NotEnoughMemory, match="memory"):
        unwrap(slot, b"x")


def test_the_digest_tells_every_column_and_their_borders(slot):
    def of(*columns):
        return digest(
            [Slot(kind=columns[0], params=columns[1], wrapped=columns[2], sum=columns[3])]
        )

    assert (
        len({digest([]), of(b"a", b"b", b"", b""), of(b"ab", b"", b"", b""), digest([slot])}) == 4
    )
