"""What the vault says: what keeps it from doing what was asked, and what it found."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- vault
    "vault.wrong_secret": "That does not open this journal; you can try again.",
    "vault.mistyped_code": (
        "That looks like a recovery code with a slip in it; "
        "compare it with the paper and try again."
    ),
    "vault.damaged_slot": "The lock of this journal is damaged; a backup may still open.",
    "vault.damaged_slot.passphrase": (
        "The lock for your passphrase is damaged; your recovery code may still open this journal."
    ),
    "vault.damaged_slot.recovery": (
        "The lock for your recovery code is damaged; your passphrase may still open this journal."
    ),
    "vault.damaged_slot.keyring": (
        "The lock for the keyring is damaged; your passphrase may still open this journal."
    ),
    "vault.damaged_record": (
        "One piece of writing is damaged and cannot be read; all the others are still here."
    ),
    "vault.damaged": (
        "The journal file {path} is damaged and cannot be read as it is; "
        "nothing was changed, and a backup may still open."
    ),
    "vault.not.directory": "{path} is a folder, not a journal; choose the journal file itself.",
    "vault.not.link": "{path} is a link to another place; give the place of the journal itself.",
    "vault.not.special": "{path} is not a plain file, so it holds no journal; choose another.",
    "vault.not.second_name": (
        "{path} has a second name on this disk; make a copy of it and open the copy."
    ),
    "vault.not.empty": "{path} is empty; choose another file, or start a new journal there.",
    "vault.not.closed": "{path} could not be opened; check that you may read it.",
    "vault.not.other": (
        "{path} is not a journal, or its first bytes are damaged; nothing in it was changed."
    ),
    "vault.not.unmakeable": (
        "No journal could be made at {path}; "
        "look whether you may write there and the disk has room."
    ),
    "vault.foreign.file": "{path} belongs to someone else; choose a journal of your own.",
    "vault.foreign.folder": (
        "The folder {path} belongs to someone else; keep the journal in a folder of your own."
    ),
    "vault.foreign.open": (
        "Other people can change the folder {path}; keep the journal in a folder that only you can."
    ),
    "vault.newer": (
        "This journal was made by a newer Integrate; update Integrate to open it. "
        "Nothing in it was changed."
    ),
    "vault.busy": "Another window is writing in this journal; try again in a moment.",
    "vault.exists": "There is already a file at {path}; open it, or choose another place.",
    "vault.none": "There is no journal at {path}; start one there, or choose another place.",
    "vault.read_only": (
        "This journal can be read here but not written in; nothing was changed. "
        "Look whether you may write to its file and its folder."
    ),
    "vault.draft_gone": "This draft is open in another window; you can go on writing there.",
    "vault.full": (
        "This journal has used up its key; give it a new one to go on writing, "
        "in the settings or with integrate rekey."
    ),
    "vault.not_written": (
        "Your words could not be saved just now and are still held here; "
        "look whether the disk is full, and try again."
    ),
    "vault.too_long": "This is too long to keep in one piece; split it and keep the parts.",
    "vault.empty_passphrase": "An empty passphrase keeps nobody out; choose one with some words.",
    "vault.has_passphrase": "This journal already has a passphrase; it stays as it is.",
    "vault.only_key": (
        "The recovery code is the only way into this journal; add a passphrase first."
    ),
    "vault.no_memory": (
        "There is too little free memory to open this journal; "
        "close some other programs and try again."
    ),
    "vault.closed": "This journal is closed; open it again to go on.",
    "vault.not_read": (
        "The disk could not be read just now, and nothing was changed; "
        "look whether it is full or was taken out, and try again."
    ),
    "vault.rekeyed": (
        "This journal was given a new key in another window; open it again with its passphrase. "
        "What you were writing is still held here."
    ),
    "vault.other": (
        "{path} is not a backup of this journal, or was made before it had its present key; "
        "nothing was changed. Add --journal and its path to open it by itself."
    ),
    "vault.gone": "This page was deleted in another window.",
    "vault.still_damaged": (
        "Some of this journal is damaged, and a new key would make that final; "
        "bring a backup back first, or set the damaged parts aside, both in the settings "
        "or with integrate restore and integrate check --set-aside."
    ),
    "vault.not_copied": (
        "No backup could be written at {path}; look whether the disk is full or may be written to. "
        "The journal itself is untouched."
    ),
    "vault.not_set_aside": (
        "The damaged parts could not be written to {path}, so they stay where they are; "
        "look whether the disk is full or may be written to."
    ),
    "vault.found.older": (
        "This journal looks older than when it was last open on this computer; "
        "somebody may have put an earlier copy in its place."
    ),
    "vault.found.head_unreadable": "The seal over the whole journal cannot be read.",
    "vault.found.rows_missing": "Some of what was kept in this journal is no longer in the file.",
    "vault.found.rows_added": "Something was put into this journal from outside.",
    "vault.found.rows_changed": "Something in this journal was changed from outside.",
    "vault.found.slots_changed": "The locks of this journal were changed from outside.",
    "vault.found.name_changed": "The journal's own mark in the file was changed from outside.",
}
