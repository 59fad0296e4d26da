"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975)."""

import re
from collections.abc import Iterable
from typing import Final

_SENTENCE_ENDS: Final = re.compile(r"(?<![.?!;:])[.?!;:]++(?:\s|$)")
_WORD: Final = re.compile(r"[A-Za-z0-9'-]+")
_NO_LETTER: Final = re.compile(r"[^a-z]")
_SILENT: Final = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SHORT: Final = 3
"""Letters of a word in which every vowel is spoken."""


def syllables(word: str) -> int:
    """Counted by groups of vowels, without a silent e at the end; one at least."""
    letters = _NO_LETTER.sub("", word.lower())
    if len(letters) > _SHORT:
        letters = _SILENT.sub("", letters)
    return max(1, len(_VOWELS.findall(letters)))


def grade(text: str) -> float:
    """The school year in which an English text can be read; 0.0 where it has no words.

    One long word in a line of three makes a high grade: a text is better taken with what stands
    beside it.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(1 for part in _SENTENCE_ENDS.split(text) if re.search(r"\w", part))
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def as_sentences(texts: Iterable[str]) -> str:
    """Several texts as one, each ended where it has no end of its own."""
    ended = (text if text.endswith((".", "?", "!")) else f"{text}." for text in texts if text)
    return " ".join(ended)
