import sys

import pytest

from integrate import config, places

from .conftest import label

pytestmark = pytest.mark.usefixtures("page")


@pytest.fixture
def nobody(monkeypatch) -> list[str]:
    """What the person would have been asked, and nobody answers."""
    asked: list[str] = []
    monkeypatch.setattr("integrate.cli.secret.ask_unseen", asked.append)
    return asked


def test_turned_on_the_keyring_opens_the_journal(at_journal, command, made, keyring, nobody):
    assert at_journal("keyring", "on", "--yes").code == 0
    assert len(keyring) == 1
    assert command("list", "--journal", made).code == 0
    assert nobody == []


def test_turned_off_it_does_not(at_journal, command, made, keyring, nobody):
    at_journal("keyring", "on", "--yes")
    ran = command("keyring", "off", "--journal", made)
    assert ran.code == 0
    assert keyring == {}
    assert command("list", "--journal", made).code == 1
    assert len(nobody) == 1


def test_the_price_is_said_before_the_yes(at_journal, keyring, typing):
    said = typing("")
    ran = at_journal("keyring", "on")
    assert (ran.code, ran.err) == (1, "Nothing was changed.\n")
    assert said[0].startswith("Whoever uses this computer while it is unlocked")
    assert keyring == {}
    typing(label("Let the keyring open it"))
    assert at_journal("keyring", "on").code == 0


def test_a_script_needs_a_yes(at_journal, keyring):
    assert at_journal("keyring", "on").code == 2
    assert keyring == {}


def test_without_the_package_it_says_what_to_install(at_journal, made, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    before = made.read_bytes()
    ran = at_journal("keyring", "on", "--yes")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "pip install" in ran.err
    assert made.read_bytes() == before
    assert not config.read(places.config_file()).keyring


def test_settings_that_cannot_be_written_leave_it_off(at_journal, keyring, monkeypatch):
    def full(*_args):
        raise OSError(28, "full")

    monkeypatch.setattr(config, "write", full)
    ran = at_journal("keyring", "on", "--yes")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert keyring == {}


@pytest.mark.usefixtures("keyring")
def test_a_keyring_that_has_lost_it_means_asking_as_usual(
    at_journal, command, made, keyring, nobody
):
    at_journal("keyring", "on", "--yes")
    keyring.clear()
    assert command("list", "--journal", made).code == 1
    assert len(nobody) == 1


def test_while_it_is_off_the_keyring_is_never_looked_at(at_journal, command, made, monkeypatch):
    class Untouched:
        def __getattr__(self, name):
            pytest.fail(name)

    monkeypatch.setitem(sys.modules, "keyring", Untouched())
    monkeypatch.setattr("integrate.cli.secret.ask_unseen", lambda _ask: None)
    assert command("list", "--journal", made).code == 1
    assert at_journal("list").code == 0


def test_a_given_passphrase_goes_before_it(at_journal, keyring, other_secret):
    at_journal("keyring", "on", "--yes")
    assert keyring
    assert at_journal("list", "--passphrase-file", other_secret).code == 1


def test_it_opens_plain_lines_too(at_journal, command, made, keyring):
    at_journal("keyring", "on", "--yes")
    assert keyring
    ran = command("--plain", "--journal", made)
    assert ran.code == 0
    assert "Close" in ran.out
