"""What the pages for writing a set share: the manuscript as it is now, and whether it is saved."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.library.finding import Finding
from integrate.library.manuscript import At, Manuscript, at_of, field_of, findings
from integrate.tui.key_said import key_said
from integrate.words import say

if TYPE_CHECKING:
    from textual.app import App


class Desk:
    """One manuscript on the table; every page puts the next version of it here."""

    def __init__(self, manuscript: Manuscript, library: Library, saved: PromptSet | None) -> None:
        """Lays it there.

        Args:
            manuscript: to begin with.
            library: has the phases.
            saved: what is saved of it, where that is something else; `None`: it is as it was
                opened.
        """
        self.library = library
        self._warned_of: PromptSet | None = None
        self._manuscript = manuscript
        self._saved = manuscript.now if saved is None else saved
        self._was_saved = False
        self._told: tuple[PromptSet, tuple[Finding, ...]] | None = None

    @property
    def manuscript(self) -> Manuscript:
        """As it is now."""
        return self._manuscript

    def put(self, manuscript: Manuscript) -> None:
        """Takes the next version."""
        self._manuscript = manuscript

    @property
    def warned(self) -> bool:
        """Whether somebody was told that closing loses just this."""
        return self._warned_of == self._manuscript.now

    def warn(self) -> None:
        """Somebody was told."""
        self._warned_of = self._manuscript.now

    @property
    def unsaved(self) -> bool:
        """Whether anything differs from what was saved."""
        return self._manuscript.now != self._saved

    @property
    def new(self) -> bool:
        """Whether it was begun here, and never saved yet."""
        return self._manuscript.begun and not self._was_saved

    def was_saved(self, prompt_set: PromptSet) -> None:
        """Takes note that this is saved."""
        self._saved = prompt_set
        self._was_saved = True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the check says of it now."""
        now = self._manuscript.now
        if self._told is None or self._told[0] is not now:
            self._told = now, findings(self._manuscript, self.library.phase_tables())
        return self._told[1]

    def about(self, at: At) -> tuple[str, ...]:
        """What is to mend in a prompt, or with an empty place in the head."""
        return tuple(each.message for each in self._in(at))

    def about_field(self, at: At, field: str, fields: Sequence[str]) -> tuple[str, ...]:
        """The same for one of the fields that a page has.

        What is in none of them belongs to the first: nothing that is to mend is left out.
        """
        return tuple(
            each.message
            for each in self._in(at)
            if named(each) == field or (field == fields[0] and named(each) not in fields)
        )

    def _in(self, at: At) -> Iterator[Finding]:
        """What is said of the list of questions as a whole lies in no prompt, nor in the head."""
        return (
            each for each in self.findings if at_of(each.path) == at and each.path != ("prompt",)
        )


def named(finding: Finding) -> str:
    """The field that a finding is about, by the name that it has on the page."""
    if finding.path[:1] == ("when",) and finding.path[-1] == "every_days":
        return "every_days"
    return field_of(finding.path)


class AtDesk:
    """A page that works on what is on the desk; mixed in before `Page`."""

    desk: Desk
    if TYPE_CHECKING:
        app: "App[Any]"
        """As every page has it."""

        def notify(self, message: str, **options: Any) -> None:
            """As every page can."""

    def holds_back(self) -> bool:
        """Closing waits for a second press while something is unsaved."""
        if not self.desk.unsaved or self.desk.warned:
            return False
        self.desk.warn()
        self.notify(
            say("author.once_more", close=key_said(self.app, "everywhere.quit")), markup=False
        )
        return True
