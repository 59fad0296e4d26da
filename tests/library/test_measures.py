"""Reading measures: each read once; a file whose own examples do not come true is refused."""

import shutil

import pytest

from integrate.library import BadFile, NoSuchSet
from integrate.library.measures import Measures, read_measure
from integrate.library.shipped import shipped_root

GOOD = """\
schema = 1

[measure]
id = "small"
title = "Small"
language = "en"
recall = "today"
min_days_between = 1
copyright = "Made for this test."
cite = "None."

[[option]]
value = 0
label = "No"

[[option]]
value = 1
label = "Yes"

[[item]]
n = 1
text = "One?"

[[item]]
n = 2
text = "Two?"

[score]
min = 0
max = 2
missing = "no-score"
bands = [{ from = 0, to = 1, label = "low" }, { from = 2, to = 2, label = "high" }]
parts = [{ id = "A", items = [1] }, { id = "B", items = [2] }]

[[vector]]
answers = [1, 1]
total = 2
band = "high"
source = "ours"
"""


@pytest.fixture
def read(tmp_path):
    def put_and_read(text):
        path = tmp_path / "small.toml"
        path.write_text(text, "utf-8")
        return read_measure(path)

    return put_and_read


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(shipped_root() / "measures", tmp_path / "measures")
    return tmp_path


def test_a_good_file_is_read(read):
    found = read(GOOD)
    assert (found.id, found.values, len(found.items)) == ("small", (0, 1), 2)


LOOK = "cannot be read; look at how the other measures write it"


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ('id = "small"', 'id = "Small One"', (4, 6), "'Small One' is not an id"),
        ("between = 1", "between = -1", (8, 20), f"'min_days_between' {LOOK}"),
        ("n = 2", "n = 3", (25, 5), f"'n' {LOOK}"),
        ("value = 1", "value = 0", (17, 9), f"'value' {LOOK}"),
        ("min = 0", "min = 1", (29, 7), f"'min' {LOOK}"),
        ("max = 2", "max = 3", (30, 7), f"'max' {LOOK}"),
        ("from = 2, to = 2", "from = 3, to = 3", (32, 47), f"'bands' {LOOK}"),
        ("from = 2, to = 2", "from = 2, to = 3", (32, 9), f"'bands' {LOOK}"),
        ("to = 1,", "to = 0,", (32, 47), f"'bands' {LOOK}"),
        ("items = [2]", "items = [3]", (33, 37), f"'parts' {LOOK}"),
        ("items = [2]", "items = [1]", (33, 37), f"'parts' {LOOK}"),
        ('id = "B"', 'id = "A"', (33, 9), f"'parts' {LOOK}"),
        ("total = 2", "total = 1", (35, 1), f"'vector' {LOOK}"),
        ('band = "high"', 'band = "low"', (35, 1), f"'vector' {LOOK}"),
        ("answers = [1, 1]", "answers = [1]", (35, 1), f"'vector' {LOOK}"),
        ("answers = [1, 1]", "answers = [1, 2]", (35, 1), f"'vector' {LOOK}"),
        ("total = 2", "total = 2\nsupport = true", (35, 1), f"'vector' {LOOK}"),
        ("total = 2", "total = 2\nparts = { A = 2 }", (35, 1), f"'vector' {LOOK}"),
        ("total = 2", "total = 2\nsymptom_rule = true", (35, 1), f"'vector' {LOOK}"),
        ('"no-score"', '"impute"', (31, 11), "'impute' does not fit 'missing'"),
        ('text = "Two?"', 'txt = "Two?"', (26, 1), "there is no key 'txt' here"),
        ('copyright = "Made for this test."\n', "", (3, 1), "the key 'copyright' is missing here"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old, new, place, told, read):
    assert GOOD.count(old) == 1
    with pytest.raises(BadFile) as caught:
        read(GOOD.replace(old, new))
    assert caught.value.message.startswith(told)
    assert (caught.value.line, caught.value.column) == place


def test_a_rule_over_a_part_that_is_not_there_is_told(read):
    rule = '[score.symptom_rule]\nat_least = 1\nparts = { C = 1 }\nmeaning = "m"\nsource = "s"\n'
    with pytest.raises(BadFile, match="'parts' cannot be read"):
        read(GOOD.replace("[[vector]]", f"{rule}\n[[vector]]"))


def test_options_and_a_scale_exclude_each_other_and_one_is_needed(read):
    scale = "[scale]\nlow = 0\nhigh = 1\n"
    without = GOOD[: GOOD.index("[[option]]")] + GOOD[GOOD.index("[[item]]") :]
    for text in (GOOD.replace("[score]", f"{scale}\n[score]"), without):
        with pytest.raises(BadFile, match="'option' cannot be read"):
            read(text)
    assert read(without.replace("[score]", f"{scale}\n[score]")).values == (0, 1)


def test_all_shipped_measures_can_be_read():
    assert set(Measures.shipped().measures()) == {
        "phq9",
        "gad7",
        "phq4",
        "pcl5",
        "pcptsd5",
        "suds",
    }


def test_a_measure_that_is_not_there_is_told_with_those_that_come_near():
    with pytest.raises(NoSuchSet) as caught:
        Measures.shipped().measure("phq8")
    assert "phq9" in caught.value.closest


def test_a_name_cannot_lead_out_of_the_folder():
    with pytest.raises(NoSuchSet):
        Measures.shipped().measure("../phases")


def test_one_measure_reads_only_its_own_file_and_once(copied):
    (copied / "measures" / "gad7.toml").write_text("spoiled")
    measures = Measures(copied)
    first = measures.measure("phq9")
    (copied / "measures" / "phq9.toml").write_text("spoiled")
    assert measures.measure("phq9") is first
    with pytest.raises(BadFile, match=r"gad7\.toml:1:8: "):
        measures.measures()


def test_a_measure_must_be_called_what_its_file_is_called(copied):
    (copied / "measures" / "gad7.toml").rename(copied / "measures" / "gad8.toml")
    with pytest.raises(BadFile, match="calls itself gad7; give the file the same name"):
        Measures(copied).measure("gad8")
