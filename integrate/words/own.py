"""A person's own prompt sets."""

from typing import Final

EN: Final = {
    "sets.already": ("You have a set named {id} already, version {version}. Nothing was changed."),
    "sets.shipped": (
        "A set that comes with Integrate is named {id}. Give yours another id. Nothing was changed."
    ),
    "sets.author": (
        "This set says that it is by Integrate, and it did not come with it. "
        "Put its own author there. Nothing was changed."
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
    "own.option": "Look among your own sets, which are in the journal.",
    "own.list": "Your own sets",
    "own.none": "There are none yet. integrate prompts import takes one in.",
    "own.draft": "draft",
    "own.rests": "rests",
    "own.by": "{title}, {author}",
    "own.titled": "“{title}” ({id}), version {version}",
    "own.depth.1": "No question in it goes deep.",
    "own.depth.2": "At its deepest it asks to reflect (depth 2).",
    "own.depth.3": "At its deepest it comes near a hard memory (depth 3), and only after a yes.",
    "own.memory": "Some questions ask to come near a memory.",
    "own.import.help": (
        "Take a prompt set from a file into your journal. It is checked first. You see what it is "
        "before you say yes."
    ),
    "own.import.not_right": ("{file} needs these changes first. Nothing was taken in."),
    "own.import.same": "You have this very set already: {id}. Nothing was changed.",
    "own.import.keep": "Keep it in my journal",
    "own.import.replace": "Replace mine with it",
    "own.import.leave": "Leave it",
    "own.import.replaces": (
        "You have “{title}” with the same id, version {old}. This one is version {new}."
    ),
    "own.import.replaces.draft": (
        "You are writing “{title}” with the same id, version {old}. This one is version {new}."
    ),
    "own.import.kept": "“{title}” is kept. integrate write {id} begins it.",
    "own.export.help": (
        "Give out the file of a prompt set, ours or your own. Without FILE it is printed."
    ),
    "own.export.measure": (
        "{id} is a measure. Its words and scores must stay as they were published, so it is not "
        "given out as a set. You can print it: integrate prompts print {id}"
    ),
    "own.remove.help": "Delete one of your own sets. What you wrote with it stays.",
    "own.remove.ours": "{id} comes with Integrate and stays. Only your own sets can be removed.",
    "own.remove.before": (
        "It is deleted for good. What you wrote with it stays. Backups made before still hold it."
    ),
    "own.remove.yes": "Delete it for good",
    "own.remove.no": "Keep it",
    "own.remove.done": "“{title}” was deleted.",
}
