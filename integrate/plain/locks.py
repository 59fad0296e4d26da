"""Changing what opens the journal, line by line: the passphrase, the recovery code."""

from collections.abc import Iterator

from integrate.journal.locks import Changed, change_passphrase, change_recovery, drop_recovery
from integrate.plain.agreeing import agrees, path_lines
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


def passphrase_lines(changed: Changed, *, first: bool) -> list[str]:
    """That the passphrase is another one now, and which backups know."""
    said = say("locks.passphrase.first" if first else "locks.passphrase.changed")
    missed = "locks.missed.code" if first else "locks.missed"
    return [said, *copies_lines(changed, missed)]


def code_lines(changed: Changed) -> list[str]:
    """That the code is another one now, and which backups know."""
    return [say("locks.code.changed"), *copies_lines(changed, "locks.missed.code")]


def gone_lines(changed: Changed) -> list[str]:
    """That there is no code any more, and which backups know."""
    return [say("locks.code.gone"), *copies_lines(changed, "locks.missed.code")]


def copies_lines(changed: Changed, missed: str) -> Iterator[str]:
    """Which backups open by the same now, and which could not be reached."""
    if changed.reached:
        key = "locks.reached.one" if len(changed.reached) == 1 else "locks.reached.some"
        yield say(key, count=len(changed.reached))
    if changed.missed:
        yield say(missed)
        yield from path_lines(changed.missed)
