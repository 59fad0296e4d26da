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
