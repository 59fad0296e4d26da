"""At the very first start: the full screen, or plain lines?

It is asked in plain lines, before anything is drawn: whoever needs them can hear this question too.
"""

from integrate.cli.settings import Face
from integrate.library import Library
from integrate.plain.aided import with_help_before
from integrate.plain.commands import Command
from integrate.plain.menu import choose
from integrate.plain.talk import Terminal
from integrate.words import say


def ask_face() -> Face | None:
    """What was chosen; Enter alone takes the full screen. `None`: the person left.

    Raises:
        Leaving: if a signal asks to leave.
    """
    with Terminal().attended() as terminal:
        talk = with_help_before(terminal, Library.shipped())
        talk.say(say("lines.face"))
        chosen = choose(talk, [say("welcome.screen"), say("welcome.plain")], fallback=0)
        if chosen is None or isinstance(chosen, Command):
            talk.say("", say("lines.left"))
            return None
    return "plain" if chosen == 1 else "screen"
