"""Whether the journal's file is as it was left."""

from integrate.journal.journal import Journal
from integrate.text import clean
from integrate.words import say


def health(journal: Journal) -> tuple[str, ...]:
    """What the vault itself noticed, a calm sentence each; nothing where all is well.

    Every row of the file is read once, at one moment: for a worker, not for a first look.

    Raises:
        VaultError: if the file cannot be read just now.
    """
    vault = journal.vault
    found = [finding.sentence for finding in vault.verify().findings]
    if vault.read_only:
        found.append(say("vault.read_only"))
    if vault.loose_modes:
        found.append(say("cli.loose", path=clean(str(vault.path), one_line=True)))
    return tuple(found)
