"""A person's own prompt sets."""

from typing import Final

EN: Final = {
    "sets.already": ("You have a set named {id} already, version {version}. Nothing was changed."),
    "sets.shipped": (
        "A set that comes with Integrate is named {id}. Give yours another id. Nothing was changed."
    ),
    "sets.measure": (
        "A measure that comes with Integrate is named {id}. "
        "Give your set another id. Nothing was changed."
    ),
    "sets.not_right.one": "One thing in this set needs a change first: {first}",
    "sets.not_right": "{count} things in this set need a change first. The first one: {first}",
    "sets.no_id": "This set has no id yet. Give it one, so that it can be kept.",
    "sets.no_text": "this version of Integrate cannot read it; a newer one may",
    "sets.newer": "“{title}” ({id}) was kept by a newer Integrate, and can be answered there.",
    "sets.shadowed": (
        "Your set {id} rests: Integrate now has one with the same id. "
        "Export yours, give it another id, and import it again."
    ),
    "sets.unread": "“{title}” ({id}) cannot be read now. It is still kept. The reason: {reason}",
}
