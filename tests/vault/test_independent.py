"""A reader that knows only the page in the file: nothing of ours is imported by it."""

import ast
import json
import subprocess
import sys
from pathlib import Path

READER = Path(__file__).with_name("stranger.py")


def read(path, passphrase):
    done = subprocess.run(
        [sys.executable, READER, path], input=passphrase, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_a_stranger_with_the_page_reads_every_entry(vault, path, passphrase):
    first = vault.add("note", {}, "one")
    vault.add("note", {}, "two, better", entity=first.entity)
    vault.add("note", {}, {"answers": ["drei", "четыре"]}, draft=vault.keep_draft("three"))
    vault.keep_draft({"text": "unfinished"})
    assert read(path, passphrase) == [
        "two, better",
        {"answers": ["drei", "четыре"]},
        {"text": "unfinished"},
    ]


def test_the_strangers_reader_is_short_and_imports_nothing_of_ours():
    source = READER.read_text()
    assert len(source.splitlines()) <= 40
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        )
    }
    assert imported <= {*sys.stdlib_module_names, "cryptography"}
