from integrate.plain.lock import choose_passphrase

from .conftest import ScriptedTalk

GOOD = "seven lamps along the old canal"


def test_a_strong_one_is_asked_for_twice():
    talk = ScriptedTalk(secrets=[GOOD, GOOD])
    assert choose_passphrase(talk) == GOOD
    assert "strong" in talk.all


def test_two_that_differ_begin_again():
    talk = ScriptedTalk(secrets=[GOOD, "other", GOOD, GOOD])
    assert choose_passphrase(talk) == GOOD
    assert "not the same" in talk.all


def test_a_weak_one_is_allowed_after_saying_so():
    talk = ScriptedTalk(["2"], secrets=["password", "password"])
    assert choose_passphrase(talk) == "password"
    assert "easy to guess" in talk.all


def test_by_default_another_one_is_chosen():
    talk = ScriptedTalk([""], secrets=["password", GOOD, GOOD])
    assert choose_passphrase(talk) == GOOD


def test_an_empty_one_is_none():
    assert choose_passphrase(ScriptedTalk(secrets=["", GOOD, GOOD])) == GOOD


def test_with_nobody_to_ask_there_is_none():
    assert choose_passphrase(ScriptedTalk()) is None
    assert choose_passphrase(ScriptedTalk(secrets=[GOOD])) is None


def test_it_is_never_said_aloud():
    talk = ScriptedTalk(secrets=[GOOD, GOOD])
    choose_passphrase(talk)
    assert GOOD not in talk.all
