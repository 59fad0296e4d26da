import pytest

from integrate.domain import branching


@pytest.fixture
def nested(make_set):
    inner = {"id": "inner", "prompts": [{"id": "innermost"}]}
    group = {"id": "group", "kind": "group", "ask": "The body", "prompts": [inner]}
    return make_set({"id": "first"}, group, {"id": "last"})


def ids(prompts):
    return [each.id for each in prompts]


def test_prompts_stand_in_the_order_of_asking_with_their_parents(nested):
    found = {prompt.id: ids(parents) for prompt, parents in branching.nested(nested)}
    assert found == {
        "first": [],
        "group": [],
        "inner": ["group"],
        "innermost": ["group", "inner"],
        "last": [],
    }
    assert ids(nested.flat()) == list(found)


def test_before_and_after_leave_out_the_prompt_itself(nested):
    assert ids(branching.until(nested, "inner")) == ["first", "group"]
    assert ids(branching.after(nested, "inner")) == ["innermost", "last"]


def test_only_a_group_is_a_heading(nested):
    headings = {each.id: branching.heading_of(nested, each) for each in nested.flat()}
    assert headings["innermost"] == "The body"
    assert headings["last"] == ""
