"""A person's own prompt sets: kept in the vault, offered beside the shipped ones, and removed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.own_set import SetAbout
from integrate.domain.session import Route
from integrate.journal.backup import backup
from integrate.journal.begin import begin
from integrate.journal.check import check
from integrate.journal.draft import Keeper, resume, waiting
from integrate.journal.due import due
from integrate.journal.journal import SET
from integrate.journal.rekey import rekey
from integrate.journal.restore import restore
from integrate.journal.sets import (
    AlreadyKept,
    CannotKeep,
    all_sets,
    keep_set,
    own_prompt_set,
    own_set,
    own_sets,
    own_text,
    prompt_set,
    remove_set,
    unread_sets,
)
from integrate.journal.show import show
from integrate.journal.unlock import unlock
from integrate.journal.unmake import unmake
from integrate.journal.write import write
from integrate.library import BadFile, NoSuchSet
from integrate.vault import Kdf, NotWritten

PASSPHRASE = "the kettle sings at four"
QUICK = Kdf(m_kib=8192, t=1, p=1)

LAKE = """\
# For Ana, after our talk in May.
schema = 1

[set]
id = "lake"
title = "By the lake"
version = "1.0"
language = "en"
author = "Dr Okonjo"
licence = "CC-BY-4.0"
minutes = 3
closing = "Rest now."

[when]
table = "dosing"
phase = "open"

[[prompt]]
id = "lake-how"
kind = "feeling"
ask = "How is it by the water?"

