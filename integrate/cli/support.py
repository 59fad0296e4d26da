"""`integrate support`: no passphrase, no journal."""

import click

from integrate.cli import care_shapes, output
from integrate.cli.asked import json_option
from integrate.cli.settings import country as chosen_country
from integrate.library import Library
from integrate.plain.support import support_lines
from integrate.words import say


@click.command("support", help=say("cli.support.help"))
@click.option("--country", metavar="XX", help=say("cli.option.country"))
@json_option
def command(country: str | None, *, as_json: bool) -> None:
    """Says people and places that can help."""
    support = Library.shipped().support()
    code = (country or chosen_country()).strip().upper()
    if not as_json:
        output.lines(support_lines(support, None, country=code))
        if not code:
            output.lines(["", say("cli.support.country")])
        return
    text = support.text_for("key")
    output.as_json(
        {
            "country": code or None,
            "headline": text.headline,
            "body": text.body,
            "lines": [
                care_shapes.line(each)
                for each in (support.lines_for(code) if code else support.lines)
            ],
            "emergency": support.emergency_for(code),
            "changes": support.changes,
        }
    )
