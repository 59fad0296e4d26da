"""Settings: read calmly, written all or nothing."""

import pytest

from integrate.config import LONGEST_LOCK, BadConfig, Config, read, write


def test_without_a_file_there_are_defaults(tmp_path):
    assert read(tmp_path / "config.toml") == Config()


def test_what_was_written_is_read(tmp_path):
    file = tmp_path / "folder" / "config.toml"

    write(file, Config(country="IE", face="plain"))

    assert read(file) == Config(country="IE", face="plain")
    assert [each.name for each in file.parent.iterdir()] == ["config.toml"]
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_link_to_the_settings_stays_a_link(tmp_path):
    real = tmp_path / "real.toml"
    link = tmp_path / "config.toml"
    write(real, Config())
    link.symlink_to(real)

    write(link, Config(country="GB"))

    assert link.is_symlink()
    assert read(real).country == "GB"


@pytest.mark.parametrize(
    "bad",
    [
        'country = "',
        "surprise = 1",
        'face = "holographic"',
        "lock_after = -1",
        "lock_after = 1441",
        "lock_after = 2.5",
        "\xff",
    ],
)
def test_bad_settings_are_said_with_their_place(tmp_path, bad):
    file = tmp_path / "config.toml"
    file.write_text(bad, encoding="latin-1")

    with pytest.raises(BadConfig, match=r"config\.toml"):
        read(file)


@pytest.mark.parametrize("minutes", [0, 1, 10, LONGEST_LOCK])
def test_a_journal_locks_after_so_many_minutes_and_never_after_nought(tmp_path, minutes):
    write(tmp_path / "config.toml", Config(lock_after=minutes))

    assert read(tmp_path / "config.toml").lock_after == minutes
