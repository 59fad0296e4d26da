"""DESIGN.md 5: depth 3 only in the open window or later, only above the gate, only after a yes.

Held on random ways through the shipped sets, and through sets of strangers that are made to break
it. A stranger's set comes in only where the checker finds nothing; what passes the checker must
then hold the rule on every walk.
"""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integrate.domain.check import breaches
from integrate.domain.entry import Kept
from integrate.domain.gate import HALF_STEADY
from integrate.domain.phase import moment_at
from integrate.domain.prompt import PromptSet
from integrate.domain.session import Precision, Route, Session, Went
from integrate.domain.walk import Ask, begin
from integrate.library import Library
from integrate.library.check import findings

from .wandering import wander

HOUR = timedelta(hours=1)
DAY = datetime(2026, 3, 29, 1, tzinfo=UTC)
LIBRARY = Library.shipped()
TABLES = LIBRARY.phase_tables()
SET_IDS = sorted(LIBRARY.set_ids())
EARLIER = {"note": Kept(name="note", said="said before", when=DAY)}


def holds_the_rule(walk, *, said_yes):
    """Whether what is asked now may be asked: of anything but depth 3 this says nothing."""
    step = walk.step
    if not isinstance(step, Ask) or step.prompt.depth < 3:
        return
    assert walk.max_depth == 3
    assert said_yes
    order = walk.order()
    before = order[: [each.id for each in order].index(step.prompt.id)]
    gates = [each.id for each in before if each.gate]
    if gates:  # the nearest one counts: it was asked last
        assert gates[-1] not in walk.skipped
        assert walk.answers[gates[-1]].value > HALF_STEADY
    else:
        assert walk.steady is not None
        assert walk.steady.value > HALF_STEADY


def wanders(walk, random, steps=30):
    said_yes = False
    for _ in range(steps):
        holds_the_rule(walk, said_yes=said_yes)
        walk = wander(walk, random)
        said_yes = walk.deep is True
    holds_the_rule(walk, said_yes=said_yes)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SET_IDS),
    st.integers(-24 * 10, 24 * 60),
    st.sampled_from(list(Route)),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_in_the_shipped_sets(set_id, hours, route, slept, random):
    session = Session(
        id="s",
        route=route,
        starts=DAY,
        latest=DAY,
        precision=Precision.MINUTE,
        went=Went.YES if hours >= 0 else Went.UNSAID,
        slept_at=DAY + 20 * HOUR if slept else None,
    )
    moment = moment_at([session], DAY + hours * HOUR, TABLES)
    walk = begin(
        LIBRARY.set(set_id),
        max_depth=moment.max_depth,
        memory=moment.memory,
        arriving=moment.arriving,
        tender=moment.tender,
        kept=EARLIER,
    )
    if hours < 24 or route is Route.NONE:
        assert all(each.depth < 3 for each in walk.order())
    wanders(walk, random)


def test_no_phase_before_the_open_window_allows_it_and_no_moment_without_a_session():
    dosing, talk = TABLES.dosing.phases, TABLES.talk.phases
    first = next(n for n, phase in enumerate(dosing) if phase.id == "open")
    assert all(phase.max_depth < 3 for phase in (*dosing[:first], *talk))
    assert moment_at([], DAY, TABLES).max_depth < 3


# --- sets of strangers

PLAIN_GATE = {
    "id": "first",
    "kind": "scale",
    "ask": "How steady are you?",
    "gate": "steady",
    "scale": {"low": 0, "high": 10},
}


@st.composite
def a_prompt(draw, name, earlier, *, nested=False):
    kind = draw(st.sampled_from(["text", "gate", "gate", "yesno", "choice", "display", "group"]))
    made = {"id": name, "kind": kind, "ask": "How is it now?"}
    made["depth"] = draw(st.sampled_from([1, 2, 3, 3]))
    made["memory"] = draw(st.booleans())
    if kind == "gate":
        made |= {"kind": "scale", "gate": draw(st.sampled_from(["steady", "other"]))}
        made |= {"scale": {"low": 0, "high": 10}, "depth": draw(st.sampled_from([1, 1, 2, 3]))}
    if kind == "choice":
        made["options"] = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]
    answered = [each["id"] for each in earlier if each["kind"] not in {"display", "group"}]
    if answered and draw(st.integers(0, 3)) == 0:
        test = {"prompt": draw(st.sampled_from(answered)), "is": "exists", "value": True}
        made["shown_if"] = {"all": [test | {"value": draw(st.booleans())}]}
    if draw(st.integers(0, 4)) == 0:
        made["shows"] = draw(st.sampled_from(["note", "nothing-here"]))
    if "gate" not in made and draw(st.integers(0, 4)) == 0:
        made["repeat"] = draw(st.sampled_from(["first", "rotate"]))
    if not nested and draw(st.booleans()):
        inner = []
        for number in range(draw(st.integers(1, 2))):
            below = [*earlier, made, *inner]
            inner.append(draw(a_prompt(f"{name}-{number}", below, nested=True)))
        made["prompts"] = inner
    return made


@st.composite
def a_strangers_set(draw):
    made = draw(st.sampled_from([[], [PLAIN_GATE], [PLAIN_GATE]]))[:]
    for number in range(draw(st.integers(1, 5))):
        flat = [each for one in made for each in (one, *one.get("prompts", ()))]
        made.append(draw(a_prompt(f"p{number}", flat)))
    head = {
        "id": "strange",
        "title": "A set",
        "version": "1",
        "language": "en",
        "author": "A stranger",
        "licence": "CC0",
        "minutes": 1,
        "closing": "That is all.",
        "max_depth": 3,
    }
    when = draw(st.sampled_from([{"phase": "open"}, {"hours": {"from": 40, "to": 60}}]))
    given = {"schema": 1, "set": head, "prompt": made, "when": when}
    return msgspec.convert(given, PromptSet)


def accepted(prompt_set):
    """Whether the checker lets it in."""
    return not list(findings(prompt_set)) and not list(breaches(prompt_set, TABLES))


@settings(max_examples=400, deadline=None)
@given(
    a_strangers_set(),
    st.sampled_from([{}, EARLIER]),
    st.integers(0, 3),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_in_any_set_that_the_checker_lets_in(prompt_set, kept, turn, memory, random):
    assume(any(each.depth == 3 for each in prompt_set.flat()))
    assume(accepted(prompt_set))
    walk = begin(prompt_set, max_depth=3, memory=memory, kept=kept, turn=turn)
    wanders(walk, random)


@settings(max_examples=300, deadline=None)
@given(a_strangers_set(), st.sampled_from([1, 2]), st.randoms(use_true_random=False))
def test_in_any_set_at_all_where_the_moment_does_not_allow_it(prompt_set, most, random):
    """Also in one that nobody checked: what the hour allows, no set can raise."""
    walk = begin(prompt_set, max_depth=most, memory=True, kept=EARLIER)
    for _ in range(25):
        assert all(each.depth <= most for each in walk.order())
        walk = wander(walk, random)


@pytest.mark.parametrize("rule", ["gate", "depth", "memory"])
def test_the_strangers_do_try_to_break_it(rule):
    """The checker has something to refuse, for each of these rules."""
    found = set()

    @settings(max_examples=60, deadline=None, database=None)
    @given(a_strangers_set())
    def look(prompt_set):
        early = msgspec.structs.replace(
            prompt_set, when=msgspec.structs.replace(prompt_set.when, phase="landing", hours=None)
        )
        found.update(
            each.rule.value for one in (prompt_set, early) for each in breaches(one, TABLES)
        )

    look()
    assert rule in found
