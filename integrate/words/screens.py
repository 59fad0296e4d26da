"""The full screen, page by page; the line dialogue borrows from it."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- tui: unlock
    "unlock.title": "Your journal",
    "unlock.passphrase": "Passphrase",
    "unlock.help": "Opening takes about a second. Your recovery code opens it too.",
    "unlock.empty": "Type your passphrase or your recovery code, then press Enter.",
    "unlock.opening": "Opening…",
    "unlock.reading": "Reading your journal…",
    "unlock.stop": "Stop",
    "unlock.stopping": "Stopping…",
    "unlock.stopped": "Not opened.",
    "unlock.fifth": (
        "That does not open this journal either. "
        "Caps lock or another keyboard layout may be on; {sight} shows what you type. "
        "The recovery code on your paper opens it too. "
        "A backup opens with the passphrase that it was made with."
    ),
    "unlock.by_code": (
        "The recovery code opened your journal. "
        "If the passphrase is forgotten, the settings give it a new one."
    ),
    # --- tui: reopen
    "reopen.title": "A new key",
    "reopen.says": (
        "This journal was given a new key in another window. Type its new passphrase to go on; "
        "what you were writing is still here."
    ),
    "reopen.passphrase": "New passphrase",
    "reopen.help": "Opening takes about a second. The new recovery code opens it too.",
    "reopen.unkept": (
        "What you wrote just now is not kept yet; the passphrase keeps it. "
        "{close} once more closes without it."
    ),
    # --- tui: lock and hide
    "hide.key": "Hide",
    "lock.key": "Lock",
    "hide.step_out": "To the shell",
    "lock.locked": "Locked. What you wrote is kept.",
    "lock.by_itself": "Nobody was here for a while, so it is locked. What you wrote is kept.",
    "lock.stays": "It stays open: what is here could not be saved yet. {hide} hides it.",
    "passphrase.first": "Your passphrase",
    "passphrase.again": "The same again",
    "passphrase.strength": "{word} so far. {hint}",
    "passphrase.empty": "It is still empty; a few words will do.",
    "passphrase.differ": "The two are not the same yet; type the second one again.",
    "passphrase.weak": (
        "This one is easy to guess. Enter uses it all the same, or you can make it longer."
    ),
    "passphrase.title": "A passphrase",
    "passphrase.offer": (
        "Your journal opens with the code on your paper. If you feel rested, you can choose a "
        "passphrase as well, so that the paper can stay put away. Tomorrow is fine too."
    ),
    "passphrase.adding": "Adding it…",
    # --- tui: welcome
    "welcome.title": "Welcome",
    "welcome.is": (
        "This is a journal for the days around a deep therapy session. It asks one small "
        "question at a time. It works without a network and is encrypted on this machine."
    ),
    "welcome.is_not": (
        "It is not for emergencies, and it is not treatment. "
        "{people} shows people and places that can help, now and on every page."
    ),
    "welcome.clinic": "What your clinic told you comes first, always.",
    "welcome.nobody": (
        "Nobody is watching. Nothing that you write is analysed or sent anywhere, "
        "so nobody can notice if you are in trouble."
    ),
    "welcome.face": "How would you like it?",
    "welcome.screen": "The full screen",
    "welcome.plain": "Plain lines, for screen readers and slow links",
    "lock.title": "A lock for your journal",
    "lock.recent": "Have you had a session in the last day?",
    "lock.no": "No",
    "lock.yes": "Yes",
    "lock.passphrase": (
        "Choose a passphrase. It cannot be reset by anyone; a recovery code comes next."
    ),
    "lock.paper": (
        "Then let us keep it simple. A code on paper is enough for today. "
        "You can choose a passphrase tomorrow, when you are rested."
    ),
    "lock.make_paper": "Make a code for paper",
    "lock.rather_passphrase": "I would rather choose a passphrase now",
    "lock.making": "Making your journal…",
    "lock.cannot": (
        "The journal could not be made there; look whether the disk is full or read-only, "
        "and try again."
    ),
    "code.title": "Your recovery code",
    "code.why": "If you ever forget your passphrase, this code opens your journal.",
    "code.why_paper": "This code opens your journal. It is the only way in for now.",
    "code.once": (
        "Write it on paper and keep it where important papers are. It is not shown again. "
        "Anyone who has it can read your journal."
    ),
    "code.written": "I have written it down",
    "code.none": "I would rather have none: paper gets found",
    "code.type_back": "From your paper, please type two groups back.",
    "code.group": "Group {number}",
    "code.group_differs": "Group {number} reads differently here; esc shows the code once more.",
    "code.see_again": "See the code again",
    "code.without": (
        "Without a code, the passphrase is the only way in. If you forget it, "
        "nobody can open your journal again."
    ),
    "code.sure": "Go on without a code?",
    "code.keep": "Keep the code",
    "code.go_without": "Go on without one",
    "country.title": "Your country",
    "country.ask": "Which country's help lines should be shown? It is only kept on this machine.",
    "country.skip": "Not now",
    "country.AT": "Austria",
    "country.AU": "Australia",
    "country.BE": "Belgium",
    "country.BG": "Bulgaria",
    "country.CA": "Canada",
    "country.CY": "Cyprus",
    "country.CZ": "Czechia",
    "country.DE": "Germany",
    "country.DK": "Denmark",
    "country.EE": "Estonia",
    "country.ES": "Spain",
    "country.FI": "Finland",
    "country.FR": "France",
    "country.GB": "United Kingdom",
    "country.GR": "Greece",
    "country.HR": "Croatia",
    "country.HU": "Hungary",
    "country.IE": "Ireland",
    "country.IT": "Italy",
    "country.LT": "Lithuania",
    "country.LU": "Luxembourg",
    "country.LV": "Latvia",
    "country.MT": "Malta",
    "country.NL": "Netherlands",
    "country.PL": "Poland",
    "country.PT": "Portugal",
    "country.RO": "Romania",
    "country.SE": "Sweden",
    "country.SI": "Slovenia",
    "country.SK": "Slovakia",
    "country.US": "United States",
    # --- tui: home
    "home.since": "{phase} · since {when}",
    "home.ahead": "{phase} · your session is {when}",
    "home.no_session": "No session is near.",
    "home.no_session.says": "A page a day, or whenever you like, is a good use of this place.",
    "home.first": "Nothing has to happen here today.",
    "home.first.says": "Write a page, or add a session: its days then have a shape here.",
    "home.nothing": "Nothing is due, and that is well.",
    "home.next": "next",
    "home.waits": "a page is waiting",
    "home.if_you_like": "if you like",
    "home.questions.one": "one question",
    "home.questions": "{count} short questions",
    "home.minutes.one": "about a minute",
    "home.minutes": "about {count} minutes",
    "home.from": "from {author}",
    "home.before": "begun {when} · every word of it is kept",
    "home.for": "for {when}",
    "home.unconfirmed": "Your session is not confirmed yet. Nothing has to happen here.",
    "home.not_now": "Not now is a whole answer. It is kept for you; {again} shows it again.",
    "home.waiting": "A page is waiting: {title}, begun {when}",
    "home.waiting.wording": "A new wording is waiting: {title}, begun {when}",
    "home.damaged.one": "One piece of writing is damaged. Everything else opens.",
    "home.damaged": "{count} pieces of writing are damaged. Everything else opens.",
    "home.way.checkin": "Check in",
    "home.way.checkin.says": "two minutes, how you are",
    "home.way.capture": "Catch a thought",
    "home.way.capture.says": "a line, before it goes",
    "home.way.free": "A free page",
    "home.way.free.says": "no questions at all",
    "home.way.hard": "A hard moment",
    "home.way.hard.says": "slow, and with people at the end",
    "home.way.library": "The library",
    "home.way.library.says": "sets of questions to choose from",
    "home.way.journal": "The journal",
    "home.way.journal.says": "read what you wrote",
    "home.way.sessions": "Sessions",
    "home.way.sessions.says": "past and coming",
    "home.way.add": "Add a session",
    "home.way.add.says": "past or coming; about when is enough",
    "home.way.ground": "Ground me",
    "home.way.ground.says": "something to steady you",
    "home.way.people": "People who help",
    "home.way.people.says": "yours first",
    "home.key.begin": "Begin",
    "home.key.not_now": "Not now",
    "home.key.again": "Show it again",
    "home.key.draft": "Draft",
    "home.key.away": "Put away",
    "home.key.checkin": "Check in",
    "home.key.write": "Write",
    "home.key.library": "Library",
    "home.key.journal": "Journal",
    "home.key.settings": "Settings",
    "home.key.sessions": "Sessions",
    "home.key.why": "Why?",
    "home.side.ahead": "What lies ahead",
    "home.side.ahead.none": "No session is planned.",
    "home.side.recent": "Your last pages",
    "home.side.recent.none": "None yet.",
    "home.side.why": "Why these days? ({why})",
    "home.side.why.begins": "Where they begin: {flag}.",
    "home.side.why.ends": "Where they end: {flag}.",
    "home.side.help": "When it is too much",
    "home.side.help.says": "{ground} steadies, {people} shows people. Nobody is watching here.",
    "home.backup.whole": "Today's backup lies in {folder}.",
    "home.backup.damaged": (
        "Today's backup lies in {folder}. It is not whole, as the journal is not; "
        "whole ones from before are kept."
    ),
    "home.backup.none": "No backup could be made in {folder} today. Your journal is as it was.",
    "home.away.ask": "Put this page away for good?",
    "home.away.says": "What you wrote on “{title}” will be gone.",
    "home.away.no": "Keep it",
    "home.away.yes": "Put it away for good",
    "why.title": "Why these days?",
    "why.began": "It began {when}.",
    "why.begins": "It begins {when}.",
    "why.ends": "It ends {when}.",
    "why.ends.never": "It has no end of its own.",
    "why.flag": "On what ground: {flag}.",
    "why.source": "· {cite}",
    "why.close": "No hour here is a deadline.",
    # --- tui: fields and the end of a set
    "field.own": "in your own words",
    "field.other": "Something else",
    "field.yes": "Yes",
    "field.no": "No",
    "field.write": "A word is enough.",
    "field.example": "for example {example}",
    "field.body.where": "Where",
    "field.body.how": "How it feels there",
    "field.read_on": "Enter goes on.",
    "finished.home": "Home",
    "finished.stopped": "That is enough for today.",
    "finished.kept": "It is kept in your journal.",
    "finished.nothing": "Nothing was said, so nothing was kept. That is fine too.",
    # --- tui: sessions
    "sessions.title": "Sessions",
    "sessions.empty": "No session is here yet.",
    "sessions.empty.how": (
        "Press {add} to add one, past or coming. About when is enough. "
        "The days around it then have a shape, and home knows what fits them."
    ),
    "sessions.add": "Add",
    "sessions.days": "Days",
    "sessions.edit": "Change",
    "sessions.went": "took place",
    "sessions.coming": "coming",
    "sessions.unsaid": "not said yet",
    "sessions.called_off": "called off",
    "sessions.phases.none": "It was called off, so no days follow from it.",
    "sessions.phase.since": "from {when}",
    "session_form.add": "Add a session",
    "session_form.edit": "Change a session",
    "session_form.step": "{number} of {count}",
    "session_form.when": "When was it, or when will it be?",
    "session_form.when.help": (
        "About when is enough. For example: tomorrow 3pm, Tuesday evening, yesterday, 20 Nov 14:00."
    ),
    "session_form.when.kept": "It stands as {when}. Leave this empty to keep that.",
    "session_form.when.missing": "Write when it is, for example: tomorrow 3pm.",
    "session_form.reads": "That is {when}.",
    "session_form.route": "How is the medicine taken?",
    "session_form.name": "Would you like to give it a title?",
    "session_form.name.help": "It may stay empty. For example: Second session.",
    "session_form.said.when": "When: {when}",
    "session_form.said.route": "How: {route}",
    "session_form.next": "Next",
    "session_form.save": "Save",
    "session_form.cancel": "Cancel",
    "session_form.leave.ask": "Leave without saving?",
    "session_form.leave.says": "What you changed here is not kept.",
    "session_form.leave.no": "Go on",
    "session_form.leave.yes": "Leave",
    # --- tui: ground and support
    "ground.title": "Ground me",
    "ground.says": "Pick any one. Your eyes can stay open, and there is no clock.",
    "ground.unsteady": (
        "Thank you for saying so. Nothing more needs to be asked now. One of these may help."
    ),
    "ground.people": "People who help",
    "ground.back": "Back to where I was",
    "ground.go_on": "Go on with light questions",
    "ground.stop": "Stop here for today",
    "ground.step_back": "Step back",
    "support.title": "People who help",
    "support.edit": "Your own list",
    "support.country": "Country",
    "support.people": "Your people",
    "support.care_team": "Your care team",
    "support.locked": "Your own list shows here once your journal is open.",
    "support.nobody": "Nobody is on this list yet. Press {edit} to add someone.",
    "support.person": "{name}: {reach}",
    "support.lines": "Help lines",
    "support.lines_in": "Help lines, {country}",
    "support.choose_country": "Press {country} to choose your country and see its lines.",
    "support.line": "{name}: {ways}",
    "support.call": "call {number}",
    "support.text": "text {what}",
    "support.or": ", or ",
    "support.checked": "last checked {month}",
    "support.emergency": "Emergency",
    "support.in_danger": "If you or someone else is in danger now: call {number}.",
    "people.title": "People who help",
    "people.says": "Who would you call? They stand first when you press {people}.",
    "people.first_run": (
        "Who would you call? You can add people now or any time. A name and a number will do."
    ),
    "people.add": "Add",
    "people.add_team": "Team",
    "people.row.people": "Add a person",
    "people.row.care_team": "Add to your care team",
    "people.do.change": "Change",
    "people.do.up": "Move up",
    "people.do.down": "Move down",
    "people.do.remove": "Remove",
    "people.remove": "Remove",
    "people.up": "Up",
    "people.down": "Down",
    "people.remove_ask": "Remove {name} from your list?",
    "people.keep": "Keep",
    "person.new.people": "Somebody who helps",
    "person.new.care_team": "Somebody of your care team",
    "person.change": "Change how they stand here",
    "person.name": "Name",
    "person.reach": "How to reach them",
    "person.reach_help": "A number, or any words. It may stay empty.",
    "person.no_name": "A name is still missing; any word you know them by will do.",
}
