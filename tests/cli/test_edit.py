import pytest

pytestmark = pytest.mark.usefixtures("made")


@pytest.fixture
def guided(at_journal, made) -> str:
    assert made.exists()
    at_journal("write", "checkin", stdin="7\n\n\n\n")
    (told,) = at_journal("list", "--json").json
    return told["id"]


def text(at_journal, page) -> str:
    return at_journal("show", page, "--json").json["text"]


def test_new_words_come_from_standard_input(at_journal, page):
    ran = at_journal("edit", page[:6], stdin="The kettle hums.\n")
    assert ran.code == 0
    assert page[:8] in ran.out
    assert text(at_journal, page) == "The kettle hums."


def test_json_says_what_became_of_it(at_journal, page):
    told = at_journal("edit", page, "--json", stdin="New.").json
    assert told == {"id": page, "title": "Free page", "changed": True, "apart": False}


def test_a_title_changes_without_a_look_at_standard_input(at_journal, page):
    assert at_journal("edit", page, "--title", "Har\x1bbour", stdin="not read").code == 0
    shown = at_journal("show", page, "--json").json
    assert (shown["title"], shown["text"]) == ("Harbour", "The kettle sang.")


@pytest.mark.parametrize("written", ["", " \n\n", "\x1b\x07"])
def test_without_a_word_nothing_changes_and_it_says_so(at_journal, made, page, written):
    before = made.read_bytes()
    ran = at_journal("edit", page, stdin=written)
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "nothing was changed" in ran.err
    assert made.read_bytes() == before


def test_the_same_words_change_nothing(at_journal, made, page):
    before = made.read_bytes()
    ran = at_journal("edit", page, stdin="The kettle sang.\n")
    assert (ran.code, "nothing was changed" in ran.out) == (0, True)
    assert made.read_bytes() == before


def test_a_page_of_questions_wants_to_know_which_answer(at_journal, guided):
    ran = at_journal("edit", guided, stdin="words")
    assert ran.code == 2
    assert ran.refused_in_one_sentence
    assert "--answer" in ran.err


@pytest.mark.parametrize(
    ("options", "code"), [(["--answer", "1"], 1), (["--answer", "99"], 1), (["--title", "x"], 1)]
)
def test_what_a_page_of_questions_does_not_take_is_refused(at_journal, made, guided, options, code):
    before = made.read_bytes()
    ran = at_journal("edit", guided, *options, stdin="words")
    assert ran.code == code
    assert ran.refused_in_one_sentence
    assert made.read_bytes() == before


def test_a_free_page_has_no_answers(at_journal, page):
    ran = at_journal("edit", page, "--answer", "1", stdin="words")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_a_page_that_is_not_there_is_refused(at_journal):
    ran = at_journal("edit", "zzzz", stdin="words")
    assert (ran.code, ran.refused_in_one_sentence) == (1, True)


def test_damage_is_code_3_or_not_there(at_journal, page, damage_newest_record):
    damage_newest_record()
    ran = at_journal("edit", page, stdin="words")
    assert ran.code in {1, 3}
    assert ran.refused_in_one_sentence


def test_at_a_terminal_it_is_asked_line_by_line(at_journal, page, typing):
    typing("Typed.", "/next")
    ran = at_journal("edit", page, "--json")
    assert ran.json["changed"]
    assert "The kettle sang." in ran.err
    assert text(at_journal, page) == "Typed."


def test_it_leaves_the_words_before_for_undo(at_journal, page, pocket):
    at_journal("edit", page, stdin="New.")
    (left,) = pocket.notes()
    assert b"kettle" not in pocket.read(left)
    assert at_journal("undo").code == 0
    assert text(at_journal, page) == "The kettle sang."


def test_earlier_wordings_are_shown_in_plain_words(at_journal, page):
    at_journal("edit", page, stdin="The kettle hums.")
    at_journal("edit", page, "--title", "Kitchen")
    ran = at_journal("show", page, "--history")
    assert ran.code == 0
    assert ran.out.splitlines()[4:] == [
        "",
        "Wording 2",
        "Tue 10 March 2026, 19:00",
        "The title was “Free page”.",
        "",
        "Wording 1",
        "This read differently:",
        "The kettle sang.",
    ]


def test_json_has_the_earlier_wordings_whole(at_journal, page):
    at_journal("edit", page, stdin="The kettle hums.")
    told = at_journal("show", page, "--history", "--json").json
    assert (told["id"], told["damaged"]) == (page, 0)
    assert [each["text"] for each in told["earlier"]] == ["The kettle sang."]


def test_an_earlier_wording_is_brought_back_by_its_number(at_journal, page):
    at_journal("edit", page, stdin="The kettle hums.")
    at_journal("edit", page, stdin="The kettle is quiet.")
    assert at_journal("edit", page, "--earlier", "1").code == 0
    assert text(at_journal, page) == "The kettle sang."
    assert len(at_journal("show", page, "--history", "--json").json["earlier"]) == 3


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_a_wording_that_is_not_there_is_one_sentence(at_journal, page, number):
    at_journal("edit", page, stdin="The kettle hums.")
    ran = at_journal("edit", page, "--earlier", number)
    assert ran.code == 1
    assert ran.refused_in_one_sentence
