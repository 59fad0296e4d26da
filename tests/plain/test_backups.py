from dataclasses import replace
from datetime import timedelta

import pytest

from integrate.journal.backup import Backup
from integrate.journal.care_said import backup_lines
from integrate.journal.write import note
from integrate.plain import backups
from integrate.plain.backups import backup_daily
from integrate.vault import Finding, NotCopied, Rekeyed

from .conftest import NOW


@pytest.fixture
def scene(here, place, journal):
    note(journal, "words", NOW, title="Mine")
    return replace(here(), backups=place.path.parent / "b")


def test_the_first_of_a_day_is_made_and_said_in_one_line(scene):
    backup_daily(scene)
    (made,) = scene.backups.iterdir()
    assert scene.talk.said == [f"A whole backup is at {made}."]


def test_on_the_same_day_there_is_no_second_one(scene):
    backup_daily(scene)
    backup_daily(scene)
    assert len(list(scene.backups.iterdir())) == 1
    backup_daily(replace(scene, clock=lambda: NOW + timedelta(days=1, hours=1)))
    assert len(list(scene.backups.iterdir())) == 2


def test_an_empty_journal_needs_none(here, place):
    scene = replace(here(), backups=place.path.parent / "b")
    backup_daily(scene)
    assert not scene.backups.exists()


def test_an_invented_journal_has_none(here, journal, place):
    note(journal, "words", NOW, title="Mine")
    backup_daily(here())
    assert not (place.path.parent / "backups").exists()


def test_one_that_cannot_be_made_is_one_calm_line(scene, monkeypatch):
    def full(_journal, folder, _now, **_how):
        raise NotCopied(folder)

    monkeypatch.setattr(backups, "daily", full)
    backup_daily(scene)
    (line,) = scene.talk.said
    assert "The journal itself is untouched." in line


def test_a_new_key_is_not_taken_for_a_fault_of_the_backup(scene, monkeypatch):
    def other_key(*_args, **_how):
        raise Rekeyed

    monkeypatch.setattr(backups, "daily", other_key)
    with pytest.raises(Rekeyed):
        backup_daily(scene)


def test_a_journal_that_cannot_be_written_in_is_left_alone(scene, monkeypatch):
    monkeypatch.setattr(type(scene.journal.vault), "read_only", property(lambda _self: True))
    backup_daily(scene)
    assert scene.talk.said == []
    assert not scene.backups.exists()


def test_one_that_is_not_whole_says_what_is_so(tmp_path):
    made = Backup(path=tmp_path / "a.vault", damaged=2, findings=(Finding.ROWS_MISSING,))
    assert backup_lines(made) == [
        f"A backup is at {tmp_path}/a.vault. It is not whole, as the journal is not.",
        "2 pieces of writing in it cannot be read.",
        Finding.ROWS_MISSING.sentence,
        "integrate check says what can be done.",
    ]


def test_those_that_it_replaces_are_named(tmp_path):
    made = Backup(path=tmp_path / "a.vault", removed=(tmp_path / "old.vault",))
    assert backup_lines(made)[1:] == [
        "Older ones that it replaces were taken away:",
        f"  {tmp_path}/old.vault",
    ]
