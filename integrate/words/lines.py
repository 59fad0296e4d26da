"""The line dialogue, as it is heard: how to answer, group by group, sessions, settings."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- how to answer
    "lines.how.menu": "Type a number.",
    "lines.how.menu.enter": "Type a number. Enter alone: {label}.",
    "lines.how.long": "Type a number, or a part of what you look for.",
    "lines.how.long.enter": "Type a number, or a part of what you look for. Enter alone: {label}.",
    "lines.none_like": "None of them reads like this.",
    # --- coming and going
    "lines.face": "How would you like it? You can change it later.",
    "lines.left": "You left here. Nothing that was kept is lost.",
    "lines.closed": "It is closed. What you wrote is kept.",
    "lines.resumed": "You are back. What stands on this line so far:",
    "lines.resumed.empty": "You are back, at the same place.",
    "lines.making": "Your journal is being made. It takes about a second.",
    # --- the recovery code
    "lines.code.slowly": "Hear it group by group",
    "lines.code.group": "Group {number} of {count}: {letters}",
    "lines.code.how": "Type next, again, back, or done. Enter alone: next.",
    "lines.code.next": "next",
    "lines.code.again": "again",
    "lines.code.back": "back",
    "lines.code.done": "done",
    "lines.code.end": "That was the last group.",
    # --- where a page belongs
    "lines.place": "{phase}, {session}",
    # --- one session
    "lines.session.time": "Change when it is",
    "lines.session.route": "Change how the medicine is taken",
    "lines.session.title": "Change its title",
    "lines.session.title.ask": "Which title? An empty line keeps what stands.",
    "lines.session.went": "It went ahead",
    "lines.session.off": "It was called off",
    "lines.session.slept": "I have slept since",
    "lines.session.slept.kept": "Thank you. It is kept that you have slept.",
    "lines.session.days": "The days around it",
    "lines.session.day": "{phase}, from {when}. On what ground: {flag}.",
    "lines.session.day.now": "Now: {phase}, from {when}. On what ground: {flag}.",
    "lines.session.back": "Back",
    # --- why these days
    "lines.why": "Why these days?",
    "lines.why.source": "Source: {cite}",
    # --- people
    "lines.people.change": "Change how somebody stands on the list",
    "lines.people.first": "Name somebody first",
    "lines.people.name": "What is their name? An empty line keeps {name}.",
    "lines.people.reach": "How are they reached? An empty line keeps what stands.",
    # --- settings
    "lines.settings": "Settings",
    "lines.settings.ask": "Which setting?",
    "lines.settings.row": "{name}: {value}",
    "lines.settings.country": "Country for help lines",
    "lines.settings.language": "Language of question sets that know several",
    "lines.settings.lock": "Locks by itself",
    "lines.settings.backups": "Folder for backups",
    "lines.settings.face": "What opens next time",
    "lines.settings.keyring": "This computer's keyring opens it",
    "lines.settings.rekey": "Make a new key for the whole journal",
    "lines.settings.restore": "Bring pages back from a backup",
    "lines.settings.none": "not chosen",
    "lines.settings.own": "each speaks its own",
    "lines.settings.never": "never",
    "lines.settings.minutes.one": "after one minute without a line",
    "lines.settings.minutes": "after {count} minutes without a line",
    "lines.settings.beside": "beside the journal",
    "lines.settings.screen": "the full screen",
    "lines.settings.plain": "plain lines",
    "lines.settings.yes": "yes",
    "lines.settings.no": "no",
    "lines.settings.kept": "It is kept. {row}.",
    "lines.settings.next_time": "It holds from the next time you open your journal.",
    "lines.settings.cannot": "The settings could not be kept; look whether the disk is full.",
    "lines.settings.country.ask": "Which country's help lines should be said?",
    "lines.settings.language.ask": "Which language? Such as es or de.",
    "lines.settings.language.unread": "Give two or three letters, such as es.",
    "lines.settings.lock.ask": "After how many minutes without a line? 0 means never.",
    "lines.settings.lock.unread": "Give a number of minutes, from 0 to {most}.",
    "lines.settings.backups.ask": "In which folder should backups lie?",
    "lines.settings.backups.says": "Another disk is better. One that is not there yet is made.",
    "lines.settings.backups.unread": "There is a file of that name already; name a folder.",
    "lines.settings.empty": "An empty line leaves it as it is. A dash takes it back.",
    "lines.settings.face.ask": "What should open next time?",
    "lines.rekey.working": "Everything is being sealed anew. It may take a while.",
    # --- bringing back
    "lines.restore.ask": "Which backup? Give its path.",
    "lines.restore.says": (
        "What is only in the journal stays, and what you deleted stays deleted. "
        "The newest backup here is {path}."
    ),
    "lines.restore.says.none": (
        "What is only in the journal stays, and what you deleted stays deleted."
    ),
    "lines.restore.secret": "The passphrase of that backup, or its recovery code",
    "lines.restore.again": "The journal is opened anew now.",
}
