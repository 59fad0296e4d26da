"""Everything that ships can be read at grade 8 or below, by the Flesch-Kincaid formula."""

import re

from integrate.domain.reading import as_sentences, grade

HARDEST = 8.0
_SOURCES = re.compile(r"\s*\[[a-z0-9-]+\]")


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
