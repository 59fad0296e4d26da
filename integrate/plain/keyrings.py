"""The system's keyring in lines: letting it open the journal, or no more."""

from integrate.journal.care_said import copies_lines
from integrate.plain.agreeing import agrees
from integrate.plain.here import Here
from integrate.words import say


def turn_keyring(here: Here, *, on: bool) -> bool:
    """Turns it after a yes; says whether it did.

    Raises:
        VaultError: if the journal cannot be written; then nothing has changed.
    """
    from integrate.journal.keyring import NoKeyring, turn_off, turn_on

    if here.backups is None:
        return False
    if not on:
        changed = turn_off(here.journal, here.backups)
        here.talk.say(say("keyring.off"), *copies_lines(changed, "locks.missed.code"))
        return True
    here.talk.say(say("keyring.price"), say("keyring.still"))
    if not agrees(here.talk, say("keyring.do"), say("keyring.leave")):
        return False
    try:
        turn_on(here.journal)
    except NoKeyring as none:
        here.talk.say(str(none))
        return False
    here.talk.say(say("keyring.on"))
    return True
