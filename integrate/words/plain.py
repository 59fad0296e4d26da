"""The line dialogue: plain sentences that are heard well."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- plain
    "plain.numbered": "{number}. {label}",
    "plain.choose_number": "Please give one of the numbers from 1 to {most}.",
    "plain.no_command": "{word} is none of the words that steer; /help says them all.",
    "plain.help.next": "/next goes on; so does an empty line.",
    "plain.help.skip": "/skip goes on without an answer.",
    "plain.help.back": "/back goes to the question before.",
    "plain.help.clear": "/clear takes back what you said to this question.",
    "plain.help.ground": "/ground goes through something that steadies.",
    "plain.help.support": "/support says people and places that can help.",
    "plain.help.pause": "/pause keeps everything for later and leaves.",
    "plain.help.stop": "/stop is enough for today; what you said is kept as a page.",
    "plain.help.one": "/one makes the first question the only one today.",
    "plain.help.why": "/why says why this question is there, and how surely.",
    "plain.help.lock": "/lock locks the journal; everything is kept.",
    "plain.help.help": "/help says this again.",
    "plain.help.words": "To write such a word yourself, put a space before it.",
    "plain.set.author": "From {author}.",
    "plain.set.how": (
        "Nothing has to be answered: an empty line goes on. "
        "/pause, /stop, /ground and /support work at any time, and /help says more."
    ),
    "plain.set.resumed": "You go on where you left. /back goes to what you said before.",
    "plain.set.kept": "It is kept in your journal as {id}.",
    "plain.set.nothing": "Nothing was written, so nothing is kept.",
    "plain.set.paused": "It is kept, and waits for you as a draft.",
    "plain.set.ended": "The lines ended before the questions did; what was said is kept as a page.",
    "plain.set.ended_empty": "The lines ended before anything was said, so nothing is kept.",
    "plain.set.refused": "{which} {why} Nothing of these lines is kept.",
    "plain.first_question": "This is the first question.",
    "plain.question": "Question {number} of {count}.",
    "plain.question.only": "The only question today.",
    "plain.only.told": (
        "Only this one today. After it the closing words come. /one once more brings the others "
        "back."
    ),
    "plain.only.again": "The other questions are back.",
    "plain.only.first": "That works at the first question. /stop is enough for today.",
    "plain.why.none": "No question stands here just now.",
    "plain.enough.how": (
        "Nothing is lost either way. What you said is kept. An empty line is enough for today."
    ),
    "plain.recall": "You wrote this {ago} ({day}):",
    "plain.recall_in": "You wrote this {ago}, in {phase} ({day}):",
    "plain.no_note": "No note is kept yet.",
    "plain.said_so_far": "You wrote so far:",
    "plain.said_before": "You said: {said}. An empty line keeps it.",
    "plain.other": "Something else, in your own words",
    "plain.today": "today",
    "plain.yesterday": "yesterday",
    "plain.how.text_first": "Type as many lines as you like. An empty line ends your answer.",
    "plain.how.text": "Type your words, then an empty line.",
    "plain.how.scale": "Type a number from {low} to {high}.",
    "plain.how.number": "Type a number.",
    "plain.how.number_in": "Type a number, in {unit}.",
    "plain.how.yesno": "Type 1 or y for yes, 2 or n for no.",
    "plain.how.choice": "Type the number of one of them.",
    "plain.how.several": "Type one number or more, with spaces between.",
    "plain.how.body_words": "How does it feel there?",
    "plain.how.date": "Type a day, such as 2026-11-20.",
    "plain.how.time": "Type a time, such as 14:30.",
    "plain.how.other": "Type it in your own words, on one line.",
    "plain.how.read": "Enter goes on.",
    "plain.unsteady": (
        "Thank you for saying so. Nothing more needs to be asked now. One of these may help."
    ),
    "plain.unsteady.which": "After a low answer a choice is offered.",
    "plain.unsteady.ground": "Ground me",
    "plain.unsteady.on": "Go on with light questions",
    "plain.unsteady.people": "People who can help",
    "plain.unsteady.stop": "Stop here; what you said is kept",
    "plain.near": "The next question comes near a hard memory. Would you like that now?",
    "plain.near.yes": "Yes",
    "plain.near.no": "No, leave it out",
    "plain.ground.which": "Which one?",
    "plain.ground.enter": "Take the time you like. Enter goes on.",
    "plain.ground.done": "That was the last step.",
    "plain.support.people": "Your people:",
    "plain.support.people_locked": "They are shown once your journal is open.",
    "plain.support.people_none": "Nobody is on your list yet.",
    "plain.support.care_team": "Your care team:",
    "plain.support.care_team_none": "Your clinic or therapist, or someone you trust.",
    "plain.support.person": "{name}: {reach}",
    "plain.support.lines": "Help lines:",
    "plain.support.line": "{name}: {ways} (last checked {day})",
    "plain.support.call": "call {what}",
    "plain.support.text": "text {what}",
    "plain.support.url": "see {what}",
    "plain.support.or": ", or ",
    "plain.support.emergency": "In an emergency, call {number}.",
    "plain.free.how": (
        "Write as it comes. Empty lines are part of the page. /next on a line alone ends it."
    ),
    "plain.free.goes_on": "The page goes on.",
    "plain.free.no_command": "On a free page that does nothing; /next ends it and /pause keeps it.",
    "plain.reword.how": (
        "What you write now takes the place of it, and the earlier words stay in your journal. "
        "/next on a line alone ends it; with nothing written, nothing changes."
    ),
    "plain.reword.which": "Which answer would you like to reword?",
    "plain.waiting": "A page is waiting: {title}, begun {day}.",
    "plain.waiting.wording": "A new wording is waiting: {title}, begun {day}.",
    "plain.waiting.go_on": "Go on with it",
    "plain.waiting.anew": "Begin anew; the other one goes on waiting",
    "plain.waiting.leave": "Leave it where it is",
    "plain.waiting.discard": "Throw it away",
    "plain.waiting.sure": "What is in it will be gone for good.",
    "plain.waiting.gone": "It is gone.",
    "plain.waiting.none": "No page is waiting.",
    "plain.page": "{title}, {day}",
    "plain.pages": "Which page?",
    "plain.pages.older": "Older pages",
    "plain.pages.none": "None of them",
    "plain.sessions": "Which session?",
    "plain.sessions.none": "None of them",
    "plain.sessions.added": "It is added: {session}.",
    "plain.people.add": "Add somebody",
    "plain.people.add_care": "Add somebody of your care team",
    "plain.people.remove": "Take somebody off the list",
    "plain.people.name": "What is their name?",
    "plain.people.reach": "How are they reached? A number, or any words.",
    "plain.people.which": "Who?",
    "plain.people.nobody": "Nobody",
    "plain.no_input": (
        "Standard input is closed, so nothing can be heard; use a terminal or a pipe."
    ),
    "plain.done": "That is all",
    "plain.home.phase": "The time now: {phase}.",
    "plain.home.ahead": "A session lies ahead: {when}.",
    "plain.home.next": "One thing fits now: {title}, about {minutes} min.",
    "plain.home.nothing_due": "Nothing is asked of you now.",
    "plain.home.begin": "Begin {title}",
    "plain.home.checkin": "Check-in",
    "plain.home.capture": "Capture a thought",
    "plain.home.free": "A free page",
    "plain.home.hard": "A hard moment",
    "plain.home.library": "The library",
    "plain.home.sessions": "Sessions",
    "plain.home.read": "Read a page",
    "plain.home.waiting": "Pages that wait",
    "plain.home.people": "People who help",
    "plain.home.ground": "Ground me",
    "plain.home.support": "Help lines and people",
    "plain.home.close": "Close",
    "plain.welcome.is_not": (
        "It is not for emergencies, and it is not treatment. "
        "/support says people and places that can help, now and at every question."
    ),
    "plain.welcome.window": (
        "What is shown in plain lines may stay in this window; close the window when you are done."
    ),
    "plain.welcome.people": "Who would you turn to? You can leave this for later.",
    "plain.country.how": "Type two letters or the name. An empty line leaves it open.",
    "plain.country.unknown": "That country is not known here; an empty line leaves it open.",
    "plain.passphrase.strength": "This one is {word}. {hint}",
    "plain.passphrase.differ": "The two are not the same; let us begin again.",
    "plain.passphrase.other": "Choose another one",
    "plain.passphrase.use": "Use it all the same",
    "plain.passphrase.choose": "Choose a passphrase now",
    "plain.code.group": "Group {number}: {group}",
    "plain.code.back": "/back says the code once more.",
    "plain.code.differs": "Group {number} reads differently here; try once more.",
    "plain.unlock.fifth": (
        "That does not open this journal either. "
        "Caps lock or another keyboard layout may be on. "
        "The recovery code on your paper opens it too. "
        "A backup opens with the passphrase that it was made with."
    ),
    "plain.lock.stays": (
        "It stays open: what is here could not be saved yet. Look whether the disk is full."
    ),
    "plain.lock.window": (
        "What was shown may still stand in this window; close the window when you are done."
    ),
    "plain.lock.invented": "An invented journal needs no lock; it is gone now.",
    "plain.rekeyed": (
        "This journal was given a new key in another window. What you wrote is still held here. "
        "Type its passphrase to go on."
    ),
    "plain.rekeyed.nobody": (
        "This journal was given a new key in another window meanwhile; open it again with its "
        "passphrase."
    ),
    "plain.rekeyed.on": "It is open again, and nothing is lost.",
    "plain.unlock.help": (
        "Type your passphrase; it is not shown. Your recovery code opens the journal too. "
        "/ground and /support work here as well."
    ),
}
