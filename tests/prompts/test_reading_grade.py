"""Everything that ships can be read at grade 8 or below, by the Flesch-Kincaid formula."""

import re

import pytest

HARDEST = 8.0
_SOURCES = re.compile(r"\s*\[[a-z0-9-]+\]")


def syllables(word):
    """Counted by groups of vowels, without a silent e at the end."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) > 3:
        word = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def grade(text):
    sentences = [part for part in re.split(r"[.?;:]+(?:\s|$)", text) if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z0-9'-]+", text)
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def as_sentences(texts):
    return " ".join(text if text.endswith((".", "?")) else f"{text}." for text in texts if text)


@pytest.mark.parametrize(
    ("word", "count"),
    [("safe", 1), ("memory", 3), ("settle", 2), ("asked", 1), ("started", 2), ("sober", 2)],
)
def test_syllables_are_counted_about_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_the_formula_tells_easy_from_hard():
    easy = "Press your feet down. Let go."
    hard = "Psychotherapeutic interventions necessitate individualised contraindication analysis."
    assert grade(easy) < 3
    assert grade(hard) > 15


def test_every_prompt_can_be_read_at_grade_8(prompts):
    grades = {prompt.id: grade(as_sentences((prompt.ask, prompt.help))) for _, prompt in prompts}
    assert {name: value for name, value in grades.items() if value > HARDEST} == {}


def test_every_opening_and_closing_can_be_read_at_grade_8(sets):
    grades = {
        (each.id, name): grade(text)
        for each in sets.values()
        for name, text in (("opening", each.set.opening), ("closing", each.set.closing))
        if text
    }
    assert {name: value for name, value in grades.items() if value > HARDEST} == {}


def test_every_set_with_all_its_options_can_be_read_at_grade_8(sets):
    for each in sets.values():
        texts = [each.set.opening, each.set.closing]
        for prompt in each.flat():
            texts += [prompt.ask, prompt.help, *(option.label for option in prompt.options)]
        assert grade(as_sentences(texts)) <= HARDEST, each.id


def test_what_support_says_can_be_read_at_grade_8(library):
    for text in library.support().texts:
        assert grade(text.headline) <= HARDEST, text.headline
        assert grade(text.body) <= HARDEST, text.body


def test_every_exercise_can_be_read_at_grade_8(library):
    for exercise in library.grounding():
        assert grade(as_sentences((exercise.note, *exercise.steps))) <= HARDEST, exercise.id


def test_what_a_phase_says_and_why_it_stands_there_can_be_read_at_grade_8(library):
    tables = library.phase_tables()
    for phase in (*tables.dosing.phases, *tables.talk.phases):
        assert grade(phase.says) <= HARDEST, phase.id
        for boundary in filter(None, (phase.begin, phase.end)):
            assert grade(_SOURCES.sub("", boundary.why)) <= HARDEST, boundary.why
