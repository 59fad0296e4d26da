"""Whatever stands at the journal's place: one calm sentence, an honest code, nothing changed."""

import os
from pathlib import Path

import pytest

from .conftest import tree

VERBS = [["list"], ["show", "ab"], ["due"], ["note"], ["session", "list"], ["write", "checkin"]]


def a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def a_link(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(path.parent / "elsewhere")


def an_empty_file(path: Path) -> None:
    path.parent.mkdir(parents=True, mode=0o700)
    path.touch(0o600)


def some_other_file(path: Path) -> None:
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_text("Dear diary, this is no vault at all.\n" * 300)
    path.chmod(0o600)


def a_pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, mode=0o700)
    os.mkfifo(path)


def nothing(path: Path) -> None:
    path.parent.mkdir(parents=True, mode=0o700)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize(
    "make", [a_folder, a_link, an_empty_file, some_other_file, a_pipe, nothing]
)
def test_what_is_not_a_journal_is_refused(at_journal, journal_path, make, verb, home):
    make(journal_path)
    before = tree(home)
    ran = at_journal(*verb, stdin="some words\n")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert tree(home) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_somebody_elses_journal_is_refused(at_journal, made, home):
    os.chown(made, 12345, -1)
    before = tree(home)
    ran = at_journal("list")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "someone else" in ran.err
    assert tree(home) == before


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_truncated_journal_is_damaged_and_not_a_wrong_passphrase(at_journal, made, keep, home):
    at_journal("note", stdin="the kettle\n" * 2000)
    whole = made.read_bytes()
    with made.open("r+b") as file:
        file.truncate(int(len(whole) * keep))
    before = tree(home)
    ran = at_journal("list")
    assert ran.code == 3
    assert ran.refused_in_one_sentence
    assert "damaged" in ran.err
    assert tree(home) == before


@pytest.mark.usefixtures("made")
def test_a_wrong_passphrase_is_code_1_and_changes_nothing(at_journal, secret_file, home):
    secret_file.write_text("another lamp\n")
    before = tree(home)
    for verb in VERBS:
        ran = at_journal(*verb, stdin="some words\n")
        assert ran.code == 1
        assert ran.refused_in_one_sentence
    assert tree(home) == before


@pytest.mark.usefixtures("made")
def test_a_journal_already_there_is_not_made_again(at_journal, home):
    before = tree(home)
    ran = at_journal("init")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert tree(home) == before
