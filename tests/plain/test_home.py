import pytest
from msgspec.structs import replace

from integrate.domain.session import Went
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.home import Home

from .conftest import MACHINE, NOW, PASSPHRASE, label

CLOSE = label("Close")


def test_it_says_the_day_the_phase_and_one_next_thing(here, session_at):
    session_at(60, slept=True)
    scene = here(CLOSE)
    Home(scene).run()
    assert "Tue 10 March, evening" in scene.talk.said
    assert "The time now: Open window." in scene.talk.said
    assert "One thing fits now: Open window, about 20 min." in scene.talk.said


def test_with_no_session_there_is_checkin_capture_and_a_free_page(here):
    scene = here(CLOSE)
    Home(scene).run()
    labels = [line.partition(". ")[2] for line in scene.talk.said]
    assert {"Check-in", "Capture a thought", "A free page"} <= set(labels)
    assert "Nothing is asked of you now." in scene.talk.said


def test_the_next_thing_begins_and_comes_back_home(here, journal, session_at):
    session = session_at(60, slept=True)
    scene = here("1", "8", "/stop", CLOSE)
    Home(scene).run()
    (listed,) = journal.entries
    assert (listed.heading.set, listed.heading.session) == ("open", session.id)
    assert listed.heading.phase == "open"


def test_check_in_capture_and_free_page_are_written(here, journal):
    scene = here(
        label("Check-in"),
        "7",
        "/stop",
        label("A free page"),
        "words",
        "/next",
        CLOSE,
    )
    Home(scene).run()
    assert sorted(each.heading.set or "" for each in journal.entries) == ["", "checkin"]


@pytest.mark.parametrize("hours_ago", [1, 10])
def test_around_the_medicine_only_rest_a_page_and_people_are_offered(here, session_at, hours_ago):
    session_at(hours_ago)
    scene = here(CLOSE)
    Home(scene).run()
    labels = {line.partition(". ")[2] for line in scene.talk.said}
    assert {"Ground me", "Help lines and people", "A free page", "Read a page"} <= labels
    assert "Pages that wait" in labels
    assert (
        not {"Check-in", "Capture a thought", "A hard moment", "Sessions", "People who help"}
        & labels
    )


def test_waiting_drafts_are_offered_before_anything_else(here, journal):
    Keeper(journal).keep(replace(begin_free(NOW), text="half"))
    scene = here("", "done", "/next", CLOSE)
    Home(scene).run()
    waits = next(i for i, line in enumerate(scene.talk.said) if "A page is waiting" in line)
    assert waits < scene.talk.said.index("Tue 10 March, evening")
    assert waiting(journal) == []


def test_a_set_that_waits_is_gone_on_with_rather_than_begun_twice(here, journal):
    checkin = label("Check-in")
    scene = here(checkin, "7", "/pause", checkin, "1", "/stop", CLOSE)
    Home(scene).run()
    assert len(journal.entries) == 1
    assert waiting(journal) == []


def test_it_asks_whether_a_session_went_ahead_before_believing_it(here, journal, session_at):
    session_at(30, went=Went.UNSAID)
    scene = here("1", "2", CLOSE)
    Home(scene).run()
    assert journal.sessions[0].went is Went.YES
    asked = scene.talk.said.index("Did it go ahead?")
    assert all("The time now" not in line for line in scene.talk.said[:asked])


def test_every_room_is_reached_and_comes_back(here):
    scene = here(
        label("Sessions"),
        label("None of them"),
        label("Read a page"),
        label("Pages that wait"),
        label("People who help"),
        "",
        label("Ground me"),
        "1",
        "/stop",
        label("Help lines and people"),
        "/ground",
        "",
        "/support",
        CLOSE,
        "not heard",
    )
    Home(scene).run()
    assert scene.talk.left() == ["not heard"]


def test_the_end_of_the_lines_closes(here):
    Home(here()).run()
    Home(here("/quit")).run()


def test_damage_is_named_and_the_rest_is_here(here, journal, monkeypatch):
    monkeypatch.setattr(journal, "damaged", (object(), object()), raising=False)
    scene = here(CLOSE)
    Home(scene).run()
    assert scene.talk.said[0].startswith("2 pieces of writing are damaged")


def test_what_another_process_added_is_seen(here, place, library):
    def add_elsewhere(talk) -> str:
        other = unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
        note(other, "from elsewhere", NOW, title="Elsewhere")
        other.close()
        return label("Help lines and people")(talk)

    scene = here(add_elsewhere, label("Read a page"), "1", "", CLOSE)
    Home(scene).run()
    assert "from elsewhere" in scene.talk.said
