"""Choosing a passphrase, line by line."""

from integrate.plain.commands import Command
from integrate.plain.menu import choose
from integrate.plain.talk import Talk
from integrate.strength import strength_of
from integrate.words import say


def choose_passphrase(talk: Talk, *, ask: str = "") -> str | None:
    """Asks for a passphrase twice and says in words how strong it is; a weak one is allowed.

    Args:
        talk: where to speak and listen.
        ask: how to ask for it; as for a first one by default.

    Returns:
        The passphrase; `None` if nobody can be asked.
    """
    while True:
        chosen = _asked(talk, ask or say("passphrase.first"))
        if chosen is None:
            return None
        if chosen and _is_liked(talk, chosen):
            again = talk.secret(say("passphrase.again"))
            if again is None or again == chosen:
                return again
            talk.say(say("plain.passphrase.differ"))


def _asked(talk: Talk, ask: str) -> str | None:
    chosen = talk.secret(ask)
    if chosen == "":
        talk.say(say("passphrase.empty"))
    return chosen


def _is_liked(talk: Talk, chosen: str) -> bool:
    strength = strength_of(chosen)
    told = say("plain.passphrase.strength", word=strength.word, hint=strength.hint)
    talk.say(told.strip())
    if not strength.weak:
        return True
    ways = [say("plain.passphrase.other"), say("plain.passphrase.use")]
    picked = choose(talk, ways, fallback=0)
    return picked is not None and not isinstance(picked, Command) and picked == 1
