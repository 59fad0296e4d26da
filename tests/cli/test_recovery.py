import re

import pytest

from .conftest import label

pytestmark = pytest.mark.usefixtures("page")
CODE = re.compile(r"(\w{4}-){6}\w{4}")


@pytest.fixture
def opens(at_journal, made, tmp_path):
    def try_(code: str) -> bool:
        paper = tmp_path / "paper"
        paper.write_text(code)
        paper.chmod(0o600)
        return at_journal("list", "--journal", made, "--passphrase-file", paper).code == 0

    return try_


def test_in_a_pipe_the_code_alone_is_printed(at_journal, opens):
    ran = at_journal("recovery")
    assert ran.code == 0
    assert CODE.fullmatch(ran.out.strip())
    assert opens(ran.out.strip())


def test_the_old_one_opens_nothing_any_more(at_journal, opens):
    first = at_journal("recovery").out.strip()
    second = at_journal("recovery", "--json").json["recovery_code"]
    assert not opens(first)
    assert opens(second)


def test_backups_are_told(at_journal):
    backup = at_journal("backup", "--json").json["path"]
    assert at_journal("recovery", "--json").json["reached"] == [backup]
    assert "One backup opens with the same" in at_journal("recovery").err


def test_at_a_terminal_it_asks_says_it_once_and_has_part_typed_back(at_journal, typing):
    def group(said):
        number = said[-1].removeprefix("Group ")
        return next(line for line in said if line.startswith(f"Group {number}: "))[9:]

    said = typing(label("Make a new code"), label("I have written it down"), group, group)
    ran = at_journal("recovery")
    assert ran.code == 0
    assert said[-1] == "The new code counts from now on, and the old one opens nothing."


def test_at_a_terminal_a_no_leaves_the_old_one(at_journal, made, typing):
    before = made.read_bytes()
    typing("")
    ran = at_journal("recovery")
    assert (ran.code, ran.err) == (1, "Nothing was changed.\n")
    assert made.read_bytes() == before


def test_the_new_one_may_be_declined_in_the_backups_too(at_journal, typing):
    backup = at_journal("backup", "--json").json["path"]
    said = typing(
        label("Make a new code"),
        label("I would rather have none: paper gets found"),
        label("Go on without one"),
    )
    assert at_journal("recovery").code == 0
    assert any("no recovery code any more" in line for line in said)
    for path in (backup,):
        locks = at_journal("check", "--journal", path, "--json").json["locks"]
        assert [each["kind"] for each in locks] == ["passphrase"]


def test_it_may_be_taken_away_after_a_yes(at_journal):
    assert at_journal("recovery", "--none").code == 2
    code = at_journal("recovery").out.strip()
    told = at_journal("recovery", "--none", "--yes", "--json").json
    assert told["recovery_code"] is None
    assert code
    ran = at_journal("recovery", "--none", "--yes")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_the_only_key_is_not_taken_away(at_journal, journal_path, made, tmp_path):
    from integrate.journal.init import init_on_paper
    from integrate.library import Library
    from integrate.machine import Machine

    from .conftest import KDF

    assert made == journal_path
    path = tmp_path / "paper" / "journal.vault"
    journal, code = init_on_paper(path, machine=Machine(), library=Library.shipped(), kdf=KDF)
    journal.close()
    paper = tmp_path / "code"
    paper.write_text(code)
    paper.chmod(0o600)
    given = ("--journal", path, "--passphrase-file", paper)
    ran = at_journal("recovery", "--none", "--yes", *given)
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "only way in" in ran.err
    first = at_journal("passphrase", *given, "--new-passphrase-file", paper)
    assert first.out.startswith("Your journal has a passphrase now.")
