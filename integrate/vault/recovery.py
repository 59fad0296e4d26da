"""The recovery code: 128 random bits as 28 characters that survive paper and tired eyes.

Crockford's base32 without I, L, O and U; the last 12 bits are a checksum, the number modulo 4093.
4093 is prime, so that no single wrong character and no two neighbours in the wrong order pass
for another code.
"""

from typing import Final

from integrate.vault.errors import MistypedCode

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES: Final = 16
CHARACTERS: Final = 28
GROUP: Final = 4

_CHECK_BITS: Final = 12
_PRIME: Final = 4093
_DASHES: Final = "-‐‑‒–—−_"
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys(_DASHES)})
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}


def write(code: bytes) -> str:
    """The code as it is shown: seven groups of four characters with dashes between."""
    number = int.from_bytes(code)
    checked = (number << _CHECK_BITS) | number % _PRIME
    text = "".join(ALPHABET[checked >> 5 * place & 31] for place in reversed(range(CHARACTERS)))
    return "-".join(text[at : at + GROUP] for at in range(0, CHARACTERS, GROUP))


def tidy(typed: str) -> str:
    """What was typed, in the code's own letters: no spaces or dashes, O as 0, I and L as 1.

    Fit for comparing a part that was typed back with the part that was shown.
    """
    return "".join(typed.upper().split()).translate(_READ_AS)


def read(typed: str) -> bytes | None:
    """The 16 bytes behind a typed code, or `None` if it hasn't the form of one.

    Raises:
        MistypedCode: if it has the form and the checksum doesn't fit.
    """
    text = tidy(typed)
    if len(text) != CHARACTERS or not _VALUES.keys() >= set(text):
        return None
    checked = 0
    for character in text:
        checked = checked << 5 | _VALUES[character]
    number = checked >> _CHECK_BITS
    if checked & (1 << _CHECK_BITS) - 1 != number % _PRIME:
        raise MistypedCode
    return number.to_bytes(BYTES)
