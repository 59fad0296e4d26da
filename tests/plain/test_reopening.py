import pytest
from msgspec.structs import replace

from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper
from integrate.journal.history import history
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.dialogue import Dialogue
from integrate.plain.free import write_free
from integrate.plain.here import Here
from integrate.plain.home import Home
from integrate.plain.reopening import Attentive
from integrate.plain.reword import reword
from integrate.plain.talk import Talk
from integrate.vault import Rekeyed

from .conftest import KDF, MACHINE, NOW, PASSPHRASE, ScriptedTalk, label, only_words

NEW = "quite another one"


@pytest.fixture
def rekeyed(place, library):
    """A line, before which another window gives the journal a new key."""

    def says(line: str):
        def rekey(_talk) -> str:
            other = unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
            other.vault.rekey(NEW, kdf=KDF)
            other.close()
            return line

        return rekey

    return says


@pytest.fixture
def scene(journal):
    """As in `start`: somebody who is listened to with an eye on the key."""

    def make(*lines, secrets=(NEW,), live=True) -> tuple[Here, ScriptedTalk]:
        talk = ScriptedTalk(lines, secrets=secrets, live=live)
        attentive: Talk = Attentive(talk, journal)
        return Here(talk=attentive, journal=journal, clock=lambda: NOW), talk

    return make


def text_of(journal) -> str:
    (listed,) = journal.entries
    return journal.words(listed).text


def test_a_free_page_goes_on_after_the_passphrase_with_every_word(scene, journal, rekeyed):
    here, talk = scene("one", rekeyed("two"), "three", "/next", secrets=["wrong", "", NEW])
    assert write_free(here, begin_free(NOW), Keeper(journal)) is not None
    assert text_of(journal) == "one\ntwo\nthree"
    assert "What you wrote is still held here." in talk.all
    assert "That does not open this journal; you can try again." in talk.said
    assert "It is open again, and nothing is lost." in talk.said


def test_a_set_goes_on_too(scene, journal, passage_of, rekeyed):
    passage, keeper = passage_of({"id": "said", "kind": "text", "ask": "Say it?"})
    here, _talk = scene("words", rekeyed("of mine"), "")
    Dialogue(here, passage, keeper).run()
    assert only_words(journal) == {"said": "words\nof mine"}


def test_a_rewording_takes_the_place_of_the_words_under_their_new_name(scene, journal, rekeyed):
    note(journal, "before", NOW, title="Mine")
    here, _talk = scene(rekeyed("after"), "/next")
    edited = reword(here, journal.entries[0])
    assert edited is not None
    assert text_of(journal) == "after"
    (listed,) = journal.entries
    assert listed.also == ()
    assert [each.words.text for each in history(journal, listed).earlier] == ["before"]


def test_a_key_that_changes_at_the_last_moment_costs_nothing(here, journal, rekeyed):
    """Between a line and its sealing: without the look after each line."""
    scene = here("one", rekeyed("/next"))
    scene = replace_talk(scene, secrets=[NEW])
    assert write_free(scene, begin_free(NOW), Keeper(journal)) is not None
    assert text_of(journal) == "one"


def test_home_goes_on(scene, rekeyed):
    here, talk = scene(rekeyed("/nonsense"), label("Read a page"), label("Close"))
    Home(here).run()
    assert "Nothing is written yet." in talk.said


def test_home_goes_on_where_it_is_noticed_there(here, rekeyed):
    scene = replace_talk(here(rekeyed("99"), label("Read a page"), label("Close")), secrets=[NEW])
    Home(scene).run()
    assert "It is open again, and nothing is lost." in scene.talk.said


def test_with_nobody_to_ask_it_is_said(scene, journal, rekeyed):
    here, _talk = scene("one", rekeyed("two"), "/next", secrets=[], live=False)
    with pytest.raises(Rekeyed, match="open it again with its passphrase"):
        write_free(here, begin_free(NOW), Keeper(journal))


def test_what_others_write_otherwise_is_no_reason_to_ask(scene, journal, place, library):
    def add_elsewhere(_talk) -> str:
        other = unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
        note(other, "from elsewhere", NOW, title="Elsewhere")
        other.close()
        return "two"

    here, talk = scene("one", add_elsewhere, "/next", secrets=[])
    assert write_free(here, begin_free(NOW), Keeper(journal)) is not None
    assert "new key" not in talk.all


def test_whoever_speaks_through_it_is_heard(journal):
    talk = ScriptedTalk(["x"], secrets=["y"], live=False)
    attentive = Attentive(talk, journal)
    attentive.say("said")
    attentive.aside("aside")
    assert (attentive.hear(), attentive.secret("ask"), attentive.live) == ("x", "y", False)
    assert (talk.said, talk.asides) == (["said", "ask"], ["aside"])


def replace_talk(scene: Here, *, secrets) -> Here:
    scene.talk._secrets = iter(secrets)
    return scene


def test_a_draft_keeps_its_name(scene, journal, rekeyed):
    keeper = Keeper(journal)
    keeper.keep(replace(begin_free(NOW), text="half"))
    here, _talk = scene(rekeyed("more"), "/pause")
    assert write_free(here, replace(begin_free(NOW), text="half"), keeper) is None
    assert len(journal.vault.drafts()) == 1
