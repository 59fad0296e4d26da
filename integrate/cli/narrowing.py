"""Options that leave only some of the pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from integrate.words import say

if TYPE_CHECKING:
    from integrate.cli.asked import Asked
    from integrate.journal.journal import Journal
    from integrate.journal.narrow import Wish

F = TypeVar("F", bound=Callable[..., Any])


def narrow_options(command: F) -> F:
    """Takes `--session`, `--set`, `--tag` and `--when`, as a mapping for `wish_in`."""
    for name, metavar in (("when", "DAYS"), ("tag", "TAG"), ("set", "SET"), ("session", "ID")):
        option = click.option(f"--{name}", f"only_{name}", metavar=metavar, help=_help(name))
        command = option(command)
    return command


def _help(name: str) -> str:
    return say(f"cli.only.{name}")


def wish_in(asked: "Asked", journal: "Journal", only: dict[str, str | None]) -> "Wish":
    """What these options wish for.

    Raises:
        CannotRead: if the words name no days.
        NoSuchSession: if there is not exactly one session with such an id.
    """
    from integrate.journal.narrow import FREE, Wish
    from integrate.journal.session import find
    from integrate.journal.span import Span, read_span

    when, session = only["only_when"], only["only_session"]
    free = only["only_set"] == "free"
    return Wish(
        session=find(journal, session).id if session else "",
        set=FREE if free else only["only_set"] or "",
        tag=only["only_tag"] or "",
        span=read_span(when, asked.clock().date()) if when else Span(),
    )
