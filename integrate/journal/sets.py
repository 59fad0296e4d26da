"""Prompt sets in a journal: those that came with the program, and the person's own in the vault."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from msgspec import Struct

from integrate.domain.own_set import DRAFT, READY, OwnSet, SetAbout, SetText
from integrate.domain.prompt import PromptSet
from integrate.journal.contents import Contents
from integrate.journal.journal import SET, Journal
from integrate.library import BadFile, Library, NoSuchSet
from integrate.library.fill import filled
from integrate.library.intake import text_from
from integrate.library.read import set_from, tree_of
from integrate.text import clean
from integrate.vault import Gone
from integrate.words import say

HOUSE: Final = "integrate"
"""The author of what came with the program, and of nothing else."""
_UNNAMED: Final = Path("set.toml")
_HEAD: Final = ("id", "title", "version", "author", "licence")


class CannotKeep(ValueError):
    """This set cannot be kept; the sentence says why. Nothing was changed."""

    def __init__(self, sentence: str, findings: Sequence[BadFile] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)
        """Everything that is wrong with its text, where that is why."""


class AlreadyKept(CannotKeep):
    """The journal has a set of this id, and nobody said that it may be replaced."""

    def __init__(self, own: OwnSet) -> None:
        super().__init__(say("sets.already", id=own.id, version=own.version))
        self.own = own


class Unread(Struct, frozen=True, kw_only=True):
    """A set of the person's own that cannot be answered as it is; it costs no other."""

    own: OwnSet
    sentence: str
    """Why, and what to do."""


def all_sets(journal: Journal) -> tuple[PromptSet, ...]:
    """Every set that may be answered: shipped ones first, then the person's own.

    A set of the person's own that cannot be read is left out; `unread_sets` tells of it.

    Raises:
        BadFile: if a shipped set cannot be read.
    """
    shipped = tuple(journal.library.sets().values())
    found = (_answerable(journal, own) for own in own_sets(journal) if own.ready)
    return (*shipped, *(each for each in found if each is not None))


def prompt_set(journal: Journal, set_id: str) -> PromptSet:
    """A set that may be answered, with options from the vocabulary where it gives none.

    Args:
        journal: the open journal.
        set_id: a shipped set's, or one of the person's own that is ready.

    Raises:
        NoSuchSet: if there is none; names those that come near, or all.
        BadFile: if it cannot be read.
    """
    if set_id in journal.library.set_ids():
        return journal.library.set(set_id)
    own = own_set(journal, set_id)
    if own is None or not own.ready:
        mine = [each.id for each in own_sets(journal) if each.ready]
        ids = (*journal.library.set_ids(), *mine)
        raise NoSuchSet(set_id, _closest(set_id, ids), ids)
    return _parsed(journal, own)


def own_sets(journal: Journal) -> tuple[OwnSet, ...]:
    """The person's own sets by id, drafts too; never waits for the file."""
    return journal.look(lambda contents: tuple(_newest(contents)))


def own_set(journal: Journal, set_id: str) -> OwnSet | None:
    """The person's own set of this id, if there is one."""
    return next((each for each in own_sets(journal) if each.id == set_id), None)


def unread_sets(journal: Journal) -> tuple[Unread, ...]:
    """The person's own sets that should be there to answer and are not, each with the reason."""
    found = ((own, _why_not(journal, own)) for own in own_sets(journal) if own.state != DRAFT)
    return tuple(Unread(own=own, sentence=why) for own, why in found if why)


def find_own(journal: Journal, set_id: str) -> OwnSet:
    """The person's own set of this id.

    Raises:
        NoSuchSet: if there is none; names those that come near, or all.
    """
    own = own_set(journal, set_id)
    if own is None:
        ids = [each.id for each in own_sets(journal)]
        raise NoSuchSet(set_id, _closest(set_id, ids), ids)
    return own


def own_prompt_set(journal: Journal, set_id: str) -> PromptSet:
    """The person's own set of this id as a value, also where it is a draft or rests.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if it cannot be read, as a draft may be.
    """
    return _parsed(journal, find_own(journal, set_id))


def own_text(journal: Journal, set_id: str) -> str:
    """The text of the file of a set of the person's own, as it was kept.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if it cannot be read.
    """
    return _text_of(find_own(journal, set_id))


def keep_set(  # noqa: PLR0913 - by name, and each of them is the caller's to choose
    journal: Journal,
    text: str,
    now: datetime,
    *,
    source: Literal["own", "imported"],
    state: Literal["ready", "draft"] = READY,
    replace: bool = False,
    name: Path = _UNNAMED,
) -> OwnSet:
    """Keeps a set of the person's own; the newest of its id is the one that counts.

    Args:
        journal: the open journal.
        text: of its file, in TOML. Kept as it is.
        now: aware.
        source: where it comes from.
        state: a set that is ready holds every rule; a draft needs an id, and to be TOML.
        replace: whether it may take the place of a set with the same id; that one stays in the
            file as its history, until it is removed.
        name: how findings name the text.

    Raises:
        AlreadyKept: if there is one with its id, and it may not be replaced.
        CannotKeep: if its text is not right, or its id is that of a set or measure that came with
            the program.
        VaultError: if it cannot be written.
    """
    text = _let_in(journal, text, name, state)
    about = _about(tree_of(name, text), now, source=source, state=state)
    see_that_id_is_free(journal.library, about.id)
    if about.author.strip().casefold() == HOUSE:
        raise CannotKeep(say("sets.author"))
    known = own_set(journal, about.id)
    if known is not None and not replace:
        raise AlreadyKept(known)
    try:
        return _put(journal, about, text, known.entity if known else None)
    except Gone:  # another window removed it in this very moment
        return _put(journal, about, text, None)


