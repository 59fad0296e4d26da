"""The library of prompt sets and measures in an open journal; `library` speaks of their files."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- the list
    "shelf.title": "Library",
    "shelf.yours": "Yours",
    "shelf.came": "Came with Integrate",
    "shelf.measures": "Questionnaires",
    "shelf.tender": "For these hours",
    "shelf.tender.says": "Rest comes first. The other sets are here again once you have slept.",
    "shelf.tender.none": "Nothing is asked of you now. Rest is enough.",
    "shelf.row.minutes": "{count} min",
    "shelf.chosen": "when you choose it",
    "shelf.in.before": "asked as you get ready",
    "shelf.in.doorstep": "asked at the door",
    "shelf.in.arriving": "asked as you arrive",
    "shelf.in.landing": "asked as you land",
    "shelf.in.open": "asked in the open window",
    "shelf.in.settling": "asked as things settle",
    "shelf.in.weaving": "asked as you weave in",
    "shelf.in.long-view": "asked in the long view",
    "shelf.in.talk-before": "asked before your hour",
    "shelf.in.talk-after": "asked after your hour",
    "shelf.in.between": "asked between hours",
    "shelf.phase": "asked in {phase}",
    "shelf.hours.before": "asked {high} to {low} hours before",
    "shelf.hours.after": "asked {low} to {high} hours after",
    "shelf.hours.around": "asked {low} hours before to {high} hours after",
    "shelf.never": "not answered yet",
    "shelf.last": "last on {day}",
    "shelf.again": "again from {day}",
    "shelf.day.year": "{day} {month} {year}",
    "shelf.draft": "still being written",
    "shelf.unread": "cannot be read now",
    "shelf.more": "It is {when}, and whenever you choose it.",
    "shelf.more.chosen": "It is here when you choose it.",
    "shelf.more.draft": "It is still being written. It can be begun once it is done.",
    "shelf.more.unread": "It cannot be read now. Open it to see why.",
    "shelf.key.new": "Write one",
    "shelf.key.import": "From a file",
    "shelf.key.begin": "Begin",
    "shelf.key.preview": "Preview",
    "shelf.key.edit": "Edit",
    "shelf.key.export": "To a file",
    "shelf.key.remove": "Remove",
    # --- one of them
    "shelf.minutes": "About {count} minutes.",
    "shelf.minutes.one": "About a minute.",
    "shelf.questions": "{count} questions at most.",
    "shelf.questions.one": "One question.",
    "shelf.depth.1": "It stays light: taps and plain words.",
    "shelf.depth.2": "Some of it asks you to look closer.",
    "shelf.depth.3": (
        "A part of it can come near a hard memory. You are asked first, and can leave that part."
    ),
    "shelf.when.chosen": "It is here when you choose it, and never asked by itself.",
    "shelf.when.days": "It is asked again after {days} days.",
    "shelf.when.first": "When sessions lie close together, it is asked at the first one.",
    "shelf.when.rotate": "When sessions lie close together, it takes turns with others.",
    "shelf.by": "By {author}.",
    "shelf.licence": "Licence: {licence}. Version {version}.",
    "shelf.language": "Language: {language}.",
    "shelf.languages": "Language: {language}. Also in part or whole: {others}.",
    "shelf.tongues": (
        "en=English es=Español de=Deutsch fr=Français pt=Português it=Italiano nl=Nederlands "
        "da=Dansk sv=Svenska nb=Norsk fi=Suomi pl=Polski cs=Čeština"
    ),
    "shelf.holds": "What it holds",
    "shelf.asks": "{number}. {ask}",
    "shelf.asks.memory": "It asks you to come near a memory.",
    "shelf.asks.2": "It asks you to look closer.",
    "shelf.asks.3": "It can come near a hard memory, and is asked only after a yes.",
    "shelf.preview.cannot": "It cannot be walked as it is.",
    # --- to and from files
    "shelf.path.none": "Type where the file is, such as ~/my-set.toml.",
    "shelf.path.cannot": "There is no such place. Look at how it is written.",
    "shelf.import.title": "A set from a file",
    "shelf.import.ask": "Where is the file?",
    "shelf.import.says": (
        "Such as ~/my-set.toml. It is read and checked first, and you see what it holds before it "
        "is kept."
    ),
    "shelf.import.look": "Nothing is kept yet. Look at it, and keep it if you like.",
    "shelf.import.replace.ask": "Keep this one in the place of yours?",
    "shelf.import.kept": "“{title}” is kept, and stands among yours.",
    "shelf.findings": "What needs a change first",
    "shelf.findings.place": "line {line}, letter {column}",
    "shelf.export.title": "To a file",
    "shelf.export.ask": "Where shall the file go?",
    "shelf.export.says": (
        "It holds the questions, and nothing that you wrote with them. It is not locked: whoever "
        "can open it can read it."
    ),
    "shelf.remove.ask": "Delete “{title}” from your sets?",
    "shelf.author.note": "It is kept in your journal, and in no file.",
    "shelf.author.kept": "It is kept, and can be begun from the library.",
    "shelf.author.draft": "It is kept as it is. It can be begun once nothing is left to mend.",
    # --- in lines
    "shelf.plain.row": "{title}, {minutes}, {line}",
    "shelf.plain.row.short": "{title}, {line}",
    "shelf.plain.how": (
        "Type a number, or a part of a title. An empty line goes back to where you were."
    ),
    "shelf.plain.import": "Take one in from a file",
    "shelf.plain.back": "Back",
    "shelf.plain.found": "These have it in their title.",
    "shelf.plain.none": "No title has that. Here are all of them.",
    "shelf.plain.why": "Why these questions are here",
    "shelf.plain.begin": "Begin it",
    "shelf.plain.preview": "Look through it, with nothing kept",
    "shelf.plain.export": "Put it in a file",
    "shelf.plain.remove": "Remove it",
    # --- why it is there
    "shelf.why": "Why these questions are here",
    "shelf.why.none": "Its author names no sources for it.",
    "shelf.ground.near": "{flag}, near what was {near}",
    "shelf.sources": "Sources",
    "shelf.views": "Views, customs and known scales; no findings",
    "shelf.source": "· {cite}",
    "shelf.star": "A star (*) marks what the article only calls other symptoms.",
    # --- a measure
    "shelf.measure": (
        "A published questionnaire, word for word. Its answers make a number that you can follow "
        "over time."
    ),
    "shelf.measure.scale": "One row of numbers that you can follow over time.",
    "shelf.measure.recall": "It asks about this time: {recall}.",
    "shelf.measure.memory": "It asks about hard memories, and can stir them.",
    "shelf.measure.chosen": "It is here when you choose it, and never asked by itself.",
    "shelf.measure.never": "You have not answered it yet.",
    "shelf.measure.last": "You last answered it on {day}.",
    "shelf.measure.again": "It can be asked again from {day}.",
    "shelf.measure.not": "A number cannot say what you have, or why. Someone trained can.",
}
