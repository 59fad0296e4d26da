"""A set in another language: prompt by prompt, and values never change."""

import msgspec
import pytest

from integrate.domain.prompt import PromptSet
from integrate.domain.translated import languages, translated

SET = msgspec.convert(
    {
        "schema": 1,
        "set": {
            "id": "own",
            "title": "Mine",
            "version": "1",
            "language": "en",
            "author": "A",
            "licence": "CC0",
            "minutes": 2,
            "closing": "Done.",
        },
        "prompt": [
            {
                "id": "own-where",
                "kind": "choice",
                "ask": "Where are you?",
                "help": "Roughly.",
                "options": [
                    {"value": "home", "label": "At home", "does": "ground"},
                    {"value": "out", "label": "Out"},
                ],
                "translations": {
                    "es": {
                        "ask": "¿Dónde está?",
                        "help": "Más o menos.",
                        "options": {"home": "En casa"},
                    },
                    "es-MX": {"ask": "¿En dónde está?", "options": {"home": "En la casa"}},
                },
            },
            {
                "id": "own-group",
                "kind": "group",
                "ask": "The day",
                "prompts": [
                    {
                        "id": "own-day",
                        "kind": "text",
                        "ask": "How was it?",
                        "translations": {"es": {"ask": "¿Cómo fue?"}},
                    },
                    {"id": "own-plain", "kind": "text", "ask": "Anything else?"},
                ],
            },
        ],
    },
    PromptSet,
)


def asks(language: str) -> list[str]:
    return [each.ask for each in translated(SET, language).flat()]


def test_each_prompt_that_has_the_language_speaks_it_and_the_others_keep_their_own_words():
    assert asks("es") == ["¿Dónde está?", "The day", "¿Cómo fue?", "Anything else?"]
    assert translated(SET, "es").prompt[0].help == "Más o menos."


def test_options_change_by_their_value_and_do_what_they_did():
    home, out = translated(SET, "es").prompt[0].options
    assert (home.value, home.label, home.does) == ("home", "En casa", "ground")
    assert out.label == "Out"


def test_a_country_s_words_come_first_and_the_language_s_own_after_them():
    assert asks("es-MX") == ["¿En dónde está?", "The day", "¿Cómo fue?", "Anything else?"]
    assert asks("es-AR") == asks("es")
    assert asks("ES-mx") == asks("es-MX")


def test_help_that_was_not_translated_stays_as_it_was_written():
    assert translated(SET, "es-MX").prompt[0].help == "Roughly."


@pytest.mark.parametrize("language", ["", "en", "en-GB", "de"])
def test_without_a_translation_a_set_keeps_its_own_words(language):
    assert translated(SET, language) == SET


def test_a_set_that_is_in_the_language_is_not_translated_from_it():
    own = msgspec.structs.replace(SET, set=msgspec.structs.replace(SET.set, language="es"))
    assert translated(own, "es-MX").prompt[1].prompts[0].ask == "How was it?"


def test_the_languages_of_a_set_are_its_own_and_those_of_its_prompts():
    assert languages(SET) == ("en", "es", "es-MX")
