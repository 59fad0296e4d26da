"""What a set says of itself before it is begun: length, depth, time, origin, and grounds."""

import pytest

from integrate.journal.described import all_asked, described, described_set, facts, set_of
from integrate.journal.sets import keep_set
from integrate.journal.shelf import shelf

from .test_shelf import LAKE


def book(journal, now, set_id):
    return next(each for each in shelf(journal, now) if each.id == set_id)


def text(lines):
    return "\n".join(each.text for each in lines)


def test_it_says_how_long_how_deep_when_and_from_whom(journal, now):
    said = text(described(journal, book(journal, now, "open"), now))
    for sentence in (
        "Some people find these days a good time to look around.",
        "About 20 minutes.",
        "questions at most.",
        "can come near a hard memory. You are asked first, and can leave that part.",
        "It is asked in the open window, and whenever you choose it.",
        "By Integrate.",
        "Licence: CC-BY-4.0.",
        "Language: English.",
    ):
        assert sentence in said


def test_what_comes_again_says_after_how_long(journal, now):
    said = text(described(journal, book(journal, now, "weaving"), now))
    assert "It is asked again after 7 days." in said


def test_its_grounds_stand_apart_and_each_source_once_under_what_it_can_be_called(journal, now):
    lines = [each.text for each in described(journal, book(journal, now, "open"), now)]
    people, animals = lines.index("Found in people"), lines.index("Found in animals")
    views = lines.index("Views, customs and known scales; no findings")
    choice = lines.index("Our choice, near what was found in people")
    assert lines.index("Why these questions are here") < choice < lines.index("Sources") < people
    assert people < lines.index("· Li N et al. 2010 Science 329:959") - 1 == animals < views
    sources = [each for each in lines if each.startswith("· ")]
    assert len(sources) == len(set(sources))


def test_every_set_and_measure_of_ours_can_be_told(journal, now):
    for each in shelf(journal, now):
        lines = tuple(described(journal, each, now))
        assert facts(lines)
        assert any(line.heading for line in lines), each.id


def test_a_measure_says_what_it_is_whose_it_is_and_what_a_number_cannot_say(journal, now):
    said = text(described(journal, book(journal, now, "pcl5"), now))
    for sentence in (
        "A published questionnaire, word for word.",
        "It asks about this time: past month.",
        "It asks about hard memories, and can stir them.",
        "It is here when you choose it, and never asked by itself.",
        "You have not answered it yet.",
        "A number cannot say what you have, or why.",
        "in the public domain",
    ):
        assert sentence in said


def test_a_scale_of_ours_is_not_called_published(journal, now):
    said = text(described(journal, book(journal, now, "suds"), now))
    assert "One row of numbers that you can follow over time." in said
    assert "published" not in said.lower()


def test_a_measure_says_from_when_it_can_be_asked_again(journal, now, answer):
    answer("phq9", [1] * 9, days=3)
    said = text(described(journal, book(journal, now, "phq9"), now))
    assert "You last answered it on Sat 7 March." in said
    assert "It can be asked again from Sat 21 March." in said


def test_the_languages_of_a_set_are_named(journal, now):
    spoken = (
        LAKE + 'translations.es = { ask = "¿Qué luz?" }\ntranslations.es-MX = { ask = "¿Luz?" }'
    )
    keep_set(journal, spoken, now, source="imported")
    said = text(described(journal, book(journal, now, "lake"), now))
    assert "Language: English. Also in part or whole: Español, Español (es-MX)." in said


def test_a_set_without_sources_says_so(journal, now):
    keep_set(journal, LAKE, now, source="imported")
    said = text(described(journal, book(journal, now, "lake"), now))
    assert "Its author names no sources for it." in said
    assert "By Dr Okonjo." in said


def test_a_draft_tells_what_can_be_told(journal, now):
    keep_set(journal, LAKE.replace("closing", "ending"), now, source="own", state="draft")
    lines = tuple(described(journal, book(journal, now, "lake"), now))
    assert text(lines) == "It is still being written. It can be begun once it is done."
    assert set_of(journal, book(journal, now, "lake")) is None


def test_what_a_set_asks_is_numbered_and_what_goes_deep_is_marked(library):
    lines = [each.text for each in all_asked(library.set("open"))]
    assert lines[0] == "What it holds"
    assert lines[1].startswith("1. ")
    assert "It asks you to come near a memory." in lines


@pytest.mark.parametrize(("depth", "said"), [("1", "light"), ("2", "look closer")])
def test_depth_is_said_as_deep_as_it_goes_and_no_deeper(library, tmp_path, depth, said):
    file = tmp_path / "lake.toml"
    deep = LAKE.replace('closing = "Rest now."', 'closing = "Rest now."\nmax_depth = 2')
    file.write_text(f"{deep}depth = {depth}\n")
    assert said in text(described_set(library.read(file), library))
