"""What was kept comes back at the right hour, over two sessions, in a real journal."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Route
from integrate.domain.walk import Ask, ConfirmDepth, Ground, Recall
from integrate.journal import session as sessions
from integrate.journal.about import About
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.journal.init import init
from integrate.journal.write import write
from integrate.machine import Machine
from integrate.vault import Kdf

FIRST = datetime.fromisoformat("2026-02-03T14:00:00+01:00")
SECOND = FIRST + timedelta(days=14)
HOUR = timedelta(hours=1)
DAY = 24 * HOUR


@pytest.fixture
def journal(tmp_path, library):
    """A journal that knows two sessions, both of which went ahead and were slept on."""
    path = tmp_path / "journal.integrate"
    made, _ = init(
        path,
        "four kettles sing",
        machine=Machine(name=b"a device"),
        library=library,
        kdf=Kdf(m_kib=8192, t=1, p=1),
    )
    for start in (FIRST, SECOND):
        about = About(earliest=start, latest=start, precision=Precision.MINUTE)
        told = sessions.add(made, about, Route.IM, start + HOUR)
        sessions.slept(made, told, start + 18 * HOUR)
    yield made
    made.close()


@pytest.fixture
def done(journal):
    """Answers a set at an hour, what is not named is skipped; returns what was shown on the way."""

    def make(set_id, when, **answers):
        said = {name.replace("_", "-"): value for name, value in answers.items()}
        offers = due(journal, when)
        place = next(
            (
                each.place
                for each in (offers.next, *offers.others)
                if each and each.set.id == set_id
            ),
            None,
        )
        passage = begin(journal, set_id, when, place=place)
        walk, shown = passage.walk, {}
        while not walk.over:
            step = walk.step
            if isinstance(step, Recall):
                shown["recall"] = step.kept.said if step.kept else None
            if not isinstance(step, Ask):
                going = {ConfirmDepth: lambda w: w.confirm(yes=True), Ground: lambda w: w.go_on()}
                walk = going.get(type(step), lambda w: w.resume())(walk)
                continue
            shown[step.prompt.id] = step.shows.said if step.shows else None
            if step.prompt.kind is Kind.DISPLAY:
                walk = walk.read()
            elif step.prompt.gate and step.prompt.id not in said:
                walk = walk.answer(answer_to(step.prompt, 8))
            elif step.prompt.id in said:
                walk = walk.answer(answer_to(step.prompt, said[step.prompt.id]))
            else:
                walk = walk.skip()
        assert said.keys() <= shown.keys()
        write(journal, replace(passage, walk=walk), Keeper(journal), when)
        return shown

    return make


BEFORE = FIRST - 2 * DAY
LANDING = FIRST + 6 * HOUR
OPEN = FIRST + 30 * HOUR
SETTLING = FIRST + 4 * DAY
WEAVING = FIRST + 8 * DAY
NEXT_BEFORE = SECOND - 2 * DAY
NEXT_LANDING = SECOND + 6 * HOUR
NEXT_OPEN = SECOND + 30 * HOUR
NEXT_SETTLING = SECOND + 4 * DAY
NEXT_WEAVING = SECOND + 8 * DAY


def test_the_hope_comes_back_before_the_next_session_and_once_only(done):
    assert "before-hope-last" not in done("before", BEFORE, before_hope="To sleep till five.")
    shown = done("before", NEXT_BEFORE, before_hope_last="A little.")
    assert shown["before-hope-last"] == "To sleep till five."
    assert "before-hope-last" not in done("before", NEXT_BEFORE + 3 * HOUR)


def test_a_new_hope_comes_back_in_its_turn(done):
    done("before", BEFORE, before_hope="To sleep.")
    done("before", NEXT_BEFORE, before_hope_last="A little.", before_hope="To laugh.")
    assert done("before", NEXT_BEFORE + 3 * HOUR)["before-hope-last"] == "To laugh."


def test_the_kind_note_shows_itself_that_evening_and_again_after_the_next_session(done):
    done("before", BEFORE, before_note="There is soup.")
    assert done("landing", LANDING)["landing-note"] == "There is soup."
    shown = done("before", NEXT_BEFORE, before_note_last="keep")
    assert shown["before-note-last"] == "There is soup."
    assert "before-note" not in shown
    assert done("landing", NEXT_LANDING)["landing-note"] == "There is soup."


def test_a_note_written_anew_is_the_one_that_comes_back(done):
    done("before", BEFORE, before_note="There is soup.")
    done("before", NEXT_BEFORE, before_note_last="new", before_note="Put the lamp on.")
    assert done("arriving", SECOND + HOUR, arriving_good="note")["recall"] == "Put the lamp on."
    assert done("landing", NEXT_LANDING)["landing-note"] == "Put the lamp on."


def test_the_small_step_is_asked_about_until_it_was_done(done):
    done("open", OPEN, open_small_step="The bench on Friday.")
    shown = done("settling", SETTLING, settling_step="not-yet")
    assert shown["settling-step"] == "The bench on Friday."
    assert done("weaving", WEAVING, weaving_step="did")["weaving-step"] == "The bench on Friday."
    assert "weaving-step" not in done("weaving", WEAVING + 3 * HOUR)


def test_a_habit_named_while_weaving_is_asked_about_a_week_later(done):
    done("open", OPEN, open_small_step="The bench.")
    done("weaving", WEAVING, weaving_step="did", weaving_repeat="Water at the window.")
    again = done("weaving", NEXT_WEAVING, weaving_step="some")
    assert again["weaving-step"] == "Water at the window."


def test_the_small_step_of_the_next_session_is_asked_about_there(done):
    done("open", OPEN, open_small_step="The bench.")
    done("settling", SETTLING, settling_step="did")
    done("open", NEXT_OPEN, open_small_step="The underpass.")
    assert done("settling", NEXT_SETTLING)["settling-step"] == "The underpass."


def test_what_was_parked_is_not_shown_before_it_was_slept_on(done):
    done("landing", LANDING, landing_park="add", landing_park_word="Leaving my job.")
    assert "Leaving my job." not in done("landing", LANDING + 3 * HOUR).values()
    assert done("open", OPEN)["open-parked"] == "Leaving my job."


@pytest.mark.parametrize("still_open", ["wait", "talk"])
def test_what_can_wait_longer_comes_back_next_time(still_open, done):
    done("landing", LANDING, landing_park="add", landing_park_word="Leaving my job.")
    done("open", OPEN, open_parked=still_open)
    assert done("settling", SETTLING)["settling-parked"] == "Leaving my job."
    assert done("open", NEXT_OPEN)["open-parked"] == "Leaving my job."


@pytest.mark.parametrize("settled", ["settled", "still"])
def test_what_has_settled_comes_back_no_more_until_something_new_is_parked(settled, done):
    done("landing", LANDING, landing_park="add", landing_park_word="Leaving my job.")
    done("open", OPEN, open_parked=settled)
    assert "settling-parked" not in done("settling", SETTLING)
    done("landing", NEXT_LANDING, landing_park="add", landing_park_word="The house.")
    assert done("open", NEXT_OPEN)["open-parked"] == "The house."


def test_the_new_view_comes_back_while_it_settles(done):
    done("open", OPEN, open_view="Our street from the top deck.")
    assert done("settling", SETTLING)["settling-view"] == "Our street from the top deck."


def test_what_helps_to_feel_safe_is_there_in_a_hard_moment(done):
    done("before", BEFORE, before_people="Ana, and the radio.")
    assert done("hard-moment", WEAVING)["hard-safe-list"] == "Ana, and the radio."


def test_the_weight_of_before_stands_beside_that_of_now_after_a_yes(done):
    done("before", BEFORE, before_weight=7)
    shown = done("weaving", WEAVING, weaving_look_back_ask=True)
    assert shown["weaving-look-back-then"] == "7 of 10"


def test_what_to_bring_is_there_before_the_next_hour_until_it_was_brought(done):
    done("open", OPEN, open_bring="The cold hands.")
    shown = done("talk-before", WEAVING, talk_before_kept="waits")
    assert shown["talk-before-kept"] == "The cold hands."
    assert "talk-before-kept" in done("talk-before", WEAVING + DAY, talk_before_kept="brought")
    assert "talk-before-kept" not in done("talk-before", WEAVING + 2 * DAY)


def test_what_is_written_down_to_bring_is_asked_about_before_the_hour_after(done):
    done("talk-before", WEAVING, talk_before_bring="The sign.")
    assert done("talk-before", WEAVING + 7 * DAY)["talk-before-kept"] == "The sign."
