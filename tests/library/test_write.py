"""A set as the text of a file: read again it is the same, and a person would like to read it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from integrate.domain.prompt import (
    Code,
    Condition,
    Does,
    DoesIf,
    Hours,
    Kind,
    Number,
    Option,
    Prompt,
    PromptSet,
    Scale,
    SetHead,
    ShownIf,
    Text,
    When,
    Why,
    Wording,
)
from integrate.library import Library, read_set
from integrate.library.intake import LONGEST_LINE, text_from
from integrate.library.read import _value, set_from
from integrate.library.write import toml_of
from integrate.text import clean

NAME = Path("a-set.toml")
SHIPPED = Library.shipped()


def read_again(text):
    """As a file is read, apart from the checks that a made-up set would not pass."""
    return _value(NAME, text_from(NAME, text.encode()), PromptSet)


words = st.text(st.characters(codec="utf-8"), max_size=40).map(clean)
long_words = st.one_of(
    words,
    st.text(st.sampled_from(" \n\t\"\\'#=a.é…漢"), min_size=300, max_size=1200).map(clean),
)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
numbers = st.one_of(st.integers(-9, 99), st.floats(-9, 99, allow_nan=False))


def texts(each=words, most=3):
    return st.lists(each, max_size=most).map(tuple)


options = st.lists(
    st.builds(
        Option,
        value=words,
        label=long_words,
        score=st.none() | st.integers(-3, 9),
        exclusive=st.booleans(),
        code=st.none() | words,
        does=st.none() | st.sampled_from(Does),
    ),
    max_size=4,
).map(tuple)
conditions = st.lists(
    st.builds(
        Condition,
        prompt=ids,
        is_=st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "exists"]),
        value=st.one_of(st.booleans(), numbers, words),
    ),
    max_size=3,
).map(tuple)
wordings = st.builds(
    Wording, ask=long_words, help=words, options=st.dictionaries(words, words, max_size=2)
)
whys = st.builds(
    Why,
    ideas=texts(),
    article=texts(),
    evidence=texts(ids),
    strength=st.sampled_from(["direct", "indirect", "convention"]),
)
one_prompt = {
    "id": ids,
    "kind": st.sampled_from(Kind),
    "ask": long_words,
    "help": long_words,
    "required": st.booleans(),
    "depth": st.sampled_from([1, 2, 3]),
    "memory": st.booleans(),
    "gate": st.none() | ids,
    "series": st.none() | words,
    "scale": st.none()
    | st.builds(
        Scale,
        low=st.integers(-3, 3),
        high=st.integers(4, 100),
        low_label=words,
        high_label=words,
    ),
    "options": options,
    "words": options,
    "other": st.booleans(),
    "number": st.none()
    | st.builds(Number, min=st.none() | numbers.map(float), step=st.none(), unit=words),
    "text": st.none() | st.builds(Text, max_length=st.integers(1, 30_000)),
    "shown_if": st.none() | st.builds(ShownIf, all_=conditions, any_=conditions),
    "keep_as": st.none() | words,
    "shows": st.none() | words,
    "once": st.booleans(),
    "repeat": st.sampled_from(["always", "first", "rotate"]),
    "does_if": st.none()
    | st.builds(DoesIf, at_least=st.integers(0, 9), does=st.sampled_from(Does)),
    "codes": st.lists(st.builds(Code, system=words, code=words), max_size=2).map(tuple),
    "why": whys,
    "translations": st.dictionaries(words, wordings, max_size=2),
}
prompts = st.recursive(
    st.builds(Prompt, **one_prompt),
    lambda inner: st.builds(Prompt, **one_prompt, prompts=st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
sets = st.builds(
    PromptSet,
    schema=st.just(1),
    set=st.builds(
        SetHead,
        id=ids,
        title=words,
        version=words,
        language=words,
        author=words,
        licence=words,
        minutes=st.integers(0, 99),
        closing=long_words,
        opening=long_words,
        max_depth=st.sampled_from([1, 2, 3]),
    ),
    prompt=st.lists(prompts, max_size=3).map(tuple),
    when=st.none()
    | st.builds(
        When,
        table=st.sampled_from(["dosing", "talk"]),
        phase=st.none() | ids,
        hours=st.none() | st.builds(Hours, from_=numbers.map(float), to=numbers.map(float)),
        every_days=st.none() | st.integers(1, 90),
        repeat=st.sampled_from(["always", "first", "rotate"]),
    ),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(sets)
def test_reading_what_was_written_gives_the_same_set(made):
    text = toml_of(made)

    assert read_again(text) == made
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


@pytest.mark.parametrize("set_id", SHIPPED.set_ids())
def test_every_set_that_people_get_comes_back_the_same(set_id):
    whole = SHIPPED.set(set_id)

    assert set_from(NAME, toml_of(whole)) == whole


def test_a_number_and_a_yes_are_never_taken_for_each_other(write, good):
    first, strong, *others = read_set(write(good)).prompt
    one, yes = (
        replace(strong, shown_if=ShownIf(all_=(Condition(prompt=first.id, value=value),)))
        for value in (1, True)
    )
    base = read_set(write(good))
    for asked, kind in ((one, int), (yes, bool)):
        made = replace(base, prompt=(first, asked, *others))
        again = read_again(toml_of(made))
        assert type(again.prompt[1].shown_if.all_[0].value) is kind


def test_what_is_written_reads_like_a_file_made_by_hand(write, good):
    assert toml_of(read_set(write(good))) == good


def test_what_is_long_stands_on_lines_of_its_own(write, good):
    made = read_set(write(good))
    first, *others = made.prompt
    long = replace(
        first,
        ask="One line.\nAnd another.",
        why=Why(ideas=("a sense of distance from what happened",), evidence=("mathai2022",) * 4),
        translations={"es": Wording(ask="¿Qué tal el día de hoy?", help="Una palabra vale." * 4)},
    )

    text = toml_of(replace(made, prompt=(long, *others)))

    assert 'ask = """\nOne line.\nAnd another."""\n' in text
    assert 'why.ideas = ["a sense of distance from what happened"]\n' in text
    assert 'translations.es.ask = "¿Qué tal el día de hoy?"\n' in text
    assert max(map(len, text.splitlines())) <= 100
