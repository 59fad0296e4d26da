"""Settings: each says what it is now, is changed by its number, and holds."""

from dataclasses import replace

import pytest

from integrate import config
from integrate.config import Config
from integrate.plain.home import Home
from integrate.plain.settings import settings
from integrate.words import say

from .conftest import ScriptedTalk, label


def row(name):
    """Chooses a setting by its name, whatever it is now."""

    def choose(talk):
        wanted = f". {say(f'lines.settings.{name}')}: "
        return next(line for line in reversed(talk.said) if wanted in line).split(".")[0]

    return choose


def kept(place) -> Config:
    return config.read(place.config_file)


def test_home_leads_there_and_back(seated):
    scene = seated(label("Settings"), "", label("Close"), "not heard")
    Home(scene).run()
    assert "Country for help lines: not chosen" in scene.talk.all
    assert "Locks by itself: after 10 minutes without a line" in scene.talk.all
    assert scene.talk.left() == ["not heard"]


def test_an_invented_journal_has_none(here):
    scene = here(label("Close"))
    Home(scene).run()
    assert say("lines.settings") not in scene.talk.all


def test_a_country_is_found_by_typing_and_its_help_lines_hold_at_once(seated, place):
    lines = [label("Settings"), row("country"), "kingdom", label("United Kingdom"), ""]
    scene = seated(*lines, "/support", label("Close"))
    Home(scene).run()
    assert kept(place).country == "GB"
    assert "It is kept. Country for help lines: United Kingdom." in scene.talk.said
    told = scene.talk.all.rpartition("Help lines:")[2]
    assert "Samaritans" in told
    assert "988" not in told


def test_a_country_is_taken_back(seated, place):
    config.write(place.config_file, Config(country="GB"))
    settings(seated(row("country"), label("Not now"), ""))
    assert kept(place).country == ""


@pytest.mark.parametrize(
    ("name", "lines", "field", "value"),
    [
        ("language", ["1234", "es"], "language", "es"),
        ("lock", ["soon", "1441", "3"], "lock_after", 3),
        ("lock", ["0"], "lock_after", 0),
        ("face", ["2"], "face", "plain"),
        ("face", ["1"], "face", "screen"),
    ],
)
def test_a_setting_is_changed_and_kept(seated, place, name, lines, field, value):
    scene = seated(row(name), *lines, "")
    settings(scene)
    assert getattr(kept(place), field) == value
    assert scene.talk.left() == []


@pytest.mark.parametrize("name", ["country", "language", "lock", "backups", "face"])
@pytest.mark.parametrize("end", [["", ""], ["/back", ""], []])
def test_an_empty_line_a_command_and_the_end_leave_it_as_it_is(seated, place, name, end):
    before = Config(country="GB", language="es", lock_after=3, face="plain")
    config.write(place.config_file, before)
    settings(seated(row(name), *end))
    assert kept(place) == before


def test_backups_go_to_another_folder_from_then_on(seated, place, tmp_path):
    file = tmp_path / "a file"
    file.touch()
    there = settings(seated(row("backups"), str(file), str(tmp_path / "disk"), ""))
    assert there.backups == tmp_path / "disk"
    assert kept(place).backups == str(tmp_path / "disk")
    back = settings(replace(there, talk=ScriptedTalk([row("backups"), "-", ""])))
    assert back.backups == place.path.parent / "backups"
    assert kept(place).backups == ""


def test_settings_that_cannot_be_kept_are_told_and_stop_nobody(seated, monkeypatch):
    def full(_file, _config):
        raise OSError

    monkeypatch.setattr(config, "write", full)
    scene = seated(row("lock"), "3", "")
    settings(scene)
    assert say("lines.settings.cannot") in scene.talk.said
    assert scene.talk.left() == []
