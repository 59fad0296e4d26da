import os
import subprocess
import sys

SLOW = ("textual", "zxcvbn", "dateparser", "integrate.tui")

PROBE = """
import sys
from integrate.cli.run import run
from integrate.clock import system
code = run({args!r}, clock=system)
loaded = [name for name in {slow!r} if name in sys.modules]
print("loaded", loaded, file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*args: str) -> str:
    probe = PROBE.format(args=list(args), slow=SLOW)
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return done.stderr.strip()


def test_a_verb_loads_nothing_that_it_does_not_need(made, secret_file):
    given = ("--journal", str(made), "--passphrase-file", str(secret_file))
    for verb in (["list"], ["due"], ["session", "list"], ["ground"], ["support"], ["--help"]):
        where = () if verb[0] in {"ground", "support", "--help"} else given
        assert loaded_by(*verb, *where) == "loaded []"


def test_help_lines_need_no_cryptography():
    probe = PROBE.format(args=["support"], slow=("cryptography", "sqlite3"))
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "loaded []"


def test_looking_at_sets_needs_no_journal_s_machinery(tmp_path):
    file = tmp_path / "set.toml"
    for args in (["new", str(file)], ["list"], ["show", "open"], ["check", str(file)]):
        slow = ("cryptography", "sqlite3", "textual", "integrate.journal.journal")
        probe = PROBE.format(args=["prompts", *args], slow=slow)
        done = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        )
        assert done.stderr.strip() == "loaded []"


LATER = (
    *("click", "cryptography", "sqlite3", "dateparser", "zxcvbn", "integrate.cli.by_name"),
    *("integrate.domain", "integrate.journal", "integrate.library", "integrate.vault"),
    *("integrate.plain.talk", "integrate.tui.doings", "integrate.tui.screens.home"),
    "textual.widgets._text_area",
)
"""What the lock does without until something is typed, or something else is asked for."""

LOCK = """
import os, sys
from functools import partialmethod
from integrate.tui import start

def seen():
    print("loaded", [name for name in {later!r} if name in sys.modules], file=sys.stderr)
    sys.stderr.flush()
    os._exit(0)

start.on_a_terminal = lambda: True
start._collect_as_usual = seen
from textual.app import App
App.run = partialmethod(App.run, headless=True)
from integrate.cli.run import run
from integrate.clock import system
run([], clock=system)
"""


def test_the_lock_is_drawn_with_nothing_that_comes_later(tmp_path):
    journal = tmp_path / "journal.vault"
    journal.touch()
    homes = {f"XDG_{each}_HOME": str(tmp_path) for each in ("CONFIG", "DATA", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", LOCK.format(later=LATER)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **homes, "INTEGRATE_JOURNAL": str(journal)},
    )
    assert done.stderr.strip().splitlines()[-1] == "loaded []"


def test_a_list_reads_no_checks_of_prompts_and_no_dialogue(made, secret_file):
    slow = ("integrate.domain.check", "integrate.domain.walk", "integrate.plain.aided")
    args = ["list", "--journal", str(made), "--passphrase-file", str(secret_file)]
    probe = PROBE.format(args=args, slow=slow)
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "loaded []"
