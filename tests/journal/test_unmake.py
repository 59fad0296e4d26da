"""Taking back a journal that was just made."""

from datetime import UTC, datetime

import pytest

from integrate.domain.people import People, Person
from integrate.journal.init import init_on_paper
from integrate.journal.people import keep_people
from integrate.journal.unmake import unmake
from integrate.journal.write import note
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf


@pytest.fixture
def made(tmp_path):
    journal, _code = init_on_paper(
        tmp_path / "journal.vault",
        machine=Machine(name=b"test-dev"),
        library=Library.shipped(),
        kdf=Kdf(m_kib=8192, t=1, p=1),
    )
    yield journal
    journal.close()


def test_an_empty_journal_leaves_nothing_on_the_disk(made, tmp_path):
    assert unmake(made)
    assert list(tmp_path.iterdir()) == []


def test_a_journal_with_a_page_stays(made, tmp_path):
    note(made, "the kettle", datetime(2026, 3, 10, tzinfo=UTC), title="A page")
    assert not unmake(made)
    assert (tmp_path / "journal.vault").exists()


def test_a_journal_with_somebody_on_the_list_stays(made, tmp_path):
    keep_people(made, People(people=(Person(name="Ana"),)))
    assert not unmake(made)
    assert (tmp_path / "journal.vault").exists()
