import os
import random
import sqlite3
import stat
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from integrate.machine import Machine
from integrate.vault import Kdf, Vault

CHEAP = Kdf(m_kib=8192, t=1, p=1)
PASSPHRASE = "a quiet harbour, late"


@pytest.fixture
def kdf():
    return CHEAP


@pytest.fixture
def passphrase():
    return PASSPHRASE


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "journal.vault"


class Vaults:
    """Opens vaults and sees that they are closed."""

    def __init__(self, path):
        self.path = path
        self.opened = []

    def create(self, path=None, **given):
        vault, self.code = Vault.create(
            path or self.path, PASSPHRASE, machine=Machine(name=b"\x01" * 8), kdf=CHEAP, **given
        )
        self.opened.append(vault)
        return vault

    def open(self, secret=PASSPHRASE, path=None):
        vault = Vault.open(path or self.path, secret, machine=Machine(name=b"\x02" * 8))
        self.opened.append(vault)
        return vault


@pytest.fixture
def vaults(path):
    made = Vaults(path)
    yield made
    for vault in made.opened:
        vault.close()


@pytest.fixture
def vault(vaults):
    return vaults.create()


@pytest.fixture
def tamper(path):
    """Runs SQL on the file as someone else would."""

    def run(sql, *values):
        with closing(sqlite3.connect(path)) as db, db:
            return db.execute(sql, values).fetchall()

    return run


@pytest.fixture
def fixed_random():
    """A source of the same bytes in every run."""
    source = random.Random(20261123)  # noqa: S311  (vectors need it to be the same)
    return source.randbytes


def seen_from_outside(folder):
    """Everything that a look at the disk can tell, but access times."""
    seen = {}
    for each in (folder, *folder.iterdir()):
        found = each.lstat()
        content = each.read_bytes() if stat.S_ISREG(found.st_mode) else None
        seen[each] = (found.st_mode, found.st_mtime_ns, found.st_size, content)
    return seen


@pytest.fixture
def outside():
    return seen_from_outside


@pytest.fixture(scope="session")
def witness_of():
    """The module `witness.py`, which stands beside the tests and is none."""
    spec = spec_from_file_location("witness", Path(__file__).with_name("witness.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def witness(witness_of, tmp_path):
    """A small vault, and somebody who knows what it holds; no derivation is run twice."""
    with witness_of.cheaply():
        yield witness_of.Witness(tmp_path / "small" / "journal.vault")


@pytest.fixture
def long():
    """Whether the long versions are wanted: `make storm`."""
    return os.environ.get("INTEGRATE_STORM", "") not in {"", "0"}
