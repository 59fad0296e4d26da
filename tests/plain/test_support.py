from integrate.domain.people import People, Person
from integrate.plain.support import support_lines

PEOPLE = People(
    people=(Person(name="Ana", reach="555 0100"), Person(name="Bo")),
    care_team=(Person(name="Dr. Reyes", reach="the clinic's own number"),),
)


def position(lines: list[str], part: str) -> int:
    return next(i for i, line in enumerate(lines) if part in line)


def test_own_people_come_first_then_care_team_then_lines_then_emergency(library):
    lines = support_lines(library.support(), PEOPLE, country="GB")
    order = ["Ana: 555 0100", "Dr. Reyes", "116 123", "999"]
    assert [position(lines, part) for part in order] == sorted(
        position(lines, part) for part in order
    )


def test_while_arriving_emergency_and_care_team_come_before_own_people(library):
    lines = support_lines(library.support(), PEOPLE, country="GB", origin="arriving")
    assert position(lines, "999") < position(lines, "Dr. Reyes") < position(lines, "Ana")


def test_what_was_asked_for_comes_first_unless_it_is_urgent(library):
    lines = support_lines(library.support(), PEOPLE, country="GB", first="lines")
    assert position(lines, "116 123") < position(lines, "Ana")
    urgent = support_lines(
        library.support(), PEOPLE, country="GB", origin="arriving", first="lines"
    )
    assert position(urgent, "999") < position(urgent, "116 123")


def test_it_says_that_nobody_is_watching(library):
    assert any("Nobody is watching" in line for line in support_lines(library.support(), None))


def test_before_unlocking_it_says_where_own_people_are(library):
    lines = support_lines(library.support(), None)
    assert "They are shown once your journal is open." in lines


def test_with_no_country_every_line_is_named_with_its_countries(library):
    lines = support_lines(library.support(), None)
    assert any("(US)" in line for line in lines)
    assert any("(AU)" in line for line in lines)


def test_every_line_says_when_it_was_checked(library):
    for line in library.support().lines_for("US"):
        told = next(
            each
            for each in support_lines(library.support(), None, country="US")
            if each.startswith(line.name)
        )
        assert line.last_checked.isoformat() in told
        assert line.source not in told


def test_somebody_without_a_number_is_named_alone(library):
    assert "Bo" in support_lines(library.support(), PEOPLE)
