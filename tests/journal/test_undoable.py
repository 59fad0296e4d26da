"""What can be taken back is told apart when it is read again."""

import msgspec

from integrate.domain.entry import Heading, Words
from integrate.journal.undoable import Deleted, Reworded, Undoable
from integrate.vault import Removed, Wording


def test_it_reads_back_as_what_it_was(now):
    raw = msgspec.Raw(b'{"text":"words"}')
    gone = Wording(rid=b"\x01" * 16, kind="entry", about=raw, value=raw, clock=3, parents=(b"2",))
    for each in (
        Deleted(removed=Removed(entity="ab", wordings=(gone,))),
        Reworded(
            entry="ab",
            rid=b"\x01" * 16,
            heading=Heading(when=now, title="t"),
            words=Words(text="words"),
        ),
    ):
        encoded = msgspec.json.encode(each)
        again = msgspec.json.decode(encoded, type=Undoable)
        assert type(again) is type(each)
        assert msgspec.json.encode(again) == encoded
