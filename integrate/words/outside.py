"""A page in the person's own editor."""

from typing import Final

EN: Final[dict[str, str]] = {
    "outside.key": "Own editor",
    "outside.ask": "Write on in {editor}?",
    "outside.price": (
        "While the editor is open, this page lies unsealed in memory, and Integrate cannot lock or "
        "keep drafts. It is removed afterwards. An editor may leave traces of its own: recent "
        "files, copied text, plugins."
    ),
    "outside.title": "Your own editor",
    "outside.which": "Which command opens your editor?",
    "outside.off": "None",
    "outside.other": "Choose one",
    "outside.use": "May a free page go out to an editor of your own?",
    "outside.no": "Stay here",
    "outside.yes": "Open the editor",
    "outside.no_memory": (
        "There is no storage in memory here that is yours alone, so the page stays here: on a disk "
        "it could be found later."
    ),
    "outside.no_terminal": "No editor can be opened in this kind of window.",
    "outside.not_started": "{editor} could not be started. The page is as it was.",
    "outside.failed": "{editor} ended with code {code}. The page is as it was.",
    "outside.gone": "The editor left no page behind. What you had here is as it was.",
    "outside.unknown": "There is no program {editor} here.",
}
