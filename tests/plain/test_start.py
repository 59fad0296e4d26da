import sqlite3
from contextlib import closing, contextmanager

import pytest

from integrate import config
from integrate.journal.init import init
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.leaving import Locking
from integrate.plain.start import start
from integrate.vault import ReadOnlyVault, Vault

from .conftest import KDF, MACHINE, NOW, PASSPHRASE, ScriptedTalk, label


def test_the_first_time_begins_with_the_welcome(place):
    talk = ScriptedTalk()
    start(talk, place)
    assert talk.said[0].startswith("This is a journal")


def test_later_it_begins_with_unlocking_and_ends_at_home(place, journal):
    journal.close()
    talk = ScriptedTalk(secrets=[PASSPHRASE])
    start(talk, place)
    assert any("Close" in line for line in talk.said)


def test_locking_seals_the_draft_and_asks_for_the_passphrase_again(place, journal):
    journal.close()
    lines = [label("A free page"), "half a page", "/lock", label("Go on with it"), "/next"]
    talk = ScriptedTalk([*lines, label("Close")], secrets=[PASSPHRASE, PASSPHRASE])
    start(talk, place)
    assert "Locked. What you wrote is kept." in talk.said
    assert talk.said.count("half a page") == 1
    assert talk.left() == []


def test_locked_it_is_closed(place, library):
    opened, _code = init(place.path, PASSPHRASE, machine=MACHINE, library=library, kdf=KDF)
    start(ScriptedTalk(["/lock"], live=False), place, opened=opened)
    with pytest.raises(ValueError, match="closed"):
        opened.vault.present()


def test_when_nobody_was_there_it_seals_says_so_and_ends(place, journal):
    journal.close()
    lines = [label("A free page"), "half a page", Locking(by_itself=True, typed="and more")]
    talk = ScriptedTalk([*lines, "not heard"], secrets=[PASSPHRASE])
    start(talk, place)
    assert talk.said[-2].startswith("Nobody was here for a while")
    assert talk.said[-1].startswith("What was shown may still stand in this window")
    assert talk.left() == ["not heard"]
    again = ScriptedTalk([label("Go on with it"), "/pause"], secrets=[PASSPHRASE])
    start(again, place)
    assert "half a page\nand more" in again.said


@pytest.mark.parametrize("by_itself", [True, False])
def test_it_stays_open_while_words_cannot_be_sealed(place, journal, monkeypatch, by_itself):
    journal.close()
    refuses = [True]
    keep = Vault.keep_draft

    def full(self, *args):
        if refuses:
            raise ReadOnlyVault
        return keep(self, *args)

    def disk_has_room(_talk):
        refuses.clear()
        return "and more"

    monkeypatch.setattr(Vault, "keep_draft", full)
    locking = Locking(by_itself=by_itself, typed="half")
    lines = [label("A free page"), "words", locking, disk_has_room, "/next", label("Close")]
    talk = ScriptedTalk(lines, secrets=[PASSPHRASE])
    start(talk, place)
    assert any(line.startswith("It stays open") for line in talk.said)
    opened = unlock(place.path, PASSPHRASE, machine=MACHINE, library=place.library)
    (listed,) = opened.entries
    assert opened.words(listed).text == "words\nhalf\nand more"
    opened.close()


def test_a_set_stays_open_too(place, journal, monkeypatch):
    journal.close()

    def full(*_args):
        raise ReadOnlyVault

    monkeypatch.setattr(Vault, "keep_draft", full)
    lines = [label("Check-in"), "7", Locking(by_itself=True), "/stop", label("Close")]
    talk = ScriptedTalk(lines, secrets=[PASSPHRASE])
    start(talk, place)
    assert any(line.startswith("It stays open") for line in talk.said)
    assert any("kept in your journal" in line for line in talk.said)


def test_it_counts_the_minutes_of_the_settings_and_only_at_home(place, journal):
    journal.close()
    config.write(place.config_file, config.Config(lock_after=3))
    counted: list[int] = []

    @contextmanager
    def locks_after(minutes):
        counted.append(minutes)
        yield

    start(ScriptedTalk(secrets=[PASSPHRASE]), place, locks_after=locks_after)
    assert counted == [3]


def test_the_days_backup_is_made_after_unlocking(place, journal):
    note(journal, "words", NOW, title="Mine")
    journal.close()
    talk = ScriptedTalk(secrets=[PASSPHRASE])
    start(talk, place)
    (made,) = (place.path.parent / "backups").iterdir()
    assert f"A whole backup is at {made}." in talk.said


def test_a_journal_that_cannot_be_written_in_says_so_at_once(place, journal):
    journal.close()
    with closing(sqlite3.connect(place.path)) as db, db:
        db.execute("CREATE TABLE planted (x)")
    talk = ScriptedTalk(secrets=[PASSPHRASE])
    start(talk, place)
    assert any("can be read here but not written in" in line for line in talk.said)
