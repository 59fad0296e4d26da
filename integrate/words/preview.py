"""Looking at a prompt set as a person would meet it."""

from typing import Final

EN: Final[dict[str, str]] = {
    "preview.heading": "Preview, nothing kept",
    "preview.note": "nothing is kept",
    "preview.leave": "Leave",
    "preview.again": "Walk it again",
    "preview.kept": "What the person wrote then ({name})",
    "preview.plain": "This is a preview. Nothing that you type is kept.",
    "preview.plain.again": "Enter walks it again. /pause leaves.",
    "preview.place": "It was looked at in this phase: {phase}.",
    "preview.place.none": "It was looked at with no session near.",
    "preview.stopped": "The walk was stopped.",
    "preview.parked": "The set was put away for later.",
    "preview.closing": "It closes with these words:",
    "preview.seen": "Seen, {count} of {all}",
    "preview.hidden": "Not seen, {count} of {all}",
    "preview.hidden.none": "Every prompt was seen.",
    "preview.prompt": "{number}. {ask}",
    "preview.shown": "It stands under “{name}”. Where nobody kept that, it is not asked.",
    "preview.reason.condition": "Its condition was not met by these answers.",
    "preview.reason.deep": "It is deeper than this phase allows.",
    "preview.reason.unsteady": "At a gate, that answer keeps to light questions.",
    "preview.reason.memory": "In this phase nothing asks for a memory.",
    "preview.reason.nothing": "There was nothing to show above it.",
    "preview.reason.yes": "It comes near something hard, and there was no yes to that.",
    "preview.reason.words": "In these hours words are asked for only after a tap.",
    "preview.reason.earlier": "The walk ended before it.",
    "preview.cannot": "{file} cannot be walked yet. Mend what is named above, and look again.",
    "preview.breaks": "It can be walked, but it breaks a rule that is named above.",
    "preview.look": "Look at it all the same",
    "preview.rather_not": "Leave it",
    "preview.no_phase": "There is no phase “{phase}”. These are known: {known}.",
    # --- cli
    "preview.help": (
        "Walk a set as a person would meet it. It may be a file, a set, or a measure. No "
        "passphrase is needed, and nothing that you type is kept."
    ),
    "preview.at": (
        "The phase to look at it in, or “none” for no session near. Without it: the set's own."
    ),
}
