"""A page in the person's own editor: for as long as that takes, it lies unsealed in memory.

Only where a person asked for it. The page lies in a folder of the login's own that is in memory
(see `places.pocket_folder`), never on a disk, and is written over and removed afterwards; what the
editor itself keeps elsewhere is out of our hands.
"""

import os
import secrets
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, Final

from integrate import places
from integrate.text import clean
from integrate.words import say

_NAME: Final = "page"
_FILE: Final = "page.txt"
_NO_TRACES: Final = "set noswapfile nobackup nowritebackup noundofile"
_VIM: Final = ("-n", "-i", "NONE", "--cmd", _NO_TRACES, "-c", _NO_TRACES)
_EMACS: Final = (
    "--eval",
    "(setq make-backup-files nil auto-save-default nil create-lockfiles nil history-length 0)",
)
_QUIETLY: Final[Mapping[str, Sequence[str]]] = {
    "vim": _VIM,
    "nvim": _VIM,
    "nano": ("-R",),
    "rnano": ("-R",),
    "emacs": _EMACS,
}
"""What keeps an editor from leaving copies: no swap file, backup, undo file or history."""
_ENDINGS: Final = ("SIGTERM", "SIGHUP")


class NotOutside(Exception):
    """The page could not be given to an editor, or not be taken back; the sentence says why."""


def known(editor: str) -> str:
    """The command of an editor, if its program is there.

    Raises:
        NotOutside: if there is no such program.
    """
    try:
        program = next(iter(shlex.split(editor)), "")
    except ValueError:
        program = editor
    if shutil.which(program) is None:
        raise NotOutside(say("outside.unknown", editor=program))
    return editor


def write_outside(text: str, editor: str) -> str:
    """Hands a text to an editor and waits until it ends; the terminal must be free meanwhile.

    A signal to end ends the editor first; what it had written by then is taken.

    Args:
        text: what stands on the page.
        editor: the command that the person chose, such as `vim`.

    Returns:
        What stands there now, cleaned.

    Raises:
        NotOutside: if there is no memory to lay it in, or the editor cannot be started or says
            that it failed; then the page is as it was.
    """
    with laid_out(text) as file:
        code = _run(command(editor, file), file.parent)
        if code > 0:
            raise NotOutside(say("outside.failed", editor=editor, code=code))
        return _read(file, text)


def may_be_outside() -> bool:
    """Whether there is memory to lay a page in."""
    return places.pocket_folder() is not None


def command(editor: str, file: Path) -> list[str]:
    """The whole command: known editors are told to leave no copies behind."""
    program, *given = shlex.split(editor)
    found = shutil.which(program)
    real = Path(found).resolve().name if found else program
    kind = next(
        (each for each in (Path(program).name, real.partition(".")[0]) if each in _QUIETLY), ""
    )
    return [program, *given, *_QUIETLY.get(kind, ()), str(file)]


@contextmanager
def laid_out(text: str) -> Iterator[Path]:
    """The text in a file that nobody else may read; written over and removed afterwards.

    Raises:
        NotOutside: if there is no memory to lay it in.
    """
    pocket = places.pocket_folder()
    if pocket is None:
        raise NotOutside(say("outside.no_memory"))
    try:
        pocket.mkdir(mode=0o700, exist_ok=True)
        sweep(pocket)
        folder = pocket / f"{_NAME}-{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise NotOutside(say("outside.no_memory")) from error
    try:
        file = folder / _FILE
        _lay(file, text)
        yield file
    finally:
        wipe(folder)


def _lay(file: Path, text: str) -> None:
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(opened, "w", encoding="utf-8", newline="\n") as out:  # noqa: PTH123 - a descriptor
            out.write(text)
    except OSError as error:
        raise NotOutside(say("outside.no_memory")) from error


def sweep(pocket: Path) -> None:
    """Removes what a process left that was ended in the middle."""
    for folder in pocket.glob(f"{_NAME}-*-*"):
        if not _lives(folder.name.split("-")[1]):
            wipe(folder)


def _lives(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True


def wipe(folder: Path) -> None:
    """Writes over every file in a folder, also those that the editor made, and removes it all."""
    for root, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                _write_over(Path(root, name))
    shutil.rmtree(folder, ignore_errors=True)


def _write_over(file: Path) -> None:
    opened = os.open(file, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        left = os.fstat(opened).st_size
        while left > 0:
            left -= os.write(opened, bytes(min(left, 1 << 16)))
    finally:
        os.close(opened)


def _run(words: Sequence[str], folder: Path) -> int:
    """Runs the editor; what it makes for a while lies in the same folder.

    Returns:
        Its exit code; minus the signal where one ended it.
    """
    environment = {**os.environ, "TMPDIR": str(folder)}
    editor: subprocess.Popen[bytes] | None = None
    over = False

    def end() -> None:
        nonlocal over
        over = True
        if editor is not None:
            editor.terminate()

    with _ending(end):
        try:
            editor = subprocess.Popen(words, env=environment)  # noqa: S603 - the person's own choice
        except OSError as error:
            raise NotOutside(say("outside.not_started", editor=words[0])) from error
        if over:  # while it was being started
            editor.terminate()
        return editor.wait()


@contextmanager
def _ending(end: Callable[[], None]) -> Iterator[None]:
    """Ends the editor where this program is to end; who listened before hears of it afterwards.

    A loop that listens is woken by the signal itself, and learns of it once it runs again.
    """

    def heard(number: int, frame: FrameType | None) -> None:
        del number, frame
        end()

    before: dict[int, Any] = {}
    for name in _ENDINGS:
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, heard)
    # ctrl+c is the editor's own key, and reaches this program too.
    before[signal.SIGINT] = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        for number, listened in before.items():
            signal.signal(number, listened)


def _read(file: Path, before: str) -> str:
    try:
        written = file.read_bytes()
    except OSError as error:
        raise NotOutside(say("outside.gone")) from error
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = written.decode("latin-1")
    text = clean(text)
    # Editors end the last line of a file; a page has no need of that.
    return text if before.endswith("\n") else text.removesuffix("\n")
