"""A program that writes on a disk until it is full, and tells how that went.

    python -m storm.full FOLDER

FOLDER is a small disk with nothing else on it. What must hold is asserted here, on that disk; the
JSON line at the end says how much there was and what was refused.
"""

import json
import sys
from pathlib import Path

import msgspec

from integrate.machine import Machine
from integrate.vault import NotCopied, NotWritten, Vault

from .writer import CHEAP, PASSPHRASES, words


class Disk:
    """The disk, and the vault on it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.machine = Machine(root / "state")
        self.path = root / "home" / "journal.vault"
        self.vault, _ = Vault.create(self.path, PASSPHRASES[0], machine=self.machine, kdf=CHEAP)
        self.kept: dict[str, str] = {}
        self.told: dict[str, object] = {}

    def add_until_full(self, size: int) -> NotWritten:
        """Pages of one size until one is refused; the refusal."""
        while True:
            tag = f"page:{len(self.kept)}-{size}"
            try:
                item = self.vault.add("note", {}, words(tag))
            except NotWritten as refusal:
                return refusal
            self.kept[item.entity] = tag

    def fill_up(self) -> None:
        """Take the last free bytes."""
        junk = self.root / "junk"
        with junk.open("wb", buffering=0) as out:
            try:
                while out.write(b"." * 4096):
                    pass
            except OSError:
                pass

    def look(self) -> None:
        """Everything acknowledged is there; nothing is damaged, and no alarm is raised."""
        found = self.vault.present()
        assert found.damaged == []
        words_found = {
            each.entity: msgspec.json.decode(self.vault.value(each.rid)) for each in found.items
        }
        assert words_found == {entity: words(tag) for entity, tag in self.kept.items()}
        assert self.vault.verify().ok

    def delete(self) -> bool:
        """A page, where there is room to do it safely."""
        entity = next(iter(self.kept))
        try:
            self.vault.delete(entity)
        except NotWritten:
            return False
        del self.kept[entity]
        return True


def main() -> None:
    ballast = Path(sys.argv[1]) / "ballast"
    ballast.write_bytes(bytes(150_000))
    disk = Disk(Path(sys.argv[1]))
    refusal = disk.add_until_full(20_000)
    disk.look()
    deleted_with_some_room = disk.delete()
    disk.add_until_full(40)
    disk.fill_up()
    disk.look()
    deleted_without_any = disk.delete()
    disk.vault.close()
    disk.vault = Vault.open(disk.path, PASSPHRASES[0], machine=disk.machine)
    disk.look()
    before = sorted(disk.path.parent.iterdir())
    try:
        disk.vault.backup(disk.path.parent / "copy.vault")
    except NotCopied as full:
        no_copy = str(full)
    assert sorted(disk.path.parent.iterdir()) == before
    tag = f"page:{len(disk.kept)}-40"
    last = disk.add_until_full(40)
    ballast.unlink()
    disk.kept[last.again().entity] = tag
    disk.look()
    print(  # noqa: T201  (it is what this program is asked for)
        json.dumps(
            {
                "pages": len(disk.kept),
                "refusal": str(refusal),
                "no copy": no_copy,
                "deleted with some room": deleted_with_some_room,
                "deleted without any": deleted_without_any,
            }
        )
    )


if __name__ == "__main__":
    main()
