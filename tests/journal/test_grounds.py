from integrate.domain.phase import Boundary, Flag
from integrate.journal.grounds import grounds
from integrate.library import Library


def test_a_reason_reads_without_ids_and_its_sources_are_written_out():
    library = Library.shipped()
    boundary = Boundary(
        flag=Flag.PEOPLE, why="Most after a day. [kryst2020] So we chose. [han2016]"
    )

    told = grounds(library, boundary)

    assert told.why == "Most after a day. So we chose."
    assert [cite.split()[0] for cite in told.sources] == ["Kryst", "Han"]


def test_a_source_that_nobody_looked_up_is_not_shown():
    library = Library.shipped()
    unchecked = next(id_ for id_, each in library.references().items() if not each.checked)

    assert grounds(library, Boundary(flag=Flag.CHOICE, why=f"So. [{unchecked}]")).sources == ()


def test_every_shipped_reason_reads_without_ids():
    library = Library.shipped()
    tables = library.phase_tables()
    for phase in (*tables.dosing.phases, *tables.talk.phases):
        for boundary in filter(None, (phase.begin, phase.end)):
            told = grounds(library, boundary)
            assert "[" not in told.why
            assert len(told.sources) == boundary.why.count("[")
