"""Taking a prompt set in, giving it out and removing it: on the command line."""

import stat

import pytest

from integrate.journal import sets
from integrate.library.read import read_set

from .conftest import NOW, label

LAKE = """\
# For Ana, after our talk in May.
schema = 1

[set]
id = "lake"
title = "By the lake"
version = "1.0"
language = "en"
author = "Dr Okonjo"
licence = "CC-BY-4.0"
minutes = 3
closing = "Rest now."
max_depth = 2

[when]
table = "dosing"
phase = "open"

[[prompt]]
id = "lake-line"
kind = "text"
ask = "One line?"
depth = 2
memory = true
"""
LATER = LAKE.replace('version = "1.0"', 'version = "1.1"')


@pytest.fixture
def file(home):
    """A set's file from somebody else."""
    path = home / "from-ana.toml"
    path.write_text(LAKE, "utf-8")
    return path


@pytest.fixture
def with_lake(at_journal, made, file):
    """A journal that has it."""
    assert made.exists()
    assert at_journal("prompts", "import", file, "--yes").code == 0
    return at_journal


def own(at_journal):
    return at_journal("prompts", "list", "--own", "--json").json["sets"]


def test_a_set_is_taken_in_after_a_look_and_a_yes(at_journal, made, file, typing):
    said = typing(label("Keep it in my journal"))
    ran = at_journal("prompts", "import", file)

    assert made.exists()
    assert (ran.code, ran.err) == (0, "")
    told = "\n".join(said)
    for part in ("By the lake", "Dr Okonjo", "CC-BY-4.0", "one prompt", "Open window", "depth 2"):
        assert part in told
    assert "come near a memory" in told
    assert "integrate write lake" in ran.out
    assert [each["id"] for each in own(at_journal)] == ["lake"]


def test_without_a_yes_nothing_is_kept(at_journal, made, file, typing):
    typing("")
    ran = at_journal("prompts", "import", file)

    assert made.exists()
    assert ran.code == 1
    assert own(at_journal) == []


def test_a_set_of_the_same_id_is_replaced_only_after_both_versions_were_told(
    with_lake, file, typing
):
    file.write_text(LATER)
    said = typing("")
    assert with_lake("prompts", "import", file).code == 1
    assert any("version 1.0. This one is version 1.1" in line for line in said)
    assert [each["version"] for each in own(with_lake)] == ["1.0"]

    typing(label("Replace mine with it"))
    assert with_lake("prompts", "import", file).code == 0
    assert [each["version"] for each in own(with_lake)] == ["1.1"]


def test_the_very_same_set_again_changes_nothing(with_lake, made, file):
    before = made.read_bytes()
    ran = with_lake("prompts", "import", file, "--yes")

    assert (ran.code, ran.err) == (0, "")
    assert "Nothing was changed" in ran.out
    assert made.read_bytes() == before


HOSTILE = {
    "an escape sequence": (LAKE.replace("One line?", "\\u001b[2JOne?"), "22:7"),
    "one in a comment": (LAKE.replace("For Ana", "\x9b2J"), "1:1"),
    "a turned direction": (LAKE.replace("One line?", "\u202eOne?"), "22:7"),
    "a megabyte": (LAKE + "#" * 1024 * 1024, "1:1"),
    "a key of 40 kB": (f"{LAKE}{'a.' * 20_000}b = 1\n", "25:2001"),
    "a key of many parts": (f"{LAKE}{'a.' * 900}b = 1\n", "25:1"),
    "lists in lists": (f"{LAKE}x = {'[' * 900}\n", "25:5"),
    "a memory at the door": (LAKE.replace('"open"', '"doorstep"'), "24:10"),
    "no set at all": ("\x00\x01", "1:1"),
}


@pytest.mark.parametrize(("content", "place"), HOSTILE.values(), ids=HOSTILE)
def test_what_could_harm_is_refused_with_its_place(at_journal, made, file, content, place):
    file.write_text(content, "utf-8")
    before = made.read_bytes()
    ran = at_journal("prompts", "import", file, "--yes")

    assert ran.code == 1
    told = ran.out + ran.err
    assert f"from-ana.toml:{place}" in told
    assert all(line.isprintable() for line in told.splitlines())
    assert made.read_bytes() == before


