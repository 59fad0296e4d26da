"""Checking a set's file: everything that is wrong, each with its place and what would be right."""

from pathlib import Path

import pytest

from integrate.library import Library
from integrate.library.mend import MOST
from integrate.library.review import review, review_text
from integrate.library.shipped import shipped_root

BROKEN = Path(__file__).parent / "broken"
TABLES = Library.shipped().phase_tables()
SETS = sorted((shipped_root() / "sets").glob("*.toml"))


@pytest.fixture
def told(write):
    """What is said of this content, a line each, without the file's name."""

    def read(content):
        return [f"{bad.line}:{bad.column}: {bad.message}" for bad in review(write(content), TABLES)]

    return read


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_shipped_set_is_right(path):
    assert [str(each) for each in review(path, TABLES)] == []


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.toml")), ids=lambda path: path.stem)
def test_a_broken_file_is_told_with_every_place_and_advice(path):
    found = [f"{bad.line}:{bad.column}: {bad.message}" for bad in review(path, TABLES)]
    assert found == path.with_suffix(".txt").read_text().splitlines()


def test_what_is_told_never_steers_a_terminal():
    for path in BROKEN.glob("*.toml"):
        for bad in review(path, TABLES):
            assert str(bad).isprintable()


def test_a_set_that_is_right_says_nothing(told, good):
    assert told(good) == []
    assert told(good.replace("\n", "\r\n")) == []


def test_a_missing_file_is_told(tmp_path):
    (bad,) = review(tmp_path / "none.toml", TABLES)
    assert bad.message == "there is no such file; look at its name and folder"


def test_a_file_of_a_megabyte_is_told_and_not_read(told):
    assert told("#" * 1_000_000) == [
        "1:1: this file is too large; a content file holds 256 KiB at most"
    ]


def test_forty_thousand_dotted_keys_are_told_at_once(told, good):
    assert told(f"{good}\n{'a.' * 900}a = 1\n") == [
        "41:1: this key has more than 20 parts joined by dots; use fewer"
    ]
    assert told(f"{good}\n{'a.' * 20_000}a = 1\n") == [
        "41:2001: this line is longer than 2000 letters; break it up, or use text in three quotes"
    ]


def test_a_file_of_nothing_but_brackets_is_told(told):
    (line,) = told(f"schema = 1\na = [\n{'[' * 1_900}\n{']' * 1_900}]\n")
    assert "too deep inside each other" in line


def test_more_than_can_be_told_at_once_is_said(told, good):
    many = "\n".join(f"unknown{each} = 1" for each in range(MOST + 50))
    found = told(f"{many}\n{good}")
    assert len(found) == MOST + 1
    assert found[0] == "1:1: there is more to mend than can be told at once; mend these first"


def test_more_rules_broken_than_can_be_told_at_once_is_said_too(told, good):
    line = '[[prompt]]\nid = "p{}"\nkind = "text"\nask = "One dose?"\n'
    found = told(good + "".join(line.format(each) for each in range(MOST + 50)))
    assert len(found) == MOST + 1
    assert found[0].startswith("1:1: there is more to mend")
    assert found[-1].startswith(f"{39 + 4 * MOST}:7: 'dose' speaks of doses")
    exactly = told(good + "".join(line.format(each) for each in range(MOST)))
    assert len(exactly) == MOST
    assert found[1:] == exactly


def test_a_measure_is_told_from_a_set():
    (bad,) = review(shipped_root() / "measures" / "phq9.toml", TABLES)
    assert bad.message.startswith("this is a measure, and no prompt set")


def test_a_schema_of_the_wrong_type_hides_nothing_else(told, good):
    assert len(told(good.replace("schema = 1", 'schema = "1"\nmood = 2'))) == 2


def test_a_file_of_a_newer_schema_is_told_only_that(told, good):
    found = told(good.replace("schema = 1", 'schema = 2\nmood = "new"'))
    assert [line.partition(";")[0] for line in found] == [
        "1:10: this file has schema 2, and this version reads schema 1"
    ]


def test_a_mistyped_key_is_not_told_again_as_a_missing_one(told, good):
    assert told(good.replace('closing = "', 'closng = "')) == [
        "11:1: there is no key 'closng' here; did you mean 'closing'?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('id = "evening-how"', "id = 7", "15:6"),
        ('kind = "choice"', 'kind = "choose"', "16:8"),
        ('  { value = "good", label = "Good" },', "  7,", "19:3"),
        ("max_depth = 2", "max_depth = 9", "12:13"),
        ("scale = { low = 0, high = 10 }", "scale = 10", "27:9"),
        ('shown_if = { all = [{ prompt = "evening-how", is = "=", value = "hard" }] }',
         "shown_if = true", "28:12"),
    ],
)  # fmt: skip
def test_one_wrong_value_makes_one_finding_and_no_others_that_follow_from_it(
    old, new, place, told, good
):
    (line,) = told(good.replace(old, new))
    assert line.startswith(f"{place}: ")


def test_a_wrong_when_says_nothing_of_what_its_time_allows(told, good):
    found = told(f"{good.replace('depth = 2', 'depth = 3')}\n[when]\nphase = 3\n")
    assert "42:9: 'phase' is a whole number; it should be text in quotes" in found
    assert not any("deeper" in line for line in found)


def test_letters_made_of_two_are_nothing_unseen(told, good):
    assert told(good.replace("How was today?", "How was the cafe\u0301?")) == []
    assert told(good.replace("How was today?", "How was to\u202eday?")) == [
        "17:7: an unseen letter stands in here, and is never shown; take it out"
    ]


def test_words_are_graded_in_english_only(told, good):
    hard = good.replace("How was today?", "Psychotherapeutic considerations necessitated?")
    assert len(told(hard)) == 1
    assert told(hard.replace('language = "en"', 'language = "de"')) == []


def test_text_in_memory_is_told_the_same_as_the_file(write, good):
    spoiled = good.replace('kind = "scale"', 'kind = "scal"')
    path = write(spoiled)
    told = [str(bad) for bad in review_text(path, spoiled, TABLES)]
    assert told == [str(bad) for bad in review(path, TABLES)] != []


def test_an_unseen_letter_in_a_note_is_told_too(told, good):
    """Whoever shows the file's text would have it steer the terminal."""
    (only,) = told(good.replace("schema = 1", "schema = 1 # \x9b2J"))
    assert only.startswith("1:1: an unseen letter")
