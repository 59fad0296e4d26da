"""Words that nobody else would write, and every spelling in which they could leave."""

import base64
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import quote

from msgspec import Struct

_CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "cp437")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS_TOGETHER = 3
"""Of a code, twelve letters in a row are no accident."""


class Canary(Struct, frozen=True, dict=True):
    """Something that must not be found where it does not belong."""

    name: str
    typed: str
    """What is typed or given."""
    rare: tuple[str, ...]
    """Parts of it that stand nowhere else."""
    raw: tuple[bytes, ...] = ()
    """Bytes that are as good as it."""

    @cached_property
    def spellings(self) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """In every usual coding: those looked for in lower case, and those as they are."""
        folded: set[bytes] = set()
        exact: set[bytes] = set(self.raw)
        plain = set(self.raw)
        for part in self.rare:
            for form in _forms(part):
                folded |= {spelled.lower() for spelled in _escaped(form)}
                plain |= set(_coded(form))
        folded |= {each.lower() for each in plain - set(self.raw)}
        for each in plain:
            folded.add(each.hex().encode())
            exact |= set(_base64(each))
        return frozenset(folded), frozenset(exact)

    def found_in(self, content: bytes) -> str | None:
        """The spelling in which it stands there; `None` if it does not."""
        folded, exact = self.spellings
        lower = content.lower()
        for wanted, where in ((folded, lower), (exact, content)):
            for spelling in wanted:
                if spelling in where:
                    return repr(spelling)
        return None


def words(name: str, text: str) -> Canary:
    """A canary of words; its rare parts are the ones of eight letters or more."""
    rare = tuple(word for word in re.findall(r"\w+", text) if len(word) >= 8)
    assert rare, text
    return Canary(name=name, typed=text, rare=rare)


def code(name: str, groups: str) -> Canary:
    """A recovery code: any three of its groups, and the sixteen bytes that it stands for."""
    parts = groups.split("-")
    windows = [
        joint.join(parts[at : at + _GROUPS_TOGETHER])
        for joint in ("-", " ", "")
        for at in range(len(parts) - _GROUPS_TOGETHER + 1)
    ]
    number = 0
    for letter in "".join(parts):
        number = number * 32 + _CROCKFORD.index(letter)
    return Canary(
        name=name,
        typed=groups,
        rare=tuple(windows),
        raw=((number >> 12).to_bytes(16, "big"),),
    )


def _forms(text: str) -> Iterable[str]:
    """As typed, taken apart, and without its dots: search folds words like that."""
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return {text, unicodedata.normalize("NFC", text), apart, bare, text.casefold(), text.upper()}


def _coded(form: str) -> Iterator[bytes]:
    for coding in _CODINGS:
        try:
            yield form.encode(coding)
        except UnicodeEncodeError:
            continue


def _escaped(form: str) -> Iterator[bytes]:
    yield json.dumps(form)[1:-1].encode()
    yield form.encode("ascii", "backslashreplace")
    yield form.encode("ascii", "xmlcharrefreplace")
    yield html.escape(form).encode()
    yield quote(form).encode()
    yield form.encode("utf-7")


def _base64(content: bytes) -> Iterator[bytes]:
    """The letters that stand in base64 wherever the content begins."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + content)
        core = coded[(before * 8 + 5) // 6 : (before + len(content)) * 8 // 6]
        yield core
        yield core.translate(bytes.maketrans(b"+/", b"-_"))
