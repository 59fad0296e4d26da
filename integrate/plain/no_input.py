"""Standard input is closed: not at its end, but not there at all."""

from integrate.words import say


class NoInput(Exception):
    """A line is awaited, and there is nowhere to hear it from."""

    def __init__(self) -> None:
        super().__init__(say("plain.no_input"))
