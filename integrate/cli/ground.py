"""`integrate ground`: no passphrase, no journal."""

import click

from integrate.cli import care_shapes, output
from integrate.cli.asked import json_option
from integrate.library import Library
from integrate.plain.grounding import exercise_lines, ground
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("ground", help=say("cli.ground.help"))
@json_option
def command(*, as_json: bool) -> None:
    """Goes through a grounding exercise; where nobody types, prints them all."""
    exercises = Library.shipped().grounding()
    if as_json:
        output.as_json([care_shapes.exercise(each) for each in exercises])
        return
    talk = Terminal()
    if talk.live:
        with talk.attended():
            ground(talk, exercises)
        return
    for number, each in enumerate(exercises):
        output.lines(["", *exercise_lines(each)] if number else exercise_lines(each))
