"""One prompt at a time: what stands around the questions, in the full screen and in lines."""

from typing import Final

EN: Final[dict[str, str]] = {
    "guided.skip": "Skip",
    "guided.pause": "Pause",
    "guided.stop": "Stop",
    "guided.stop.long": "Stop for today",
    "guided.progress": "{number} of {count}",
    "guided.minutes": "About {count} minutes. You can skip, pause or stop at any point.",
    "guided.minute": "About a minute. You can skip, pause or stop at any point.",
    "guided.kept_then": "You wrote this {when}:",
    "guided.kept_then.phase": "You wrote this {when}, in the time of {phase}:",
    "guided.recall": "Here is what you kept for yourself.",
    "guided.recall.none": "There is no note here yet. You could write one another day.",
    "guided.matters": "This one matters here. You can still leave it out.",
    "guided.matters.skip": "This one matters here. If you would rather leave it out, use Skip.",
    "guided.depth.ask": "The next question comes near a hard memory. Do you want to go there?",
    "guided.depth.help": "No is a good answer. You can stop at any moment.",
    "guided.depth.yes": "Yes, a little way",
    "guided.depth.no": "No, keep it light",
    "guided.depth.choose": "Choose yes or no first; both are fine.",
    "guided.kept": "kept · just now",
    "guided.unkept": "being kept…",
    # --- when the time that the set asks for is over
    "guided.enough": "You have given this about {count} minutes. That is plenty.",
    "guided.enough.one": "You have given this about a minute. That is plenty.",
    "guided.enough.help": "Nothing is lost either way. What you said is kept.",
    "guided.enough.stop": "Enough for today",
    "guided.enough.on": "Go on",
}
