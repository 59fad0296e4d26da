"""What a search found, marked without colour."""

from integrate.journal.excerpt import Marks
from integrate.words import say


def marked(text: str, marks: Marks) -> str:
    """The text with what was found in brackets: to be seen without colour, and heard."""
    for begins, ends in reversed(marks):
        found = say("found.match", words=text[begins:ends])
        text = f"{text[:begins]}{found}{text[ends:]}"
    return text
