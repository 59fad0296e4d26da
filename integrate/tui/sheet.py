"""The style sheet: what was read once is not read again for every page that is opened."""

from textual.css.stylesheet import Stylesheet


class Sheet(Stylesheet):
    """Textual's own, which takes every sheet to pieces anew when a page brings one more.

    It does so in a fresh copy, so that one that cannot be read spoils nothing. Ours do not change
    while they run, and a test reads each of them.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Takes the theme's colours; what was read stays where they are the same."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Reads what is new, and puts the rest together from what was read before."""
        self.parse()
