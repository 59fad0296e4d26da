"""How far one has come, in a quiet corner."""

from typing import Final

from integrate.tui import marks
from integrate.words import say

_MOST_DOTS: Final = 14


def progress(number: int, count: int) -> str:
    """Such as "2 of 7  ●●·····"; words alone where the dots would be too many to take in."""
    said = say("guided.progress", number=number, count=count)
    if count > _MOST_DOTS:
        return said
    return f"{said}  {marks.DONE * number}{marks.OPEN * (count - number)}"
