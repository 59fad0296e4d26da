import pytest

from integrate.library import Library

LIBRARY = Library.shipped()
BAD = """schema = 1
[set]
id = "x"
"""


@pytest.mark.parametrize("name", [*LIBRARY.set_ids(), *LIBRARY.measure_ids()])
def test_every_set_and_measure_can_be_printed(command, home, name):
    ran = command("prompts", "print", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<!DOCTYPE html>\n")
    assert ran.out.endswith("</html>\n")
    assert list(home.iterdir()) == []


def test_a_sets_file_can_be_printed_to_a_file(command, home):
    assert command("prompts", "new", "mine.toml").code == 0

    ran = command("prompts", "print", "mine.toml", "--to", "mine.html")

    assert (ran.code, ran.err) == (0, "")
    assert "mine.html" in ran.out
    sheet = (home / "mine.html").read_text("utf-8")
    assert "What helped a little?" in sheet
    assert "Only if the answer to 2 is “Mixed” or the answer to 2 is “Hard”." in sheet


def test_a_sheet_is_never_written_over_something(command, home):
    (home / "mine.html").write_text("mine")

    ran = command("prompts", "print", "phq9", "--to", "mine.html")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert (home / "mine.html").read_text() == "mine"


def test_a_name_that_is_none_says_what_comes_near(command):
    ran = command("prompts", "print", "phq")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "phq9" in ran.err


def test_a_file_that_cannot_be_used_says_where(command, home):
    (home / "bad.toml").write_text(BAD)

    ran = command("prompts", "print", "bad.toml")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "bad.toml:" in ran.err


def test_a_file_that_is_not_there_is_said(command):
    ran = command("prompts", "print", "none.toml")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "no such file" in ran.err


def test_the_page_for_those_around_can_be_printed_to_a_file_of_its_owner_alone(command, home):
    ran = command("prompts", "print", "supporters", "--to", "page.html")

    assert (ran.code, ran.err) == (0, "")
    page = home / "page.html"
    assert "For the people around me" in page.read_text("utf-8")
    assert page.stat().st_mode & 0o777 == 0o600
    assert command("prompts", "print", "supporters", "--to", "page.html").code == 1
