"""The command line: its help, and its one sentence for each refusal."""

from typing import Final

EN: Final[dict[str, str]] = {
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
    "cli.show.history": "Show how the page read before it was changed.",
    "cli.search.help": (
        "Find pages by their words; a page must say all of them. Quotes keep a phrase together. "
        "What stands on the command line ends up in the shell's history; without WORDS you are "
        "asked for them. From a pipe, the first line says what to find."
    ),
    "cli.search.ask": "Which words?",
    "cli.edit.help": (
        "Give a page new words, from standard input or line by line. The beginning of its ID is "
        "enough. Earlier wordings stay in your journal."
    ),
    "cli.edit.title": (
        "Give a free page this title, and leave its words. "
        "What stands on the command line ends up in the shell's history."
    ),
    "cli.edit.answer": "Which answer to reword, on a page that answers questions.",
    "cli.edit.settle": "Let this take the place of texts that were written side by side.",
    "cli.edit.which": (
        "This page answers questions; name one of them with --answer. These are words: {known}."
    ),
    "cli.edit.kept": "The new wording is kept; integrate show {id} --history shows earlier ones.",
    "cli.edit.earlier": "Let the page read again as in this earlier wording.",
    "cli.edit.no_earlier": "There is no wording {number}; integrate show {id} --history has them.",
    "cli.tag.help": (
        "Put tags on a page, or take some off. Without TAG you are asked, or they come from "
        "standard input, one a line. What stands on the command line ends up in the shell's "
        "history."
    ),
    "cli.tag.remove": "Take this tag off; may be given more than once.",
    "cli.only.session": "Only pages of this session.",
    "cli.only.set": "Only answers to this set; free: only free pages.",
    "cli.only.tag": "Only pages with this tag.",
    "cli.only.when": "Only pages of these days, as in: last week.",
    "cli.delete.help": (
        "Delete a page, with all its wordings. The beginning of its ID is enough. "
        "It asks first, and says which backups still hold it."
    ),
    "cli.delete.also_in_backups": "Delete it in every known backup too.",
    "cli.delete.for_good": "Leave nothing for undo.",
    "cli.undo.help": (
        "Take back the last deletion or rewording, within ten minutes. "
        "A deleted page comes back under a new ID."
    ),
    "cli.ground.help": "Go through something that steadies. No passphrase is needed.",
    "cli.support.help": "Say people and places that can help. No passphrase is needed.",
    "cli.support.country": "With --country and two letters, only that country's lines stand here.",
    "cli.prompts.help": (
        "Look at prompt sets and measures, and keep sets of your own. Only your own need the "
        "passphrase."
    ),
    "cli.prompts.list.help": "List every prompt set and every measure.",
    "cli.prompts.show.help": (
        "Show one with all its words. A set says of each prompt why it is there; "
        "a measure says how it is scored."
    ),
    "cli.prompts.schema.help": (
        "Print the JSON Schema of set files. With it, an editor completes and checks them."
    ),
    "cli.prompts.new.help": (
        "Make a prompt set's file to start from, with notes. Questions on standard input, "
        "one a line, become its prompts. Without FILE it is printed."
    ),
    "cli.prompts.new.paste": "Paste questions at the terminal, one a line.",
    "cli.prompts.new.write": "Paste one question a line. End with Ctrl+D on a new line.",
    "cli.prompts.new.none": "No question was given, so nothing was made.",
    "cli.prompts.new.long": (
        "One of the questions is longer than {most} letters, so nothing was made. Break it up."
    ),
    "cli.prompts.new.too_many": (
        "These questions are more than a set can hold ({most} KiB), so nothing was made."
    ),
    "cli.prompts.print.help": (
        "Make a paper sheet of a set, a measure, or a file. It is one HTML file that needs "
        "nothing else, for people without the program. 'supporters' is a page for those around you."
    ),
    "cli.prompts.print.to": "Where the sheet goes; without it, it is printed.",
    "cli.prompts.print.minutes": "It takes about {minutes} min. You can skip any of it.",
    "cli.prompts.print.by": "By {author}. Licence: {licence}.",
    "cli.prompts.print.memory": ("These questions can stir memories. You can stop at any of them."),
    "cli.prompts.print.after_no": "After a no, leave the rest.",
    "cli.prompts.print.shows": (
        "It goes back to words you wrote before. Leave it if there are none."
    ),
    "cli.prompts.print.near": (
        "It comes near a hard memory. Leave it, unless you choose to answer."
    ),
    "cli.prompts.print.gate": "If this is low, let the rest wait for another day.",
    "cli.prompts.print.from": "If you mark {least} or more: {does}.",
    "cli.prompts.print.other": "Something else:",
    "cli.prompts.print.one": "Mark one.",
    "cli.prompts.print.any": "Mark any that fit.",
    "cli.prompts.print.word": "Mark a word for it.",
    "cli.prompts.print.option": "{label} ({does})",
    "cli.prompts.print.scale": "From {low} to {high}.",
    "cli.prompts.print.does.support": (
        "please reach out to a person now: someone you trust, your care team, a help line, "
        "or your local emergency number"
    ),
    "cli.prompts.print.does.ground": "take a moment to steady yourself first",
    "cli.prompts.print.does.show-people": "reach out to one of your own people",
    "cli.prompts.print.does.show-care-team": "call your care team",
    "cli.prompts.print.does.show-lines": "call a help line",
    "cli.prompts.print.does.show-note": "read your kind note",
    "cli.prompts.print.does.park": "put the sheet away for later",
    "cli.prompts.print.does.stop": "stop here",
    "cli.prompts.print.support": (
        "Nobody sees this sheet unless you show it. If you need help, reach out to a person: "
        "someone you trust, your care team, a help line, or {emergency}."
    ),
    "cli.new_file.written": "It was written to {file}.",
    "cli.new_file.taken": "There is something called {file} already. It was left as it is.",
    "cli.new_file.not_written": "The file {file} could not be written: {reason}.",
    "cli.prompts.check.help": (
        "Check files of prompt sets. Each line says where, what is wrong, and what would be right."
    ),
    "cli.prompts.check.clean": "{file}: all is well",
    "cli.prompts.sets": "Prompt sets",
    "cli.prompts.measures": "Measures",
    "cli.prompts.head.id": "id",
    "cli.prompts.head.prompts": "prompts",
    "cli.prompts.head.version": "version",
    "cli.prompts.head.minutes": "min",
    "cli.prompts.head.for": "for",
    "cli.prompts.head.title": "title, author",
    "cli.prompts.by": "{title}, {author}",
    "cli.prompts.chosen": "when chosen",
    "cli.prompts.hours": "{low} to {high} h",
    "cli.prompts.about": "{id} {version}, by {author}, {licence}",
    "cli.prompts.length": "About {minutes} min, {count} prompts, depth {depth} at most.",
    "cli.prompts.length.one": "About {minutes} min, one prompt, depth {depth} at most.",
    "cli.prompts.when.chosen": "It is there when somebody chooses it, and is never due by itself.",
    "cli.prompts.when.phase": "It is for this phase: {phase}.",
    "cli.prompts.when.hours": "It is for the time from {low} to {high} hours after the start.",
    "cli.prompts.when.hours.talk": "It is for sessions without a medicine.",
    "cli.prompts.when.days": "It comes again after {days} days.",
    "cli.prompts.when.first": "When sessions lie close together, it comes at the first one alone.",
    "cli.prompts.when.rotate": "When sessions lie close together, it takes turns with others.",
    "cli.prompts.kind.text": "In your own words.",
    "cli.prompts.kind.scale": "From {low} to {high}.",
    "cli.prompts.kind.scale.low": "From {low} ({low_label}) to {high} ({high_label}).",
    "cli.prompts.kind.step": "In steps of {step}.",
    "cli.prompts.kind.choice": "Choose one:",
    "cli.prompts.kind.multi": "Choose any:",
    "cli.prompts.kind.number": "A number.",
    "cli.prompts.kind.number.least": "It is {min} or more.",
    "cli.prompts.kind.number.most": "It is {max} or less.",
    "cli.prompts.kind.number.unit": "It counts {unit}.",
    "cli.prompts.kind.yesno": "Yes or no.",
    "cli.prompts.kind.date": "A date.",
    "cli.prompts.kind.time": "A time of day.",
    "cli.prompts.kind.feeling": "Choose any: {options}.",
    "cli.prompts.kind.body": "Choose a place: {options}.",
    "cli.prompts.kind.body.words": "Choose a word for it: {words}.",
    "cli.prompts.kind.display": "Words to read; there is nothing to answer.",
    "cli.prompts.kind.group": "A heading.",
    "cli.prompts.option": "- {label}",
    "cli.prompts.option.told": "- {label} ({told})",
    "cli.prompts.option.alone": "stands alone",
    "cli.prompts.option.other": "- something else, in your own words",
    "cli.prompts.does.support": "shows people and places that can help",
    "cli.prompts.does.ground": "offers something that steadies",
    "cli.prompts.does.show-people": "shows your own people",
    "cli.prompts.does.show-care-team": "shows the care team",
    "cli.prompts.does.show-lines": "shows help lines",
    "cli.prompts.does.show-note": "shows the kind note that was kept",
    "cli.prompts.does.park": "puts the set away for later",
    "cli.prompts.does.stop": "ends here",
    "cli.prompts.does.from": "From {least} on it {does}.",
    "cli.prompts.only": "Only if {conditions}.",
    "cli.prompts.and": " and ",
    "cli.prompts.or": " or ",
    "cli.prompts.both": "{all}, and also {any}",
    "cli.prompts.is.=": "the answer to {prompt} is {value}",
    "cli.prompts.is.!=": "the answer to {prompt} is other than {value}",
    "cli.prompts.is.<": "the answer to {prompt} is below {value}",
    "cli.prompts.is.<=": "the answer to {prompt} is {value} or less",
    "cli.prompts.is.>": "the answer to {prompt} is above {value}",
    "cli.prompts.is.>=": "the answer to {prompt} is {value} or more",
    "cli.prompts.is.exists.yes": "{prompt} was answered",
    "cli.prompts.is.exists.no": "{prompt} was not answered",
    "cli.prompts.quoted": "“{label}”",
    "cli.prompts.depth.2": "It asks to reflect (depth 2).",
    "cli.prompts.depth.3": "It comes near a hard memory (depth 3), and only after a yes.",
    "cli.prompts.memory": "It asks to come near a memory.",
    "cli.prompts.gate": "The answer decides how deep the rest may go.",
    "cli.prompts.series": "It is asked again over time, under the name {name}.",
    "cli.prompts.keeps": "The answer is kept as {name}, to be shown again.",
    "cli.prompts.shows": "It shows what was kept as {name}, and hides where there is nothing.",
    "cli.prompts.required": "It is marked as needed, and can be skipped all the same.",
    "cli.prompts.languages": "It also speaks: {languages}.",
    "cli.prompts.why": "Why: {ideas}.",
    "cli.prompts.why.article": "Why: {ideas} ({article} of the article).",
    "cli.prompts.ground": "On what ground: {flag}.",
    "cli.prompts.ground.near": "On what ground: {flag}, near what was {near}.",
    "cli.prompts.source.people.A": "- Found in people, in a trial or pooled trials: {cite}",
    "cli.prompts.source.people.B": "- Found in people, in a small study, label or report: {cite}",
    "cli.prompts.source.animals": "- Found in animals: {cite}",
    "cli.prompts.source.choice": "- A view, custom or known scale, and no finding: {cite}",
    "cli.prompts.star": "A star (*) marks what the article only calls other symptoms.",
    "cli.prompts.closing": "At the end",
    "cli.prompts.measure.recall": "It asks about this time: {recall}.",
    "cli.prompts.measure.soon": (
        "Before {days} days have passed, both answers would speak of the same time."
    ),
    "cli.prompts.measure.memory": (
        "It can stir memories; integrate ground is there before and after."
    ),
    "cli.prompts.measure.chosen": "It is never offered by itself.",
    "cli.prompts.measure.opening": (
        "Yes or no. After a no the total is 0, and nothing more is asked."
    ),
    "cli.prompts.measure.answers": "Each takes one of these",
    "cli.prompts.measure.function": "Asked after these, and never part of the score",
    "cli.prompts.measure.scoring": "How it is scored",
    "cli.prompts.measure.sum": "The total is the sum of all answers, from {min} to {max}.",
    "cli.prompts.measure.missing": "A missing answer makes no score.",
    "cli.prompts.measure.bands": "These bands were published:",
    "cli.prompts.measure.no_bands": "It has no bands here.",
    "cli.prompts.measure.range": "{low} to {high}",
    "cli.prompts.measure.part": "Part {id} is the sum of these items: {items}.",
    "cli.prompts.measure.cutoff": "Published cut-off {range}: {meaning} ({source}).",
    "cli.prompts.measure.cutoff.part": (
        "Published cut-off {range} for part {id}: {meaning} ({source})."
    ),
    "cli.prompts.measure.rule": (
        "A rule that counts answers of {least} or more: {parts}; {meaning} ({source})."
    ),
    "cli.prompts.measure.rule.part": "{count} in {id}",
    "cli.prompts.measure.rule.apart": "This rule and the cut-off say two things.",
    "cli.prompts.measure.change": "A change of {range} points: {meaning} ({source}).",
    "cli.prompts.measure.end": "A fall that ends at {most} or below: {meaning} ({source}).",
    "cli.prompts.measure.not": "What it is not",
    "cli.prompts.measure.not.diagnosis": "It is no diagnosis, and finds no illness.",
    "cli.prompts.measure.not.says": (
        "It says how often or how strongly something was there, and not why."
    ),
    "cli.prompts.measure.source": "Where it comes from",
    "cli.demo.help": "Look at an invented journal. It needs no passphrase and is gone at exit.",
    "cli.demo.at": "Which day of its story to see.",
    "cli.backup.help": (
        "Make a backup and say whether it is whole. Without FILE it goes where backups go; "
        "FILE may be a folder too."
    ),
    "cli.restore.help": (
        "Bring back what a backup holds, into the journal or to where there is none. "
        "What is only in the journal stays, and what was deleted stays deleted. "
        "The passphrase that is asked for is the backup's."
    ),
    "cli.restore.exactly": "Also take out what the backup does not have, after a yes.",
    "cli.restore.ask": "The backup's passphrase, or its recovery code:",
    "cli.check.help": "Read everything, and say what cannot be read and what helps.",
    "cli.check.set_aside": "Move what cannot be read into a file beside, after a yes.",
    "cli.passphrase.help": (
        "Change the passphrase, here and in every known backup. "
        "The present one, or the recovery code, is asked for first."
    ),
    "cli.recovery.help": "Make a new recovery code, shown once; the old one opens nothing then.",
    "cli.recovery.none": "Take the code away instead, after a yes.",
    "cli.rekey.help": (
        "Give the journal a new key, for when someone may know the passphrase or hold a copy."
    ),
    "cli.rekey.no_recovery": "Make no recovery code.",
    "cli.rekey.take_away_old": "Take away the known backups that are under the old key.",
    "cli.keyring.help": "Let this computer's keyring open the journal, or no more.",
    "cli.config.help": (
        "List the settings, say one, or change it. An empty VALUE takes it back. "
        "The keys of the full screen have a list of their own: integrate config keys"
    ),
    "cli.config.one": "One value is enough here. Put it in quotes if it has blanks in it.",
    "cli.config.line": "{name} = {value}  ({told})",
    "cli.config.unset": "not set",
    "cli.config.on": "on",
    "cli.config.off": "off",
    "cli.config.is.country": "two letters, for help lines",
    "cli.config.is.language": "such as es, for prompt sets that have it",
    "cli.config.is.face": "screen or plain",
    "cli.config.is.theme": "calm-dark, calm-light or high-contrast",
    "cli.config.is.motion": "off: pages of the full screen do not come in softly",
    "cli.config.is.marks": "ascii: no lines and signs that some fonts lack; auto looks itself",
    "cli.config.is.lock_after": "minutes without a key until it locks; 0 is never",
    "cli.config.is.backups": "the folder for backups; not set is one beside the journal",
    "cli.config.is.word_count": "on: a free page says how many words are on it",
    "cli.config.is.editor": "a program to write in, such as vim; not set is none",
    "cli.config.is.keyring": "changed with integrate keyring on or off",
    "cli.config.unknown": "There is no setting called {name}; there are {known}.",
    "cli.config.keyring": "This one is changed with integrate keyring on, or off.",
    "cli.config.language": "A language is written like es or es-MX; an empty value takes it back.",
    "cli.config.face": "The face is screen or plain; an empty value leaves it open.",
    "cli.config.theme": "A theme is one of {known}; an empty value takes it back.",
    "cli.config.motion": "Motion is on or off; an empty value takes it back.",
    "cli.config.word_count": "The word count is on or off; an empty value takes it back.",
    "cli.config.marks": "Marks are auto or ascii; an empty value takes it back.",
    "cli.config.lock_after": "That takes minutes, from 0 (never) to {most}.",
    "cli.config.backups": "{path} is not a folder; name a folder for the backups.",
    "cli.config.left": (
        "Backups that were made before stay in {old}; move them to {new}, so that a new "
        "passphrase or code reaches them too."
    ),
    "cli.config.not_written": (
        "The settings could not be written to {file}; look whether you may write there."
    ),
    "cli.completion.help": "Print the script that lets a shell complete our commands.",
    "cli.completion.bash": ("# Keep this as ~/.local/share/bash-completion/completions/integrate"),
    "cli.completion.zsh": "# Keep this as _integrate in a folder of your $fpath.",
    "cli.completion.fish": "# Keep this as ~/.config/fish/completions/integrate.fish",
    "cli.option.journal": "The journal's file; INTEGRATE_JOURNAL may name it too.",
    "cli.option.passphrase_file": "Read the passphrase from a file that only you can read.",
    "cli.option.passphrase_command": "Take the passphrase from what a command prints.",
    "cli.option.new_passphrase_file": (
        "Read the new passphrase from a file that only you can read."
    ),
    "cli.option.new_passphrase_command": "Take the new passphrase from what a command prints.",
    "cli.option.yes": "Say yes beforehand to what would be asked.",
    "cli.option.json": "Print JSON, for scripts.",
    "cli.option.plain": "Plain lines, for screen readers and slow links.",
    "cli.option.country": "Two letters, for help lines.",
    "cli.country.unknown": "There are no lines for that country; those known are {known}.",
    "cli.passphrase.ask": "Passphrase, or recovery code:",
    "cli.passphrase.nobody": (
        "No passphrase was given; type it at a terminal, "
        "or use --passphrase-file or --passphrase-command."
    ),
    "cli.passphrase.present": "Your present passphrase, or your recovery code:",
    "cli.passphrase.nobody_new": (
        "No new passphrase was given; type it at a terminal, "
        "or use --new-passphrase-file or --new-passphrase-command."
    ),
    "cli.yes.needed": "This asks before it does anything; type at a terminal, or add --yes.",
    "cli.nothing_changed": "Nothing was changed.",
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
}
