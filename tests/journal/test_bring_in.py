"""Bringing a set in from a file: looked over, told, and kept only after a yes."""

import os

import pytest

from integrate.journal.bring_in import NotRight, bring_in, look_over, replaces
from integrate.journal.sets import AlreadyKept, CannotKeep, keep_set, own_sets, own_text

from .test_shelf import LAKE


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "lake.toml"
    made.write_text(LAKE)
    return made


def test_looking_keeps_nothing(journal, file):
    arrived = look_over(journal, file)
    assert arrived.set.title == "By the lake"
    assert replaces(arrived) == ""
    assert own_sets(journal) == ()


def test_after_a_yes_it_is_kept_as_it_was_read(journal, file, now):
    arrived = look_over(journal, file)
    file.write_text("something else meanwhile")
    kept = bring_in(journal, arrived, now)
    assert (kept.source, kept.ready) == ("imported", True)
    assert own_text(journal, "lake") == LAKE


def test_everything_that_needs_a_change_is_told(journal, file):
    file.write_text(LAKE.replace("kind", "kindd").replace("minutes = 3", 'minutes = "x"'))
    with pytest.raises(NotRight) as wrong:
        look_over(journal, file)
    assert len(wrong.value.findings) == 2
    assert str(file) in str(wrong.value)


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe\xff",
        b"schema = 1\n" * 200_000,
        b'title = "\\u001b]0;owned\\u0007"',
        b"a" * 100_000,
        b"[" * 10_000,
    ],
    ids=["empty", "control", "not-text", "large", "escape", "long-line", "deep"],
)
def test_a_hostile_file_is_refused_in_plain_words(journal, file, hostile):
    file.write_bytes(hostile)
    with pytest.raises(NotRight) as wrong:
        look_over(journal, file)
    for each in wrong.value.findings:
        assert str(each).isprintable()
    assert own_sets(journal) == ()


def test_what_is_no_file_is_not_waited_for(journal, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "none.toml"):
        with pytest.raises(NotRight):
            look_over(journal, path)


def test_the_id_of_a_set_or_measure_of_ours_stays_ours(journal, file):
    for taken in ("open", "phq9"):
        file.write_text(LAKE.replace('id = "lake"', f'id = "{taken}"'))
        with pytest.raises(CannotKeep):
            look_over(journal, file)


def test_the_one_that_goes_is_named_with_both_versions(journal, file, now):
    keep_set(journal, LAKE, now, source="own")
    file.write_text(LAKE.replace('"1.0"', '"2.0"'))
    arrived = look_over(journal, file)
    assert "version 1.0" in replaces(arrived)
    assert "version 2.0" in replaces(arrived)
    assert bring_in(journal, arrived, now).version == "2.0"
    assert len(own_sets(journal)) == 1


def test_one_that_came_in_meanwhile_is_not_written_over_unasked(journal, file, now):
    arrived = look_over(journal, file)
    keep_set(journal, LAKE.replace("By the lake", "Mine"), now, source="own")
    with pytest.raises(AlreadyKept):
        bring_in(journal, arrived, now)
    assert own_sets(journal)[0].title == "Mine"


def test_having_this_very_set_already_is_known(journal, file, now):
    keep_set(journal, LAKE, now, source="imported")
    with pytest.raises(CannotKeep, match="very set already"):
        look_over(journal, file)
