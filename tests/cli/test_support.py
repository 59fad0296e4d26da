from integrate import config, places
from integrate.config import Config


def test_it_works_without_any_journal(command, home):
    ran = command("support")
    assert (ran.code, ran.err) == (0, "")
    assert "Nobody is watching" in ran.out
    assert list(home.iterdir()) == []


def test_a_country_has_its_own_lines_and_emergency_number(command):
    told = command("support", "--country", "gb").out
    assert "116 123" in told
    assert "999" in told
    assert "988" not in told


def test_the_chosen_country_is_remembered(command):
    config.write(places.config_file(), Config(country="US"))
    assert "988" in command("support").out


def test_settings_that_cannot_be_read_keep_nobody_from_help(command):
    places.config_file().parent.mkdir(parents=True)
    places.config_file().write_text("country = [")
    assert command("support").code == 0


def test_json_has_the_lines_with_when_they_were_checked(command):
    told = command("support", "--country", "US", "--json").json
    assert told["emergency"] == "911"
    assert all(line["last_checked"] and line["source"] for line in told["lines"])
