"""DESIGN.md 5: free text is never analysed, and the tool says so.

Nothing that is asked, shown or ended hangs on what a person writes: with any other words in the
same places a walk takes the very same steps. Whether something was written at all may count.
"""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.check import breaches
from integrate.domain.entry import Kept
from integrate.domain.prompt import Kind
from integrate.domain.walk import Ask, begin
from integrate.library import Library
from integrate.library.check import findings
from integrate.words import EN

from .test_near_a_memory import DAY
from .wandering import an_answer

LIBRARY = Library.shipped()
SETS = [LIBRARY.set(each) for each in sorted(LIBRARY.set_ids())]
RISKY = [
    "I want to die",
    "I took the whole box",
    "suicide",
    "help",
    "/support",
    "home",
    "yes",
    "true",
    "0",
    "10",
    "no",
]
WORDS = st.sampled_from(RISKY) | st.text(min_size=1, max_size=40).filter(str.strip)


def same_with(answer, prompt, words):
    """The same answer, with other words wherever the person wrote some."""
    if prompt.kind is Kind.TEXT:
        return Answer(value=words)
    return replace(answer, other=words) if answer.other else answer


def shape(step):
    """A step without what the person wrote themselves."""
    if isinstance(step, Ask):
        return (step.prompt.id, step.number, step.count, step.heading)
    return step


def steps_alike(walk, random, words):
    """Goes through twice at once, the second time with other words."""
    other = walk
    for _ in range(40):
        assert shape(walk.step) == shape(other.step)
        assert [each.id for each in walk.order()] == [each.id for each in other.order()]
        if walk.over:
            return
        step = walk.step
        if not isinstance(step, Ask):
            yes = random.random() < 0.5
            walk, other = (_passed(each, yes=yes) for each in (walk, other))
        elif step.prompt.kind is Kind.DISPLAY:
            walk, other = walk.read(), other.read()
        else:
            answer = an_answer(step.prompt, random)
            walk = walk.answer(answer)
            other = other.answer(same_with(answer, step.prompt, words))


def _passed(walk, *, yes):
    if walk.detours:
        return walk.go_on() if yes else walk.resume()
    return walk.confirm(yes=yes)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SETS), WORDS, st.booleans(), st.randoms(use_true_random=False))
def test_in_the_shipped_sets_no_step_hangs_on_what_somebody_wrote(chosen, words, tender, random):
    names = {each.shows for each in chosen.flat() if each.shows}
    kept = {each: Kept(name=each, said="said before", when=DAY) for each in names}
    depth = 1 if tender else 3
    steps_alike(
        begin(chosen, max_depth=depth, memory=not tender, tender=tender, kept=kept), random, words
    )


def test_a_set_whose_branches_would_read_words_is_not_let_in(a_set):
    asks = {"id": "page", "kind": "text", "ask": "How was it?"}
    for test, fine in (
        ({"prompt": "page", "is": "=", "value": "bad"}, False),
        ({"prompt": "page", "is": "!=", "value": "good"}, False),
        ({"prompt": "page"}, False),
        ({"prompt": "page", "is": "exists"}, True),
    ):
        after = {"id": "after", "kind": "text", "ask": "What now?", "shown_if": {"any": [test]}}
        made = a_set(asks, after)
        assert (not list(findings(made))) is fine, test
        assert not list(breaches(made, LIBRARY.phase_tables()))


def test_the_welcome_says_so_in_the_full_screen_and_in_lines():
    """Both welcomes show this sentence: test_welcome.py of each holds it."""
    said = EN["welcome.nobody"]
    assert "Nothing that you write is analysed" in said
    assert "Nobody is watching" in said
