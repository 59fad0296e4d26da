import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.contents import Listed
from integrate.journal.folded import holding
from integrate.journal.search import _line, _pieces, search, wanted_in
from integrate.journal.sieve import Sieve, read_for
from integrate.journal.unlock import unlock
from integrate.vault import Revision
from tests.journal.conftest import MACHINE, PASSPHRASE


@pytest.fixture
def unread(path, library, journal):
    """The same journal, opened in another window and not read yet."""
    assert journal.vault.path == path
    other = unlock(path, PASSPHRASE, machine=MACHINE, library=library, read=False)
    yield other
    other.close()


def through(sieve, heading, words, kind="entry"):
    about, said = (msgspec.Raw(msgspec.json.encode(each)) for each in (heading, words))
    sieve.look(b"rid", Revision(entity="e", parents=(), clock=1, kind=kind, about=about), said)
    return bool(sieve._through)


def lets(text, words, title="Free page"):
    return through(Sieve(wanted_in(text)), {"title": title}, words)


def answered(kind, value, **more):
    return Answered(prompt="p", kind=kind, ask="What?", value=value, **more)


def test_what_is_found_with_the_sieve_is_what_is_found_without(unread, journal, free_page):
    for hours, text in enumerate(["a quiet\nharbour", "Café, café", "nothing", "harbour quiet"]):
        free_page(text, hours=hours)
    for text in ("harbour", '"quiet harbour"', "cafe", "free page", "marmalade"):
        wanted = wanted_in(text)
        some = read_for(unread, wanted)
        found = [each for lot in search(unread, wanted, some) for each in lot.found]
        assert found == [each for lot in search(journal, wanted) for each in lot.found]
        assert len(some) == len(found) or text == '"quiet harbour"'


def test_only_pages_that_pass_are_unsealed_again(unread, free_page, monkeypatch):
    free_page("tea", hours=2)
    page = free_page("kettle")
    read, really = [], unread.vault.values

    def values(rids):
        read.extend(rids)
        return really(rids)

    monkeypatch.setattr(unread.vault, "values", values)
    wanted = wanted_in("kettle")
    (lot,) = search(unread, wanted, read_for(unread, wanted))
    assert [each.id for each in lot.found] == [page.id]
    assert read == [lot.found[0].rid]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kettle", Words(text="the KETTLE")),
        ("cafe", Words(text="caf\u0301e\u0301")),
        ("don't", Words(text="DON’T")),
        ("a\\b", Words(text="a\\b")),
        ("covid-19", Words(text="Covid–19")),
        ("19", Words(text="nothing")),
        ("yes", Words(answers=(answered(Kind.YESNO, value=True),))),
        ("of 10", Words(answers=(answered(Kind.SCALE, 7, high=10),))),
        ("none", Words(answers=(answered(Kind.SCALE, 7),))),
        ("calm", Words(answers=(answered(Kind.MULTI, ("a",), labels=("calm",)),))),
        ("free kettle", Words(text="kettle")),
    ],
)
def test_a_page_that_says_it_passes(text, words):
    assert lets(text, words)


@pytest.mark.parametrize("text", ["kettle", "tea kettle", '"tea kettle"', "kettle's 19"])
def test_a_page_that_lacks_a_word_is_held_back(text):
    assert not lets(text, Words(text="tea\n\nand a \\ backslash"))


def test_letters_that_another_program_wrote_by_number_are_not_overlooked():
    for text in ("caf\u00e9", "one\ntwo \u00e9"):
        words = msgspec.Raw(json.dumps({"text": text}).encode())
        assert lets("cafe", words)


def test_words_that_cannot_be_understood_pass_so_that_they_are_counted(unread, journal, now):
    journal.vault.add("entry", Heading(when=now, title="tea"), {"text": 7})
    (lot,) = search(unread, ["kettle"], read_for(unread, ["kettle"]))
    assert (lot.found, lot.unread) == ((), 1)


def test_what_is_no_page_is_not_looked_at():
    assert not through(Sieve(["tea"]), {"title": "tea"}, None, kind="session")


def test_two_texts_side_by_side_may_say_it_together(unread, journal, free_page):
    page = free_page("first")
    (listed,) = journal.entries
    for text in ("kettle", "harbour"):
        journal.vault.add(
            "entry", listed.heading, Words(text=text), entity=page.id, after=[listed.rid]
        )
    wanted = wanted_in("kettle harbour")
    (lot,) = search(unread, wanted, read_for(unread, wanted))
    assert [each.id for each in lot.found] == [page.id]


_LETTERS = st.text(st.sampled_from("aeéßøœİı\u0301\u200b ’'-19\\/\"\n\t\x01…ㅎ한"), max_size=12)


@given(_LETTERS, _LETTERS, _LETTERS, _LETTERS, st.integers(0, 40), st.integers(1, 9))
def test_no_page_that_says_it_is_ever_held_back(text, title, tag, own, at, length):
    wanted = wanted_in(f"{text}{title}{tag}{own}"[at : at + length])
    words = Words(
        text=text,
        answers=(
            answered(Kind.TEXT, own),
            answered(Kind.NUMBER, 1e22, unit=own),
            answered(Kind.CHOICE, "a", labels=(tag,), other=text),
        ),
    )
    heading = Heading(when=datetime(2026, 3, 10, tzinfo=UTC), title=title, tags=(tag,))
    listed = Listed(id="e", heading=heading, rid=b"rid")
    line = _line(listed, [_pieces(words)])
    says = bool(holding([listed], [line], [each.encode(errors="replace") for each in wanted]))
    assert not says or through(Sieve(wanted), heading, words)
