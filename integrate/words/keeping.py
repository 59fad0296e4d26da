"""Looking after the file: backups, checking, restoring, a new key, undoing."""

from typing import Final

EN: Final[dict[str, str]] = {}
