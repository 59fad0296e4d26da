"""From a file's bytes to text that may be parsed: size, encoding, and shapes that would be slow."""

import codecs
import re
from pathlib import Path
from typing import Final

from integrate.library.errors import BadFile
from integrate.library.locate import place_at
from integrate.words import say

MOST_BYTES: Final = 256 * 1024
LONGEST_LINE: Final = 2_000
"""In characters. Longer text goes into a multi-line string."""
MOST_KEY_PARTS: Final = 20
"""Joined by dots in one key. The TOML reader's time grows with the square of their number."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "library.bom"),
    (codecs.BOM_UTF16_LE, "library.utf16"),
    (codecs.BOM_UTF16_BE, "library.utf16"),
)
_PART: Final = r"""(?:[\w-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY: Final = rf"(?P<key>{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_KEY_PARTS},}})"
_TOKEN: Final = re.compile(rf"{_LONG_KEY}|{_PART}|.")
"""A key that is too long, or else whatever comes next; words within quotes are passed over."""


def read_text(path: Path) -> str:
    """The text of a small UTF-8 file, with bare newlines for line ends.

    Raises:
        BadFile: if it is missing, too large, not text, or of a shape that would be slow to parse.
    """
    return text_from(path, _read_bytes(path))


def text_from(path: Path, data: bytes) -> str:
    """The same for what is in memory already.

    Args:
        path: how a finding names it.
        data: all of it.

    Raises:
        BadFile: as for `read_text`.
    """
    if len(data) > MOST_BYTES:
        raise BadFile(path, 1, 1, say("library.too_large", most=MOST_BYTES // 1024))
    for mark, key in _BOMS:
        if data.startswith(mark):
            raise BadFile(path, 1, 1, say(key))
    text = _decoded(path, data).replace("\r\n", "\n")
    if not text.strip():
        raise BadFile(path, 1, 1, say("library.empty"))
    _check_lines(path, text)
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise BadFile(path, 1, 1, say("library.not_a_file"))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BadFile(path, 1, 1, say("library.missing_file")) from None
    except OSError:
        raise BadFile(path, 1, 1, say("library.unreadable")) from None
    return data


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        place = place_at(good, len(good))
        raise BadFile(path, place.line, place.column, say("library.not_utf8")) from None


def _check_lines(path: Path, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = say("library.long_line", most=LONGEST_LINE)
            raise BadFile(path, number, LONGEST_LINE + 1, message)
        if line.count(".") >= MOST_KEY_PARTS:
            _check_keys(path, number, line)


def _check_keys(path: Path, number: int, line: str) -> None:
    for token in _TOKEN.finditer(line):
        if token["key"]:
            message = say("library.long_key", most=MOST_KEY_PARTS)
            raise BadFile(path, number, token.start() + 1, message)
