"""The scanner that finds the line and column of an entry in valid TOML."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.library.locate import ANY, Place, place_at, place_of, spots_of

TEXT = '''\
# a comment with = and [brackets]
first = "one" # = two
"quoted key" = 1
a.b . c = 'x'

[table]   # [not.this]
text = """
[no.table]
no = 1
""" # after
literal = \'\'\'it''s = [x]\'\'\'
date = 1979-05-27 07:32:00
list = [
  1, # one, ]
  "two ] , ", [3, 4],
  { k = 5, l.m = "}" },
]

[[rows]]
n = 1
[rows.deep]
n = 2
[[rows.many]]
n = 3
[[rows.many]]
n = 4

[[rows]]
n = 5
[[rows.many]]
n = 6
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("first",), (2, 1), (2, 9)),
        (("quoted key",), (3, 1), (3, 16)),
        (("a",), (4, 1), (4, 11)),
        (("a", "b"), (4, 3), (4, 11)),
        (("a", "b", "c"), (4, 7), (4, 11)),
        (("table",), (6, 1), (6, 1)),
        (("table", "text"), (7, 1), (7, 8)),
        (("table", "literal"), (11, 1), (11, 11)),
        (("table", "date"), (12, 1), (12, 8)),
        (("table", "list"), (13, 1), (13, 8)),
        (("table", "list", 0), (14, 3), (14, 3)),
        (("table", "list", 1), (15, 3), (15, 3)),
        (("table", "list", 2, 1), (15, 19), (15, 19)),
        (("table", "list", 3), (16, 3), (16, 3)),
        (("table", "list", 3, "k"), (16, 5), (16, 9)),
        (("table", "list", 3, "l", "m"), (16, 14), (16, 18)),
        (("rows",), (19, 1), (19, 1)),
        (("rows", 0), (19, 1), (19, 1)),
        (("rows", 0, "deep", "n"), (22, 1), (22, 5)),
        (("rows", 0, "many", 1, "n"), (26, 1), (26, 5)),
        (("rows", 1), (28, 1), (28, 1)),
        (("rows", 1, "n"), (29, 1), (29, 5)),
        (("rows", 1, "many", 0, "n"), (31, 1), (31, 5)),
    ],
)
def test_each_entry_is_found(path, key, value):
    assert place_of(TEXT, path, key=True) == Place(*key)
    assert place_of(TEXT, path) == Place(*value)


def test_what_is_not_there_is_told_at_what_is_around_it():
    assert place_of(TEXT, ("table", "list", 3, "gone")) == Place(16, 3)
    assert place_of(TEXT, ("rows", 1, "gone", "far")) == Place(28, 1)
    assert place_of(TEXT, ("gone",)) == Place(1, 1)


def test_where_keys_are_free_the_first_one_that_fits_is_found():
    text = 'w.es = { ask = 1 }\nw.fr = { ask = 2, helpp = "" }\n'
    assert place_of(text, ("w", ANY, "helpp"), key=True) == Place(2, 19)
    assert place_of(text, ("w", ANY, "ask")) == Place(1, 16)


@pytest.mark.parametrize("written", [r'"\u00e9x"', '"éx"', "'éx'"])
def test_quoted_keys_are_found_by_what_they_mean(written):
    assert place_of(f"{written} = 1\n", ("éx",)) == Place(1, len(written) + 4)


def test_columns_count_characters_and_not_bytes():
    assert place_at("å = 1\né🌿x", 8) == Place(2, 3)


keys = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {written(v)}" for k, v in value.items()) + " }"
    return str(value)


values = st.recursive(
    st.integers() | st.booleans() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def paths(value, here=()):
    if isinstance(value, dict):
        entries = value.items()
    else:
        entries = enumerate(value) if isinstance(value, list) else ()
    for step, each in entries:
        yield (*here, step)
        yield from paths(each, (*here, step))


@given(top=st.dictionaries(keys, values, max_size=4), rows=st.lists(st.dictionaries(keys, values)))
def test_every_entry_of_any_file_is_found_and_no_other(top, rows):
    text = "".join(f"{key} = {written(value)}\n" for key, value in top.items())
    for row in rows:
        text += "[[ROWS]]\n" + "".join(f"{key} = {written(each)}\n" for key, each in row.items())
    assert set(spots_of(text)) == set(paths(tomllib.loads(text)))
