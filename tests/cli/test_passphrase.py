import re

import pytest

from .conftest import OTHER, PASSPHRASE, label

pytestmark = pytest.mark.usefixtures("page")


def opens(at_journal, made, secret) -> bool:
    return at_journal("list", "--journal", made, "--passphrase-file", secret).code == 0


def test_from_then_on_only_the_new_one_opens(at_journal, made, secret_file, other_secret):
    ran = at_journal("passphrase", "--new-passphrase-file", other_secret)
    assert ran.code == 0
    assert "integrate rekey" in ran.out
    assert opens(at_journal, made, other_secret)
    assert not opens(at_journal, made, secret_file)


def test_a_command_may_give_the_new_one(at_journal, made, other_secret):
    command = f"cat {other_secret}"
    assert at_journal("passphrase", "--new-passphrase-command", command).code == 0
    assert opens(at_journal, made, other_secret)


def test_a_file_that_others_can_read_is_refused(at_journal, made, other_secret, secret_file):
    other_secret.chmod(0o644)
    ran = at_journal("passphrase", "--new-passphrase-file", other_secret)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "chmod 600" in ran.err
    assert opens(at_journal, made, secret_file)


def test_with_nobody_to_ask_it_says_how_to_give_it(at_journal, monkeypatch):
    monkeypatch.setattr("integrate.plain.talk.ask_unseen", lambda _ask: None)
    ran = at_journal("passphrase")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "--new-passphrase-file" in ran.err


def test_at_a_terminal_it_is_asked_twice_with_its_strength(at_journal, made, typing, other_secret):
    said = typing("", secrets=[OTHER, OTHER])
    assert at_journal("passphrase").code == 0
    assert any(line.startswith("This one is ") for line in said)
    assert "Your passphrase is changed." in said
    assert opens(at_journal, made, other_secret)


def test_backups_are_changed_too_and_those_out_of_reach_are_named(
    at_journal, other_secret, tmp_path
):
    within = at_journal("backup", "--json").json["path"]
    away = tmp_path / "stick" / "copy.vault"
    at_journal("backup", away)
    away.rename(away.with_name("gone"))
    told = at_journal("passphrase", "--new-passphrase-file", other_secret, "--json").json
    assert told == {"reached": [within], "missed": [str(away)]}
    assert opens(at_journal, within, other_secret)


def test_those_out_of_reach_are_said_to_open_with_the_old_one(at_journal, other_secret, tmp_path):
    away = tmp_path / "stick" / "copy.vault"
    at_journal("backup", away)
    away.unlink()
    ran = at_journal("passphrase", "--new-passphrase-file", other_secret)
    assert "still open with the old passphrase" in ran.out
    assert f"  {away}" in ran.out.splitlines()


def test_a_wrong_one_changes_nothing(at_journal, made, other_secret):
    before = made.read_bytes()
    ran = at_journal(
        "passphrase", "--passphrase-file", other_secret, "--new-passphrase-file", other_secret
    )
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert made.read_bytes() == before


def test_the_recovery_code_is_enough_to_ask_for_it(
    at_journal, command, home, secret_file, other_secret
):
    path = home / "by-code" / "journal.vault"
    given = ("--journal", path, "--passphrase-file", secret_file)
    code = command("init", *given).out.strip()
    written = home / "paper"
    written.write_text(code)
    written.chmod(0o600)
    ran = at_journal(
        "passphrase",
        *("--journal", path, "--passphrase-file", written),
        *("--new-passphrase-file", other_secret),
    )
    assert ran.code == 0
    assert opens(at_journal, path, other_secret)


def test_the_keyring_is_not_asked_who_may_open_it(at_journal, made, keyring, command, monkeypatch):
    assert at_journal("keyring", "on", "--yes").code == 0
    assert keyring
    asked = []
    monkeypatch.setattr(
        "integrate.cli.secret.ask_unseen", lambda ask: asked.append(ask) or "not this one"
    )
    assert command("passphrase", "--journal", made).code == 1
    assert asked == ["Your present passphrase, or your recovery code:"]


def test_it_may_go_on_to_a_new_key(at_journal, made, typing, other_secret):
    old = at_journal("backup", "--json").json["path"]
    back = re.compile(r"Group (\d)$")

    def group(said):
        number = back.search(said[-1])[1]
        return next(line for line in said if line.startswith(f"Group {number}: "))[9:]

    said = typing(
        label("Make a new key"),
        label("Make a new key"),
        label("I have written it down"),
        group,
        group,
        label("Take them away"),
        secrets=[OTHER, OTHER],
    )
    assert at_journal("passphrase").code == 0
    assert not any("That is the present passphrase" in line for line in said)
    assert "Your journal has a new key." in said
    assert opens(at_journal, made, other_secret)
    assert at_journal("list", "--journal", old).code == 1
    assert PASSPHRASE not in "\n".join(said)
