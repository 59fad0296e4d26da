"""How easily a passphrase is guessed, in words."""

from typing import Any, Final

from msgspec import Struct

from integrate.words import say

_MOST: Final = 72
"""Characters that are looked at; more would only take longer."""
_WEAK: Final = 1
_STRONG: Final = 3
_GRADES: Final = ("easy", "easy", "fair", "strong", "very_strong")
"""By zxcvbn's score, 0 to 4."""
_HINTS: Final = {
    "repeat": "strength.hint.repeat",
    "sequence": "strength.hint.repeat",
    "spatial": "strength.hint.keys",
    "date": "strength.hint.date",
    "regex": "strength.hint.date",
}
"""By the pattern that covers most of it."""
_NOTHING: Final[dict[str, Any]] = {"score": 0, "sequence": ()}


class Strength(Struct, frozen=True, kw_only=True):
    """What may be said of a passphrase."""

    word: str
    """"easy to guess", "fair", "strong" or "very strong"."""
    hint: str
    """One sentence that would help; empty for a strong one."""
    weak: bool
    """Whether to say so before it is used; it may be used all the same."""


def strength_of(passphrase: str) -> Strength:
    """How easily it is guessed. Takes some hundredths of a second; more the first time."""
    from zxcvbn import zxcvbn

    looked_at = passphrase[:_MOST]
    found: dict[str, Any] = dict(zxcvbn(looked_at)) if looked_at else _NOTHING
    score = int(found["score"])
    widest = max(found["sequence"], key=lambda part: len(part["token"]), default={"pattern": ""})
    hint = _HINTS.get(widest["pattern"], "strength.hint.words")
    return Strength(
        word=say(f"strength.{_GRADES[score]}"),
        hint=say(hint) if score < _STRONG else "",
        weak=score <= _WEAK,
    )
