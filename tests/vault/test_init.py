import subprocess
import sys

import pytest

from integrate import vault


def test_every_name_of_the_room_is_there():
    for name in vault.__all__:
        assert getattr(vault, name).__name__ == name
    with pytest.raises(AttributeError):
        _ = vault.Nothing


NAMING = """
import sys
from integrate.vault import WrongSecret
assert "cryptography" not in sys.modules
"""


def test_naming_an_error_does_not_load_the_cryptography():
    subprocess.run(
        [
            sys.executable,
            "-c",
            NAMING,
        ],
        check=True,
    )
