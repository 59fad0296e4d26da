from msgspec.structs import replace

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.edit import edit
from integrate.journal.history import history


def only(journal):
    (listed,) = journal.entries
    return listed


def changes(earlier):
    return [(each.what, each.before, each.after) for each in earlier.changes]


def test_a_page_that_was_never_changed_has_no_earlier_wording(journal, free_page):
    free_page("first")
    assert history(journal, only(journal)).earlier == ()


def test_earlier_wordings_come_newest_first_each_with_what_was_made_of_it(journal, free_page):
    free_page("first")
    edit(journal, only(journal), text="second")
    edit(journal, only(journal), title="Harbour")
    found = history(journal, only(journal))
    assert [each.words.text for each in found.earlier] == ["second", "first"]
    assert changes(found.earlier[0]) == [("title", "Free page", "Harbour")]
    assert changes(found.earlier[1]) == [("text", "first", "second")]
    assert found.earlier[0].clock > found.earlier[1].clock
    assert found.damaged == 0


def test_answers_and_tags_are_compared_one_by_one(journal, now):
    def answer(prompt, value):
        return Answered(prompt=prompt, kind=Kind.TEXT, ask=f"{prompt}?", value=value)

    heading = Heading(when=now, title="Check-in", set="checkin", tags=("one",))
    words = Words(answers=(answer("a", "old"), answer("b", "same"), answer("c", "gone")))
    listed = journal.add_entry(heading, words)
    new = Words(answers=(answer("a", "new"), answer("b", "same"), answer("d", "came")))
    journal.put_entry(listed.id, replace(heading, tags=("one", "two")), new, after=(listed.rid,))
    (earlier,) = history(journal, only(journal)).earlier
    assert changes(earlier) == [
        ("tags", "one", "one, two"),
        ("answer", "old", "new"),
        ("answer", "gone", ""),
        ("answer", "", "came"),
    ]
    assert [each.ask for each in earlier.changes] == ["", "a?", "c?", "d?"]


def test_texts_side_by_side_are_no_earlier_wordings(journal, again, free_page):
    free_page("first")
    listed = only(journal)
    edit(again(), listed, text="beside")
    edit(journal, listed, text="mine")
    journal.refresh()
    assert [each.words.text for each in history(journal, only(journal)).earlier] == ["first"]


def test_a_settled_text_is_an_earlier_wording(journal, again, free_page):
    free_page("first")
    listed = only(journal)
    edit(again(), listed, text="beside")
    edit(journal, listed, text="mine")
    journal.refresh()
    edit(journal, only(journal), text="both", settle=True)
    found = history(journal, only(journal))
    assert [each.words.text for each in found.earlier] == ["mine", "beside", "first"]
    assert changes(found.earlier[1]) == [("text", "beside", "both")]


def test_wordings_that_cannot_be_understood_are_counted(journal, free_page):
    free_page("first")
    listed = only(journal)
    journal.vault.add("entry", {"when": 7}, {}, entity=listed.id, after=[listed.rid])
    edit(journal, listed, text="second")
    found = history(journal, only(journal))
    assert ([each.words.text for each in found.earlier], found.damaged) == (["first"], 1)


def test_a_deleted_page_has_no_history(journal, free_page):
    free_page("first")
    listed = only(journal)
    journal.vault.delete(listed.id)
    assert history(journal, listed).earlier == ()
