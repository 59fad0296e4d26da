"""The settings page, and what it leads to."""

from typing import Final

EN: Final[dict[str, str]] = {
    "settings.title": "Settings",
    "settings.rests": "What opens the journal, and its backups, can wait until you have slept.",
    "settings.change": "Change",
    "settings.kept": "It is kept.",
    "settings.not_kept": "It holds until you close; the file with the settings cannot be written.",
    # --- the rows
    "settings.of.theme": "How it looks",
    "settings.of.motion": "Pages come in softly",
    "settings.of.marks": "Plain signs only",
    "settings.of.lock": "Locks by itself",
    "settings.of.country": "Country for help lines",
    "settings.of.language": "Language of the questions",
    "settings.of.people": "Your own list of people",
    "settings.of.passphrase": "Passphrase",
    "settings.of.code": "Recovery code",
    "settings.of.backups": "Backups, and checking",
    "settings.of.keyring": "Opens with the system's keyring",
    "settings.of.rekey": "A new key for everything",
    "settings.on": "on",
    "settings.off": "off",
    "settings.is.calm-dark": "calm, dark",
    "settings.is.calm-light": "calm, light",
    "settings.is.high-contrast": "high contrast",
    "settings.is.marks.auto": "where needed",
    "settings.is.marks.ascii": "always",
    "settings.is.minutes": "after {count} minutes",
    "settings.is.minute": "after one minute",
    "settings.is.never": "never",
    "settings.is.none": "none chosen",
    "settings.is.own": "as each set is written",
    "settings.is.there": "there is one",
    "settings.is.missing": "there is none",
    # --- what each asks
    "settings.theme.ask": "How would you like it to look?",
    "settings.motion.ask": "May pages come in softly?",
    "settings.motion.says": "Nothing else here ever moves by itself.",
    "settings.motion.yes": "Softly",
    "settings.motion.no": "At once",
    "settings.marks.ask": "Which signs shall be drawn?",
    "settings.marks.says": "Plain ones help where boxes or arrows look wrong.",
    "settings.marks.auto": "Plain ones where the terminal has no others",
    "settings.marks.ascii": "Plain ones always",
    "settings.lock.ask": "When shall the journal lock by itself?",
    "settings.lock.says": "What you write is kept first.",
    "settings.language.ask": "Which language, where a set knows several?",
    "settings.language.says": "Sets that came along know English. Others may bring more.",
    # --- showing that one knows what opens it
    "settings.present.title": "Before this changes",
    "settings.present.says": "Whoever finds the journal open must not be able to change this.",
    "settings.present.looking": "A moment…",
    "settings.differs": "That does not open this journal. Try again, or go back with Esc.",
    # --- what opens it
    "settings.code.why": "The code opens the journal if the passphrase is lost.",
    "settings.someone": (
        "Could someone know the old one, or hold a copy? Then a new key is better. "
        "It stands in the settings."
    ),
    "settings.keyring.turn_off": "Ask me for the passphrase again",
    "settings.keyring.leave_on": "Leave it on",
    "settings.rekey.says": "It takes a while in a large journal, and can be stopped.",
    "settings.rekey.working": "Everything is being sealed anew…",
    "settings.rekey.no_backup": (
        "No backup could be made under the new key. Look whether the disk is full, then make one "
        "in the settings."
    ),
    "settings.rekey.keyring": "The keyring opens it no more; the settings can let it again.",
    "settings.rekey.old.ask": "Shall the backups under the old key be taken away?",
    # --- backups and checking
    "settings.care.title": "Backups, and checking",
    "settings.care.ask": "What would you like to do?",
    "settings.care.backup": "Make a backup now",
    "settings.care.check": "Check that everything can be read",
    "settings.care.restore": "Bring pages back from a backup",
    "settings.care.folder": "Choose the folder for backups",
    "settings.care.in": "in {folder}",
    "settings.backup.making": "A backup is being made…",
    "settings.check.working": "Everything is being read…",
    "settings.check.damaged": "“Check that everything can be read” says what can be done.",
    "settings.check.mend_lock": (
        "A damaged lock is made new where you change what it is for: the passphrase, the recovery "
        "code or the keyring."
    ),
    "settings.check.backup": (
        "The newest whole backup is {path}. “Bring pages back from a backup” takes it."
    ),
    "settings.check.aside": "You can go on without what cannot be read. A backup comes first.",
    "settings.check.accept": "You can take the journal as it stands from now on.",
    "settings.check.aside.ask": "Set aside what cannot be read?",
    "settings.check.accept.ask": "Take the journal as it stands?",
    "settings.check.accept.does": "Nothing is lost by it. A backup can still bring more back.",
    "settings.check.accept.do": "Take it as it stands",
    "settings.check.aside.working": "It is being set aside…",
    "settings.folder.ask": "Which folder shall backups go to?",
    "settings.folder.says": "Another disk is best: then both are not lost at once.",
    "settings.folder.beside": "Beside the journal",
    "settings.folder.other": "Another folder",
    "settings.folder.now": "Backups go to {folder} from now on.",
    "settings.folder.file": "That is a file; a folder is needed.",
    "settings.folder.left": "Backups made so far stay in {folder}.",
    "settings.restore.ask": "Which backup?",
    "settings.restore.says": "What is only in the journal stays. What was deleted stays so.",
    "settings.restore.other": "One that lies elsewhere…",
    "settings.restore.path": "Where is it?",
    "settings.restore.secret": "The passphrase or the code that opens this backup",
    "settings.restore.now": "Mostly that is the one you use now.",
    "settings.restore.working": "The backup is being read…",
    "settings.restore.again": "The journal locks now, and opens with what came back.",
    # --- while it works
    "settings.work.far": "{percent} of 100 parts are done.",
    "settings.work.stop": "Stop",
    "settings.work.stopping": "It is being stopped…",
    "settings.work.stopped": "It was stopped. The journal is as it was.",
    "settings.done": "Done",
}
