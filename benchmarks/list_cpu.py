"""CPU of `integrate list` with 1,000 entries, beside the imports that it cannot do without.

The journal's key costs next to nothing to derive here, so what is left is the program itself.

    python benchmarks/list_cpu.py [ROUNDS]
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from side_by_side import CHEAP, PASSPHRASE, PROGRAM, a_home, cpu_of, in_turn, table, verdict

from integrate.domain.session import Precision, Route
from integrate.journal import session
from integrate.journal.journal import Journal
from integrate.journal.when import About
from integrate.journal.write import note
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Vault

BAR: Final = 3
ENTRIES: Final = 1_000
SESSIONS: Final = 20
_FLOOR: Final = (
    "import click, cryptography.hazmat.primitives.ciphers.aead, "
    "cryptography.hazmat.primitives.kdf.argon2"
)
_WORDS: Final = "The kettle was on and nobody was cross. " * 19
"""About 150 words."""
_BEGAN: Final = datetime(2025, 1, 6, 18, 0, tzinfo=UTC)


def fill(path: Path) -> None:
    """A journal with sessions a month apart and two or three pages on most days."""
    vault, _ = Vault.create(path, PASSPHRASE, machine=Machine(name=b"benchmrk"), kdf=CHEAP)
    journal = Journal(vault, Library.shipped())
    for number in range(SESSIONS):
        starts = _BEGAN + timedelta(days=28 * number)
        about = About(earliest=starts, latest=starts, precision=Precision.MINUTE)
        session.add(journal, about, Route.IM, starts + timedelta(hours=3), title="A session")
    for number in range(ENTRIES):
        when = _BEGAN + timedelta(hours=13 * number)
        note(journal, f"{number}. {_WORDS}", when, title=f"Page {number}")
    journal.close()


def main(rounds: int) -> None:
    """Measures and prints."""
    with a_home() as (home, environment):
        fill(Path(environment["INTEGRATE_JOURNAL"]))
        secret = home / "passphrase"
        secret.touch(mode=0o600)
        secret.write_text(PASSPHRASE, "utf-8")
        program = [PROGRAM, "--passphrase-file", str(secret)]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import click, cryptography'": [sys.executable, "-c", _FLOOR],
            "integrate --version": [PROGRAM, "--version"],
            f"integrate list, {ENTRIES:,} entries": [*program, "list"],
            f"integrate list --json, {ENTRIES:,} entries": [*program, "list", "--json"],
        }
        cases = {
            name: (lambda command=command: (cpu_of(command, environment),))
            for name, command in commands.items()
        }
        found = in_turn(cases, rounds)
    table(f"CPU, ms, median of {rounds}", ["CPU"], found)
    floor = found["python -c 'import click, cryptography'"][0]
    verdict("list against its floor", found[f"integrate list, {ENTRIES:,} entries"][0] / floor, BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
