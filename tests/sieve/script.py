"""What is done on the machine: by keys, by commands, and in lines.

A new verb is one more row of `COMMANDS`.
"""

import json
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from integrate.cli.group import integrate
from integrate.library.beginning import beginning
from integrate.words import say

from ..e2e import full_screen as keys  # noqa: TID252 - the tests are no package
from .canaries import Canary, code, words
from .machine import Machine, TracedTerminal

CANARIES: Final[tuple[Canary, ...]] = (
    words("passphrase", "seven wexlamproot along the old canal"),
    words("answer", 'The "quornvelmö" hummed & waited.'),
    words("note", "A free page of <plimsarkü> and rain."),
    words("draft", "Half a thought of brindlexofé"),
    words("lines", "Said in lines: zukhafenlö."),
    words("title", "Second dorvanquil"),
    words("person", "Aunt Tirrenwexel"),
    words("search", "brofunkelmy"),
    words("page", "Heading of glivendrup"),
    words("set", "Beside the tarnquiblö"),
    words("reworded", "Later, wumpelkrastö in other words."),
)
BACKTAB: Final = "\x1b[Z"
SHOWN: Final = frozenset(each.name for each in CANARIES) - {"passphrase"}
"""What a terminal may show: all but what opens the journal."""
SWITCHES: Final = {
    "TEXTUAL": "devtools,debug",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
    "TEXTUAL_PRESS": "a,b,c",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONDEVMODE": "1",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONINSPECT": "1",
    "PYTHONWARNINGS": "default",
}
"""What could make a program tell more than it should."""
SLOW_SWITCHES: Final = {"PYTHONTRACEMALLOC": "1", "PYTHONPROFILEIMPORTTIME": "1"}


def switches(machine: Machine, *, slow: bool = False) -> dict[str, str]:
    """The switches, and the places where their files would stand."""
    home = machine.env["HOME"]
    return {
        **SWITCHES,
        **(SLOW_SWITCHES if slow else {}),
        "TEXTUAL_LOG": f"{home}/textual.log",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": home,
        "TEXTUAL_SCREENSHOT_FILENAME": "screen.svg",
        "PYTHON_HISTORY": f"{home}/history",
    }


# --- the full screen


def begins(machine: Machine, **variables: str) -> TracedTerminal:
    """A new journal with a person and a session in it; killed while a word is being typed."""
    with machine.screen(prints=SHOWN | {"code"}, **variables) as terminal:
        groups = keys.first_run(
            terminal, machine.typed("passphrase"), person=machine.typed("person")
        )
        machine.knows(code("code", groups))
        keys.add_session(terminal, machine.typed("title"))
        since = keys.begin_and_write(terminal, machine.typed("draft"))
        keys.until_kept(terminal, since)
        terminal.type(" and " + machine.typed("draft"))
        assert terminal.kill(signal.SIGKILL) == 128 + signal.SIGKILL
    return terminal


def goes_on(machine: Machine, **variables: str) -> TracedTerminal:
    """The draft is finished, a free page is written, and both are read."""
    with machine.screen(prints=SHOWN, **variables) as terminal:
        keys.unlock(terminal, machine.typed("passphrase"))
        terminal.type(keys.ENTER)
        terminal.until_seen(machine.typed("draft"))
        terminal.type(machine.typed("answer"))
        terminal.until_seen(machine.typed("answer"))
        terminal.type(keys.NEXT)
        terminal.until(lambda: keys.STAYED not in terminal.flat, "the next question")
        keys.skip_to_the_end(terminal)
        terminal.type(keys.ENTER)
        terminal.until_seen(say("home.key.journal"))
        terminal.type("w")
        terminal.until_seen(say("write.page"), say("write.name"))
        terminal.type(BACKTAB)
        terminal.until_cursor_on(say("write.name"))
        terminal.type(machine.typed("page"))
        terminal.until_seen(machine.typed("page"))
        terminal.type("\t")
        terminal.until_cursor_under(machine.typed("page"))
        terminal.type(machine.typed("note"))
        terminal.until_seen(machine.typed("note"))
        terminal.type(keys.CLOSE)
        assert terminal.until_ended() == 0
    return terminal


def reads(machine: Machine, **variables: str) -> TracedTerminal:
    """The journal's list and a page of it; ended by a signal."""
    with machine.screen(prints=SHOWN, **variables) as terminal:
        keys.unlock(terminal, machine.typed("passphrase"))
        terminal.type("j")
        terminal.until_seen(say("journal.title"), say("pages.read"), "Open window")
        terminal.until_quiet()
        terminal.type(keys.ENTER)
        terminal.until_seen(machine.typed("answer"))
        assert terminal.kill(signal.SIGTERM) == 128 + signal.SIGTERM
    return terminal


# --- lines


def talks(machine: Machine, **variables: str) -> TracedTerminal:
    """The line dialogue, killed in the middle of a line."""
    with machine.screen("--plain", prints=SHOWN, **variables) as terminal:
        terminal.until_seen(say("unlock.passphrase"))
        terminal.type(machine.typed("passphrase") + "\n")
        terminal.until_seen(say("plain.home.close"))
        begin = re.search(rf"(\d+)\. {re.escape(say('plain.home.capture'))}", terminal.flat)
        assert begin is not None
        terminal.type(begin[1] + "\n")
        terminal.until_seen("Question 1 of")
        terminal.type(machine.typed("lines") + "\n")
        since = terminal.type(machine.typed("draft"))
        terminal.until_written(machine.typed("draft"), since)
        assert terminal.kill(signal.SIGKILL) == 128 + signal.SIGKILL
    return terminal


