"""Every sign that the full screen draws with, and what stands for it where there is only ASCII.

No other module of the full screen holds such a sign; what comes from the words catalogue or from
Textual itself (frames, scrollbars) is put into ASCII by the same table, on its way to the terminal.
"""

import codecs
import unicodedata
from collections.abc import Mapping
from typing import Final

HERE: Final = "▸"
"""Before the line that the arrows stand on."""
NOW: Final = "◆"
"""Where now is, in the window of days."""
DONE: Final = "●"
"""A step that was taken, or the answer on a scale."""
OPEN: Final = "·"
"""A step to come, or one that can be chosen on a scale."""
BETWEEN: Final = " · "
"""Between two small words on one line."""
CHOSEN: Final = "•"
"""In the mark of the one option that is chosen: (•)."""
MORE: Final = "…"
"""Where a text was cut, or a list goes on."""
TO: Final = "–"
"""From one number to another: 1–9."""
RULE: Final = "─"
"""A quiet line: what is to come, or the track of a scale."""
BAR: Final = "│"
"""Before words that somebody else said."""
PAST: Final = "━"
"""A heavy line: what has been."""
TURN_PAST: Final = "┳"
TURN_AHEAD: Final = "┬"
"""Where a phase began, or will."""
EMPTY_CHOSEN: Final = "▌"
"""An empty line in the middle of a stretch of text that is chosen."""
LEFT: Final = "←"
RIGHT: Final = "→"
UP: Final = "↑"
DOWN: Final = "↓"
UP_DOWN: Final = f"{UP} {DOWN}"
LEFT_RIGHT: Final = f"{LEFT} {RIGHT}"

_FEW_SIGNS: Final = frozenset(
    {"linux", "dumb", "vt52", "vt100", "vt102", "vt220", "ansi", "cons25"}
)
"""Terminals whose own font has no heavy lines and no diamond: bare consoles and old hardware."""
_MADE_BY_PYTHON: Final = frozenset({"c.utf-8", "c.utf8"})
"""What Python itself puts into LC_CTYPE where the locale is plain C (PEP 538)."""
_PLAIN_LOCALES: Final = frozenset({"", "C", "POSIX"})

_BOXES: Final = {
    **dict.fromkeys("─╌┄┈╴╶", "-"),
    **dict.fromkeys("━═╍┅┉╸╺", "="),
    **dict.fromkeys("│┃║╎╏┆┇┊┋╵╷╹╻┳┬", "|"),
    **dict.fromkeys("╱", "/"),
    **dict.fromkeys("╲", "\\"),
    **dict.fromkeys("╳", "x"),
}
_BLOCKS: Final = {
    **dict.fromkeys("▔▀", "-"),
    **dict.fromkeys("▁▂▃▄", "_"),
    **dict.fromkeys("▅▆▇█▌▐", "#"),
    **dict.fromkeys("▏▎▍▊▉▋▕", "|"),
}
_SIGNS: Final = {
    HERE: ">",
    NOW: "*",
    DONE: "o",
    OPEN: "-",
    CHOSEN: "*",
    MORE: ".",
    TO: "-",
    "—": "-",
    "−": "-",
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    "×": "x",
    LEFT: "<",
    RIGHT: ">",
    UP: "^",
    DOWN: "v",
    **dict.fromkeys("✓✔", "x"),
    "›": ">",
    "‹": "<",
}
ASCII: Final[Mapping[int, str]] = {
    **dict.fromkeys(range(0x2500, 0x2580), "+"),
    **dict.fromkeys(range(0x2580, 0x25A0), "#"),
    **{ord(sign): plain for sign, plain in (_BOXES | _BLOCKS | _SIGNS).items()},
}
"""For `str.translate`. Each sign takes one cell, and so does what stands for it."""


def in_ascii(text: str) -> str:
    """The text with every sign put into ASCII, in as many cells as before. Letters stay."""
    return text if text.isascii() else text.translate(ASCII)


def writable(text: str, encoding: str) -> str:
    """The text without what this encoding cannot say, in as many cells as before.

    A letter loses its accent where that helps; otherwise question marks take its room. Without
    this, Python would write an escape of six signs, and shift everything to the right of it.
    """
    if text.isascii() or is_utf8(encoding):
        return text
    return "".join(_near(letter, encoding) for letter in text)


def _near(letter: str, encoding: str) -> str:
    from rich.cells import cell_len

    if letter.isascii():
        return letter
    for tried in (letter, unicodedata.normalize("NFKD", letter)[:1]):
        try:
            tried.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        if cell_len(tried) == cell_len(letter):
            return tried
    return "?" * cell_len(letter)


def draws(environ: Mapping[str, str], encoding: str | None) -> bool:
    """Whether a terminal can show signs beyond ASCII.

    Args:
        environ: TERM says what it is; LC_ALL, LC_CTYPE or LANG, in this order, what it speaks.
            Where nothing is said (as on Windows), the encoding alone counts.
        encoding: of the stream that is drawn on; `None` where it has none.
    """
    if environ.get("TERM", "").partition("-")[0] in _FEW_SIGNS or not is_utf8(encoding):
        return False
    spoken = _spoken(environ)
    return spoken is None or "utf8" in spoken.lower().replace("-", "")


def _spoken(environ: Mapping[str, str]) -> str | None:
    """The locale for letters, as the person set it; `None`: nobody set any."""
    given = {name: environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")}
    if given["LANG"] in _PLAIN_LOCALES - {""} and given["LC_CTYPE"].lower() in _MADE_BY_PYTHON:
        given["LC_CTYPE"] = ""
    return next(filter(None, given.values()), None)


def is_utf8(encoding: str | None) -> bool:
    """Whether this is a name of UTF-8."""
    try:
        return codecs.lookup(encoding or "").name == "utf-8"
    except LookupError:
        return False
