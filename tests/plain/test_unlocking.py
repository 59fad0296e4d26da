import pytest

from integrate.journal.init import init_on_paper
from integrate.plain.place import Unasked
from integrate.plain.unlocking import unlocked
from integrate.vault import WrongSecret

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
