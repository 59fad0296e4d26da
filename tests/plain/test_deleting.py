from dataclasses import replace

import pytest

from integrate.journal.backup import backup
from integrate.journal.write import note
from integrate.plain.deleting import holding_lines
from integrate.plain.pages import read_a_page

from .conftest import NOW, label


@pytest.fixture
def page(journal):
    return note(journal, "The kettle sang.", NOW, title="Kettle")


@pytest.fixture
def reading(here, place):
    def make(*lines, live=True):
        return replace(here("1", *lines, live=live), backups=place.path.parent / "b")

    return make


def test_a_page_that_was_read_may_be_left(reading, journal, page):
    scene = reading("", "not heard")
    read_a_page(scene)
    assert scene.talk.left() == ["not heard"]
    assert [each.id for each in journal.entries] == [page.id]


def test_it_may_be_deleted_after_a_yes(reading, journal, page):
    assert page
    scene = reading(label("Delete this page"), label("Delete it"), "")
    read_a_page(scene)
    assert journal.entries == ()
    assert "“Kettle” is deleted." in scene.talk.said


def test_without_a_yes_it_stays(reading, journal, page):
    read_a_page(reading(label("Delete this page"), ""))
    assert [each.id for each in journal.entries] == [page.id]


def test_it_may_be_taken_back_at_once(reading, journal, page):
    lines = [label("Delete this page"), label("Delete it"), label("Take it back")]
    scene = reading(*lines)
    read_a_page(scene)
    (back,) = journal.entries
    assert back.id != page.id
    assert journal.words(back).text == "The kettle sang."
    assert f"“Kettle” is back, as {back.id[:8]}." in scene.talk.said


def test_backups_that_hold_it_are_named_and_cleared_after_a_yes(reading, journal, page, place):
    made = backup(journal, place.path.parent / "b", NOW)
    scene = reading(label("Delete this page"), label("Delete it"), label("Delete it there too"), "")
    read_a_page(scene)
    assert f"  {made.path}" in scene.talk.said
    assert not journal.vault.holds(made.path, page.id)


def test_and_left_without_one(reading, journal, page, place):
    made = backup(journal, place.path.parent / "b", NOW)
    read_a_page(reading(label("Delete this page"), label("Delete it"), "", ""))
    assert journal.vault.holds(made.path, page.id)


def test_soon_after_a_session_it_is_not_offered(reading, journal, page, session_at):
    session_at(2)
    scene = reading("")
    read_a_page(scene)
    assert "Delete this page" not in scene.talk.all
    assert [each.id for each in journal.entries] == [page.id]


def test_a_pipe_is_only_read_to(reading, page):
    assert page
    scene = reading("not heard", live=False)
    read_a_page(scene)
    assert scene.talk.left() == ["not heard"]


def test_a_backup_that_could_not_be_looked_into_is_named(tmp_path):
    path = tmp_path / "away\x1b.vault"
    lines = holding_lines((), (path,))
    assert lines[0].endswith("may hold it:")
    assert "\x1b" not in lines[1]
