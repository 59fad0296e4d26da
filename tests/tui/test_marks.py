"""Signs, and what stands for them where there is only ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from integrate.tui import marks

OURS = {
    name: value
    for name, value in vars(marks).items()
    if name.isupper() and isinstance(value, str) and not name.startswith("_")
}


@pytest.mark.parametrize("name", OURS)
def test_every_sign_has_one_of_the_same_width_in_ascii(name):
    plain = marks.in_ascii(OURS[name])
    assert plain.isascii()
    assert cell_len(plain) == cell_len(OURS[name])


@given(st.text(alphabet=st.sampled_from([*map(chr, marks.ASCII), *"abc éß日"])))
def test_nothing_moves_when_signs_are_put_into_ascii(text):
    plain = marks.in_ascii(text)
    assert cell_len(plain) == cell_len(text)
    assert set(plain) & set(map(chr, marks.ASCII)) == set()


def test_letters_of_every_alphabet_stay():
    assert marks.in_ascii("Straße, naïve, 日本, שלום") == "Straße, naïve, 日本, שלום"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Mn", "Me", "Cf"])))
def test_what_an_encoding_cannot_say_leaves_its_room(text):
    for encoding in ("ascii", "latin-1"):
        written = marks.writable(text, encoding)
        assert written.encode(encoding) or not text
        assert cell_len(written) == cell_len(text)


def test_an_accent_is_lost_before_the_letter_is():
    assert marks.writable("café Łódź 日", "ascii") == "cafe ?odz ??"


UTF8 = {"LANG": "de_DE.UTF-8"}


@pytest.mark.parametrize("term", ["xterm-256color", "screen", "tmux-256color", "linuxish", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8"])
@pytest.mark.parametrize(
    "spoken",
    [
        UTF8,
        {"LC_ALL": "en_GB.utf8", "LANG": "C"},
        {"LC_CTYPE": "UTF-8"},
        {"LC_CTYPE": "C.UTF-8"},
        {},
    ],
)
def test_a_terminal_that_speaks_utf8_can_be_drawn_on(term, encoding, spoken):
    assert marks.draws({"TERM": term, **spoken}, encoding)


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({"TERM": "linux"}, "utf-8"),
        ({"TERM": "linux-16color"}, "utf-8"),
        ({"TERM": "dumb"}, "utf-8"),
        ({"TERM": "vt100"}, "utf-8"),
        ({"TERM": "xterm"}, "ascii"),
        ({"TERM": "xterm"}, "latin-1"),
        ({"TERM": "xterm"}, "no-such-thing"),
        ({"TERM": "xterm"}, None),
        ({"TERM": "xterm", "LC_ALL": "C"}, "utf-8"),
        ({"TERM": "xterm", "LC_ALL": "POSIX", **UTF8}, "utf-8"),
        ({"TERM": "xterm", "LANG": "de_DE@euro"}, "utf-8"),
        # Python puts the second into its environment where it finds the first.
        ({"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8"),
    ],
)
def test_one_that_has_few_signs_gets_plain_ones(environ, encoding):
    assert not marks.draws({**UTF8, **environ}, encoding)
