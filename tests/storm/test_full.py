"""A disk without room: a small one that really is full, and the program's own words about it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from integrate.machine import Machine
from integrate.vault import Vault

from .tracing import ENVIRONMENT
from .writer import CHEAP, PASSPHRASES

MOUNT = 'mount -t tmpfs -o size="$1",mode=700 tmpfs "$0" && exec "$2" -m storm.full "$0"'


@pytest.fixture
def alone() -> list[str]:
    """What starts a program that may mount things without anybody else seeing them."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("unshare is not installed")
    for how in (["--mount"], ["--user", "--map-root-user", "--mount"]):
        tried = subprocess.run(
            [unshare, *how, "sh", "-c", "mount -t tmpfs tmpfs /mnt"],
            capture_output=True,
            check=False,
        )
        if tried.returncode == 0:
            return [unshare, *how]
    return pytest.skip("no small disk can be mounted here")


@pytest.mark.parametrize("size", ["600k", "2m"])
def test_a_full_disk_keeps_what_it_has_and_says_what_is_wrong(alone, tmp_path, size, tell):
    """Words that were refused go in as they are once there is room."""
    done = subprocess.run(
        [*alone, "sh", "-c", MOUNT, tmp_path, size, sys.executable],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.stderr == ""
    told = json.loads(done.stdout)
    tell(f"a disk of {size}: {told}")
    assert told["pages"] > 3
    assert "disk is full" in told["refusal"]
    assert "disk is full" in told["no copy"]


class Home:
    """A home with a journal in it, and the installed program."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / "journal" / "journal.vault"
        Vault.create(self.path, PASSPHRASES[0], machine=Machine(), kdf=CHEAP)[0].close()
        self.secret = root / "secret"
        self.secret.touch(0o600)
        self.secret.write_text(f"{PASSPHRASES[0]}\n")
        self.env = {"HOME": str(root), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        self.env |= {name: ENVIRONMENT[name] for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")}

    def note(self, text: str, trace: list[str]) -> subprocess.CompletedProcess:
        """`integrate note`, with its words from a pipe."""
        program = Path(sys.executable).with_name("integrate")
        if not program.exists():
            pytest.skip("the program is not installed beside this Python")
        return subprocess.run(
            [*trace, program, "--journal", self.path, "--passphrase-file", self.secret, "note"],
            input=text,
            capture_output=True,
            text=True,
            env=self.env,
            check=False,
        )

    def pages(self) -> list[str]:
        """The words of every page, after a look at whether all is well."""
        with Vault.open(self.path, PASSPHRASES[0], machine=Machine()) as vault:
            assert vault.verify().ok
            found = vault.present()
            assert found.damaged == []
            return [
                bytes(vault.value(each.rid)).decode()
                for each in found.items
                if b"never lost" in bytes(vault.value(each.rid))
            ]


@pytest.mark.parametrize("when", ["{}", "{}+"])
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_a_note_that_finds_no_room_says_so_and_leaves_nothing(
    strace, quick_folder, much, tell, call, when
):
    """Exit code 1, one sentence on standard error, nothing on standard output, no half of it."""
    home = Home(quick_folder)
    kept = refused = 0
    number = 1
    while True:
        log = quick_folder / "log"
        inject = f"inject={call}:error=ENOSPC:when={when.format(number)}"
        trace = [strace, "-f", "-o", str(log), "-e", f"trace={call}", "-e", inject]
        done = home.note(f"never lost {number}\n", trace)
        struck = "(INJECTED)" in log.read_text()
        if done.returncode == 0:
            kept += 1
            assert (done.stderr, bool(done.stdout)) == ("", True)
        else:
            refused += 1
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr.count("\n") == 1
            assert "could not be saved" in done.stderr
            assert "Error" not in done.stderr
        pages = home.pages()
        assert len(pages) == len(set(pages))
        assert kept <= len(pages) <= kept + refused
        left = {each.name for each in home.path.parent.iterdir()}
        assert left == {"journal.vault"}
        if not struck:
            break
        number += much(9, 1)
    tell(f"integrate note with {call} failing at {when}: {kept} kept, {refused} refused")
