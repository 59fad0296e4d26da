"""Everything that is wrong with a set's file, not the first alone; for whoever writes one."""

import unicodedata
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from integrate.domain.check import ABOUT_TIME, Breach, breaches
from integrate.domain.phase import PhaseTables
from integrate.domain.prompt import PromptSet
from integrate.library import locate
from integrate.library.check import findings
from integrate.library.errors import BadFile
from integrate.library.finding import Finding, shown
from integrate.library.intake import read_text
from integrate.library.locate import place_among, spots_of
from integrate.library.mend import MOST, Mended, mended
from integrate.library.read import parsed, too_nested, tree_of
from integrate.text import clean
from integrate.words import say


def review(path: Path, tables: PhaseTables) -> tuple[BadFile, ...]:
    """Every finding in a set's file, in the order of the file; none where all is well.

    What keeps a file from being read as TOML stands alone: behind it nothing can be known.

    Args:
        path: the file.
        tables: what the phases allow.
    """
    try:
        text = read_text(path)
    except BadFile as bad:
        return (bad,)
    return review_text(path, text, tables)


def review_text(path: Path, text: str, tables: PhaseTables) -> tuple[BadFile, ...]:
    """The same for text that is in memory, as `read_text` or `text_from` gives it.

    Args:
        path: how a finding names it.
        text: all of it.
        tables: what the phases allow.
    """
    try:
        raw = parsed(path, text)
        unseen = tuple(_unseen(raw))
        read = mended(tree_of(path, text), PromptSet)
    except BadFile as bad:
        return (bad,)
    except RecursionError:
        return (too_nested(path, text),)
    spots = spots_of(text)
    told = []
    for finding in _of_another_kind(raw, read) or _at_most(unseen, read, tables):
        place = place_among(text, spots, finding.path, key=finding.at_key)
        told.append(BadFile(path, place.line, place.column, finding.message))
    if not unseen:
        told += unseen_in(path, text)
    told.sort(key=lambda bad: (bad.line, bad.column))
    return tuple(told)


def unseen_in(path: Path, text: str) -> tuple[BadFile, ...]:
    """The lines of a text that hold such letters, in a comment too: one that shows it needs care.

    Args:
        path: how a finding names it.
        text: all of it.
    """
    return tuple(
        BadFile(path, number, 1, say("library.hidden"))
        for number, line in enumerate(text.split("\n"), start=1)
        if clean(line) != unicodedata.normalize("NFC", line)
    )


def _of_another_kind(raw: dict[str, Any], read: Mended[PromptSet]) -> list[Finding]:
    """What is said of a file that was never meant as a set of this schema; nothing more of it."""
    if "measure" in raw and "set" not in raw:
        return [Finding(("measure",), say("library.is_measure"), at_key=True)]
    if isinstance(raw.get("schema"), int):
        return [each for each in read.findings if each.path == ("schema",)]
    return []


def _unseen(value: Any, path: locate.Path = ()) -> Iterator[Finding]:
    """Texts with letters that `clean` takes out, such as those that steer a terminal."""
    if isinstance(value, str):
        if clean(value) != unicodedata.normalize("NFC", value):
            yield Finding(path, say("library.hidden"))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _unseen(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unseen(each, (*path, index))


def _at_most(
    unseen: tuple[Finding, ...], read: Mended[PromptSet], tables: PhaseTables
) -> list[Finding]:
    """As many as are told at once, led by a word where there is more. Each costs its time."""
    every = chain(unseen, read.findings, _of_the_whole(read, tables))
    found = list(islice(every, MOST + 1))
    if read.value is not None and len(found) <= MOST:
        return found
    return [Finding((), say("library.much")), *found[:MOST]]


def _of_the_whole(read: Mended[PromptSet], tables: PhaseTables) -> Iterator[Finding]:
    """What the set breaks beyond its types, apart from what only a stand-in breaks."""
    if read.value is None:
        return
    for finding in findings(read.value):
        if not _rests_on(read.stood_in, finding.path):
            yield finding
    timed = any(path[:1] == ("when",) for path in read.stood_in)
    for breach in breaches(read.value, tables):
        unsure = timed and breach.rule in ABOUT_TIME
        if not unsure and not _rests_on(read.stood_in, breach.path):
            yield _sentence(breach, read.value)


def findings_in(prompt_set: PromptSet, tables: PhaseTables) -> Iterator[Finding]:
    """What a set breaks that is no file yet, in the same sentences; not in the order of a file."""
    yield from findings(prompt_set)
    for breach in breaches(prompt_set, tables):
        yield _sentence(breach, prompt_set)


def _rests_on(stood_in: frozenset[locate.Path], path: locate.Path) -> bool:
    """Whether a finding comes from a stand-in: there, within it, beside it, or by asking for it."""
    asks = "shown_if" in path and path[-1] in {"prompt", "value"}
    return any(
        path[: len(each)] == each
        or (each[-1] in {"kind", "shown_if"} and path[:-1] == each[:-1])
        or (asks and not {"id", "options", "prompt", "prompts", "kind"}.isdisjoint(each[-1:]))
        or (asks and "options" in each)
        for each in stood_in
    )


def _sentence(breach: Breach, prompt_set: PromptSet) -> Finding:
    parts = {
        name: shown(part) if isinstance(part, str) and name != "known" else part
        for name, part in breach.parts.items()
    }
    if "time" in parts:
        parts["time"] = _time(str(parts["time"]), prompt_set)
    return Finding(breach.path, say(f"library.rule.{breach.rule.value}", **parts))


def _time(time: str, prompt_set: PromptSet) -> str:
    if time == "phase" and prompt_set.when is not None:
        return say("library.time.phase", phase=shown(str(prompt_set.when.phase)))
    return say("library.time.chosen") if time == "chosen" else say("library.time.hours")
