"""A yes, before something that cannot simply be done again."""

from collections.abc import Callable, Sequence

from integrate.cli.refused import USAGE, Refused
from integrate.plain.agreeing import agrees
from integrate.plain.talk import Talk
from integrate.words import say


def see_that_it_can_be_asked(talk: Talk, *, yes: bool) -> None:
    """Looks before the journal is opened whether a yes is there or can be had.

    Raises:
        Refused: if it can't.
    """
    if not yes and not talk.live:
        raise Refused(say("cli.yes.needed"), USAGE)


def agree(talk: Talk, told: Callable[[], Sequence[str]], *, do: str, leave: str, yes: bool) -> None:
    """Says what is about to happen and asks for a yes, unless it was given beforehand.

    Args:
        talk: where to speak and listen.
        told: what there is to say first.
        do: how a yes reads.
        leave: how a no reads.
        yes: whether it was given beforehand.

    Raises:
        Refused: if the person would rather not.
    """
    if yes:
        return
    talk.say(*told())
    if not agrees(talk, do, leave):
        raise Refused(say("cli.nothing_changed"))
