"""The keys of the full screen by name, for whoever sets others; nothing of the screen is loaded.

A key is written as on the key line: `w`, `?`, `ctrl+n`, `f5`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

from integrate.text import clean
from integrate.words import say

FIXED: Final = frozenset(
    {
        *("enter", "escape", "tab", "shift+tab", "space"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *"0123456789",
    }
)
"""What everything can be reached by, on every keyboard: these always do what they do."""
SAFE: Final = ("everywhere.ground", "everywhere.support", "everywhere.help", "everywhere.quit")
"""Never without a key, and no other takes theirs."""
_EDITING: Final = frozenset({*(f"ctrl+{each}" for each in "aeukwdxy"), "f6", "f7"})
"""In a field these belong to the words."""
_NAMES: Final = {
    ",": "comma", ".": "full_stop", "?": "question_mark", "/": "slash", ":": "colon",
    ";": "semicolon", "-": "minus", "+": "plus", "=": "equals_sign", "#": "number_sign",
    "*": "asterisk", "!": "exclamation_mark", "'": "apostrophe", "<": "less_than_sign",
    ">": "greater_than_sign", "_": "underscore", "@": "at", "&": "ampersand",
    '"': "quotation_mark", "$": "dollar_sign", "%": "percent_sign", "^": "circumflex_accent",
    "(": "left_parenthesis", ")": "right_parenthesis", "[": "left_square_bracket",
    "]": "right_square_bracket", "{": "left_curly_bracket", "}": "right_curly_bracket",
    "\\": "backslash", "`": "grave_accent", "|": "vertical_line", "~": "tilde",
}  # fmt: skip
"""Signs that Textual knows by their names."""
_SIGNS: Final = {name: sign for sign, name in _NAMES.items()}
_SAME_AS: Final = {"h": "backspace", "i": "tab", "j": "enter", "m": "enter"}
"""With ctrl, terminals send these as another key."""
_TAKEN: Final = frozenset("cvz")
"""With ctrl: copying, pasting, and stepping out to the shell or taking back."""
_FULL_SCREEN: Final = "f11"
_FUNCTION: Final = re.compile(r"f([1-9]|1[0-2])")
_CONTROL: Final = re.compile(r"ctrl\+[a-z]")
_OTHERS: Final = frozenset({"delete", "insert", "backspace", "shift+up", "shift+down"})


def keys_in(written: str) -> list[str]:
    """Each key, as Textual calls it. A comma of its own is written `comma`."""
    named = (each.strip() for each in written.split(","))
    return [_NAMES.get(each, each) for each in named if each]


def shown(key: str) -> str:
    """A key as it is written, such as `?`."""
    return _SIGNS.get(key, key)


def told(name: str) -> str:
    """What the keys of this name do, in a sentence; empty where there is none to say."""
    for key in (f"tip.{name}", f"tip.any.{name.partition('.')[2]}"):
        with suppress(KeyError):
            return say(key)
    return ""


def problem(key: str) -> str | None:
    """Why a key cannot be counted on in every terminal; `None` if it can."""
    if key in FIXED:
        return say("keys.fixed", which=shown(key))
    if "alt+" in key or "meta+" in key:
        return say("keys.alt", which=key)
    if reaches(key):
        return None
    if _CONTROL.fullmatch(key) or _FUNCTION.fullmatch(key) or "+" in key:
        return say("keys.eaten", which=key)
    return say("keys.unknown_key", which=clean(shown(key), one_line=True))


def reaches(key: str) -> bool:
    """Whether every terminal hands this key on, Windows Terminal among them."""
    if _CONTROL.fullmatch(key):
        return key[-1] not in _TAKEN and key[-1] not in _SAME_AS
    if _FUNCTION.fullmatch(key):
        return key != _FULL_SCREEN
    return _is_a_letter(key) or key in _SIGNS or key in FIXED or key in _OTHERS


def _is_a_letter(key: str) -> bool:
    """Whether it is one letter of any alphabet: signs have names, and what steers is no key."""
    return len(key) == 1 and key.isalnum()


def rules(own: Mapping[str, str]) -> dict[str, str]:
    """What of a person's own keys holds: known names and keys that reach us, safety kept."""
    return {
        name: keys
        for name, keys in own.items()
        if name in KEYS
        and all(problem(key) is None for key in keys_in(keys))
        and (name not in SAFE or works_everywhere(name, keys, own))
        and not taken_from_safety(name, keys)
    }


def refusal(name: str, keys: str, own: Mapping[str, str]) -> str | None:
    """Why these keys cannot be given to this name; `None` if they can.

    Args:
        name: one of `KEYS`.
        keys: as Textual calls them, with commas between; empty: no key.
        own: the keys that are set otherwise so far.
    """
    for key in keys_in(keys):
        if (why := problem(key)) is not None:
            return why
    if name in SAFE and not keys_in(keys):
        return say("keys.safe.empty")
    if name in SAFE and not works_everywhere(name, keys, own):
        return say("keys.safe.typed")
    for key in taken_from_safety(name, keys):
        return say("keys.safe.taken", which=shown(key))
    return None


