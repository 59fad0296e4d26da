from integrate.domain.people import People, Person
from integrate.journal.people import keep_people, people

ANA = Person(name="Ana", reach="0151 000")
CLINIC = Person(name="The clinic")


def test_with_nobody_named_yet_the_list_is_empty(journal):
    assert people(journal) == People()


def test_the_list_is_kept_in_the_persons_own_order(journal, again):
    listed = People(people=(ANA, Person(name="Ben")), care_team=(CLINIC,))
    keep_people(journal, People(people=(ANA,)))
    keep_people(journal, listed)
    assert people(journal) == people(again()) == listed


def test_of_two_lists_begun_in_two_windows_the_last_one_written_counts(journal, again):
    other = again()
    keep_people(journal, People(people=(ANA,)))
    keep_people(other, People(care_team=(CLINIC,)))
    third = again()
    assert people(third) == People(care_team=(CLINIC,))
    keep_people(third, People(people=(ANA,), care_team=(CLINIC,)))
    journal.refresh()
    assert people(journal) == People(people=(ANA,), care_team=(CLINIC,))


def test_a_list_that_cannot_be_read_never_stands_in_the_way_of_help(journal, again):
    journal.vault.add("people", None, {"people": 7})
    other = again()
    assert people(other) == People()
    assert len(other.damaged) == 1


def test_names_and_numbers_are_no_part_of_what_lists_read(journal):
    keep_people(journal, People(people=(ANA,)))
    (item,) = journal.vault.present().items
    assert bytes(item.about) == b"null"
