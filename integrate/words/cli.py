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
        "This page answers questions; name one of them with --answer. "
        "These are words: {known}."
    ),
    "cli.edit.kept": "The new wording is kept; integrate show {id} --history shows earlier ones.",
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
}
