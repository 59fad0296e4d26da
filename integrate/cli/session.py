"""`integrate session`: adding, listing and changing sessions."""

from dataclasses import dataclass
from typing import Any, Final

import click

from integrate.cli import output, shapes
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import here_at, open_journal
from integrate.cli.refused import USAGE, Refused
from integrate.cli.table import short_ids
from integrate.clock import zoned
from integrate.domain.session import Route, Session
from integrate.journal.session import edit, find, sessions, slept, went_ahead
from integrate.journal.when import read_when
from integrate.plain.sessions import add_session, session_line
from integrate.plain.talk import Terminal
from integrate.text import clean
from integrate.words import say

SHOWN_ID: Final = 8
_ROUTES: Final = click.Choice([route.value for route in Route])


@click.group("session", help=say("cli.session.help"))
def command() -> None:
    """Sessions."""


@command.command("add", help=say("cli.session.add.help"))
@click.argument("when", nargs=-1)
@click.option("--route", type=_ROUTES, help=say("cli.session.route"))
@click.option("--title", help=say("cli.session.title"))
@journal_options
@json_option
@click.pass_obj
def add_(
    asked: Asked, when: tuple[str, ...], route: str | None, title: str | None, *, as_json: bool
) -> None:
    """Adds a session; asks for what was not said."""
    about = read_when(" ".join(when), zoned(asked.clock())) if when else None
    by = Route(route) if route else None
    talk = Terminal(aside=as_json)
    if about is not None and by is None and not talk.live:
        raise Refused(say("cli.session.no_route"), USAGE)
    with open_journal(asked) as journal, talk.attended():
        session = add_session(here_at(asked, talk, journal), about=about, route=by, title=title)
    if session is None:
        raise Refused(say("cli.session.not_added"))
    _tell(session, asked, as_json=as_json)


@command.command("list", help=say("cli.session.list.help"))
@journal_options
@json_option
@click.pass_obj
def list_(asked: Asked, *, as_json: bool) -> None:
    """Lists every session, newest first."""
    with open_journal(asked) as journal:
        known = sessions(journal)
    if as_json:
        output.as_json([shapes.session(each) for each in known])
    elif known:
        ids = short_ids([each.id for each in known])
        output.lines(f"{ids[each.id]}  {session_line(each, asked.clock())}" for each in known)
    else:
        output.lines([say("sessions.empty")])


@command.command("edit", help=say("cli.session.edit.help"))
@click.argument("beginning", metavar="ID")
@click.option("--when", help=say("cli.session.when"))
@click.option("--route", type=_ROUTES, help=say("cli.session.route"))
@click.option("--title", help=say("cli.session.title"))
@click.option("--went", type=click.Choice(["yes", "no"]), help=say("cli.session.went"))
@click.option("--slept", "has_slept", is_flag=True, help=say("cli.session.slept"))
@journal_options
@json_option
@click.pass_obj
def edit_(asked: Asked, /, beginning: str, *, as_json: bool, **changes: Any) -> None:
    """Changes what is named, and leaves the rest."""
    wanted = _Wanted(**changes)
    if wanted == _Wanted():
        raise Refused(say("cli.session.nothing_to_change"), USAGE)
    about = read_when(wanted.when, zoned(asked.clock())) if wanted.when is not None else None
    with open_journal(asked) as journal:
        session = find(journal, beginning)
        if about is not None or wanted.route is not None or wanted.title is not None:
            route = Route(wanted.route) if wanted.route else None
            session = edit(
                journal,
                session,
                asked.clock(),
                about=about,
                route=route,
                title=_title(wanted.title),
            )
        if wanted.went is not None:
            session = went_ahead(journal, session, asked.clock(), yes=wanted.went == "yes")
        if wanted.has_slept:
            session = slept(journal, session, asked.clock())
        _tell(session, asked, as_json=as_json)


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """What to change; `None` stays as it is."""

    when: str | None = None
    route: str | None = None
    title: str | None = None
    went: str | None = None
    has_slept: bool = False


def _title(given: str | None) -> str | None:
    return None if given is None else clean(given, one_line=True)


def _tell(session: Session, asked: Asked, *, as_json: bool) -> None:
    if as_json:
        output.as_json(shapes.session(session))
    else:
        output.lines([f"{session.id[:SHOWN_ID]}  {session_line(session, asked.clock())}"])
