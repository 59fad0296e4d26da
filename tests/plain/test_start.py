from integrate.plain.start import start

from .conftest import PASSPHRASE, ScriptedTalk


def test_the_first_time_begins_with_the_welcome(place):
    talk = ScriptedTalk()
    start(talk, place)
    assert talk.said[0].startswith("This is a journal")


def test_later_it_begins_with_unlocking_and_ends_at_home(place, journal):
    journal.close()
    talk = ScriptedTalk(secrets=[PASSPHRASE])
    start(talk, place)
    assert any("Close" in line for line in talk.said)
