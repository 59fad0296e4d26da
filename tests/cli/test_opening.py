import pytest

from .conftest import tree


@pytest.mark.parametrize("mode", [0o640, 0o606])
def test_a_journal_that_others_can_get_at_opens_and_says_so(at_journal, made, mode):
    made.chmod(mode)
    before = tree(made.parent)
    ran = at_journal("list", "--json")
    assert (ran.code, ran.json) == (0, [])
    assert "chmod 600" in ran.err
    assert tree(made.parent) == before


def test_a_path_that_would_steer_the_terminal_is_told_without_that(command, secret_file, home):
    path = home / "folder\x1b[2J\u202e" / "journal.vault"
    assert command("init", "--journal", path, "--passphrase-file", secret_file).code == 0
    path.chmod(0o640)
    ran = command("list", "--journal", path, "--passphrase-file", secret_file)
    assert ran.code == 0
    assert "chmod 600" in ran.err
    assert not set(ran.err) & set("\x1b\u202e")


def test_nobody_is_asked_for_the_passphrase_of_a_journal_that_is_not_there(command, monkeypatch):
    def asked(_ask: str) -> str:
        pytest.fail("it asked")

    monkeypatch.setattr("integrate.cli.secret.ask_unseen", asked)
    assert command("list", "--journal", "nowhere.vault").code == 1
