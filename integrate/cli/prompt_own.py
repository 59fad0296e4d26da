"""What the prompt verbs say of a person's own sets. They open the journal only with `--own`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from integrate.cli.asked import Asked
from integrate.domain.own_set import DRAFT, OwnSet
from integrate.domain.prompt import PromptSet
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.journal import Journal

own_option: Final = click.option("--own", is_flag=True, help=say("own.option"))
"""Looks among the person's own sets."""


def named_own(asked: Asked, set_id: str) -> PromptSet:
    """The person's own set of this id, also one that is still being written.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if it cannot be read.
    """
    from integrate.cli.opening import open_journal
    from integrate.journal.sets import own_prompt_set

    with open_journal(asked) as journal:
        return own_prompt_set(journal, set_id)


def own_lines(journal: "Journal") -> Iterator[str]:
    """The person's own sets in calm columns, and why some rest."""
    from integrate.cli.prompt_table import aligned, for_when
    from integrate.journal.sets import own_prompt_set, own_sets, unread_sets

    found, resting = own_sets(journal), unread_sets(journal)
    yield say("own.list")
    if not found:
        yield say("own.none")
        return
    rest = {each.own.id for each in resting}

    def row(own: OwnSet) -> tuple[str, ...]:
        if own.id in rest:
            when = say("own.rests")
        elif own.state == DRAFT:
            when = say("own.draft")
        else:
            when = for_when(own_prompt_set(journal, own.id).when, journal.library)
        return (own.id, own.version, when, say("own.by", title=own.title, author=own.author))

    head = [say(f"cli.prompts.head.{name}") for name in ("id", "version", "for", "title")]
    yield from aligned([tuple(head), *map(row, found)])
    if resting:
        yield from ("", *(each.sentence for each in resting))


def own_shapes(journal: "Journal") -> list[dict[str, Any]]:
    """The same for a script."""
    from integrate.journal.sets import own_sets, unread_sets

    why = {each.own.id: each.sentence for each in unread_sets(journal)}
    return [
        {
            "id": own.id,
            "title": own.title,
            "version": own.version,
            "author": own.author,
            "licence": own.licence,
            "source": own.source,
            "state": own.state,
            "added": own.added,
            "rests": why.get(own.id),
        }
        for own in own_sets(journal)
    ]
