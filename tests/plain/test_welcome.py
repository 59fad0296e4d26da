import pytest

from integrate import config
from integrate.domain.people import People, Person
from integrate.journal.unlock import unlock
from integrate.plain.leaving import Leaving
from integrate.plain.place import Unasked
from integrate.plain.welcome import welcome
from integrate.words import say

from .conftest import MACHINE, PASSPHRASE, ScriptedTalk


def code_in(talk: ScriptedTalk) -> str:
    """The recovery code as it was said last, group by group."""
    groups = [
        line.split(": ")[1] for line in talk.said if line.startswith("Group ") and ": " in line
    ]
    return "-".join(groups[-7:])


def asked_group(talk: ScriptedTalk) -> str:
    """What stands on the paper for the group that is asked for now."""
    asked = next(
        line for line in reversed(talk.said) if line.startswith("Group ") and ":" not in line
    )
    return code_in(talk).split("-")[int(asked.split()[1]) - 1].lower()


NO_COUNTRY, NOBODY = "", ""
TYPED_BACK = ["1", asked_group, asked_group]


def test_it_says_what_this_is_and_what_it_is_not(place):
    talk = ScriptedTalk()
    assert welcome(talk, place) is None
    for part in ("not for emergencies", "clinic", "Nobody is watching", "analysed", "encrypted"):
        assert part in talk.all
    assert "may stay in this window; close the window" in talk.all


def test_leaving_before_it_is_made_leaves_nothing_on_the_disk(place, tmp_path):
    welcome(ScriptedTalk(["/quit"]), place)
    with pytest.raises(Unasked):
        welcome(ScriptedTalk(["1"]), place)
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_and_a_code_typed_back_make_a_journal_that_both_open(place, library):
    talk = ScriptedTalk(["1", *TYPED_BACK, NO_COUNTRY, NOBODY], secrets=[PASSPHRASE, PASSPHRASE])
    journal = welcome(talk, place)
    assert journal is not None
    journal.close()
    for secret in (PASSPHRASE, code_in(talk)):
        unlock(place.path, secret, machine=MACHINE, library=library).close()


def test_a_group_that_reads_differently_is_asked_again(place):
    lines = ["1", "1", "XXXX", asked_group, asked_group, NO_COUNTRY, NOBODY]
    talk = ScriptedTalk(lines)
    journal = welcome(talk, place, PASSPHRASE)
    assert journal is not None
    assert "reads differently" in talk.all
    assert talk.left() == []
    journal.close()


def test_back_says_the_code_once_more(place):
    talk = ScriptedTalk(["1", "1", "/back", *TYPED_BACK, NO_COUNTRY, NOBODY])
    journal = welcome(talk, place, PASSPHRASE)
    assert journal is not None
    assert talk.said.count("If you ever forget your passphrase, this code opens your journal.") == 2
    journal.close()


def test_a_code_can_be_declined_after_a_second_thought(place):
    talk = ScriptedTalk(["2", "1", "2", "2", NO_COUNTRY, NOBODY])
    journal = welcome(talk, place, PASSPHRASE)
    assert journal is not None
    assert not journal.vault.has_recovery
    journal.close()


def test_after_a_session_in_the_last_day_paper_comes_first(place, library):
    talk = ScriptedTalk(["2", "1", *TYPED_BACK, NO_COUNTRY, NOBODY])
    journal = welcome(talk, place)
    assert journal is not None
    assert not journal.vault.has_passphrase
    journal.close()
    unlock(place.path, code_in(talk), machine=MACHINE, library=library).close()


def test_the_only_code_cannot_be_declined(place):
    talk = ScriptedTalk(["2", "1", *TYPED_BACK, NO_COUNTRY, NOBODY])
    journal = welcome(talk, place)
    assert journal is not None
    assert say("code.none") not in talk.all
    assert journal.vault.has_recovery
    journal.close()


LEFT = [[Leaving(1)], ["1", Leaving(1)], [KeyboardInterrupt()], ["1", BrokenPipeError()]]


@pytest.mark.parametrize("end", [[], ["1", "wrong"], ["/quit"], *LEFT])
def test_a_journal_whose_only_code_nobody_wrote_down_is_taken_back(place, end):
    talk = ScriptedTalk(["2", "1", *end])
    if end in LEFT:
        with pytest.raises(type(end[-1])):
            welcome(talk, place)
    else:
        assert welcome(talk, place) is None
    assert not place.path.exists()


def test_somebody_just_out_of_a_session_may_still_choose_a_passphrase(place):
    talk = ScriptedTalk(
        ["2", "2", *TYPED_BACK, NO_COUNTRY, NOBODY], secrets=[PASSPHRASE, PASSPHRASE]
    )
    journal = welcome(talk, place)
    assert journal is not None
    assert journal.vault.has_passphrase
    journal.close()


@pytest.mark.parametrize("line", ["GB", "gb", "United Kingdom"])
def test_a_country_goes_by_letters_or_name_and_is_kept_in_the_settings(place, line):
    talk = ScriptedTalk(["1", *TYPED_BACK, "Atlantis", line, NOBODY])
    journal = welcome(talk, place, PASSPHRASE)
    assert journal is not None
    assert config.read(place.config_file).country == "GB"
    journal.close()


def test_people_can_be_added_at_once(place):
    talk = ScriptedTalk(["1", *TYPED_BACK, NO_COUNTRY, "1", "Ana", "555 0100", NOBODY])
    journal = welcome(talk, place, PASSPHRASE)
    assert journal is not None
    assert journal.people == People(people=(Person(name="Ana", reach="555 0100"),))
    journal.close()


def test_help_and_grounding_are_there_before_anything_is_made(place, library):
    talk = ScriptedTalk(["/support", "/ground", "1", "/stop"])
    welcome(talk, place)
    assert library.grounding()[0].steps[0] in talk.said
    assert "Help lines:" in talk.said
