"""Going on past what does not fit, whatever stands in a file."""

import copy
import tomllib

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrate.domain.prompt import PromptSet
from integrate.library.locate import ANY
from integrate.library.mend import mended

from .conftest import GOOD

TRANSLATED = '  translations.es = { ask = "Una?", options = { a = "A" } }\n[when]\nphase = "open"\n'
TREE = tomllib.loads(GOOD + TRANSLATED)
VALUES = st.one_of(
    st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=9), st.dates(),
    st.just([]), st.just({}), st.just([1, "a", {}]), st.just({"odd key]": {"a.b": [1]}}),
)  # fmt: skip


def paths(tree, path=()):
    """Every place in a tree below its root."""
    if path:
        yield path
    if isinstance(tree, dict | list):
        for key, each in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from paths(each, (*path, key))


PATHS = list(paths(TREE))


def spoilt(changes):
    """The tree with these changes, as far as each still finds its place: a value, or gone."""
    tree = copy.deepcopy(TREE)
    for (*way, last), value in changes:
        around = tree
        try:
            for step in way:
                around = around[step]
            around[last]
        except (LookupError, TypeError):
            continue
        if value is None and isinstance(around, dict):
            del around[last]
        elif value is not None and not isinstance(around, str):
            around[last] = copy.deepcopy(value)
    return tree


CHANGES = st.lists(st.tuples(st.sampled_from(PATHS), st.none() | VALUES), max_size=6)


@given(CHANGES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_changed_a_set_comes_of_it_and_every_finding_has_a_place(changes):
    tree = spoilt(changes)
    try:
        msgspec.convert(tree, PromptSet)
    except msgspec.ValidationError:
        fits = False
    else:
        fits = True

    made = mended(tree, PromptSet)

    assert isinstance(made.value, PromptSet)
    assert fits is (made.findings == ())
    assert len({each.path for each in made.findings}) == len(made.findings)
    assert not any(ANY in each.path for each in made.findings)


def test_every_wrong_value_among_free_keys_is_told():
    tree = copy.deepcopy(TREE)
    words = {"ask": "Una?"}
    tree["prompt"][0]["translations"] = {"es": 3, "de": words, "fr": {"ask": 1}, "it": {}}
    found = {each.path[3:] for each in mended(tree, PromptSet).findings}
    assert found == {("es",), ("fr", "ask"), ("it", "ask")}
