"""What a new prompt set's file begins with: every key that a first set needs, and why it is there.

The text is content, like the files in prompts/: it goes into a file that somebody then makes
their own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from integrate.text import clean

FIRST_ID: Final = "my-set"
"""A set's id where nothing better is known."""
_MINUTES_EACH: Final = 2
"""What a question in own words is taken to need."""
_ID_WORDS: Final = 4
_LONGEST_ID: Final = 40
_BULLET: Final = re.compile(r"(?:[-*•–—]|\(?\d{1,3}[.)])\s+")
"""How a pasted list marks its lines."""

_HEAD: Final = """\
# A prompt set for Integrate. Lines that begin with # are notes and can go.
# `integrate prompts schema` prints a schema by which editors complete and check this file.
schema = 1

[set]
{id:<26} # small letters, digits and '-'; keep it once the set is in use
title = "My prompts"
version = "1.0"
language = "en"
author = "Your name"       # the person who answers sees it
licence = "CC-BY-4.0"
{minutes:<26} # how long it takes; said before it begins
opening = "You can skip any of these, or all."
closing = "Thank you. This can rest now."    # needed: nobody is left without an end
max_depth = 1              # 1: plain; 2: asks to reflect; 3: near a hard memory
"""

_WHEN: Final = """
# A set without [when] is there when somebody chooses it. With this it is offered by itself:
# [when]
# table = "talk"           # "dosing" for sessions with a medicine
# phase = "between"
# every_days = 7           # within the phase; without it: once
"""

_PASTED: Final = """
# Each prompt's id stays as it is, also when you change its words or move it: answers refer to it.
"""

_EXAMPLES: Final = """
# Each prompt's id stays as it is, also when you change its words or move it: answers refer to it.
[[prompt]]
id = "steady"
kind = "scale"
ask = "How steady do you feel right now?"
gate = "steady"            # a low answer keeps the rest light
scale = { low = 0, high = 10, low_label = "not steady", high_label = "very steady" }

[[prompt]]
id = "week"
kind = "choice"            # "multi" lets people choose more than one
ask = "How was this week?"
options = [
  { value = "light", label = "Light" },
  { value = "mixed", label = "Mixed" },
  { value = "hard", label = "Hard" },
]

[[prompt]]
id = "helps"
kind = "text"
ask = "What helped a little?"
help = "A small thing counts."
shown_if = { any = [
  { prompt = "week", value = "mixed" },
  { prompt = "week", value = "hard" },
] }

[[prompt]]
id = "outside"
kind = "yesno"
ask = "Were you outside today?"

[[prompt]]
id = "small-step"
kind = "text"
ask = "What is one small step for the next days?"

# Other kinds: number, date, time, feeling, body, display (words to read) and group (a heading).
"""


def beginning(questions: Sequence[str] = (), set_id: str = FIRST_ID) -> str:
    """The text of a prompt set's file that reads without a finding.

    Args:
        questions: each becomes a prompt in own words; where there are none, the file has an
            example of each common kind instead. See `questions_in`.
        set_id: as `id_from` makes it.
    """
    minutes = _MINUTES_EACH * len(questions) if questions else 5
    head = _HEAD.format(id=f'id = "{set_id}"', minutes=f"minutes = {minutes}") + _WHEN
    if not questions:
        return head + _EXAMPLES
    return head + _PASTED + "\n".join(_prompts(questions))


def questions_in(pasted: str) -> tuple[str, ...]:
    """The questions in a text, one a line, without the marks and numbers of a list."""
    lines = (clean(line, one_line=True) for line in clean(pasted).splitlines())
    bare = (_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines)
    return tuple(line for line in bare if any(map(str.isalnum, line)))


def id_from(words: str, otherwise: str = FIRST_ID) -> str:
    """An id from the first words of a text, as far as they can be written in plain letters."""
    plain = unicodedata.normalize("NFKD", words.replace("'", "").replace("’", "")).lower()
    ascii_only = plain.encode("ascii", "ignore").decode()
    found = re.findall("[a-z0-9]+", ascii_only)[:_ID_WORDS]
    return "-".join(found)[:_LONGEST_ID].strip("-") or otherwise


def _prompts(questions: Sequence[str]) -> Iterator[str]:
    taken: set[str] = set()
    for number, question in enumerate(questions, 1):
        prompt_id = id_from(question, f"question-{number}")
        if prompt_id in taken:
            prompt_id = _free(prompt_id, number, taken)
        taken.add(prompt_id)
        yield f'[[prompt]]\nid = "{prompt_id}"\nkind = "text"\nask = {_quoted(question)}\n'


def _free(prompt_id: str, number: int, taken: set[str]) -> str:
    while (made := f"{prompt_id}-{number}") in taken:
        number += 1
    return made


def _quoted(text: str) -> str:
    """As TOML writes one line; `clean` has taken control characters out before."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