def works_everywhere(name: str, keys: str, own: Mapping[str, str]) -> bool:
    """Whether one of these keys does it on every page, and while words are typed."""
    return any(
        key not in _EDITING
        and (_CONTROL.fullmatch(key) or _FUNCTION.fullmatch(key))
        and not any(True for _ in meets(name, key, own))
        for key in keys_in(keys)
    )


def taken_from_safety(name: str, keys: str) -> list[str]:
    """Which of these keys belong to ground, support, help or closing."""
    safe = {key for each in SAFE if each != name for key in keys_in(KEYS[each])}
    return [key for key in keys_in(keys) if key in safe]


def meets(name: str, keys: str, own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Other things on the same page that one of these keys does: the key, and their name."""
    wanted = set(keys_in(keys))
    for other, usual in KEYS.items():
        if other != name and _together(name, other) and not _turns_back(name, other):
            for key in keys_in(own.get(other, usual)):
                if key in wanted:
                    yield key, other


def _turns_back(name: str, other: str) -> bool:
    """Whether it is the page's own way back on the key that led there."""
    return other.partition(".")[0] == name.partition(".")[2] or other == "hidden.uncover"


def _together(name: str, other: str) -> bool:
    rooms = {each.partition(".")[0] for each in (name, other)}
    return len(rooms) == 1 or "everywhere" in rooms


KEYS: Final[dict[str, str]] = {
    "arrived.preview": "v",
    "author.add": "a",
    "author.check": "c",
    "author.head": "h",
    "author.move-back": "e,less_than_sign,shift+up",
    "author.move-on": "l,greater_than_sign,shift+down",
    "author.paste": "p",
    "author.preview": "v",
    "author.redo": "r",
    "author.remove": "x,delete",
    "author.save": "s",
    "author.undo": "u",
    "author_fields.redo": "r",
    "author_fields.undo": "u",
    "author_scale.done": "ctrl+n",
    "author_words.done": "ctrl+n",
    "choice_list.clear": "backspace,delete",
    "demo_app.another_day": "t",
    "entry.delete": "x,delete",
    "entry.edit": "e",
    "entry.history": "h",
    "entry.jump-back": "N,p",
    "entry.jump-on": "n",
    "entry.tags": "t",
    "entry_edit.discard": "ctrl+t",
    "entry_edit.keep": "ctrl+n",
    "entry_wording.back_to": "b",
    "everywhere.ground": "ctrl+g,f9",
    "everywhere.help": "question_mark,f1",
    "everywhere.hide": "ctrl+p,f8",
    "everywhere.jump": "f6,g",
    "everywhere.lock": "ctrl+l,f4",
    "everywhere.menu": "ctrl+k,f12",
    "everywhere.quit": "ctrl+q",
    "everywhere.step_out": "ctrl+z",
    "everywhere.support": "ctrl+r,f10",
    "ground.back": "ctrl+g,f9",
    "guided.only_one": "f5",
    "guided.stop": "ctrl+t",
    "guided.turn-back": "ctrl+b",
    "guided.turn-next": "ctrl+n",
    "guided.turn-skip": "ctrl+o",
    "guided.why": "f3",
    "help.leave": "question_mark,f1",
    "hidden.uncover": "ctrl+p,f8",
    "home.again": "n",
    "home.go-checkin": "c",
    "home.go-draft-0": "d",
    "home.go-free": "w",
    "home.go-journal": "j",
    "home.go-library": "l",
    "home.go-sessions": "s",
    "home.go-settings": "e",
    "home.not_now": "n",
    "home.open_draft": "d",
    "home.put_away": "x",
    "home.why": "y",
    "journal.filter": "f",
    "journal.filter_typing": "ctrl+f",
    "journal.less": "backspace",
    "journal.search": "slash",
    "journal.undo": "u",
    "jump.leave": "f6",
    "library.add": "a",
    "library.bring_in": "i",
    "library_set.begin": "b",
    "library_set.edit": "e",
    "library_set.give_out": "f",
    "library_set.preview": "v",
    "library_set.remove": "x,delete",
    "menu.leave": "ctrl+k,f12",
    "people.add-care_team": "t",
    "people.add-people": "a",
    "people.done": "ctrl+n",
    "people.move-back": "u",
    "people.move-on": "d",
    "people.remove": "r,delete",
    "prompt_why.leave": "f3",
    "scale.clear": "backspace,delete",
    "secret.toggle_sight": "ctrl+s,f2",
    "session_form.back": "ctrl+b",
    "session_form.next": "ctrl+n",
    "session_form.save": "ctrl+s",
    "sessions.add": "a",
    "support.back": "ctrl+r,f10",
    "support.country": "c",
    "support.edit": "e",
    "write.discard": "ctrl+t",
    "write.keep": "ctrl+n",
    "write.outside": "f2",
    "yesno_field.say-no": "n",
    "yesno_field.say-yes": "y",
}
