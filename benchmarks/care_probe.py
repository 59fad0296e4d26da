"""What is done to a whole journal now and then, each on a copy of its own beside the journal."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from invented_pages import MACHINE
from measuring import Figures, Watch, often, peak
from side_by_side import CHEAP, PASSPHRASE

from integrate.journal.journal import ENTRY
from integrate.vault import Vault, restore


def delete(path: Path, _: int) -> Figures:
    """A page's rows go, and a tombstone stays."""
    with _copy(path) as copy, Vault.open(copy, PASSPHRASE, machine=MACHINE) as vault:
        entities = [each.entity for each in vault.present().items if each.kind == ENTRY]
        before = peak()
        figures = often(lambda i: vault.delete(entities[i]))
        return {**figures, "before": before, "held": peak()}


def check(path: Path, _: int) -> Figures:
    """Everything is read, and the file's own pages too."""
    with Vault.open(path, PASSPHRASE, machine=MACHINE) as vault:
        return _once(vault.check)


def backup(path: Path, _: int) -> Figures:
    """A copy, read through before it counts."""
    with (
        TemporaryDirectory(dir=path.parent) as folder,
        Vault.open(path, PASSPHRASE, machine=MACHINE) as vault,
    ):
        return _once(lambda: vault.backup(Path(folder) / "backup.vault"))


def restore_(path: Path, _: int) -> Figures:
    """A copy is brought back into the living file, which holds the same."""
    with _copy(path) as copy:
        return _once(lambda: restore(copy, path, PASSPHRASE, machine=MACHINE))


def rekey(path: Path, _: int) -> Figures:
    """Everything under another key, in one transaction."""
    with _copy(path) as copy, Vault.open(copy, PASSPHRASE, machine=MACHINE) as vault:
        return _once(lambda: vault.rekey(PASSPHRASE, kdf=CHEAP, code=False))


TASKS: Final = (delete, check, backup, restore_, rekey)


def _once(act: Callable[[], object]) -> Figures:
    before, watch = peak(), Watch()
    with watch.running():
        act()
    return {"cpu": watch.cpu, "wall": watch.wall, "before": before, "held": peak()}


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    with TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        yield copy
