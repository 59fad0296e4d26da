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


def test_nobody_is_asked_for_the_passphrase_of_a_journal_that_is_not_there(command, monkeypatch):
    def asked(_ask: str) -> str:
        pytest.fail("it asked")

    monkeypatch.setattr("integrate.cli.passphrase.ask_unseen", asked)
    assert command("list", "--journal", "nowhere.vault").code == 1
