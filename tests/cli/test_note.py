import json

import pytest

from integrate.cli import note as verb

pytestmark = pytest.mark.usefixtures("made")


def test_what_stands_on_standard_input_becomes_a_page(at_journal):
    ran = at_journal("note", stdin="One.\n\nTwo, später.\n")
    assert ran.code == 0
    (told,) = at_journal("list", "--json").json
    assert told["set"] is None
    assert "One.\n\nTwo, später." in at_journal("show", told["id"]).out


def test_json_names_the_page(at_journal):
    told = at_journal("note", "--json", stdin="words").json
    assert at_journal("show", told["id"], "--json").json["text"] == "words"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b"", "no words"),
        (b" \n\t\n", "no words"),
        (b"\x1b\x07\x00", "no words"),
        ("Käse".encode("latin-1"), "UTF-8"),
        ("words".encode("utf-16"), "UTF-8"),
    ],
)
def test_what_holds_no_words_is_refused_and_changes_nothing(at_journal, made, written, sentence):
    before = made.read_bytes()
    ran = at_journal("note", stdin=written)
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert sentence in ran.err
    assert made.read_bytes() == before


def test_more_than_fits_is_refused(at_journal, monkeypatch):
    monkeypatch.setattr(verb, "MOST_BYTES", 1024 * 1024)
    ran = at_journal("note", stdin=b"a" * (1024 * 1024 + 1))
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "1 MB" in ran.err


def test_a_mark_before_the_first_letter_is_no_word(at_journal):
    at_journal("note", stdin=b"\xef\xbb\xbfwords")
    (told,) = at_journal("list", "--json").json
    assert at_journal("show", told["id"], "--json").json["text"] == "words"


def test_escapes_are_taken_out_at_the_door(at_journal):
    told = at_journal("note", "--json", stdin="a\x1b]52;c;x\x07b\u202e").json
    shown = json.dumps(at_journal("show", told["id"], "--json").json)
    assert "\\u001b" not in shown
    assert "\\u202e" not in shown


def test_nothing_is_read_from_the_command_line(command):
    assert command("note", "my words").code == 2
