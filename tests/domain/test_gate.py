import pytest

from integrate.domain.answer import Answer
from integrate.domain.gate import depth_after, is_unsteady


@pytest.mark.parametrize(
    ("steady", "depth"), [(0, 0), (3, 0), (4, 1), (6, 1), (7, 3), (10, 3), (None, 3)]
)
def test_how_steady_decides_how_deep(steady, depth):
    answer = None if steady is None else Answer(value=steady)
    assert depth_after(answer, most=3, onward=False) == depth


def test_light_questions_are_the_most_after_a_low_gate():
    assert depth_after(Answer(value=2), most=3, onward=True) == 1


def test_a_steady_person_goes_no_deeper_than_the_moment_allows():
    assert depth_after(Answer(value=10), most=2, onward=False) == 2


@pytest.mark.parametrize(
    ("steady", "earlier", "unsteady"),
    [(3, [], True), (4, [], False), (7, [9], True), (8, [9], False), (7, [5, 9, 6], True)],
)
def test_low_or_fallen_by_two_is_unsteady(steady, earlier, unsteady):
    found = is_unsteady(Answer(value=steady), [Answer(value=each) for each in earlier])
    assert found is unsteady