def remove_set(journal: Journal, set_id: str) -> OwnSet:
    """Deletes a set of the person's own for good, with its earlier versions.

    What was answered with it stays readable, and so does what is being written. Backups made
    before still hold it.

    Returns:
        What was deleted: all that is needed to keep it again.

    Raises:
        NoSuchSet: if the person has none of this id.
        VaultError: if it cannot be written; then it stays.
    """
    known = find_own(journal, set_id)
    for entity in journal.look(lambda contents: _entities(contents, set_id)):
        journal.remove(entity)
    return known


def see_that_id_is_free(library: Library, set_id: str) -> None:
    """Looks whether a set of the person's own may have this id.

    Raises:
        CannotKeep: if a set or measure that came with the program has it.
    """
    if set_id in library.set_ids():
        raise CannotKeep(say("sets.shipped", id=set_id))
    if set_id in library.measure_ids():
        raise CannotKeep(say("sets.measure", id=set_id))


def _put(journal: Journal, about: SetAbout, text: str, entity: str | None) -> OwnSet:
    return journal.put(
        SET,
        about,
        SetText(toml=text),
        lambda contents, item: contents.keep_set(item, about, text),
        entity=entity,
    )


def _newest(contents: Contents) -> list[OwnSet]:
    """Of several with the same id, which two windows kept, the one that was written last."""
    in_order = sorted(contents.own.values(), key=lambda each: (each.clock, each.rid))
    return sorted({each.id: each for each in in_order}.values(), key=lambda each: each.id)


def _entities(contents: Contents, set_id: str) -> tuple[str, ...]:
    return tuple(each.entity for each in contents.own.values() if each.id == set_id)


def _closest(set_id: str, ids: Sequence[str]) -> list[str]:
    import difflib  # only where something is wrong

    return difflib.get_close_matches(set_id, ids)


def _answerable(journal: Journal, own: OwnSet) -> PromptSet | None:
    """The set, where nothing is in the way."""
    if _is_shadowed(journal, own):
        return None
    try:
        return _parsed(journal, own)
    except BadFile:
        return None


def _why_not(journal: Journal, own: OwnSet) -> str:
    """Why a set cannot be answered; empty where it can."""
    if _is_shadowed(journal, own):
        return say("sets.shadowed", id=own.id)
    if not own.ready:
        return say("sets.newer", id=own.id, title=own.title)
    try:
        _parsed(journal, own)
    except BadFile as bad:
        return say("sets.unread", id=own.id, title=own.title, reason=str(bad))
    return ""


def _is_shadowed(journal: Journal, own: OwnSet) -> bool:
    """Whether a newer program brought something of the same id."""
    library = journal.library
    return own.id in library.set_ids() or own.id in library.measure_ids()


def _parsed(journal: Journal, own: OwnSet) -> PromptSet:
    known = journal.look(lambda contents: contents.parsed.get(own.rid))
    if known is not None:
        return known
    read = filled(set_from(_name_of(own), _text_of(own)), journal.library.vocabulary())

    def keep(contents: Contents) -> PromptSet:
        contents.parsed[own.rid] = read
        return read

    return journal.look(keep)


def _text_of(own: OwnSet) -> str:
    if own.text is None:
        raise BadFile(_name_of(own), 1, 1, say("sets.no_text"))
    return own.text


def _name_of(own: OwnSet) -> Path:
    return Path(f"{own.id}.toml")


def _let_in(journal: Journal, text: str, name: Path, state: str) -> str:
    """The text, found right.

    Raises:
        CannotKeep: if it is not; holds all findings.
    """
    from integrate.library.review import (
        review_text,
        unseen_in,
    )  # slow to import; only for what comes in

    try:
        text = text_from(name, text.encode("utf-8", "surrogatepass"))
        tree_of(name, text)
    except BadFile as bad:
        raise _not_right([bad]) from bad
    if state == READY:
        found = review_text(name, text, journal.library.phase_tables())
    else:
        found = unseen_in(name, text)
    if found:
        raise _not_right(found)
    return text


def _not_right(found: Sequence[BadFile]) -> CannotKeep:
    key = "sets.not_right.one" if len(found) == 1 else "sets.not_right"
    return CannotKeep(say(key, first=str(found[0]), count=len(found)), found)


def _about(tree: dict[str, Any], now: datetime, *, source: str, state: str) -> SetAbout:
    head = tree.get("set")
    head = head if isinstance(head, dict) else {}
    said = {key: clean(str(head.get(key, "")), one_line=True) for key in _HEAD}
    if not said["id"]:
        raise CannotKeep(say("sets.no_id"))
    return SetAbout(**said, source=source, state=state, added=now)
