"""The keyring, a new key and bringing pages back: asked for in lines, after a yes."""

import sys
from dataclasses import replace
from types import ModuleType

import pytest

from integrate import config
from integrate.journal.backup import backup
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.settings import settings
from integrate.plain.start import start
from integrate.vault import WrongSecret
from integrate.words import say

from .conftest import MACHINE, NOW, PASSPHRASE, ScriptedTalk, label
from .test_settings import row
from .test_welcome import TYPED_BACK

NEW = "kettle orbit velvet mustard"
SETTINGS = label("Settings")
RESTORE = label("Bring pages back from a backup")


@pytest.fixture
def ring(monkeypatch) -> dict[tuple[str, str], str]:
    kept: dict[tuple[str, str], str] = {}
    module = ModuleType("keyring")
    module.set_password = lambda service, name, secret: kept.update({(service, name): secret})
    module.delete_password = lambda service, name: kept.pop((service, name))
    monkeypatch.setitem(sys.modules, "keyring", module)
    return kept


# --- the keyring


def test_the_keyring_opens_it_after_the_passphrase_and_a_yes(seated, place, ring):
    scene = seated(row("keyring"), label(say("keyring.do")), "", secrets=[PASSPHRASE])
    settings(scene)
    assert len(ring) == 1
    assert config.read(place.config_file).keyring
    off = ScriptedTalk([row("keyring"), ""], secrets=[PASSPHRASE])
    settings(replace(scene, talk=off))
    assert ring == {}
    assert not config.read(place.config_file).keyring


@pytest.mark.parametrize("secrets", [[""], ["wrong", ""], []])
def test_whoever_cannot_show_the_passphrase_changes_nothing(seated, ring, secrets):
    for chosen in (row("keyring"), label("Make a new key for the whole journal")):
        scene = seated(chosen, "", secrets=secrets)
        settings(scene)
        assert ring == {}
        assert say("rekey.does") not in scene.talk.said


def test_no_yes_no_keyring(seated, ring):
    settings(seated(row("keyring"), "", "", secrets=[PASSPHRASE]))
    assert ring == {}


def test_without_a_keyring_it_says_what_to_do(seated, place, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    scene = seated(row("keyring"), label(say("keyring.do")), "", secrets=[PASSPHRASE])
    settings(scene)
    assert say("keyring.missing") in scene.talk.said
    assert not place.config_file.exists()


# --- a new key


def test_a_new_key_is_made_with_a_new_code_and_the_old_passphrase_opens_nothing(
    seated,
    place,
    journal,
    library,
):
    note(journal, "The kettle sang.", NOW, title="Kettle")
    lines = [label("Make a new key for the whole journal"), label("Make a new key"), *TYPED_BACK]
    scene = seated(*lines, "", secrets=[PASSPHRASE, NEW, NEW])
    settings(scene)
    assert say("rekey.done") in scene.talk.said
    assert say("rekey.elsewhere") in scene.talk.said
    assert scene.talk.left() == []
    journal.close()
    with pytest.raises(WrongSecret):
        unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
    unlock(place.path, NEW, machine=MACHINE, library=library).close()


def test_not_now_makes_none(seated, place, journal, library):
    settings(seated(label("Make a new key for the whole journal"), "", "", secrets=[PASSPHRASE]))
    journal.close()
    unlock(place.path, PASSPHRASE, machine=MACHINE, library=library).close()


# --- bringing back


def test_a_backup_is_brought_back_and_the_journal_opened_anew(place, journal):
    folder = place.path.parent / "backups"
    note(journal, "The kettle sang.", NOW, title="Kettle")
    made = backup(journal, folder, NOW).path
    journal.close()
    lines = [SETTINGS, RESTORE, str(made), label("Read a page")]
    lines += [label(say("plain.pages.none")), label("Close")]
    talk = ScriptedTalk(lines, secrets=[PASSPHRASE] * 3)
    start(talk, place)
    assert str(made) in talk.all
    assert say("lines.restore.again") in talk.said
    assert any("Kettle" in line for line in talk.said)
    assert talk.left() == []


@pytest.mark.parametrize("typed", ["", "/back", "/nowhere/at.all"])
def test_without_a_backup_nothing_happens(seated, typed):
    scene = seated(RESTORE, typed, "")
    settings(scene)
    assert scene.talk.left() == []


def test_a_wrong_passphrase_for_the_backup_is_told_and_the_journal_still_opens(place, journal):
    note(journal, "The kettle sang.", NOW, title="Kettle")
    made = backup(journal, place.path.parent / "backups", NOW).path
    journal.close()
    talk = ScriptedTalk(
        [SETTINGS, RESTORE, str(made), label("Close")], secrets=[PASSPHRASE, "wrong", PASSPHRASE]
    )
    start(talk, place)
    assert say("restore.wrong") in talk.said
    assert talk.left() == []
