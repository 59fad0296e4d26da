import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.domain.prompt import Kind
from integrate.library.beginning import FIRST_ID, beginning, id_from, questions_in
from integrate.library.read import read_set

LINE = st.text(st.characters(codec="utf-8"), max_size=60)


def read(folder, text):
    file = folder / "new.toml"
    file.write_text(text, "utf-8")
    return read_set(file)


def test_a_new_file_reads_back_without_a_finding(tmp_path):
    found = read(tmp_path, beginning())

    assert found.id == FIRST_ID
    kinds = [prompt.kind for prompt in found.flat()]
    assert kinds == [Kind.SCALE, Kind.CHOICE, Kind.TEXT, Kind.YESNO, Kind.TEXT]
    assert found.when is None


def test_the_commented_part_about_when_reads_back_once_it_is_let_in(tmp_path):
    keys = ("# [when]", "# table", "# phase", "# every_days")
    lines = [line[2:] if line.startswith(keys) else line for line in beginning().splitlines()]

    assert read(tmp_path, "\n".join(lines)).when.phase == "between"


def test_each_question_becomes_a_prompt_word_for_word(tmp_path):
    asked = ("What helped?", 'Who said "stay"?', "Was it C:\\new?", "¿Qué tal?", "Что помогло?")

    found = read(tmp_path, beginning(asked, "for-ana"))

    assert found.id == "for-ana"
    assert tuple(prompt.ask for prompt in found.prompt) == asked
    assert [prompt.id for prompt in found.prompt] == [
        "what-helped", "who-said-stay", "was-it-c-new", "que-tal", "question-5",
    ]  # fmt: skip


def test_questions_with_the_same_words_get_ids_of_their_own(tmp_path):
    found = read(tmp_path, beginning(("And then?", "And then?", "And then 2?", "And then?")))

    assert len({prompt.id for prompt in found.prompt}) == 4


def test_the_marks_of_a_pasted_list_are_taken_off():
    pasted = "1. One?\r\n2) Two?\n\n - Three?\n• Four?\n(5) Five?\n---\n2026 was long. How long?\n"

    assert questions_in(pasted) == (
        "One?", "Two?", "Three?", "Four?", "Five?", "2026 was long. How long?",
    )  # fmt: skip


@given(st.lists(LINE, max_size=8))
def test_whatever_is_pasted_reads_back(tmp_path_factory, lines):
    questions = questions_in("\n".join(lines))

    found = read(tmp_path_factory.mktemp("set"), beginning(questions))

    if questions:
        assert tuple(prompt.ask for prompt in found.prompt) == questions


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Ana's prompts", "anas-prompts"),
        ("Für Jörg", "fur-jorg"),
        ("", FIRST_ID),
        ("Помощь", FIRST_ID),
        ("x" * 90, "x" * 40),
        ("one two three four five", "one-two-three-four"),
    ],
)
def test_an_id_is_made_of_the_first_words(words, made):
    assert id_from(words) == made
