"""Shared by the storms: how long they last, and where their luck comes from.

As part of the suite each storm is a gust of a few seconds. `INTEGRATE_STORM=1` lets them blow in
full. Each test shows its seed when it fails; `INTEGRATE_SEED=NUMBER` plays the same script again
(the moments of death depend on the machine too, so a kill may have to be tried several times).
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # kill -9, strace and small disks are POSIX's

FULL = os.environ.get("INTEGRATE_STORM", "") not in {"", "0"}


@pytest.fixture
def much():
    """Chooses how much: `much(12, 500)` is 12 in the suite and 500 in the full storm."""
    return lambda gust, storm: storm if FULL else gust


@pytest.fixture
def seed() -> int:
    """A fresh number in the full storm, the same one in the suite."""
    given = os.environ.get("INTEGRATE_SEED")
    number = int(given) if given else random.SystemRandom().randrange(10**6) if FULL else 20261126
    print(f"INTEGRATE_SEED={number}")  # noqa: T201  (pytest shows it when the test fails)
    return number


@pytest.fixture
def tell(request):
    """Says how much was done, also where output is captured."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def say(text: str) -> None:
        if FULL:
            with capture.global_and_fixture_disabled():
                print(f"\n  {text}")  # noqa: T201  (the full storm's report)

    return say


@pytest.fixture
def quick_folder(tmp_path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of disks are built and thrown away there."""
    memory = Path("/dev/shm")  # noqa: S108  (the vaults in it are made up)
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="storm-", dir=memory))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def strace() -> str:
    """The tracer, where it is there and may trace."""
    program = shutil.which("strace")
    if program is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run(
        [program, "-f", "-o", os.devnull, "true"], capture_output=True, text=True, check=False
    )
    if tried.returncode != 0:
        pytest.skip(f"strace may not trace here: {tried.stderr.strip()[:80]}")
    return program
