"""Writing a prompt set without editing its file."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- the set
    "author.opening": "You can skip any of these, or all.",
    "author.closing": "Thank you. This can rest now.",
    "author.no_title": "the title is empty; give the set a name",
    "author.not_saved": "{file} was not saved ({reason}). What was there before is as it was.",
    "author.too_large": "This is too long for one file, which holds {most} KiB. Take some out.",
}
