"""Looking after the file: backups, checking, restoring, a new key, undoing."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- looking after it
    "care.title": "Look after the journal",
    "care.ask": "What would you like to look after?",
    "care.backup": "Make a backup now",
    "care.passphrase": "Change the passphrase",
    "care.code": "Make a new recovery code",
    "care.check": "Check that everything can be read",
    "care.present": "Your present passphrase, or your recovery code",
    "care.differs": "That does not open this journal; try again, or leave it empty to go back.",
    "care.path": "  {path}",
    "progress.quarter": "A quarter is done.",
    "progress.half": "Half is done.",
    "progress.three_quarters": "Three quarters are done.",
    # --- backup
    "backup.made": "A whole backup is at {path}.",
    "backup.made.damaged": "A backup is at {path}. It is not whole, as the journal is not.",
    "backup.damaged.one": "One piece of writing in it cannot be read.",
    "backup.damaged.some": "{count} pieces of writing in it cannot be read.",
    "backup.check": "integrate check says what can be done.",
    "backup.removed": "Older ones that it replaces were taken away:",
    "backup.stopped": "It was stopped, so no backup was made; the journal is as it was.",
    # --- check
    "check.reading": "Everything is being read.",
    "check.stopped": "It was stopped before all was read; the journal is as it was.",
    "check.ok": "Everything can be read and is as it was left.",
    "check.count": "Pages: {pages}. Sessions: {sessions}. Drafts: {drafts}.",
    "check.lock.whole": "{lock}: whole.",
    "check.lock.damaged": "{lock}: damaged, so it does not open the journal.",
    "check.lock.passphrase": "The lock for the passphrase",
    "check.lock.recovery": "The lock for the recovery code",
    "check.lock.keyring": "The lock for the keyring",
    "check.lock.unknown": "A lock of an unknown kind",
    "check.broken.one": "One piece of writing cannot be read:",
    "check.broken.some": "{count} pieces of writing cannot be read:",
    "check.broken.page": "  {title}, {day}",
    "check.broken.unknown": "  a page or list whose name cannot be read either ({id})",
    "check.broken.draft": "  a page that was begun and not finished",
    "check.pages": "The file itself is damaged in places.",
    "check.still": "Everything else can be read, and you can go on writing.",
    "check.mend_lock": (
        "A damaged lock is made new by integrate passphrase, integrate recovery "
        "or integrate keyring on."
    ),
    "check.backup": "The newest whole backup: integrate restore {path}",
    "check.no_backup": "No whole backup is known; one on another disk may still help.",
    "check.newest": "The newest backup here: integrate restore {path}",
    "check.aside": (
        "To go on without what cannot be read: integrate check --set-aside. Restore first if "
        "you can."
    ),
    "check.accept": "To take the journal as it stands from now on: integrate check --set-aside",
    "check.aside.does": (
        "What cannot be read is moved into a file beside the journal, sealed as it is, and the "
        "rest counts as it stands. Nothing is destroyed; a backup can still bring it back."
    ),
    "check.aside.do": "Set it aside",
    "check.aside.leave": "Leave it where it is",
    "check.aside.done": "Pieces set aside: {count}. They are in {path}.",
    "check.taken": "There was nothing to move; the journal counts as it stands now.",
    "check.aside.nothing": "There is nothing to set aside.",
    # --- delete and undo
    "delete.this": "Delete this page",
    "delete.go_on": "Go on",
    "delete.yes": "Delete it",
    "delete.no": "Keep it",
    "delete.no.tender": "Put it away until I have slept",
    "delete.tender": "Your session was not long ago. This can wait; it will be possible later too.",
    "delete.before.open": (
        "It goes out of the journal's file, with all its wordings. "
        "Until the journal is locked you can take that back."
    ),
    "delete.before.undo": (
        "It goes out of the journal's file, with all its wordings. "
        "For ten minutes integrate undo can take that back."
    ),
    "delete.before.final": (
        "It goes out of the journal's file, with all its wordings. "
        "Once this command has ended, that cannot be taken back on this computer."
    ),
    "delete.done": "“{title}” is deleted.",
    "delete.holding": "These backups still hold it:",
    "delete.unknown": "These backups could not be looked into, and may hold it:",
    "delete.backups.yes": "Delete it there too",
    "delete.backups.no": "Leave them as they are",
    "delete.cleared": "It is deleted in the backups too.",
    "delete.left": "These backups could not be changed, and still hold it:",
    "delete.no_undo": "It could not be left for undo, so it cannot be taken back here.",
    "delete.undo": "For ten minutes this takes it back: integrate undo",
    "undo.take_back": "Take it back",
    "undo.leave": "Leave it deleted",
    "undo.back": "“{title}” is back, as {id}.",
    "undo.reads_as_before": "“{title}” ({id}) reads as it did before.",
    "undo.no_place": (
        "This computer has no place in memory where one command could leave something for the "
        "next, so there is nothing to take back; a backup may still hold it."
    ),
    "undo.too_late": (
        "There is nothing to take back; that is possible for ten minutes after a page was "
        "deleted or reworded. A backup may still hold it."
    ),
    "undo.nothing": "There is nothing to take back; that is possible until the journal is locked.",
    # --- what opens it
    "locks.leave": "Leave it as it is",
    "locks.passphrase.new": "Your new passphrase",
    "locks.passphrase.changing": "It is being changed.",
    "locks.passphrase.changed": "Your passphrase is changed.",
    "locks.passphrase.first": (
        "Your journal has a passphrase now. The recovery code still opens it too."
    ),
    "locks.someone": (
        "Could someone know the old one, or hold a copy? Then make a new key: integrate rekey"
    ),
    "locks.code.before": (
        "A new code takes the place of the old one, which opens nothing from then on. "
        "Have paper and a pen at hand; the code is shown once."
    ),
    "locks.code.make": "Make a new code",
    "locks.code.making": "It is being made.",
    "locks.code.changed": "The new code counts from now on, and the old one opens nothing.",
    "locks.code.gone": "There is no recovery code any more; the passphrase is the only way in.",
    "locks.code.none": "This journal has no recovery code, so nothing was changed.",
    "locks.reached.one": "One backup opens with the same from now on.",
    "locks.reached.some": "{count} backups open with the same from now on.",
    "locks.missed": ("These backups could not be reached, and still open with the old passphrase:"),
    "locks.missed.code": "These backups could not be reached, and still open as before:",
    "rekey.does": (
        "A new key seals everything in this journal anew, with a new passphrase and a new "
        "recovery code; the old ones open nothing that is written here from then on."
    ),
    "rekey.does_not": (
        "It cannot reach what somebody has copied already; "
        "such a copy still opens with the old passphrase."
    ),
    "rekey.do": "Make a new key",
    "rekey.not_now": "Not now",
    "rekey.same": "That is the present passphrase; if someone knows it, another one is better.",
    "rekey.working": "Everything is being sealed anew. Ctrl-C stops it, and nothing has changed.",
    "rekey.stopped": "It was stopped, and nothing has changed; the journal opens as before.",
    "rekey.done": "Your journal has a new key.",
    "rekey.no_code": "It has no recovery code; integrate recovery makes one.",
    "rekey.no_backup": (
        "No backup could be made under the new key; look whether the disk is full, "
        "then use integrate backup."
    ),
    "rekey.old": "These backups are under the old key, and still open with the old passphrase:",
    "rekey.old.how": "Delete them yourself, if someone may know the old passphrase.",
    "rekey.old.take_away": "Take them away",
    "rekey.old.keep": "Keep them",
    "rekey.old.gone": "They are taken away. Traces may stay on the disk.",
    "rekey.old.left": "These could not be taken away:",
    "rekey.missed": "These could not be opened now, and may hold it under the old key:",
    "rekey.elsewhere": "Copies that lie elsewhere still open with the old passphrase.",
    "rekey.keyring": "The keyring opens it no more; integrate keyring on lets it again.",
    # --- restore
    "restore.stopped": "It was stopped, so nothing came back; the journal is as it was.",
    "restore.none": "There is no backup at {path}; look at its name.",
    "restore.wrong": (
        "That does not open this backup; it opens with the passphrase or code that it had when "
        "it was last within reach."
    ),
    "restore.exactly.some": "{count} pages are only in the journal, and would go.",
    "restore.exactly.one": "One page is only in the journal, and would go.",
    "restore.exactly.no": "No page is only in the journal; newer wordings would go.",
    "restore.exactly.unknown": (
        "What is only in the journal would go. How many pages that are cannot be told, "
        "because the backup's passphrase does not open the journal."
    ),
    "restore.exactly.before": "A backup of how it is now is made first.",
    "restore.exactly.do": "Make it exactly as the backup",
    "restore.exactly.leave": "Leave it as it is",
    "restore.nothing": "Everything in the backup is here already, so nothing had to come back.",
    "restore.one": "One record came back.",
    "restore.some": "{count} records came back.",
    "restore.taken": "Records taken out because the backup does not have them: {count}.",
    "restore.before": "How it was before is kept at {path}.",
    "restore.stayed": "Records that are only in the journal, and stayed: {count}.",
    "restore.aside": "The damaged file was put aside as {path}.",
    "restore.locks": "The journal opens with what opens the backup.",
    "restore.damaged": "Records in the backup that cannot be read, and did not come: {count}.",
    "restore.lost": (
        "Records that the journal had lost, and this backup does not have either: {count}. "
        "Another backup may still hold them."
    ),
    "restore.at": "Your journal is at {path}.",
    # --- keyring
    "keyring.price": (
        "Whoever uses this computer while it is unlocked can open the journal; nothing is asked."
    ),
    "keyring.still": "Your passphrase and your recovery code open it as before.",
    "keyring.do": "Let the keyring open it",
    "keyring.leave": "Go on asking me",
    "keyring.on": "The keyring opens your journal on this computer from now on.",
    "keyring.off": "The keyring opens your journal no more; you are asked for the passphrase.",
    "keyring.missing": (
        "Opening with this computer's keyring needs one more package; "
        "install it with: pip install 'integrate[keyring]'"
    ),
    "keyring.refused": (
        "This computer's keyring did not take the key, so the passphrase stays the only way in."
    ),
}
