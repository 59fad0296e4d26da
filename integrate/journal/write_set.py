"""Keeping a set that the person writes: ready once it holds every rule, until then as a draft."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from integrate.domain.own_set import DRAFT, IMPORTED, READY, OwnSet
from integrate.domain.prompt import PromptSet
from integrate.journal.journal import Journal
from integrate.journal.sets import AlreadyKept, keep_set, own_set, own_text, remove_set
from integrate.library import NoSuchSet
from integrate.library.read import set_from, tree_of
from integrate.library.write import toml_of


def as_written(journal: Journal, set_id: str) -> PromptSet:
    """The person's own set as its file has it, with nothing filled in; it may break any rule.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if it has keys or types that a set has not.
    """
    text = own_text(journal, set_id)
    try:
        return msgspec.convert(tree_of(_name(set_id), text), type=PromptSet)
    except msgspec.ValidationError:
        return set_from(_name(set_id), text)  # says what is wrong, and where


def write_set(
    journal: Journal,
    prompt_set: PromptSet,
    now: datetime,
    *,
    before: str | None,
    finished: bool = True,
) -> OwnSet:
    """Keeps the set as it stands.

    Args:
        journal: the open journal.
        prompt_set: the set.
        now: aware.
        before: the id under which it was kept so far; `None`: it is new.
        finished: whether it may be answered as soon as it holds every rule.

    Raises:
        AlreadyKept: if another set of the person's own has its id.
        CannotKeep: if its id is that of a set or measure that came with the program.
        VaultError: if it cannot be written.
    """
    text = toml_of(prompt_set)
    known = own_set(journal, prompt_set.id)
    if known is not None and known.id != before:
        raise AlreadyKept(known)
    kept = keep_set(
        journal,
        text,
        now,
        source="imported" if known is not None and known.source == IMPORTED else "own",
        state=_state(journal, text, prompt_set.id) if finished else DRAFT,
        replace=known is not None,
        name=_name(prompt_set.id),
    )
    if before is not None and before != kept.id:
        _let_go(journal, before)
    return kept


def _state(journal: Journal, text: str, set_id: str) -> Literal["ready", "draft"]:
    from integrate.library.review import review_text  # slow to import

    return DRAFT if review_text(_name(set_id), text, journal.library.phase_tables()) else READY


def _let_go(journal: Journal, set_id: str) -> None:
    """A draft that was given another id is not kept twice; a set that was answered stays."""
    known = own_set(journal, set_id)
    if known is not None and known.state == DRAFT:
        with suppress(NoSuchSet):
            remove_set(journal, set_id)


def _name(set_id: str) -> Path:
    return Path(f"{set_id}.toml")
