"""The library: each file read once, when it is first asked for; bad ones told by name."""

import shutil

import pytest

from integrate.library import BadFile, Library, NoSuchSet
from integrate.library.shipped import shipped_root


@pytest.fixture
def copied(tmp_path):
    """A copy of the shipped content that a test may spoil."""
    shutil.copytree(shipped_root(), tmp_path / "prompts")
    return tmp_path / "prompts"


def test_all_shipped_content_can_be_read():
    library = Library.shipped()
    assert len(library.sets()) == 15
    assert library.phase_tables().dosing.id == "dosing"
    assert library.phase_tables().talk.id == "talk"
    assert library.grounding()
    assert library.support().lines
    assert library.references()
    assert library.vocabulary().feelings


def test_a_set_that_is_not_there_is_told_with_those_that_come_near():
    with pytest.raises(NoSuchSet) as caught:
        Library.shipped().set("setling")
    assert caught.value.closest[0] == "settling"
    assert str(caught.value) == "There is no set called setling; did you mean settling?"


def test_a_name_like_none_is_told_with_all_that_there_are():
    library = Library.shipped()
    with pytest.raises(NoSuchSet) as caught:
        library.set("\x1b[31mzzz\n")
    assert str(caught.value).startswith("There is no set called [31mzzz; the ones here are ")
    assert all(set_id in str(caught.value) for set_id in library.set_ids())


def test_a_name_cannot_lead_out_of_the_folder():
    with pytest.raises(NoSuchSet):
        Library.shipped().set("../phases")


def test_support_and_grounding_read_none_of_the_sets(copied):
    shutil.rmtree(copied / "sets")
    library = Library(copied)
    assert library.support().lines
    assert library.grounding()


def test_one_set_reads_only_its_own_file(copied):
    (copied / "sets" / "open.toml").write_text("spoiled")
    library = Library(copied)
    assert library.set("landing").id == "landing"
    with pytest.raises(BadFile, match=r"open\.toml:1:8: "):
        library.sets()


def test_a_file_is_read_once(copied):
    library = Library(copied)
    first = library.set("landing")
    shutil.rmtree(copied)
    copied.joinpath("sets").mkdir(parents=True)
    copied.joinpath("sets", "landing.toml").touch()
    assert library.set("landing") is first
    assert library.vocabulary() is library.vocabulary()


def test_a_set_must_be_called_what_its_file_is_called(copied):
    (copied / "sets" / "open.toml").rename(copied / "sets" / "wide.toml")
    with pytest.raises(BadFile, match="calls itself open; give the file the same name"):
        Library(copied).set("wide")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("phases.toml", 'flag = "our choice"', 'flag = "my choice"', "did you mean 'our choice'"),
        ("grounding.toml", "steps = [", "step = [", "did you mean 'steps'"),
        ("support.toml", '"care-team"', '"care team"', "did you mean 'care-team'"),
        ("support.toml", "last_checked = 2026-11-23", "last_checked = 3", "it should be a date"),
        ("vocabulary.toml", "feelings", "felings", "did you mean 'feelings'"),
        ("references.toml", 'grade = "B"', 'grade = "E"', "choose one of A, B, C, D"),
    ],
)
def test_every_other_file_is_read_as_strictly(name, old, new, told, copied):
    path = copied / name
    text = path.read_text()
    path.write_text(text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    library = Library(copied)
    read = {
        "phases.toml": library.phase_tables,
        "grounding.toml": library.grounding,
        "support.toml": library.support,
        "vocabulary.toml": library.vocabulary,
        "references.toml": library.references,
    }
    with pytest.raises(BadFile) as caught:
        read[name]()
    assert told in caught.value.message
    assert (caught.value.path, caught.value.line) == (path, line)


def test_a_phase_file_needs_both_tables(copied):
    path = copied / "phases.toml"
    path.write_text(path.read_text().split("# --- sessions without")[0])
    with pytest.raises(BadFile, match="the phase table 'talk' is missing; add it"):
        Library(copied).phase_tables()


def test_a_foreign_set_gets_the_shared_words(copied, tmp_path):
    path = tmp_path / "mine.toml"
    text = (copied / "sets" / "came-up.toml").read_text()
    path.write_text(text.replace('id = "came-up"', 'id = "mine"', 1))
    library = Library(copied)
    feeling = library.read(path).prompt[1]
    assert feeling.options == library.vocabulary().feelings


def test_words_of_a_sets_own_stay(copied, tmp_path):
    path = tmp_path / "mine.toml"
    own = '[{ value = "warm", label = "warm" }, { value = "cold", label = "cold" }]'
    text = (copied / "sets" / "came-up.toml").read_text()
    path.write_text(text.replace('kind = "feeling"', f'kind = "feeling"\noptions = {own}', 1))
    feeling = Library(copied).read(path).prompt[1]
    assert [option.value for option in feeling.options] == ["warm", "cold"]


def test_measures_are_part_of_the_library():
    library = Library.shipped()
    assert tuple(library.measures()) == library.measure_ids()
    assert library.measure("phq9") is library.measures()["phq9"]
