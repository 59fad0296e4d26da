"""One calm sentence on standard error."""

import sys
from contextlib import suppress

from integrate.text import clean


def tell(sentence: str) -> None:
    """Says it on one line, with nothing in it that could steer a terminal."""
    with suppress(OSError):
        print(clean(sentence, one_line=True), file=sys.stderr, flush=True)  # noqa: T201 - standard error
