import pytest

from integrate.domain.walk import begin
from integrate.journal.demo.story import Said
from integrate.journal.demo.walking import StoryFault, walked


@pytest.fixture
def checkin(library):
    return begin(library.set("checkin"), max_depth=2, memory=True)


def test_prompts_without_an_answer_are_skipped(checkin):
    ended = walked(checkin, {"checkin-steady": 7, "checkin-line": "Rain, then tea."})

    assert [each.prompt for each in ended.words().answers] == ["checkin-steady", "checkin-line"]


def test_a_low_gate_still_lets_the_story_go_on_lightly(checkin):
    ended = walked(checkin, {"checkin-steady": 2, "checkin-sleep": "broken"})

    assert ended.over
    assert [each.prompt for each in ended.words().answers] == ["checkin-steady", "checkin-sleep"]


def test_it_stops_where_a_page_was_left(checkin):
    left = walked(checkin, {"checkin-steady": 7, "checkin-line": "Rai"}, holds="checkin-line")

    assert not left.over
    assert left.at == "checkin-line"
    assert left.answers["checkin-line"].value == "Rai"


def test_own_words_stand_beside_the_options(library):
    came_up = begin(library.set("came-up"), max_depth=2, memory=True)

    ended = walked(came_up, {"came-up-helped": Said(value=("rest",), other="the cat")})

    assert ended.words().answers[0].other == "the cat"


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"checkin-steady": 11}, "checkin-steady"),
        ({"checkin-sleep": "like a log"}, "checkin-sleep"),
        ({"checkin-weather": "rain"}, "checkin-weather"),
    ],
)
def test_what_the_set_does_not_allow_is_named(checkin, answers, named):
    with pytest.raises(StoryFault, match=named):
        walked(checkin, answers)