# --- commands


class Command(Struct, frozen=True):
    """A verb, what is given to it, and what the person asked it to print."""

    verb: str
    args: tuple[str, ...] = ()
    stdin: str = ""
    """May name canaries in braces."""
    prints: frozenset[str] = frozenset()
    own_command: bool = False
    opens: bool = True
    """Whether it needs the passphrase."""
    fits: bool | None = True
    """Whether it is to succeed; `None`: either way, nothing may leak."""
    then: Callable[[Machine, str], None] | None = None
    """Looks at what was printed."""


def _code_was_printed(machine: Machine, out: str) -> None:
    machine.knows(code("code", json.loads(out)["recovery_code"]))
    machine.made_cheap()


def _another_code(name: str) -> Callable[[Machine, str], None]:
    """The new code is looked for from then on, and back to the beginning."""

    def learn(machine: Machine, out: str) -> None:
        machine.knows(code(name, json.loads(out)["recovery_code"]))
        machine.made_cheap()

    return learn


def _a_page_was_found(machine: Machine, out: str) -> None:
    assert machine.typed("answer") in out


COMMANDS: Final = (
    Command("init", ("--json",), prints=frozenset({"code"}), then=_code_was_printed),
    Command(
        "session",
        ("add",),
        stdin="2 days ago 10:00\n2\n{title}\n",
        prints=frozenset({"title"}),
    ),
    Command("due"),
    Command("prompts", ("preview", "open", "--plain"), stdin="7\n\n{answer}\n\n", opens=False),
    Command("write", ("open", "--plain"), stdin="7\n{answer}\n\n" + "\n" * 30),
    Command("note", stdin="{note}\n"),
    Command("list", own_command=True),
    Command("list", ("--json",), prints=frozenset({"title", "page"})),
    Command(
        "show",
        ("{newest written}",),
        prints=frozenset({"answer", "title"}),
        then=_a_page_was_found,
    ),
    Command("session", ("list",), prints=frozenset({"title"})),
    Command("search", stdin="{search}\n", fits=False),
    Command("search", stdin="plimsarku\n", prints=frozenset({"note"})),
    Command("edit", ("{newest free}",), stdin="{reworded}\n"),
    Command("show", ("{newest free}",), prints=frozenset({"reworded", "title"})),
    Command("check"),
    Command("backup", ("--json",)),
    Command("delete", ("{newest free}", "--yes", "--also-in-backups"), prints=frozenset({"page"})),
    Command("undo", fits=None),
    Command("restore", ("{newest backup}", "--yes")),
    Command("prompts", ("import", "{set file}", "--yes"), prints=frozenset({"set"})),
    Command("prompts", ("list", "--own"), prints=frozenset({"set"})),
    Command("write", ("willow", "--plain"), stdin="{answer}\n", prints=frozenset({"set"})),
    Command("prompts", ("export", "willow"), prints=frozenset({"set"})),
    Command("prompts", ("remove", "willow", "--yes"), prints=frozenset({"set"})),
    Command("passphrase", ("--new-passphrase-file", "{secret}")),
    Command("recovery", ("--json",), prints=frozenset({"second"}), then=_another_code("second")),
    Command(
        "rekey",
        ("--yes", "--json", "--take-away-old", "--new-passphrase-file", "{secret}"),
        prints=frozenset({"third"}),
        then=_another_code("third"),
    ),
    Command("write", ("came-up", "--plain"), stdin="{answer}\n", fits=False),
)


def commands(machine: Machine, **variables: str) -> None:
    """Every row whose verb there is, in order."""
    verbs = integrate.list_commands(Any)
    for row in COMMANDS:
        if row.verb not in verbs:
            continue
        ran = machine.does(
            row.verb,
            *(_filled(machine, arg) for arg in row.args),
            stdin=row.stdin.format_map({n: each.typed for n, each in machine.canaries.items()}),
            prints=row.prints,
            own_command=row.own_command,
            opens=row.opens,
            **variables,
        )
        assert row.fits in {None, ran.code == 0}, (row.verb, ran.code, ran.err)
        if row.then is not None:
            row.then(machine, ran.out)


def _filled(machine: Machine, arg: str) -> str:
    """An argument, with what is only known by now in the place of its name in braces."""
    match arg:
        case "{secret}":
            return str(machine.secret)
        case "{newest backup}":
            folder = Path(machine.env["HOME"]) / ".local/share/integrate/backups"
            return str(max(folder.iterdir()))
        case "{set file}":
            return str(_set_file(machine))
        case "{newest free}" | "{newest written}":
            return _page(machine, arg)
        case _:
            return arg


def _set_file(machine: Machine) -> Path:
    """A set that somebody handed over; it lies beside the machine, as on a stick."""
    file = machine.root.parent / "given.toml"
    text = beginning((machine.typed("set"),), "willow")
    file.write_text(text.replace("My prompts", machine.typed("set")), "utf-8")
    return file


def _page(machine: Machine, which: str) -> str:
    """The id of the newest page of a kind; looked up outside the sieve."""
    of_set = None if which == "{newest free}" else "open"
    pages = machine.run("list", "--json").json
    return next(each["id"] for each in pages if each["set"] == of_set)
