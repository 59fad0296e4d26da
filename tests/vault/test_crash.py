import random
import subprocess
import sys

import msgspec
import pytest

KILLS = 15

WRITER = """
import sys
from pathlib import Path
from integrate.machine import Machine
from integrate.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], machine=Machine())
number = int(sys.argv[3])
draft = None
while True:
    draft = vault.keep_draft(f"draft {number}", draft)
    print("draft", number, flush=True)
    vault.add("note", {"n": number}, f"entry {number}", draft=draft)
    print("entry", number, flush=True)
    draft = None
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_kill_dash_nine_costs_no_acknowledged_word(vaults, vault, path, passphrase):
    """The words of every entry, and of the draft, that the writer saw kept are there afterwards."""
    vault.close()
    source = random.Random(1)  # noqa: S311  (moments of death, not secrets)
    kept = {}
    for kill in range(KILLS):
        first = kill * 1000
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, path, passphrase, str(first)],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            lines = [writer.stdout.readline().split() for _ in range(source.randrange(1, 12))]
            writer.kill()
            lines += [line.split() for line in writer.stdout if line.endswith("\n")]
        kept |= {number: True for what, number in lines if what == "entry"}
        with vaults.open() as again:
            found = again.present()
            assert found.damaged == []
            assert again.verify().ok
            entries = {
                msgspec.json.decode(again.value(item.rid)).removeprefix("entry ")
                for item in found.items
            }
            drafts = {
                msgspec.json.decode(each.value).removeprefix("draft ") for each in again.drafts()
            }
            assert entries >= kept.keys()
            begun = [number for what, number in lines if what == "draft"]
            assert set(begun) <= entries | drafts
            for each in again.drafts():
                again.drop_draft(each.rid)
    assert len(kept) > KILLS
