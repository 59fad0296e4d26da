"""Reading one file: what is right is read, what is wrong is told with its place."""

import subprocess
import sys

import pytest

from integrate.domain.prompt import Does, Kind
from integrate.library import read_set


def test_a_good_file_is_read(write, good):
    found = read_set(write(good))
    assert (found.id, found.title, found.when) == ("evening", "Evening", None)
    assert [prompt.id for prompt in found.flat()] == [
        "evening-how",
        "evening-strong",
        "evening-page",
        "evening-line",
    ]
    how, strong, *_ = found.flat()
    assert how.kind is Kind.CHOICE
    assert how.option("hard").does is Does.GROUND
    assert strong.shown_if.all_[0].is_ == "="


def test_windows_line_ends_read_the_same(write, good):
    assert read_set(write(good.replace("\n", "\r\n"))) == read_set(write(good))


DOES = "support, ground, show-people, show-care-team, show-lines, show-note, park, stop"
TEXT = "text in quotes"
WHOLE = "a whole number"
HIGH = "low, high, step, low_label, high_label"
LINE = '"One line?"'

WRONG = {
    "a mistyped key": (
        '"How was today?"',
        '"How?"\naskk = 1',
        "askk",
        "there is no key 'askk' here; did you mean 'ask'?",
    ),
    "a mistyped key of an option": (
        'label = "Hard"',
        'labell = "Hard"',
        "labell",
        "there is no key 'labell' here; did you mean 'label'?",
    ),
    "a key like none": (
        LINE,
        f"{LINE}\nqqq = 3",
        "qqq",
        "there is no key 'qqq' here; take it out, or mend its name",
    ),
    "a key like none of few": (
        "low = 0",
        "xyzzy = 0",
        "xyzzy",
        f"there is no key 'xyzzy' here; the keys here are {HIGH}",
    ),
    "text for a number": (
        "minutes = 3",
        'minutes = "3"',
        '"3"',
        f"'minutes' is {TEXT}; it should be {WHOLE}",
    ),
    "a fraction": ("high = 10", "high = 9.5", "9.5", f"'high' is a number; it should be {WHOLE}"),
    "a yes for text": (LINE, "true", "true", f"'ask' is true or false; it should be {TEXT}"),
    "a mistyped kind": (
        'kind = "text"',
        'kind = "texts"',
        '"texts"',
        "'texts' does not fit 'kind'; did you mean 'text'?",
    ),
    "a mistyped does": (
        'does = "ground"',
        'does = "grund"',
        '"grund"',
        "'grund' does not fit 'does'; did you mean 'ground'?",
    ),
    "a does that there is not": (
        'does = "ground"',
        'does = "launch"',
        '"launch"',
        f"'launch' does not fit 'does'; choose one of {DOES}",
    ),
    "a depth that there is not": (
        "max_depth = 2",
        "max_depth = 4",
        "4",
        "'4' does not fit 'max_depth'; choose one of 1, 2, 3",
    ),
    "a newer schema": (
        "schema = 1",
        "schema = 2",
        "2",
        "this file has schema 2, and this version reads schema 1; a newer one may read it",
    ),
    "a number in a translation": (
        LINE,
        f"{LINE}\ntranslations.es = {{ ask = 33 }}",
        "33",
        f"'ask' is {WHOLE}; it should be {TEXT}",
    ),
    "a mistyped key in a translation": (
        LINE,
        f'{LINE}\ntranslations.es = {{ ask = "x", helpp = "y" }}',
        "helpp",
        "there is no key 'helpp' here; did you mean 'help'?",
    ),
    "a number for a list": (
        LINE,
        f"{LINE}\noptions = 77",
        "77",
        f"'options' is {WHOLE}; it should be a list in [ ]",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_key_or_value_is_told_with_its_place(name, good, refused):
    old, new, wrong, message = WRONG[name]
    assert good.count(old) == 1
    spoiled = good.replace(old, new)
    bad = refused(spoiled)
    offset = spoiled.index(wrong, spoiled.index(new))
    line, column = spoiled[:offset].count("\n") + 1, offset - spoiled.rfind("\n", 0, offset)
    assert (bad.message, bad.line, bad.column) == (message, line, column)


@pytest.mark.parametrize(
    ("old", "place"), [('ask = "How was today?"\n', (14, 1)), ('ask = "One line?"\n  ', (35, 3))]
)
def test_a_missing_key_is_told_at_its_table(old, place, good, refused):
    bad = refused(good.replace(old, ""))
    assert bad.message == "the key 'ask' is missing here; add it"
    assert (bad.line, bad.column) == place


def test_an_option_without_a_label_is_told_at_the_option(spoiled):
    message, place = spoiled('{ value = "good", label = "Good" }', '{ value = "good" }')
    assert (message, place) == ("the key 'label' is missing here; add it", (19, 3))


@pytest.mark.parametrize(
    "broken",
    [
        ('title = "Evening"', 'title = "Evening', (5, 17), "a text is not closed"),
        ('title = "Evening"', "title = Evening", (5, 9), "no value can be read here"),
        ('title = "Evening"', 'title "Evening"', (5, 7), "an '=' is missing after the key"),
        ('title = "Evening"', 'id = "again"', (5, 13), "this key or table stands here a second"),
        ("max_depth = 2", "max_depth = 2 3", (12, 15), "something follows the value"),
        ('"Evening"', '"Eve\\ning\\q"', (5, 20), "a '\\' in double quotes begins a special letter"),
        ('"Evening"', '"Eve\x1b[31mning"', (5, 13), "a control or stray character stands here"),
        ("minutes = 3", "minutes = nan", (10, 11), "this is no number to reckon with"),
        ("minutes = 3", "minutes = 1e999", (10, 11), "this is no number to reckon with"),
        ("max_depth = 2", "max_depth = 2026-02-30", (12, 13), "this is not a date"),
        ("[set]", "[set", (3, 5), "a bracket is not closed"),
        ("[set]", "set]", (3, 4), "an '=' is missing after the key"),
        ("  depth = 2\n", "  depth = [2,", (39, 14), "the file ends too soon"),
        ("schema = 1", "= 1", (1, 1), "this line cannot be read as TOML"),
    ],
)
def test_what_is_not_toml_is_told_with_its_place(broken, good, refused):
    old, new, place, start = broken
    bad = refused(good.replace(old, new, 1))
    assert bad.message.startswith(start)
    assert (bad.line, bad.column) == place


def test_the_place_is_the_same_with_windows_line_ends(good, refused):
    spoiled = good.replace('kind = "text"', 'kind = "texts"')
    unix, windows = refused(spoiled), refused(spoiled.replace("\n", "\r\n"))
    assert (windows.line, windows.column, windows.message) == (unix.line, unix.column, unix.message)


def test_an_escape_sequence_written_as_an_escape_reaches_nobody(write, good):
    found = read_set(write(good.replace('"Evening"', '"\\u001b[31mEve\\u202ening\\u0007"')))
    assert found.title == "[31mEvening"


def test_foreign_words_in_a_finding_are_cleaned_and_short(good, refused):
    key = '"' + "\\u001b[31m" + "k" * 200 + '" = 1'
    bad = refused(good.replace("minutes = 3", key))
    assert "\x1b" not in str(bad)
    assert "k" * 60 not in str(bad)


def test_markup_stays_plain_text(write, good):
    found = read_set(write(good.replace('"Evening"', '"[bold]Evening[/]"')))
    assert found.title == "[bold]Evening[/]"


@pytest.mark.parametrize("open_one", ["[", "[\n", "{ a = "])
def test_lists_and_tables_far_inside_each_other_are_refused(open_one, good, refused):
    bad = refused(f"{good}x = {open_one * 320}")
    assert "too deep inside each other" in bad.message or "ends too soon" in bad.message
    assert bad.line >= 40


def test_a_list_a_thousand_deep_is_refused_at_its_line(good, refused):
    bad = refused(f"{good}x = " + "[\n" * 3000)
    assert bad.message.startswith("lists or tables stand too deep")
    assert (bad.line, bad.column) == (40, 5)


def test_a_good_file_pays_nothing_for_findings():
    """What explains a finding is slow to import, and is imported only when there is one."""
    code = (
        "import sys; from integrate.library import Library; Library.shipped().sets();"
        "print([name for name in ('difflib', 'integrate.library.explain') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
