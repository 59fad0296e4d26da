import pytest

from integrate import config, places


def test_all_settings_are_listed_with_what_they_are_for(command):
    ran = command("config")
    assert ran.code == 0
    assert [line.split(" = ")[0] for line in ran.out.splitlines()] == [
        *("country", "language", "face", "theme", "motion", "marks"),
        *("lock_after", "backups", "keyring", "word_count", "editor"),
    ]
    assert command("config", "--json").json == {
        "country": "",
        "language": "",
        "face": None,
        "theme": "calm-dark",
        "motion": True,
        "marks": "auto",
        "lock_after": 10,
        "backups": "",
        "keyring": False,
        "word_count": False,
        "editor": "",
    }


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("country", "gb", "GB"),
        ("country", "", ""),
        ("language", "es-MX", "es-MX"),
        ("language", "", ""),
        ("face", "plain", "plain"),
        ("face", "", None),
        ("theme", "high-contrast", "high-contrast"),
        ("theme", "", "calm-dark"),
        ("motion", "off", False),
        ("motion", "", True),
        ("marks", "ascii", "ascii"),
        ("marks", "", "auto"),
        ("lock_after", "0", 0),
        ("lock_after", "1440", 1440),
        ("backups", "", ""),
        ("editor", "sh -e", "sh -e"),
        ("editor", "", ""),
    ],
)
def test_a_setting_is_changed_and_said(command, key, value, kept):
    assert command("config", key, value, "--json").json == {key: kept}
    assert getattr(config.read(places.config_file()), key) == kept
    assert command("config", key).out.startswith(f"{key} = ")


def test_a_folder_means_the_same_wherever_the_program_starts(command, home):
    assert command("config", "backups", "stick").code == 0
    assert config.read(places.config_file()).backups == str(home / "stick")


@pytest.mark.parametrize(
    ("key", "value", "names"),
    [
        ("country", "XX", "GB"),
        ("language", "../es", "es-MX"),
        ("language", "Spanish", "es-MX"),
        ("face", "loud", "screen or plain"),
        ("theme", "neon", "calm-light"),
        ("motion", "slow", "on or off"),
        ("marks", "emoji", "auto or ascii"),
        ("lock_after", "soon", "1440"),
        ("lock_after", "-1", "1440"),
        ("lock_after", "1441", "1440"),
        ("keyring", "on", "integrate keyring"),
        ("editor", "no-such-editor --wait", "no-such-editor"),
        ("editor", "'", "'"),
        ("colour", "red", "lock_after"),
    ],
)
def test_what_is_not_allowed_is_refused_with_what_is(command, key, value, names):
    ran = command("config", "--", key, value)
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert names in ran.err
    assert not places.config_file().exists()


def test_a_file_is_no_folder_for_backups(command, home):
    (home / "file").touch()
    ran = command("config", "backups", "file")
    assert (ran.code, ran.refused_in_one_sentence) == (2, True)


def test_settings_that_cannot_be_read_are_not_overwritten(command):
    file = places.config_file()
    file.parent.mkdir(parents=True)
    file.write_text("country = ")
    ran = command("config", "country", "GB")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert file.read_text() == "country = "


def test_settings_that_cannot_be_written_say_so(command, monkeypatch):
    def full(*_args):
        raise OSError(28, "full")

    monkeypatch.setattr(config, "write", full)
    ran = command("config", "country", "GB")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_backups_that_stay_where_they_were_are_pointed_out(command, home, secret_file, monkeypatch):
    monkeypatch.setenv("INTEGRATE_JOURNAL", str(home / "journal.vault"))
    assert command("init", "--passphrase-file", secret_file).code == 0
    assert command("config", "backups", "first").err == ""
    assert command("backup", "--passphrase-file", secret_file).code == 0
    ran = command("config", "backups", "second")
    assert ran.code == 0
    assert f"stay in {home / 'first'}; move them to {home / 'second'}" in ran.err
    assert command("config", "country", "GB").err == ""


def test_the_price_of_an_own_editor_is_said_where_it_is_chosen(command):
    ran = command("config", "editor", "sh")
    assert "traces" in ran.err
    assert "unsealed in memory" in ran.err
