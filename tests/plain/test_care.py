import pytest

from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.care import look_after
from integrate.plain.home import Home
from integrate.vault import NotCopied, WrongSecret

from .conftest import MACHINE, NOW, PASSPHRASE, ScriptedTalk, label

NEW = "quite another one, with a bell"


@pytest.fixture
def cared(here, place):
    def make(*lines, secrets=()):
        scene = here(*lines)
        talk = ScriptedTalk(lines, secrets=secrets)
        return type(scene)(**{**vars(scene), "talk": talk, "backups": place.path.parent / "b"})

    return make


def test_home_leads_there_and_back(cared):
    scene = cared(label("Look after the journal"), "", label("Close"), "not heard")
    Home(scene).run()
    assert "What would you like to look after?" in scene.talk.said
    assert scene.talk.left() == ["not heard"]


def test_an_invented_journal_needs_no_looking_after(here):
    scene = here(label("Close"))
    Home(scene).run()
    assert "Look after the journal" not in scene.talk.all


def test_soon_after_a_session_it_is_not_offered(cared, session_at):
    session_at(2)
    scene = cared(label("Close"))
    Home(scene).run()
    assert "Look after the journal" not in scene.talk.all


def test_a_backup_is_made_and_said(cared, place):
    scene = cared("1", "")
    look_after(scene)
    (made,) = (place.path.parent / "b").iterdir()
    assert f"A whole backup is at {made}." in scene.talk.said


def test_what_goes_wrong_is_said_and_the_menu_is_still_there(cared, monkeypatch):
    def full(_here):
        raise NotCopied(_here.backups)

    ways = (("care.backup", full),)
    monkeypatch.setattr("integrate.plain.care._WAYS", ways)
    scene = cared("1", "", "not heard")
    look_after(scene)
    assert any("look whether the disk is full" in line for line in scene.talk.said)
    assert scene.talk.left() == ["not heard"]


def test_the_passphrase_is_changed_once_the_old_one_was_shown(cared, journal, place, library):
    scene = cared("2", "", secrets=["wrong", PASSPHRASE, NEW, NEW])
    look_after(scene)
    assert "Your passphrase is changed." in scene.talk.said
    assert any("try again" in line for line in scene.talk.said)
    journal.close()
    with pytest.raises(WrongSecret):
        unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
    unlock(place.path, NEW, machine=MACHINE, library=library).close()


@pytest.mark.parametrize("secrets", [[], [""], ["wrong", ""]])
def test_without_the_old_one_nothing_is_changed(cared, journal, secrets):
    scene = cared("2", "3", "", secrets=secrets)
    look_after(scene)
    assert "Nothing was changed." in scene.talk.said
    assert journal.vault.fits(PASSPHRASE)


def test_a_new_code_is_made_after_a_yes(cared, journal):
    scene = cared(
        "3",
        label("Make a new code"),
        label("I would rather have none: paper gets found"),
        label("Go on without one"),
        "",
        secrets=[PASSPHRASE],
    )
    look_after(scene)
    assert not journal.vault.has_recovery


def test_a_new_code_is_not_made_without_one(cared, journal, place):
    before = place.path.read_bytes()
    look_after(cared("3", "", "", secrets=[PASSPHRASE]))
    assert place.path.read_bytes() == before
    assert journal.vault.has_recovery


def test_a_check_says_what_it_found(cared, journal):
    note(journal, "words", NOW, title="Mine")
    scene = cared("4", "")
    look_after(scene)
    assert "Everything can be read and is as it was left." in scene.talk.said
    assert "Pages: 1. Sessions: 0. Drafts: 0." in scene.talk.said


def test_commands_lead_back(cared):
    scene = cared("/back", "not heard")
    look_after(scene)
    assert scene.talk.left() == ["not heard"]
