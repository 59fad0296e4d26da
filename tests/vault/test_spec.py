import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from integrate.vault import schema

ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("vault")
def test_every_vault_carries_the_page_that_explains_it(path):
    with closing(sqlite3.connect(path)) as db:
        ((spec,),) = db.execute("SELECT v FROM meta WHERE k = 'spec'").fetchall()
    assert spec.startswith("# The Integrate vault, format 1\n")
    for sql in schema.TABLES.values():
        assert f"    {sql}\n" in spec
    assert f"0x{schema.APPLICATION_ID:X}" in spec


def test_the_page_in_docs_is_the_page_in_the_file():
    spec = (ROOT / "integrate" / "vault" / "spec.txt").read_text()
    body = spec.split("\n", 1)[1]
    assert body.strip() in (ROOT / "docs" / "FORMAT.md").read_text()
