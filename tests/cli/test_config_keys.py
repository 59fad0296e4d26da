"""`integrate config keys`."""

import stat

import pytest

from integrate import config, places
from integrate.keymap import KEYS


def own():
    return config.read(places.config_file()).keys


def test_every_name_is_listed_with_its_keys_and_what_they_do(command):
    ran = command("config", "keys")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == list(KEYS)
    assert any("ctrl+g, f9" in line and "hold on to" in line for line in lines)


def test_keys_are_set_and_taken_back(command):
    assert command("config", "keys", "set", "home.go-free", "z,f7").code == 0
    assert own() == {"home.go-free": "z,f7"}
    assert command("config", "keys", "--json").json["home.go-free"] == {
        "keys": ["z", "f7"],
        "own": True,
    }
    assert command("config", "keys", "reset", "home.go-free").code == 0
    assert own() == {}
    command("config", "keys", "set", "home.go-free", "z")
    command("config", "keys", "set", "home.why", "#", "b")
    assert own()["home.why"] == "number_sign,b"
    assert command("config", "keys", "reset").code == 0
    assert own() == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "home.go-fre", "z"), "home.go-free"),
        (("set", "nothing.like.it", "z"), "Nothing is called"),
        (("set", "home.go-free", "alt+z"), "needs Alt"),
        (("set", "home.go-free", "ctrl+i"), "does not reach"),
        (("set", "home.go-free", "3"), "always does what it does"),
        (("set", "home.go-free", "longkey"), "No key is called"),
        (("set", "home.go-free", "ctrl+r"), "leads to help"),
        (("set", "everywhere.ground", ""), "keeps a key"),
        (("set", "everywhere.ground", "z,f7"), "works everywhere"),
        (("reset", "nothing"), "Nothing is called"),
        (("sett", "home.why"), "Use: integrate config keys"),
        (("set", "home.why"), "Use: integrate config keys"),
    ],
)
def test_what_cannot_be_is_told_kindly_and_changes_nothing(command, words, said):
    ran = command("config", "keys", *words)
    assert ran.code == 2
    assert said in ran.err
    assert own() == {}


def test_a_key_that_stands_for_something_else_there_is_told_and_set(command):
    ran = command("config", "keys", "set", "home.go-free", "j")
    assert ran.code == 0
    assert "home.go-journal" in ran.err
    assert own() == {"home.go-free": "j"}


def test_a_name_that_does_not_hold_is_told_and_left_out(command):
    config.write(places.config_file(), config.Config(keys={"home.gone": "z"}))
    ran = command("config", "keys")
    assert ran.code == 0
    assert "home.gone" in ran.err
    assert "home.gone" not in ran.out


def test_another_setting_takes_one_value(command):
    ran = command("config", "country", "GB", "DE")
    assert ran.code == 2
    assert command("config", "country").out.startswith("country = not set")


def test_the_file_stays_for_its_owner_alone(command):
    command("config", "keys", "set", "home.go-free", "z")
    assert stat.S_IMODE(places.config_file().stat().st_mode) == 0o600
