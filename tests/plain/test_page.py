from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.show import show
from integrate.journal.write import write
from integrate.plain.page import entry_lines

from .conftest import NOW


def written(journal, walk_of):
    guided = begin(journal, "checkin", NOW)
    entry = write(journal, replace(guided, walk=walk_of(guided.walk)), Keeper(journal), NOW)
    return entry_lines(show(journal, entry.id), journal.library.phase_tables())


def test_each_wording_stands_above_its_answer(journal):
    lines = written(journal, lambda walk: walk.answer(Answer(value=7)))
    asked = lines.index("How steady do you feel right now?")
    assert lines[asked + 1] == "7 of 10"


def test_title_day_phase_and_session_come_first(journal, session_at):
    session_at(60, slept=True)
    lines = written(journal, lambda walk: walk.answer(Answer(value=7)))
    assert lines[:3] == ["Check-in", "Tue 10 March 2026, 19:00", "Open window, Second"]


def test_words_set_aside_are_shown_apart(journal):
    def to_words(walk):
        walk = walk.answer(Answer(value=7)).skip().skip()
        return walk.hold(Answer(value="passed over")).skip()

    lines = written(journal, to_words)
    assert lines.index("Set aside") < lines.index("passed over")


def test_escapes_in_old_words_reach_no_terminal(journal):
    def to_words(walk):
        return walk.skip().skip().skip().answer(Answer(value="a\x1b[2Jb"))

    assert not any("\x1b" in line for line in written(journal, to_words))