[[prompt]]
id = "lake-line"
kind = "text"
ask = "One line?"
"""
LATER = LAKE.replace('version = "1.0"', 'version = "1.1"').replace("One line?", "A line?")


@pytest.fixture
def keep(journal, now):
    """Keeps a set in a journal, by default the one of the test."""

    def into(text=LAKE, at=journal, **how):
        return keep_set(at, text, now, **{"source": "imported", **how})

    return into


def test_a_set_is_kept_as_the_text_that_it_came_in(journal, keep, again):
    kept = keep()

    assert (kept.id, kept.title, kept.version) == ("lake", "By the lake", "1.0")
    assert (kept.author, kept.source, kept.state) == ("Dr Okonjo", "imported", "ready")
    for each in (journal, again()):
        assert own_sets(each) == (kept,)
        assert own_text(each, "lake") == LAKE


def test_it_is_answered_like_any_other_with_options_from_the_vocabulary(journal, keep, now):
    keep()

    how, line = prompt_set(journal, "lake").prompt
    assert how.options == journal.library.vocabulary().feelings
    assert line.ask == "One line?"
    assert begin(journal, "lake", now).walk.set == prompt_set(journal, "lake")


def test_all_sets_are_the_shipped_ones_and_then_the_person_s_own(journal, keep):
    keep()
    keep(LAKE.replace('"lake"', '"a-first"'))

    shipped = tuple(journal.library.sets())
    assert tuple(each.id for each in all_sets(journal)) == (*shipped, "a-first", "lake")


def test_it_is_offered_in_its_phase_after_the_shipped_one(journal, keep, past, now):
    past(50)
    assert [each.set.id for each in due(journal, now).others] == []
    keep()

    found = due(journal, now)
    assert found.next.set.id == "open"
    assert [each.set.id for each in found.others] == ["lake"]


def test_a_set_without_a_time_is_there_and_never_due(journal, keep, past, now):
    past(50)
    head, _, rest = LAKE.partition("[when]")
    keep(head + "[[prompt]]" + rest.partition("[[prompt]]")[2])

    found = due(journal, now)
    assert "lake" not in [each.set.id for each in (found.next, *found.others)]
    assert begin(journal, "lake", now).walk.set.id == "lake"


def test_a_draft_is_listed_and_neither_offered_nor_answered(journal, keep, now):
    keep(state="draft", source="own")

    assert [each.state for each in own_sets(journal)] == ["draft"]
    assert "lake" not in [each.id for each in all_sets(journal)]
    assert unread_sets(journal) == ()
    with pytest.raises(NoSuchSet):
        begin(journal, "lake", now)
    assert own_prompt_set(journal, "lake").title == "By the lake"


def test_a_draft_may_have_anything_wrong_with_it_but_the_id(journal, keep):
    unfinished = 'schema = 1\n[set]\nid = "lake"\ntitle = "By the"\n'
    assert keep(unfinished, state="draft", source="own").title == "By the"
    assert own_text(journal, "lake") == unfinished
    with pytest.raises(CannotKeep, match="no id"):
        keep("schema = 1\n", state="draft", source="own")
    with pytest.raises(CannotKeep):
        keep("schema = ", state="draft", source="own")


def test_keeping_again_needs_a_word_and_is_a_new_version_of_the_same(journal, keep, again):
    first = keep()
    with pytest.raises(AlreadyKept) as refused:
        keep(LATER)
    assert refused.value.own == first
    assert own_text(journal, "lake") == LAKE

    second = keep(LATER, replace=True)
    assert (second.entity, second.version) == (first.entity, "1.1")
    for each in (journal, again()):
        assert own_sets(each) == (second,)
        assert prompt_set(each, "lake").prompt[1].ask == "A line?"
    assert len(journal.vault.history(first.entity).wordings) == 2


@pytest.mark.parametrize("taken", ["open", "phq9"])
def test_an_id_of_ours_stays_ours(journal, keep, taken):
    assert taken in (*journal.library.set_ids(), *journal.library.measure_ids())
    with pytest.raises(CannotKeep, match=taken):
        keep(LAKE.replace('"lake"', f'"{taken}"'))
    assert own_sets(journal) == ()


def test_a_set_that_breaks_a_rule_is_not_kept_and_every_finding_is_told(journal, keep):
    spoiled = LAKE.replace('phase = "open"', 'phase = "doorstep"').replace(
        'kind = "text"', 'kind = "text"\nmemory = true\ngate = "steady"'
    )
    with pytest.raises(CannotKeep) as refused:
        keep(spoiled, name=Path("from-ana.toml"))

    told = [str(each) for each in refused.value.findings]
    assert len(told) == 2
    assert all(each.startswith("from-ana.toml:2") for each in told)
    assert own_sets(journal) == ()


@pytest.mark.parametrize("letter", ["\x9b2J", "\u202e", "\u2028[evil]", "\u200b"])
def test_a_letter_that_steers_a_terminal_is_refused_in_a_comment_too(journal, keep, letter):
    for state in ("ready", "draft"):
        with pytest.raises(CannotKeep) as refused:
            keep(LAKE.replace("after our talk", letter), state=state)
        (finding,) = refused.value.findings
        assert finding.line == 1
    assert own_sets(journal) == ()


def test_removing_leaves_what_is_being_written_and_what_was_written(journal, keep, now):
    keep()
    said = _said(journal, now, "The water was flat.")
    entry = write(journal, said, Keeper(journal), now)
    Keeper(journal).keep(_said(journal, now, "A heron came."))

    removed = remove_set(journal, "lake")

    assert removed.text == LAKE
    assert own_sets(journal) == ()
    with pytest.raises(NoSuchSet):
        begin(journal, "lake", now)
    with pytest.raises(NoSuchSet):
        remove_set(journal, "lake")
    assert show(journal, entry.id).entry.words.answers[0].value == "The water was flat."
    (left,) = waiting(journal)
    passage, keeper = resume(journal, left, now)
    assert passage.walk.set.prompt[1].ask == "One line?"
    assert write(journal, passage, keeper, now).heading.title == "By the lake"


def _said(journal, now, text):
    passage = begin(journal, "lake", now)
    return replace(passage, walk=passage.walk.skip().answer(Answer(value=text)))


def test_removing_takes_every_version_out_of_the_file(journal, keep, again):
    first = keep()
    keep(LATER, replace=True)
    remove_set(journal, "lake")

    assert journal.vault.history(first.entity).wordings[0].kind == "gone"
    other = again()
    assert own_sets(other) == ()
    assert other.damaged == ()
    assert keep(at=other).entity != first.entity


def test_what_two_windows_keep_is_one_set_and_is_removed_as_one(journal, keep, again):
    other = again()
    keep()
    newer = keep(LATER, at=other)
    journal.refresh()

    for each in (journal, again()):
        assert own_sets(each) == (newer,)
    remove_set(journal, "lake")
    assert own_sets(again()) == ()


def test_what_another_window_removed_meanwhile_is_kept_as_new(journal, keep, again):
    keep()
    other = again()
    remove_set(journal, "lake")

    keep(LATER, at=other, replace=True)
    assert own_set(again(), "lake").version == "1.1"


def test_a_set_that_is_read_no_more_costs_only_itself_and_is_named(journal, keep, now, past):
    past(50)
    keep()
    about = SetAbout(id="bay", title="The bay", source="own", added=now)
    journal.vault.add(SET, about, {"toml": LAKE.replace("schema = 1", "schema = 2")})
    journal.vault.add(SET, SetAbout(**{**_fields(about), "id": "cove"}), {"sealed": "newer"})
    journal.vault.add(SET, SetAbout(**{**_fields(about), "id": "dune", "state": "lent"}), {})
    journal.read()

    assert [each.id for each in own_sets(journal)] == ["bay", "cove", "dune", "lake"]
    assert [each.id for each in all_sets(journal)][-1] == "lake"
    assert due(journal, now).next.set.id == "open"
    told = {each.own.id: each.sentence for each in unread_sets(journal)}
    assert set(told) == {"bay", "cove", "dune"}
    assert all("The bay" in sentence for sentence in told.values())
    with pytest.raises(BadFile):
        begin(journal, "cove", now)
    assert journal.damaged == ()


def test_a_set_that_the_program_brings_itself_later_rests(journal, now):
    about = SetAbout(id="open", title="Mine", source="own", added=now)
    journal.vault.add(SET, about, {"toml": LAKE.replace('"lake"', '"open"')})
    journal.read()

    assert [each.id for each in all_sets(journal)].count("open") == 1
    assert prompt_set(journal, "open").title == "Open window"
    (told,) = unread_sets(journal)
    assert "open" in told.sentence
    remove_set(journal, "open")
    assert own_sets(journal) == ()


def _fields(about):
    return {name: getattr(about, name) for name in about.__struct_fields__}


def test_a_record_of_a_kind_that_nobody_knows_yet_is_no_damage(journal, again):
    journal.vault.add("from-the-future", {"id": "x"}, {"what": "ever"})

    other = again()
    assert other.damaged == ()
    assert check(other).ok


def test_what_a_set_says_of_itself_that_is_not_understood_is_damage_of_one(journal, keep, again):
    keep()
    journal.vault.add(SET, {"about": 7}, {})

    other = again()
    assert len(other.damaged) == 1
    assert [each.id for each in own_sets(other)] == ["lake"]


def test_a_new_key_a_backup_and_its_return_keep_the_set(kept, folder, now, library):
    keep_set(kept, LAKE, now, source="imported")
    made = backup(kept, folder, now)
    remove_set(kept, "lake")
    machine, path = kept.vault._machine, kept.vault.path
    kept.close()
    path.unlink()
    restore(path, made.path, PASSPHRASE, folder, now, machine=machine)
    back = unlock(path, PASSPHRASE, machine=machine, library=library)
    rekey(back, "another one", folder, now, kdf=QUICK)

    assert own_text(back, "lake") == LAKE
    assert check(back).ok
    back.close()


def test_a_journal_with_a_set_in_it_is_not_unmade(journal, keep):
    keep(state="draft")
    assert not unmake(journal)
    assert journal.vault.path.exists()


def test_when_the_disk_refuses_the_set_before_stays(journal, keep, unsure):
    keep()
    unsure("before", "before", "before", "before")
    with pytest.raises(NotWritten):
        keep(LATER, replace=True)
    assert own_set(journal, "lake").version == "1.0"


def test_talk_sessions_have_their_own_sets(journal, keep, past, now):
    past(30, route=Route.NONE)
    talk = LAKE.replace('table = "dosing"\nphase = "open"', 'table = "talk"\nphase = "between"')
    keep(talk)
    found = due(journal, now)
    assert "lake" in [each.set.id for each in (found.next, *found.others) if each]


@pytest.mark.parametrize("author", ["Integrate", " integrate "])
def test_a_set_from_outside_cannot_say_that_it_came_with_the_program(journal, now, author):
    text = LAKE.replace("Dr Okonjo", author)
    with pytest.raises(CannotKeep, match="did not come with it"):
        keep_set(journal, text, now, source="imported")
