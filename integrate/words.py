"""Every sentence of the interface, in one catalogue, ready for translation.

A key says where the sentence stands: `room.place.what`. A template takes its parts by name.
"""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- everywhere
    "app.name": "integrate",
    "app.crashed": (
        "Something went wrong and Integrate had to stop. What was kept is safe; open it again."
    ),
    "app.crashed_at": (
        "Something went wrong and Integrate had to stop ({place}). "
        "What was kept is safe; open it again."
    ),
    "app.no_terminal": (
        "The full screen needs a terminal to draw on; add --plain for the same in plain lines."
    ),
    "app.how_to_close": "ctrl+q closes. What you wrote is kept.",
    "strength.easy": "easy to guess",
    "strength.fair": "fair",
    "strength.strong": "strong",
    "strength.very_strong": "very strong",
    "strength.hint.words": "Four or five words that do not belong together are hard to guess.",
    "strength.hint.repeat": "Rows and repeats are tried early; words that do not fit are better.",
    "strength.hint.keys": "Patterns on the keys are tried early; words that do not fit are better.",
    "strength.hint.date": "Dates are tried early; words that do not fit together are better.",
    # --- vault
    "vault.wrong_secret": "That does not open this journal; you can try again.",
    "vault.mistyped_code": (
        "That looks like a recovery code with a slip in it; "
        "compare it with the paper and try again."
    ),
    "vault.damaged_slot": "The lock of this journal is damaged; a backup may still open.",
    "vault.damaged_slot.passphrase": (
        "The lock for your passphrase is damaged; your recovery code may still open this journal."
    ),
    "vault.damaged_slot.recovery": (
        "The lock for your recovery code is damaged; your passphrase may still open this journal."
    ),
    "vault.damaged_record": (
        "One piece of writing is damaged and cannot be read; all the others are still here."
    ),
    "vault.damaged": (
        "The journal file {path} is damaged and cannot be read as it is; "
        "nothing was changed, and a backup may still open."
    ),
    "vault.not.directory": "{path} is a folder, not a journal; choose the journal file itself.",
    "vault.not.link": "{path} is a link to another place; give the place of the journal itself.",
    "vault.not.special": "{path} is not a plain file, so it holds no journal; choose another.",
    "vault.not.second_name": (
        "{path} has a second name on this disk; make a copy of it and open the copy."
    ),
    "vault.not.empty": "{path} is empty; choose another file, or start a new journal there.",
    "vault.not.closed": "{path} could not be opened; check that you may read it.",
    "vault.not.other": (
        "{path} is not a journal, or its first bytes are damaged; nothing in it was changed."
    ),
    "vault.not.unmakeable": (
        "No journal could be made at {path}; "
        "look whether you may write there and the disk has room."
    ),
    "vault.foreign.file": "{path} belongs to someone else; choose a journal of your own.",
    "vault.foreign.folder": (
        "The folder {path} belongs to someone else; keep the journal in a folder of your own."
    ),
    "vault.foreign.open": (
        "Other people can change the folder {path}; keep the journal in a folder that only you can."
    ),
    "vault.newer": "This journal was made by a newer Integrate; update Integrate to open it.",
    "vault.busy": "Another window is writing in this journal; try again in a moment.",
    "vault.exists": "There is already a file at {path}; open it, or choose another place.",
    "vault.none": "There is no journal at {path}; start one there, or choose another place.",
    "vault.read_only": "This journal can be read here but not written in; nothing was changed.",
    "vault.draft_gone": "This draft is open in another window; you can go on writing there.",
    "vault.full": "This journal has used up its key; give it a new key to go on writing.",
    "vault.not_written": (
        "Your words could not be saved just now and are still held here; "
        "look whether the disk is full, and try again."
    ),
    "vault.too_long": "This is too long to keep in one piece; split it and keep the parts.",
    "vault.empty_passphrase": "An empty passphrase keeps nobody out; choose one with some words.",
    "vault.has_passphrase": "This journal already has a passphrase; it stays as it is.",
    "vault.only_key": (
        "The recovery code is the only way into this journal; add a passphrase first."
    ),
    "vault.no_memory": (
        "There is too little free memory to open this journal; "
        "close some other programs and try again."
    ),
    "vault.found.head_unreadable": "The seal over the whole journal cannot be read.",
    "vault.found.rows_missing": "Some of what was kept in this journal is no longer in the file.",
    "vault.found.rows_added": "Something was put into this journal from outside.",
    "vault.found.rows_changed": "Something in this journal was changed from outside.",
    "vault.found.slots_changed": "The locks of this journal were changed from outside.",
    "vault.found.name_changed": "The journal's own mark in the file was changed from outside.",
    # --- library
    "library.no_such_set": "There is no set called {id}; the ones here are {ids}.",
    "library.no_such_set.closest": "There is no set called {id}; did you mean {closest}?",
    "library.missing_file": "there is no such file; look at its name and folder",
    "library.not_a_file": "this is not a plain file; choose a file that ends in .toml",
    "library.unreadable": "this file cannot be read; look at who may open it",
    "library.too_large": "this file is too large; a content file holds {most} KiB at most",
    "library.empty": "this file is empty; it would begin with schema = 1",
    "library.bom": "a hidden mark stands before the first letter; save it as UTF-8 without a BOM",
    "library.utf16": "this file is saved as UTF-16; save it as UTF-8",
    "library.not_utf8": "this letter is not saved as UTF-8; save the whole file as UTF-8",
    "library.long_line": (
        "this line is longer than {most} letters; break it up, or use text in three quotes"
    ),
    "library.long_key": "this key has more than {most} parts joined by dots; use fewer",
    "library.too_nested": "lists or tables stand too deep inside each other; use fewer levels",
    "library.toml.string": "a text is not closed; end it with the quote it began with",
    "library.toml.character": "a control or stray character stands here; take it out",
    "library.toml.escape": (
        "a '\\' in double quotes begins a special letter; write '\\\\', or use single quotes"
    ),
    "library.toml.equals": "an '=' is missing after the key; write key = value",
    "library.toml.twice": "this key or table stands here a second time; keep one of them",
    "library.toml.bracket": "a bracket is not closed; every '[' or '{{' needs its partner",
    "library.toml.line": "something follows the value; put it on a line of its own",
    "library.not_finite": "this is no number to reckon with; write a plain one, such as 10",
    "library.toml.date": "this is not a date; write it like 2026-11-20",
    "library.toml.value": "no value can be read here; put text in quotes",
    "library.toml.ends": "the file ends too soon; close the text, list or table that is open",
    "library.toml.other": "this line cannot be read as TOML; write key = value, or [table]",
    "library.unknown_key": "there is no key '{name}' here; take it out, or mend its name",
    "library.unknown_key.few": "there is no key '{name}' here; the keys here are {known}",
    "library.unknown_key.closest": "there is no key '{name}' here; did you mean '{closest}'?",
    "library.missing_key": "the key '{name}' is missing here; add it",
    "library.not_among": "'{value}' does not fit '{name}'; choose one of {known}",
    "library.not_among.closest": "'{value}' does not fit '{name}'; did you mean '{closest}'?",
    "library.other_schema": (
        "this file has schema {schema}, and this version reads schema 1; a newer one may read it"
    ),
    "library.wrong_type": "'{name}' is {got}; it should be {wanted}",
    "library.wrong_value": "'{name}' cannot be read; look at how the other sets write it",
    "library.or": " or ",
    "library.type.int": "a whole number",
    "library.type.float": "a number",
    "library.type.str": "text in quotes",
    "library.type.bool": "true or false",
    "library.type.array": "a list in [ ]",
    "library.type.object": "a table",
    "library.type.date": "a date",
    "library.type.null": "nothing",
    "library.other_name": "this set calls itself {id}; give the file the same name",
    "library.no_table": "the phase table '{id}' is missing; add it",
    "library.bad_id": "'{id}' is not an id; use lower-case letters, digits and '-'",
    "library.one_line": "'{name}' runs over several lines; put it on one",
    "library.no_closing": "the closing is empty; end with one kind sentence",
    "library.when": "[when] needs either a phase or hours; give one of them",
    "library.no_prompts": "there is no prompt in this set; add a [[prompt]]",
    "library.duplicate_id": "the id '{id}' is taken by an earlier prompt; give this one its own",
    "library.too_deep": "depth {depth} is more than the set's max_depth of {most}; lower it",
    "library.no_scale": "a scale prompt needs a scale; add scale = {{ low = 0, high = 10 }}",
    "library.empty_scale": "this scale has no even steps from low to high; mend low, high or step",
    "library.long_scale": "this scale has more than {most} steps; use a number prompt, or fewer",
    "library.gate_without_scale": "only a scale can be a gate; make it a scale, or drop the gate",
    "library.no_options": "a {kind} prompt needs two options or more; add them",
    "library.duplicate_option": "the value '{value}' is taken by an earlier option; use another",
    "library.dangling": "no earlier prompt that is answered is called '{prompt}'; name one that is",
    "library.dangling.closest": (
        "no earlier prompt that is answered is called '{prompt}'; did you mean '{closest}'?"
    ),
    "library.no_such_option": ("'{value}' is not an option of '{prompt}'; choose one of {known}"),
    # --- settings
    "config.bad": (
        "The settings in {file} cannot be read ({what}). Correct them, or move that file away."
    ),
    # --- journal
    "answer.yes": "yes",
    "answer.no": "no",
    "answer.of": "{value} of {high}",
    "answer.no-other": "This question takes one of its own answers; choose the one that fits best.",
    "answer.nothing-to-answer": "There is nothing to answer here; you can just go on.",
    "answer.words": "This question takes words; letters that cannot be shown have to go.",
    "answer.too-long": "That is more than fits here; {longest} letters is the most.",
    "answer.scale": "That is not on this scale; choose a whole number from {low} to {high}.",
    "answer.scale-step": (
        "That is not on this scale; choose a number from {low} to {high}, in steps of {step}."
    ),
    "answer.number": "This question takes a number, such as 3 or 2.5.",
    "answer.number-range": "That is out of range here; choose a number from {low} to {high}.",
    "answer.number-least": "That is too low here; choose a number from {low} up.",
    "answer.number-most": "That is too high here; choose a number up to {high}.",
    "answer.number-step": "That falls between two steps; choose a number in steps of {step}.",
    "answer.yesno": "This question takes yes or no.",
    "answer.choice": "That is not one of the answers here; choose a number from 1 to {most}.",
    "answer.exclusive": "“{label}” stands alone; take it, or any of the others.",
    "answer.date": "That is no date; write it like 2026-11-20.",
    "answer.time": "That is no time of day; write it like 14:30.",
    "free.title": "Free page",
    "show.none": "No page has an id that begins with “{beginning}”; the list shows them all.",
    "show.several": "{count} pages have an id that begins with “{beginning}”; add a letter or two.",
    "session.none": "No session has an id that begins with “{beginning}”; the list shows them all.",
    "session.several": (
        "{count} sessions have an id that begins with “{beginning}”; add a letter or two."
    ),
    "when.unread": (
        "That could not be read as a time; "
        "you could write “{example}”, “tomorrow 3pm” or “yesterday evening”."
    ),
    "when.hour": "That hour is not clear yet; you could write “3pm” or “15:00”.",
    "when.two_days": "That could be two different days; you could write “{example}”.",
    "when.far": "That is very far from today; have another look at the year.",
    "when.weekdays": "Mon Tue Wed Thu Fri Sat Sun",
    "when.months": (
        "January February March April May June July August September October November December"
    ),
    "when.day": "{weekday} {day} {month}",
    "when.day.year": "{weekday} {day} {month} {year}",
    "when.minute": "{day}, {clock}",
    "when.hour.about": "{day}, around {clock}",
    "when.part": "{day}, {part}",
    "when.part.night": "night",
    "when.part.morning": "morning",
    "when.part.afternoon": "afternoon",
    "when.part.evening": "evening",
    "when.around": "around {day}",
    # --- tui: frame
    "listed.moment": "{day}, {time}",
    "listed.day": "{weekday} {day}",
    "listed.month": "{month} {year}",
    "key.ground": "Ground me",
    "key.support": "People",
    "key.close": "Close",
    "key.back": "Back",
    "key.go_on": "Go on",
    "key.open": "Open",
    "key.next": "Next",
    "key.not_now": "Not now",
    "key.show_typed": "Show what I type",
    # --- tui: unlock
    "unlock.title": "Your journal",
    "unlock.passphrase": "Passphrase",
    "unlock.help": "Opening takes about a second. Your recovery code opens it too.",
    "unlock.empty": "Type your passphrase or your recovery code, then press Enter.",
    "unlock.opening": "Opening…",
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
        "ctrl+r shows people and places that can help, now and on every page."
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
    "days.weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "days.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "days.date": "{day} {month}",
    "days.today.night": "last night",
    "days.today.morning": "this morning",
    "days.today.afternoon": "this afternoon",
    "days.today.evening": "this evening",
    "days.yesterday.morning": "yesterday morning",
    "days.yesterday.afternoon": "yesterday afternoon",
    "days.yesterday.evening": "yesterday evening",
    "days.night": "{day} night",
    "days.morning": "{day} morning",
    "days.afternoon": "{day} afternoon",
    "days.evening": "{day} evening",
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
    "home.not_now": "Not now is a whole answer. It is kept for you; press n to see it again.",
    "home.waiting": "A page is waiting: {title}, begun {when}",
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
    "home.key.journal": "Journal",
    "home.key.sessions": "Sessions",
    "home.key.why": "Why?",
    "home.side.ahead": "What lies ahead",
    "home.side.ahead.none": "No session is planned.",
    "home.side.recent": "Your last pages",
    "home.side.recent.none": "None yet.",
    "home.side.why": "Why these days? (y)",
    "home.side.why.begins": "Where they begin: {flag}.",
    "home.side.why.ends": "Where they end: {flag}.",
    "home.side.help": "When it is too much",
    "home.side.help.says": "ctrl+g steadies, ctrl+r shows people. Nobody is watching here.",
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
    # --- tui: guided
    "key.choose": "Choose",
    "key.space": "space",
    "key.backspace": "bksp",
    "key.no_answer": "No answer",
    "key.move": "Move",
    "key.press": "Do it",
    "field.own": "in your own words",
    "field.other": "Something else",
    "field.yes": "Yes",
    "field.no": "No",
    "field.write": "A word is enough.",
    "field.example": "for example {example}",
    "field.body.where": "Where",
    "field.body.how": "How it feels there",
    "field.read_on": "Enter goes on.",
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
    "finished.home": "Home",
    "finished.stopped": "That is enough for today.",
    "finished.kept": "It is kept in your journal.",
    "finished.nothing": "Nothing was said, so nothing was kept. That is fine too.",
    # --- tui: entries
    "pages.move": "Move",
    "pages.choose": "Choose",
    "pages.scroll": "Scroll",
    "pages.read": "Read",
    "journal.title": "Journal",
    "journal.empty": "Nothing is written yet.",
    "journal.empty.how": (
        "What you write will be listed here, newest first. "
        "Home has a first thing to begin with, and a free page is always there."
    ),
    "journal.damaged.one": (
        "One piece of writing is damaged and cannot be read. All the others are here."
    ),
    "journal.damaged.some": (
        "{count} pieces of writing are damaged and cannot be read. All the others are here."
    ),
    "entry.title": "A page from the journal",
    "entry.older": "Older",
    "entry.newer": "Newer",
    "entry.place": "{phase} · {session}",
    "entry.ends": "from {low_label} to {high_label}",
    "entry.aside": "Set aside",
    "entry.aside.why": "A later answer hid these words, or you passed them over. They are kept.",
    "entry.also": "Another text of this page",
    "entry.also.why": "It was written at the same time in another window. Both are kept.",
    "write.title": "A free page",
    "write.name": "A title, if you like",
    "write.page": "Write as it comes. Nobody reads along.",
    "write.keep": "Keep & close",
    "write.pause": "Pause",
    "write.discard": "Throw away",
    "write.kept": "kept",
    "write.unkept": "being kept…",
    "write.discard.ask": "Throw this page away?",
    "write.discard.says": "What is on it will be gone for good.",
    "write.discard.no": "Keep writing",
    "write.discard.yes": "Throw it away",
    # --- tui: sessions
    "sessions.title": "Sessions",
    "sessions.empty": "No session is here yet.",
    "sessions.empty.how": (
        "Press a to add one, past or coming. About when is enough. "
        "The days around it then have a shape, and home knows what fits them."
    ),
    "sessions.add": "Add",
    "sessions.edit": "Change",
    "sessions.went": "took place",
    "sessions.coming": "coming",
    "sessions.unsaid": "not said yet",
    "sessions.called_off": "called off",
    "sessions.phases.none": "It was called off, so no days follow from it.",
    "sessions.phase.since": "from {when}",
    "route.iv": "IV",
    "route.im": "IM",
    "route.nasal": "nasal",
    "route.oral": "oral",
    "route.sublingual": "lozenge",
    "route.none": "talk",
    "route.iv.long": "Into a vein (IV)",
    "route.im.long": "Into a muscle (IM)",
    "route.nasal.long": "Nasal spray",
    "route.oral.long": "Swallowed",
    "route.sublingual.long": "Lozenge under the tongue",
    "route.none.long": "No medicine: talk therapy, EMDR",
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
    "question.went": "Did it go ahead?",
    "question.slept": "Have you slept since?",
    "question.about": "{title}, {when}",
    "question.yes": "Yes",
    "question.moved": "It was moved",
    "question.no": "No",
    "question.not_yet": "Not yet",
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
    "support.nobody": "Nobody is on this list yet. Press e to add someone.",
    "support.person": "{name}: {reach}",
    "support.lines": "Help lines",
    "support.lines_in": "Help lines, {country}",
    "support.choose_country": "Press c to choose your country and see its lines.",
    "support.line": "{name}: {ways}",
    "support.call": "call {number}",
    "support.text": "text {what}",
    "support.or": ", or ",
    "support.checked": "last checked {month}; {source}",
    "support.emergency": "Emergency",
    "support.in_danger": "If you or someone else is in danger now: call {number}.",
    "people.title": "People who help",
    "people.says": "Who would you call? They stand first when you press ctrl+r.",
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
    "plain.help.help": "/help says this again.",
    "plain.help.words": "To write such a word yourself, put a space before it.",
    "plain.set.author": "From {author}.",
    "plain.set.length": "Up to {count} questions, about {minutes} min.",
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
    "plain.recall": "On {when} you wrote:",
    "plain.recall_in": "On {when}, in the time called {phase}, you wrote:",
    "plain.no_note": "No note is kept yet.",
    "plain.said_so_far": "You wrote so far:",
    "plain.said_before": "You said: {said}. An empty line keeps it.",
    "plain.other": "Something else, in your own words",
    "plain.today": "today",
    "plain.yesterday": "yesterday",
    "plain.how.text_first": "Write as many lines as you like. An empty line ends your answer.",
    "plain.how.text": "Your words, then an empty line.",
    "plain.how.scale": "A number from {low} to {high}.",
    "plain.how.number": "A number.",
    "plain.how.number_in": "A number, in {unit}.",
    "plain.how.yesno": "1 or y for yes, 2 or n for no.",
    "plain.how.choice": "The number of one of them.",
    "plain.how.several": "One number or more, with spaces between.",
    "plain.how.body_words": "How does it feel there?",
    "plain.how.date": "A day, such as 2026-11-20.",
    "plain.how.time": "A time, such as 14:30.",
    "plain.how.other": "In your own words, on one line:",
    "plain.how.read": "Enter goes on.",
    "plain.unsteady": "That does not sound steady. Let us rest first.",
    "plain.unsteady.ground": "Ground me",
    "plain.unsteady.on": "Go on with light questions",
    "plain.unsteady.people": "People who can help",
    "plain.unsteady.stop": "Stop here; what you said is kept",
    "plain.near": "The next question comes near a hard memory. Would you like that now?",
    "plain.near.yes": "Yes",
    "plain.near.no": "No, leave it out",
    "plain.ground.which": "Which one? Enter takes the first.",
    "plain.ground.enter": "Take the time you like. Enter goes on.",
    "plain.ground.done": "That was the last step.",
    "plain.support.people": "Your people:",
    "plain.support.people_locked": "They are shown once your journal is open.",
    "plain.support.people_none": "Nobody is on your list yet.",
    "plain.support.care_team": "Your care team:",
    "plain.support.care_team_none": "Your clinic or therapist, or someone you trust.",
    "plain.support.person": "{name}: {reach}",
    "plain.support.lines": "Help lines:",
    "plain.support.line": "{name}: {ways} (last checked {day}; {source})",
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
    "plain.waiting": "A page is waiting: {title}, begun {day}.",
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
    "plain.sessions": "Which session? Choose one to change it.",
    "plain.sessions.none": "None of them",
    "plain.sessions.added": "It is added: {session}.",
    "plain.sessions.kept": "It stands as: {session}.",
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
    "plain.country.how": "Two letters or the name; an empty line leaves it open.",
    "plain.country.unknown": "That country is not known here; an empty line leaves it open.",
    "plain.passphrase.strength": "This one is {word}. {hint}",
    "plain.passphrase.differ": "The two are not the same; let us begin again.",
    "plain.passphrase.other": "Choose another one",
    "plain.passphrase.use": "Use it all the same",
    "plain.passphrase.choose": "Choose a passphrase now",
    "plain.code.group": "Group {number}: {group}",
    "plain.code.back": "/back says the code once more.",
    "plain.code.differs": "Group {number} reads differently here; try once more.",
    "plain.unlock.help": (
        "Type your passphrase; it is not shown. Your recovery code opens the journal too. "
        "/ground and /support work here as well."
    ),
    # --- cli
    "cli.help": (
        "An encrypted, offline journal for the days around a deep therapy session. "
        "Without a command it opens the journal."
    ),
    "cli.commands": "Commands",
    "cli.init.help": "Make a journal. It asks for a passphrase twice and shows a recovery code.",
    "cli.init.no_recovery": "Make no recovery code; then the passphrase is the only way in.",
    "cli.init.made": "Your journal is at {path}.",
    "cli.session.help": "Add, list or change sessions.",
    "cli.session.add.help": (
        "Add a session, past or coming. WHEN may be exact or rough, such as 'tomorrow 3pm' or "
        "'yesterday evening'. What stands on the command line ends up in the shell's history; "
        "without WHEN you are asked for everything."
    ),
    "cli.session.list.help": "List the sessions, newest first.",
    "cli.session.edit.help": (
        "Change a session. The beginning of its ID is enough. What stands on the command line "
        "ends up in the shell's history."
    ),
    "cli.session.route": "How the medicine is taken; none for a session without any.",
    "cli.session.title": "A title, such as 'Second session'.",
    "cli.session.when": "When it is, exactly or roughly.",
    "cli.session.went": "Whether it went ahead.",
    "cli.session.slept": "Say that you have slept since.",
    "cli.session.no_route": (
        "Say how the medicine is taken, such as --route im, or --route none for a session without."
    ),
    "cli.session.not_added": "No session was added; you can try again at any time.",
    "cli.session.nothing_to_change": (
        "Nothing was named that should change; --when, --route, --title, --went and --slept can."
    ),
    "cli.due.help": "Say in one line what is next.",
    "cli.due.next": "{title}, about {minutes} min: integrate write {set}",
    "cli.due.went": "Did your session go ahead? integrate session edit {id} --went yes (or no)",
    "cli.due.slept": "Have you slept since your session? integrate session edit {id} --slept",
    "cli.write.help": (
        "Answer a set, full screen or with --plain line by line; without SET the one that is "
        "due. The answers may come through a pipe: lines that end early are kept as a page, "
        "and an answer that does not fit keeps nothing."
    ),
    "cli.note.help": (
        "Keep a free page from standard input. It is not given on the command line, "
        "which would end up in the shell's history."
    ),
    "cli.note.write": "Write as it comes. Ctrl-D on an empty line ends the page.",
    "cli.note.long": "That is more than {most} MB; split it and keep the parts.",
    "cli.note.not_text": (
        "This is not UTF-8 text from byte {at} on, so nothing was kept; save it as UTF-8."
    ),
    "cli.note.empty": "There are no words in it, so nothing was kept.",
    "cli.list.help": "List the pages, newest first, without their words.",
    "cli.show.help": "Print a page with its words. The beginning of its ID is enough.",
    "cli.ground.help": "Go through something that steadies. No passphrase is needed.",
    "cli.support.help": "Say people and places that can help. No passphrase is needed.",
    "cli.support.country": "With --country and two letters, only that country's lines stand here.",
    "cli.demo.help": "Look at an invented journal. It needs no passphrase and is gone at exit.",
    "cli.demo.at": "Which day of its story to see.",
    "cli.completion.help": "Print the script that lets a shell complete our commands.",
    "cli.completion.bash": ("# Keep this as ~/.local/share/bash-completion/completions/integrate"),
    "cli.completion.zsh": "# Keep this as _integrate in a folder of your $fpath.",
    "cli.completion.fish": "# Keep this as ~/.config/fish/completions/integrate.fish",
    "cli.option.journal": "The journal's file; INTEGRATE_JOURNAL may name it too.",
    "cli.option.passphrase_file": "Read the passphrase from a file that only you can read.",
    "cli.option.passphrase_command": "Take the passphrase from what a command prints.",
    "cli.option.json": "Print JSON, for scripts.",
    "cli.option.plain": "Plain lines, for screen readers and slow links.",
    "cli.option.country": "Two letters, for help lines.",
    "cli.country.unknown": "There are no lines for that country; those known are {known}.",
    "cli.passphrase.ask": "Passphrase, or recovery code:",
    "cli.passphrase.nobody": (
        "No passphrase was given; type it at a terminal, "
        "or use --passphrase-file or --passphrase-command."
    ),
    "cli.loose": ("Others on this computer can get at {path}; make it yours alone with chmod 600."),
    "cli.passphrase.both": "Give a passphrase file or a passphrase command, not both.",
    "cli.passphrase.no_file": "The passphrase file {path} cannot be read; look at its name.",
    "cli.passphrase.special": "{path} is not a plain file or a pipe; put the passphrase in one.",
    "cli.passphrase.foreign": "The passphrase file {path} belongs to someone else; use your own.",
    "cli.passphrase.open": (
        "Others can read the passphrase file {path}; make it yours alone with chmod 600."
    ),
    "cli.passphrase.quotes": "A quote in the passphrase command is not closed; close it.",
    "cli.passphrase.no_command": "The passphrase command is empty; name a program.",
    "cli.passphrase.slow": (
        "The passphrase command took longer than {seconds} seconds; try it by itself first."
    ),
    "cli.passphrase.failed": (
        "The passphrase command ended with code {code}; try it by itself first."
    ),
    "cli.passphrase.not_run": "The passphrase command {command} cannot be run; look at its name.",
    "cli.passphrase.long": "What {source} holds is too long for a passphrase.",
    "cli.passphrase.not_text": "What {source} holds is not text, so it is no passphrase.",
    "cli.passphrase.empty": "There is no passphrase in {source}.",
    "cli.which": "Say what to do",
    "cli.usage": "{what}; {command} --help says more.",
    "cli.unexpected": "Something unforeseen happened ({place}); what was kept before is safe.",
    # --- demo
    "demo.corner": "invented journal",
    "demo.another": "Another day",
    "demo.ask": "Which day would you like to see?",
    "demo.says": "This journal is invented. Each day shows it as it was then.",
}


def say(key: str, **parts: object) -> str:
    """The sentence for `key`, with its parts filled in.

    Raises:
        KeyError: if the catalogue has no such sentence, or a part is not given.
    """
    return EN[key].format(**parts)
