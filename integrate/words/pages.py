"""The journal's pages in the full screen: listing, reading, deleting, writing."""

from typing import Final

EN: Final[dict[str, str]] = {
    "pages.move": "Move",
    "pages.choose": "Choose",
    "pages.scroll": "Scroll",
    "pages.read": "Read",
    "journal.title": "Journal",
    "journal.empty": "Nothing is written yet.",
    "journal.empty.how": (
        "What you write will be listed here, newest first. "
        "Home has a first thing to begin with, and a free page is always there."
    ),
    "journal.damaged.one": (
        "One piece of writing is damaged and cannot be read. All the others are here."
    ),
    "journal.damaged.some": (
        "{count} pieces of writing are damaged and cannot be read. All the others are here."
    ),
    "journal.deleted": "Deleted. {undo} brings it back until you lock.",
    "journal.deleted.searching": "Deleted. Esc, then {undo} brings it back until you lock.",
    "journal.undo": "Bring back",
    "entry.title": "A page from the journal",
    "entry.older": "Older",
    "entry.newer": "Newer",
    "entry.place": "{phase} · {session}",
    "entry.ends": "from {low_label} to {high_label}",
    "entry.aside": "Set aside",
    "entry.aside.why": "A later answer hid these words, or you passed them over. They are kept.",
    "entry.also": "Another text of this page",
    "entry.also.why": "It was written at the same time in another window. Both are kept.",
    "entry.delete.key": "Delete",
    "entry.delete.ask": "Delete “{title}” of {when}?",
    "entry.delete.says": (
        "It is deleted for good here. Until the journal is locked, it can be brought back in the "
        "list."
    ),
    "entry.delete.unread": (
        "It is deleted for good here. It cannot be read, so it cannot be brought back either."
    ),
    "entry.delete.now": "Delete it now",
    "entry.delete.doing": "Deleting…",
    "entry.held.one": "One backup still holds this page. Delete it there too?",
    "entry.held.some": "{count} backups still hold this page. Delete it there too?",
    "entry.held.says": "There it is gone for good, whatever is brought back here.",
    "entry.unsure.one": "One backup could not be looked into; it may still hold this page.",
    "entry.unsure.some": (
        "{count} backups could not be looked into; they may still hold this page."
    ),
    "entry.left.one": "One backup could not be changed; it still holds this page.",
    "entry.left.some": "{count} backups could not be changed; they still hold this page.",
    "write.title": "A free page",
    "write.name": "A title, if you like",
    "write.page": "Write as it comes. Nobody reads along.",
    "write.keep": "Keep & close",
    "write.pause": "Pause",
    "write.discard": "Throw away",
    "write.kept": "kept",
    "write.words": "{count} words",
    "write.words.one": "1 word",
    "write.unkept": "being kept…",
    "write.discard.ask": "Throw this page away?",
    "write.discard.says": "What is on it will be gone for good.",
    "write.discard.no": "Keep writing",
    "write.discard.yes": "Throw it away",
}
