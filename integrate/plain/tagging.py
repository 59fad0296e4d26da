"""Tags of a page, line by line."""

from integrate.journal.alike import alike
from integrate.journal.contents import Listed
from integrate.journal.tag import CannotTag, known_tags, tag
from integrate.plain.commands import heard
from integrate.plain.here import Here
from integrate.text import clean
from integrate.words import say

_MOST_KNOWN = 12
"""So many known tags are said; any other is found by typing it."""


def change_tags(here: Here, listed: Listed) -> None:
    """Puts tags on a page and takes them off, until an empty line; then they are kept in one go.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if they cannot be written.
    """
    tags = {alike(each): each for each in listed.heading.tags}
    known = [each for each in known_tags(here.journal) if alike(each) not in tags]
    here.talk.say(_now(tags))
    if known:
        here.talk.say(say("aloud.tags.known", tags=_joined(known[:_MOST_KNOWN])))
    here.talk.say(say("aloud.tags.how"))
    written = {alike(each): each for each in known}
    while isinstance(line := heard(here.talk), str) and line.strip():
        for word in filter(None, map(str.strip, line.split(","))):
            _turn(tags, word.lstrip("#").strip(), written)
        here.talk.say(_now(tags))
    before = {alike(each): each for each in listed.heading.tags}
    try:
        tag(
            here.journal,
            listed,
            here.clock(),
            add=[each for key, each in tags.items() if key not in before],
            remove=[each for key, each in before.items() if key not in tags],
        )
    except CannotTag as cannot:
        here.talk.say(str(cannot))


def _turn(tags: dict[str, str], word: str, written: dict[str, str]) -> None:
    """Takes off what is there, and puts on what is not, in the spelling that is known."""
    key = alike(word)
    if key in tags:
        del tags[key]
    elif word:
        tags[key] = written.get(key, word)


def _now(tags: dict[str, str]) -> str:
    if not tags:
        return say("aloud.tags.none")
    return say("aloud.tags.now", tags=_joined(list(tags.values())))


def _joined(tags: list[str]) -> str:
    return ", ".join(clean(each, one_line=True) for each in tags)
