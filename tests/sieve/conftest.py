"""Shared by the sieve's tests."""

import os
import sys
from pathlib import Path

import pytest

from . import script
from .machine import Machine
from .trace import why_not


@pytest.fixture(autouse=True)
def _can_look() -> None:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    program = os.environ.get("INTEGRATE_E2E_BIN")
    return Machine(
        tmp_path, program or str(Path(sys.executable).with_name("integrate")), script.CANARIES
    )
