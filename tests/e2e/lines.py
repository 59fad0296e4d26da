"""The line dialogue as it is heard: what is said, what was said since, and what is typed next."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from integrate.domain.measured import compiled
from integrate.domain.prompt import Kind, Prompt
from integrate.library import Library
from integrate.words import say

from .terminal import Terminal

CLOCKED: Final = Path(__file__).with_name("clocked.py")
_LIBRARY: Final = Library.shipped()
_QUESTION: Final = rb"Question \d+ of \d+\.\r\n(.*?)\r\n(?=[^\r]*(?:Type|Enter))"
"""What is asked, up to how it is answered."""

Answer = str | Callable[["Lines", Prompt], None]
"""A line, or what to do where a prompt asks."""


class Clock:
    """What time it is for the program."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def at(self, when: str) -> None:
        """Such as "2026-03-10 10:00"; put there whole, as the program may look at any moment."""
        moment = datetime.fromisoformat(f"{when}+00:00")
        new = self.file.with_suffix(".new")
        new.write_text(moment.isoformat())
        new.replace(self.file)


class Lines:
    """Somebody who hears line after line, and types only after they were asked."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._at = 0
        """Up to where it was heard, in bytes."""
        self.last = ""
        """What was heard last, from one answer to the end of the next question."""

    @property
    def all(self) -> str:
        """Everything that was said, and what was typed where it is shown."""
        return self.terminal.bytes.decode().replace("\r\n", "\n")

    def will_hear(self, part: str) -> None:
        """Waits until this was said, and leaves it to be heard."""
        wanted = part.encode().replace(b"\n", b"\r\n")
        self.terminal.until(lambda: wanted in self.terminal.bytes[self._at :], repr(part))

    def hears(self, *parts: str) -> str:
        """Waits until these were said, one after the other; gives what was said up to there."""
        begun = self._at
        for part in parts:
            wanted = part.encode().replace(b"\n", b"\r\n")
            self.terminal.until(
                lambda wanted=wanted: wanted in self.terminal.bytes[self._at :], repr(part)
            )
            self._at = self.terminal.bytes.index(wanted, self._at) + len(wanted)
        self.last = self.terminal.bytes[begun : self._at].decode().replace("\r\n", "\n")
        return self.last

    def says(self, *lines: str) -> None:
        """Types lines, each with Enter."""
        for line in lines:
            self.terminal.type(line + "\n")

    def chooses(self, label: str) -> None:
        """Waits for a list with this choice in it, and types its number once all of it was said."""
        found = re.escape(label)
        self.hears(f". {label}\n")
        number = re.findall(rf"^(\d+)\. {found}$", self.last, re.MULTILINE)[-1]
        self.hears(say("lines.how.menu").rstrip("."))
        self.says(number)

    def answers(self, set_id: str, answers: Mapping[str, Answer], *, until: str) -> list[str]:
        """Goes through a set up to a sentence.

        Args:
            set_id: which set, or measure.
            answers: by prompt; the others are left with an empty line.
            until: what is said after the last question.

        Returns:
            The prompts that were asked.
        """
        prompts = _prompts(set_id)
        asked: list[str] = []
        while (prompt := self._question(prompts, asked, until)) is not None:
            asked.append(prompt.id)
            answer = answers.get(prompt.id, "")
            if callable(answer):
                answer(self, prompt)
                continue
            self.says(answer)
            if answer and prompt.kind is Kind.TEXT:
                self.says("")
        return asked

    def _question(
        self, prompts: tuple[Prompt, ...], asked: Sequence[str], until: str
    ) -> Prompt | None:
        """The prompt that is asked next; `None` once the sentence after the last one was said.

        Of two that read the same it is the one that was not asked yet.
        """
        begun = self._at
        question = re.compile(_QUESTION, re.DOTALL)
        end = until.encode()

        def said() -> bool:
            new = self.terminal.bytes[begun:]
            return end in new or question.search(new) is not None

        self.terminal.until(said, f"a question, or {until!r}")
        new = self.terminal.bytes[begun:]
        found = question.search(new)
        if found is None or -1 < new.find(end) < found.start():
            self.hears(until)
            return None
        self._at = begun + found.end()
        said_now = found[1].decode().replace("\r\n", "\n").split("\n")
        same = [each for each in prompts if each.ask in said_now]
        return next((each for each in same if each.id not in asked), same[-1])


def _prompts(set_id: str) -> tuple[Prompt, ...]:
    """All that can be asked, also what stands under a heading."""
    if set_id in _LIBRARY.measure_ids():
        found = compiled(_LIBRARY.measure(set_id), closing="")
    else:
        found = _LIBRARY.set(set_id)
    return tuple(each for each in found.flat() if each.kind is not Kind.GROUP)
