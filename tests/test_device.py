"""This machine's name for itself: kept with the first record, and for nothing less."""

from functools import partial

from integrate.device import device_id
from integrate.vault import Kdf, Vault

KDF = Kdf(m_kib=8192, t=1, p=1)


def test_a_machine_keeps_its_name(tmp_path):
    folder = tmp_path / "state"

    first = device_id(folder)

    assert len(first) == 8
    assert device_id(folder) == first
    assert (folder / "device").stat().st_mode & 0o777 == 0o600


def test_a_machine_that_can_keep_nothing_is_a_new_device_each_time(tmp_path):
    in_the_way = tmp_path / "state"
    in_the_way.write_text("a file where the folder should be")

    assert device_id(in_the_way) != device_id(in_the_way)


def test_a_name_that_was_cut_short_is_made_anew(tmp_path):
    (tmp_path / "device").write_bytes(b"cut")

    assert len(device_id(tmp_path)) == 8


def test_nothing_is_kept_before_something_is_written(tmp_path):
    state = tmp_path / "state"
    vault, _ = Vault.create(
        tmp_path / "kept" / "journal.vault",
        "a lamp in the hall",
        device=partial(device_id, state),
        kdf=KDF,
    )
    with vault:
        vault.present()
        assert not state.exists()
        vault.add("entry", {}, {"text": "kettle"})
        assert state.exists()
