from integrate.domain.people import People, Person
from integrate.plain.people import change_people

ANA = Person(name="Ana", reach="555 0100")
DOC = Person(name="Dr. Reyes", reach="")


def test_people_and_care_team_are_added_one_after_another(here, journal):
    change_people(here("1", "Ana", "555 0100", "2", "Dr. Reyes", "", "4"))
    assert journal.people == People(people=(ANA,), care_team=(DOC,))


def test_a_name_and_a_number_cannot_speak_to_the_terminal(here, journal):
    change_people(here("1", "A\x1b[2Jna\u202e\tB", "555\x07 \x9b0100\u2028x", "4"))
    assert journal.people == People(people=(Person(name="A[2Jna B", reach="555 0100 x"),))


def test_one_is_taken_off_and_the_others_stay(here, journal):
    journal.put_people(People(people=(ANA, Person(name="Bo")), care_team=(DOC,)))
    change_people(here("3", "1", ""))
    assert journal.people == People(people=(Person(name="Bo"),), care_team=(DOC,))
    change_people(here("3", "2", ""))
    assert journal.people == People(people=(Person(name="Bo"),))


def test_nobody_is_taken_off_by_turning_back(here, journal):
    journal.put_people(People(people=(ANA,)))
    change_people(here("3", "2", "3", "/back", "3", "", "1", "", "1", "/back", ""))
    assert journal.people == People(people=(ANA,))


def test_the_end_of_the_lines_ends_it(here, journal):
    change_people(here("1"))
    assert journal.people == People()


def test_somebody_stands_there_with_other_words_and_an_empty_line_keeps_them(here, journal):
    journal.put_people(People(people=(ANA,), care_team=(DOC,)))
    change_people(here("4", "1", "Anna", "", "4", "2", "", "555 0199", ""))
    assert journal.people == People(
        people=(Person(name="Anna", reach=ANA.reach),),
        care_team=(Person(name=DOC.name, reach="555 0199"),),
    )


def test_somebody_is_named_first_from_then_on(here, journal):
    journal.put_people(People(people=(ANA, Person(name="Bo")), care_team=(DOC,)))
    change_people(here("5", "2", ""))
    assert [each.name for each in journal.people.people] == ["Bo", ANA.name]
    assert journal.people.care_team == (DOC,)
