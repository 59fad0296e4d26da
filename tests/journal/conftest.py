"""A real journal in a folder of its own; only the key derivation is made cheap."""

import sqlite3
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.measure import OPENING
from integrate.domain.measured import item_id
from integrate.domain.session import Precision, Route
from integrate.domain.walk import Ask, Close
from integrate.journal.about import About
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper
from integrate.journal.init import init
from integrate.journal.passage import Guided
from integrate.journal.session import add
from integrate.journal.unlock import unlock
from integrate.journal.write import note, write
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf

PASSPHRASE = "the kettle sings at four"
MACHINE = Machine(name=b"a device")
QUICK = Kdf(m_kib=8192, t=1, p=1)


@pytest.fixture(scope="session")
def library():
    """The content that people get."""
    return Library.shipped()


@pytest.fixture(scope="session")
def now():
    """A Tuesday evening in Berlin."""
    return datetime(2026, 3, 10, 19, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def path(tmp_path):
    """Where the journal is."""
    return tmp_path / "journal" / "journal.integrate"


@pytest.fixture
def journal(path, library):
    """A new, empty journal."""
    made, _ = init(path, PASSPHRASE, machine=MACHINE, library=library, kdf=QUICK)
    yield made
    made.close()


@pytest.fixture
def again(journal, path, library):
    """Opens the same journal once more, as a second window does."""
    opened = []

    def open_again():
        assert journal.vault.path == path
        opened.append(unlock(path, PASSPHRASE, machine=MACHINE, library=library))
        return opened[-1]

    yield open_again
    for each in opened:
        each.close()


class Unsure:
    """A connection whose next commits report a bad disk, before or after they took place."""

    def __init__(self, db, *faults):
        self._db = db
        self._faults = list(faults)

    def __getattr__(self, name):
        return getattr(self._db, name)

    def execute(self, sql, *values):
        if sql != "COMMIT" or not self._faults:
            return self._db.execute(sql, *values)
        if self._faults.pop(0) == "after":
            self._db.execute(sql)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error


@pytest.fixture
def unsure(journal):
    """Lets the next commits report a fault; the vault tries each change twice by itself."""

    def break_down(*faults):
        journal.vault._access._db = Unsure(journal.vault._access._db, *faults)

    return break_down


@pytest.fixture
def past(journal, now):
    """Adds a session that began so many hours ago and went ahead."""

    def make(hours, route=Route.IM, **more):
        start = now - timedelta(hours=hours)
        return add(journal, _exactly(start), route, now, **more)

    return make


def _exactly(start):
    return About(earliest=start, latest=start, precision=Precision.MINUTE)


@pytest.fixture
def free_page(journal, now):
    """Writes a free page that was finished so many hours ago."""

    def make(text="words", hours=0):
        when = now - timedelta(hours=hours)
        return write(journal, replace(begin_free(when), text=text), Keeper(journal), when)

    return make


@pytest.fixture
def folder(tmp_path):
    """Where backups go."""
    return tmp_path / "backups"


@pytest.fixture
def kept(path, library, tmp_path):
    """A journal on a machine that keeps its notes, as people's do."""
    machine = Machine(tmp_path / "state")
    made, _ = init(path, PASSPHRASE, machine=machine, library=library, kdf=QUICK)
    yield made
    made.close()


@pytest.fixture
def page_in(now):
    """Writes a free page into a journal."""

    def make(journal, text="words", hours=0):
        return note(journal, text, now - timedelta(hours=hours), title="Free page")

    return make


@pytest.fixture
def answer(journal, now):
    """Answers a measure so many days ago: `answer("phq9", [1, None, 2], days=14)`."""

    def make(measure_id, values, *, days=0.0, opening=None):
        when = now - timedelta(days=days)
        measure = journal.library.measure(measure_id)
        numbers = dict(enumerate(values, 1)) | ({} if opening is None else {OPENING: opening})
        wanted = {item_id(measure, n): value for n, value in numbers.items() if value is not None}
        passage = begin(journal, measure_id, when)
        walk = passage.walk
        while not isinstance(step := walk.step, Close):
            if isinstance(step, Ask) and step.prompt.id in wanted:
                value = wanted[step.prompt.id]
                told = value if step.prompt.kind in {"scale", "yesno"} else str(value)
                walk = walk.answer(answer_to(step.prompt, told))
            else:
                walk = walk.skip()
        done = Guided(walk=walk, session=None, phase=None, begun=when)
        return write(journal, done, Keeper(journal), when)

    return make
