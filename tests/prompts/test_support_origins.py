"""Support by where it was reached from (DESIGN.md 5): item 9's words are said after item 9 alone.

Held on random ways through every shipped set and through every measure, at any hour.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrate.domain.measured import compiled
from integrate.domain.walk import Ask, Origin, Support, begin
from integrate.library import Library
from integrate.plain.support import support_lines

from .wandering import an_answer, wander

LIBRARY = Library.shipped()
SETS = [LIBRARY.set(each) for each in sorted(LIBRARY.set_ids())]
MEASURES = [
    compiled(each, closing="That is all.") for _, each in sorted(LIBRARY.measures().items())
]
NINTH = "phq9-9"


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([*SETS, *MEASURES]),
    st.integers(1, 3),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_its_words_are_said_after_that_item_and_nowhere_else(chosen, depth, arriving, random):
    measure = chosen in MEASURES
    walk = begin(chosen, max_depth=depth, memory=True, arriving=arriving, measure=measure)
    for _ in range(40):
        asked, before = walk.prompt, walk.detours
        walk = wander(walk, random)
        new = [each for each in walk.detours if each not in before]
        for each in new:
            if isinstance(each, Support) and each.origin is Origin.ITEM9:
                assert asked is not None
                assert asked.id == NINTH


@pytest.mark.parametrize("value", ["1", "2", "3"])
@settings(max_examples=30, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_after_that_item_support_comes_at_once_whatever_the_rest_says(value, random):
    phq9 = next(each for each in MEASURES if each.id == "phq9")
    walk = begin(phq9, max_depth=3, memory=True, measure=True)
    while not (isinstance(walk.step, Ask) and walk.step.prompt.id == NINTH):
        walk = walk.answer(an_answer(walk.step.prompt, random))
    for _ in range(2):  # again on each such answer, also after going back
        answered = walk.answer(an_answer(walk.step.prompt, Always(value)))
        assert answered.step == Support(origin=Origin.ITEM9)
        walk = answered.resume().back()
        assert walk.step.prompt.id == NINTH


class Always:
    """Chooses the option with this value."""

    def __init__(self, value):
        self.value = value

    def choice(self, options):
        return next(each for each in options if getattr(each, "value", None) == self.value)


@pytest.mark.parametrize("origin", list(Origin))
@pytest.mark.parametrize("first", ["people", "care-team", "lines"])
def test_in_lines_each_origin_says_its_own_words_first(origin, first):
    support = LIBRARY.support()
    said = support_lines(support, None, country="GB", origin=origin.value, first=first)
    assert said[0] == support.headline(origin)
    assert any("Nobody is watching" in line for line in said[:2])
    others = {support.headline(each) for each in Origin} - {support.headline(origin)}
    assert not others & set(said)
    assert any("last checked" in line for line in said)
