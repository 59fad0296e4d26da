"""Where the content that came with this copy of Integrate lies."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def shipped_root() -> Path:
    """The folder of shipped content: inside the package once installed, beside it in a checkout."""
    packaged = _PACKAGE / "_prompts"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "prompts"
