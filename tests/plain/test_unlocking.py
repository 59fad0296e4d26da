import sqlite3
from contextlib import closing

import pytest

from integrate.journal.init import init, init_on_paper
from integrate.plain.place import Unasked
from integrate.plain.unlocking import unlocked
from integrate.vault import DamagedSlot, WrongSecret

from .conftest import KDF, MACHINE, PASSPHRASE, ScriptedTalk


@pytest.fixture
def closed(place, journal):
    journal.close()
    return place


def test_a_wrong_passphrase_is_said_calmly_and_asked_again(closed):
    talk = ScriptedTalk(secrets=["wrong", "", PASSPHRASE])
    unlocked(talk, closed, None).close()
    assert str(WrongSecret()) in talk.said


def test_one_that_was_given_beforehand_is_tried_once(closed):
    unlocked(ScriptedTalk(), closed, PASSPHRASE).close()
    with pytest.raises(WrongSecret):
        unlocked(ScriptedTalk(secrets=[PASSPHRASE]), closed, "wrong")


def test_with_nobody_to_ask_it_says_so(closed):
    with pytest.raises(Unasked):
        unlocked(ScriptedTalk(), closed, None)


def test_grounding_and_help_lines_are_there_before_unlocking(closed, library):
    talk = ScriptedTalk(["1", "/stop"], secrets=["/ground", "/support", PASSPHRASE])
    unlocked(talk, closed, None, country="GB").close()
    assert library.grounding()[0].steps[0] in talk.said
    assert "116 123" in talk.all
    assert "They are shown once your journal is open." in talk.said


def test_whoever_began_on_paper_is_offered_a_passphrase(place, library):
    journal, code = init_on_paper(place.path, machine=MACHINE, library=library, kdf=KDF)
    journal.close()
    unlocked(ScriptedTalk([""], secrets=[code]), place, None).close()
    talk = ScriptedTalk(["1"], secrets=[code, PASSPHRASE, PASSPHRASE])
    opened = unlocked(talk, place, None)
    assert opened.vault.has_passphrase
    opened.close()
    unlocked(ScriptedTalk(secrets=[PASSPHRASE]), place, None).close()


def test_the_fifth_wrong_one_says_what_else_there_is(closed):
    talk = ScriptedTalk(secrets=[*["wrong"] * 5, PASSPHRASE])
    unlocked(talk, closed, None).close()
    assert talk.said.count(str(WrongSecret())) == 4
    assert sum("Caps lock" in line and "recovery code" in line for line in talk.said) == 1


def damage(path, kind: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        find = "SELECT wrapped FROM slot WHERE kind = ?"
        (key,) = db.execute(find, (kind,)).fetchone()
        broken = bytes([key[0] ^ 1]) + key[1:]
        db.execute("UPDATE slot SET wrapped = ? WHERE kind = ?", (broken, kind))


def test_with_one_lock_damaged_the_other_is_named_and_opens(place, library):
    journal, code = init(place.path, PASSPHRASE, machine=MACHINE, library=library, kdf=KDF)
    journal.close()
    damage(place.path, "passphrase")
    talk = ScriptedTalk(secrets=[PASSPHRASE, code])
    unlocked(talk, place, None).close()
    assert any("your recovery code may still open" in line for line in talk.said)


def test_with_both_locks_damaged_nobody_is_asked_again(closed):
    damage(closed.path, "passphrase")
    damage(closed.path, "recovery")
    with pytest.raises(DamagedSlot, match="a backup may still open"):
        unlocked(ScriptedTalk(secrets=[PASSPHRASE, "not asked"]), closed, None)
