"""A program that writes in a vault, for others to kill, cut off or starve.

    python -m storm.driver PATH NAME SEED [options]

It goes through a random script that its seed fixes and says on standard output, one JSON line
each, what it is about to do and, only after the call has returned, that it was done:

    {"says": "begin", "op": "edit", "plus": ["page b", "wording b"], "minus": ["page a"]}
    {"says": "done"}

What an operation means is told as facts, which is all that a checker needs to know (`story.py`):

    page TAG       the present words of a page are those that belong to this tag
    wording TAG    somewhere in the file, as a present or an earlier wording, stand these words
    draft TAG      a draft holds these words
    opens SECRET   this passphrase opens the vault
    backup NAME    there is a whole backup of this name

To put another operation under every test of this folder, add it to `operations.py`.

Lines on standard input steer it: `pause` is answered by `paused` between two operations and `go`
lets it go on; when standard input ends, it closes the vault and leaves.
"""

import argparse
import os
import select
import sys
from pathlib import Path

from integrate.vault import NotWritten, VaultError

from .operations import OPERATIONS, step
from .writer import SIZES, Writer


def arguments() -> argparse.Namespace:
    asking = argparse.ArgumentParser()
    asking.add_argument("path", type=Path)
    asking.add_argument("name", help="whose pages; no colon in it")
    asking.add_argument("seed", type=int)
    asking.add_argument("--create", action="store_true", help="make the vault first")
    asking.add_argument("--count", type=int, help="so many operations; else until told to stop")
    asking.add_argument("--only", nargs="+", choices=OPERATIONS, default=sorted(OPERATIONS))
    asking.add_argument("--script", nargs="*", choices=OPERATIONS, help="these, in this order")
    asking.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    asking.add_argument("--again", type=int, default=0, help="tries after NotWritten")
    asking.add_argument("--state", type=Path, help="the machine's folder")
    asking.add_argument("--backups", type=Path, help="where backups go")
    return asking.parse_args()


def told_to_stop() -> bool:
    """Obey what stands on standard input, if anything does."""
    while select.select([0], [], [], 0)[0]:
        line = sys.stdin.readline()
        if not line:
            return True
        if line == "pause\n":
            os.write(1, b'{"says": "paused"}\n')
            if sys.stdin.readline() != "go\n":
                return True
    return False


def try_again(writer: Writer, refusal: VaultError, times: int) -> None:
    """Say what was refused, and try the identical change again as the error offers it."""
    writer.tell_refusal(refusal)
    for _ in range(times):
        if not isinstance(refusal, NotWritten):
            return
        try:
            refusal.again()
        except VaultError as next_refusal:
            refusal = next_refusal
            writer.tell_refusal(refusal)
        else:
            writer.done()
            return


def main() -> None:
    asked = arguments()
    writer = Writer(asked)
    try:
        if asked.create:
            writer.create()
        else:
            writer.open()
        writer.say("ready")
        if asked.script is not None:
            for name in asked.script:
                step(writer, [name])
        elif asked.count is None:
            while not told_to_stop():
                step(writer, asked.only)
        else:
            for _ in range(asked.count):
                step(writer, asked.only)
        writer.vault.close()
    except VaultError as refusal:
        try_again(writer, refusal, asked.again)


if __name__ == "__main__":
    main()
