import stat

import pytest

from integrate import config, places
from integrate.cli import init as verb

from .conftest import PASSPHRASE


def test_with_a_passphrase_given_it_asks_nothing_and_prints_the_code(at_journal, journal_path):
    ran = at_journal("init")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.strip().split("-")) == 7
    assert stat.S_IMODE(journal_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal_path.parent.stat().st_mode) == 0o700


def test_the_code_opens_it_too(at_journal, secret_file):
    code = at_journal("init").out
    secret_file.write_text(code.lower())
    assert at_journal("list").code == 0


def test_json_names_the_place_and_the_code(at_journal, journal_path):
    told = at_journal("init", "--json").json
    assert told["journal"] == str(journal_path)
    assert len(told["recovery_code"].split("-")) == 7


def test_no_recovery_makes_none(at_journal):
    told = at_journal("init", "--json", "--no-recovery").json
    assert told["recovery_code"] is None


def test_a_command_may_give_the_passphrase(command, journal_path, secret_file):
    given = ("--passphrase-command", f"cat {secret_file}", "--journal", journal_path)
    assert command("init", *given).code == 0
    assert command("list", "--passphrase-file", secret_file, "--journal", journal_path).code == 0


def test_a_new_journal_may_begin_in_an_empty_file(at_journal, journal_path):
    journal_path.parent.mkdir(mode=0o700)
    journal_path.touch(0o600)
    assert at_journal("init").code == 0


def test_the_country_is_kept_in_the_settings(at_journal):
    assert at_journal("init", "--country", "gb").code == 0
    assert config.read(places.config_file()).country == "GB"


def test_a_country_that_is_not_known_makes_nothing(at_journal, home):
    ran = at_journal("init", "--country", "Atlantis")
    assert ran.code == 2
    assert ran.refused_in_one_sentence
    assert list(home.iterdir()) == []


def test_asking_is_refused_where_nobody_can_be_asked(command, home, monkeypatch):
    monkeypatch.setattr("integrate.plain.talk.ask_unseen", lambda _ask: None)
    ran = command("init", "--journal", home / "journal.vault")
    assert ran.code == 1
    assert not (home / "journal.vault").exists()


def test_without_one_given_it_asks_twice_and_for_two_groups_back(
    command, journal_path, secret_file, monkeypatch
):
    monkeypatch.setattr("integrate.plain.talk.ask_unseen", lambda _ask: PASSPHRASE)
    monkeypatch.setattr(verb, "settle_code", lambda *_parts: True)
    ran = command("init", "--journal", journal_path)
    assert ran.code == 0
    given = ("--journal", journal_path, "--passphrase-file", secret_file)
    assert command("list", *given).code == 0


@pytest.mark.parametrize("secret", ["", "\n"])
def test_an_empty_passphrase_makes_no_journal(at_journal, secret_file, journal_path, secret):
    secret_file.write_text(secret)
    ran = at_journal("init")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert not journal_path.exists()
