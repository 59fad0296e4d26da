"""Changing what opens the journal, line by line: the passphrase, the recovery code."""

from integrate.journal.care_said import code_lines, gone_lines, passphrase_lines
from integrate.journal.locks import Changed, change_passphrase, change_recovery, drop_recovery
from integrate.plain.agreeing import agrees
from integrate.plain.code import settle_code
from integrate.plain.here import Here
from integrate.plain.lock import choose_passphrase
from integrate.words import say


def give_passphrase(here: Here) -> Changed | None:
    """Asks for a new passphrase and puts it in the place of the old one; `None`: nothing changed.

    Raises:
        VaultError: if it cannot be written; then the old one stays.
    """
    if here.backups is None:
        return None
    first = not here.journal.vault.has_passphrase
    chosen = choose_passphrase(here.talk, ask=say("locks.passphrase.new"))
    if chosen is None:
        return None
    here.talk.say(say("locks.passphrase.changing"))
    changed = change_passphrase(here.journal, chosen, here.backups, kdf=here.kdf)
    here.talk.say(*passphrase_lines(changed, first=first), say("locks.someone"))
    return changed


def give_code(here: Here) -> Changed | None:
    """Makes a new recovery code after a yes, says it once, and has part of it typed back.

    Returns:
        What changed; `None` if nothing did.

    Raises:
        Leaving: if a signal asks to leave; once the code was said, it is the one that counts.
        VaultError: if it cannot be written; then the old one stays.
    """
    folder = here.backups
    if folder is None:
        return None
    here.talk.say(say("locks.code.before" if here.journal.vault.has_recovery else "code.why"))
    if not agrees(here.talk, say("locks.code.make"), say("locks.leave")):
        return None
    here.talk.say(say("locks.code.making"))
    changed = change_recovery(here.journal, folder, kdf=here.kdf)
    settle_code(
        here.talk,
        here.journal,
        changed.code or "",
        decline=lambda: drop_recovery(here.journal, folder),
    )
    kept = here.journal.vault.has_recovery
    here.talk.say("", *(code_lines(changed) if kept else gone_lines(changed)))
    return changed
