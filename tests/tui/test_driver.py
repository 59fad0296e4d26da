"""Speaking to a terminal that may be gone."""

import io

import pytest

from integrate.tui.driver import Lossy, forgiving


class Gone(io.StringIO):
    """A terminal whose other end was closed."""

    def write(self, _text: str) -> int:
        raise OSError

    def flush(self) -> None:
        raise OSError


def test_what_is_written_arrives_while_the_terminal_is_there():
    file = io.StringIO()
    assert Lossy(file).write("words") == 5
    assert file.getvalue() == "words"


@pytest.mark.parametrize("closed", [False, True])
def test_a_terminal_that_is_gone_stops_nobody(closed):
    file = io.StringIO() if closed else Gone()
    if closed:
        file.close()
    lossy = Lossy(file)
    assert lossy.write("words") == 5
    lossy.flush()
    assert lossy.closed is closed


def test_a_byte_that_is_no_text_is_one_odd_letter_and_words_cut_in_two_are_whole():
    decode = forgiving("utf-8")().decode
    assert decode(b"a\xe9 b\xc3") == "a\N{REPLACEMENT CHARACTER} b"
    assert decode(b"\xbc") == "\N{LATIN SMALL LETTER U WITH DIAERESIS}"
