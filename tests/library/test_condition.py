import pytest

from integrate.domain.answer import Answer
from integrate.domain.branching import holds
from integrate.domain.prompt import Condition, Kind, Option, Prompt, ShownIf
from integrate.library.condition import bound, choice, only_if, single

OPTIONS = (Option(value="light", label="Light"), Option(value="hard", label="Hard"))


def asked(kind):
    return Prompt(id="week", kind=kind, ask="How?", options=OPTIONS if "cho" in kind else ())


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.CHOICE, ["light", "hard", True]),
        (Kind.YESNO, [True, False, True]),
        (Kind.TEXT, [True]),
        (Kind.SCALE, [True]),
    ],
)
def test_each_kind_has_its_own_conditions_and_that_it_was_answered(kind, values):
    found = choice(asked(kind))

    assert [each.value for each in found.ready] == values
    assert found.ready[-1].is_ == "exists"
    assert found.counted is (kind is Kind.SCALE)


@pytest.mark.parametrize(("operator", "shown"), [(">=", True), ("<=", False)])
def test_a_bound_is_read_by_the_walk_as_it_was_meant(operator, shown):
    rule = only_if(bound(asked(Kind.SCALE), operator, 6))

    assert holds(rule, {"week": Answer(value=7)}) is shown


def test_a_rule_of_one_condition_is_simple_and_any_other_is_not():
    one, two = Condition(prompt="a"), Condition(prompt="b")

    assert single(only_if(one)) == one
    assert single(ShownIf(any_=(one,))) == one
    assert single(ShownIf(all_=(one,), any_=(two,))) is None
    assert single(None) is None