def test_findings_are_told_as_the_check_tells_them(command, at_journal, made, file):
    file.write_text(LAKE.replace('"open"', '"doorstep"'))
    checked = command("prompts", "check", file)
    ran = at_journal("prompts", "import", file, "--yes")

    assert made.exists()
    assert ran.out == checked.out
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("taken", ["open", "phq9"])
def test_an_id_of_ours_is_refused_in_a_sentence(at_journal, made, file, taken):
    file.write_text(LAKE.replace('"lake"', f'"{taken}"'))
    ran = at_journal("prompts", "import", file, "--yes")

    assert made.exists()
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert taken in ran.err


def test_an_own_set_is_shown_printed_and_listed_only_when_asked_for(command, with_lake):
    for verb in ("show", "print"):
        assert "One line?" in with_lake("prompts", verb, "lake", "--own").out
        assert command("prompts", verb, "lake").code == 1
    assert "lake" not in with_lake("prompts", "list").out
    listed = with_lake("prompts", "list", "--own").out
    assert "By the lake, Dr Okonjo" in listed
    assert "Open window" in listed


def test_without_own_sets_the_list_says_how_to_get_one(at_journal, made):
    assert made.exists()
    assert "prompts import" in at_journal("prompts", "list", "--own").out


def test_a_set_that_rests_is_listed_with_the_reason(with_lake, monkeypatch):
    def refuses(_journal, _own):
        raise sets.BadFile(sets._name_of(_own), 3, 1, "this key is newer")

    monkeypatch.setattr(sets, "_parsed", refuses)
    listed = with_lake("prompts", "list", "--own").out
    assert "rests" in listed
    assert "lake.toml:3:1: this key is newer" in listed


def test_a_set_of_ours_is_exported_with_no_journal(command, home):
    ran = command("prompts", "export", "open", "mine.toml")
    assert (ran.code, ran.err) == (0, "")
    assert read_set(home / "mine.toml").id == "open"
    assert stat.S_IMODE((home / "mine.toml").stat().st_mode) == 0o600
    assert command("prompts", "export", "open").out == (home / "mine.toml").read_text("utf-8")


def test_an_own_set_is_exported_as_it_came_and_never_over_anything(with_lake, home):
    assert with_lake("prompts", "export", "lake").out == LAKE
    assert with_lake("prompts", "export", "lake", "out.toml").code == 0
    assert (home / "out.toml").read_text("utf-8") == LAKE
    ran = with_lake("prompts", "export", "lake", "out.toml")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_a_measure_is_not_given_out_as_a_set(command):
    ran = command("prompts", "export", "phq9")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "prompts print phq9" in ran.err


def test_removing_asks_and_leaves_what_was_written(with_lake, typing):
    said = typing("")
    assert with_lake("prompts", "remove", "lake").code == 1
    assert any("What you wrote with it stays" in line for line in said)
    assert len(own(with_lake)) == 1

    typing(label("Delete it for good"))
    ran = with_lake("prompts", "remove", "lake")
    assert ran.code == 0
    assert own(with_lake) == []


@pytest.mark.parametrize("name", ["open", "phq9", "lakes"])
def test_what_is_not_one_s_own_cannot_be_removed(with_lake, name):
    ran = with_lake("prompts", "remove", name, "--yes")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert len(own(with_lake)) == 1


def test_an_own_set_is_answered_and_its_entry_stays_when_it_is_removed(with_lake):
    start = NOW.replace(day=8, hour=17)
    assert with_lake("session", "add", f"{start:%Y-%m-%d %H:%M}", "--route", "im").code == 0
    ran = with_lake("write", "lake", "--plain", stdin="The water was flat.\n\n\n\n")
    assert ran.code == 0
    assert with_lake("prompts", "remove", "lake", "--yes").code == 0

    (entry,) = with_lake("list", "--json").json
    assert entry["title"] == "By the lake"
    assert with_lake("write", "lake", "--plain").code == 1


def test_an_id_that_nobody_has_is_told_once_the_journal_is_open(at_journal, made):
    assert made.exists()
    ran = at_journal("write", "opn", "--plain")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "open" in ran.err


def test_nothing_of_an_own_set_stands_readable_on_the_disk(with_lake, home):
    """DESIGN 6.1: own sets are private."""
    with_lake("prompts", "list", "--own")
    (home / "from-ana.toml").unlink()
    for path in home.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(word in data for word in (b"By the lake", b"Okonjo", b"lake-line"))
