import sqlite3
from contextlib import closing

import pytest

from integrate.journal.health import health
from integrate.vault import Finding
from integrate.words import say


@pytest.fixture
def tamper(path):
    """Runs SQL on the file as someone else would."""

    def run(sql):
        with closing(sqlite3.connect(path)) as db, db:
            db.execute(sql)

    return run


def test_where_all_is_well_nothing_is_said(journal, free_page):
    free_page()
    assert health(journal) == ()


def test_a_row_deleted_from_outside_is_said(journal, free_page, tamper):
    free_page()
    tamper("DELETE FROM rec")
    assert health(journal) == (Finding.ROWS_MISSING.sentence,)


def test_a_planted_trigger_is_said_as_a_journal_that_can_only_be_read(journal, again, tamper):
    journal.close()
    tamper("CREATE TRIGGER spy AFTER INSERT ON rec BEGIN DELETE FROM draft; END")
    assert health(again()) == (say("vault.read_only"),)


def test_a_file_that_others_can_read_is_said_with_what_to_do(journal, path):
    path.chmod(0o644)
    assert health(journal) == (say("cli.loose", path=path),)


def test_several_things_are_all_said(journal, free_page, path, tamper):
    free_page()
    tamper("DELETE FROM rec")
    path.chmod(0o644)
    assert health(journal) == (Finding.ROWS_MISSING.sentence, say("cli.loose", path=path))
