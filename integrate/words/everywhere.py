"""What is said in more than one place: answers, times, keys, days."""

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
    "app.how_to_close": "{close} closes. What you wrote is kept.",
    "strength.easy": "easy to guess",
    "strength.fair": "fair",
    "strength.strong": "strong",
    "strength.very_strong": "very strong",
    "strength.hint.words": "Four or five words that do not belong together are hard to guess.",
    "strength.hint.repeat": "Rows and repeats are tried early; words that do not fit are better.",
    "strength.hint.keys": "Patterns on the keys are tried early; words that do not fit are better.",
    "strength.hint.date": "Dates are tried early; words that do not fit together are better.",
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
    "search.none": "No page says all of these words.",
    "search.no_words": "There is no word in it to look for; one is enough.",
    "edit.empty": "There are no new words, so nothing was changed.",
    "edit.same": "It reads the same as before, so nothing was changed.",
    "edit.apart": "That page was deleted meanwhile; your words are kept as a new page, {id}.",
    "edit.no_answers": "This page answers no questions; its text and its title can be changed.",
    "edit.no_page": "This page answers questions; those of its answers that are words can change.",
    "edit.no_such_answer": "There is no answer {number} on this page; the last one is {most}.",
    "edit.not_words": "Answer {number} is no free text; it stays as it was said.",
    "history.none": "This page has only ever had these words.",
    "history.stays": "Earlier wordings, the newest first. They stay in your journal.",
    "history.wording": "Wording {number}",
    "history.title": "The title was “{title}”.",
    "history.tags": "The tags were {tags}.",
    "history.no_tags": "none",
    "history.read": "This read differently:",
    "history.added": "Words were only added since.",
    "history.same": "It read the same.",
    "history.damaged": "Earlier wordings that cannot be read: {count}.",
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
    "key.help": "Help",
    "key.menu": "Menu",
    "key.jump": "Jump",
    "key.back": "Back",
    "key.go_on": "Go on",
    "key.open": "Open",
    "key.next": "Next",
    "key.not_now": "Not now",
    "key.show_typed": "Show what I type",
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
    # --- tui: guided
    "key.choose": "Choose",
    "key.space": "space",
    "key.backspace": "bksp",
    "key.no_answer": "Clear",
    "key.move": "Move",
    "key.press": "Do it",
    # --- tui: sessions
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
    "question.went": "Did it go ahead?",
    "question.slept": "Have you slept since?",
    "question.about": "{title}, {when}",
    "question.yes": "Yes",
    "question.moved": "It was moved",
    "question.no": "No",
    "question.not_yet": "Not yet",
    # --- demo
    "demo.corner": "invented journal",
    "demo.another": "Another day",
    "demo.ask": "Which day would you like to see?",
    "demo.says": "This journal is invented. Each day shows it as it was then.",
}
