import pytest

from integrate.journal.show import NoSuchEntry, show
from integrate.vault import DamagedRecord


def test_an_entry_is_read_back_by_the_beginning_of_its_id(journal, free_page, past):
    session = past(40)
    entry = free_page("the kettle sings")
    for beginning in (entry.id, entry.id[:10].upper(), f" {entry.id[:14]} "):
        shown = show(journal, beginning)
        assert shown.entry == entry
        assert (shown.row.session, shown.row.phase) == (session, "open")
        assert shown.also == ()


@pytest.mark.parametrize("beginning", ["", "  ", "zz", "../..", "{0}", "\x1b[2J"])
def test_an_id_that_fits_nothing_is_refused(journal, free_page, beginning):
    free_page()
    with pytest.raises(NoSuchEntry, match="No page"):
        show(journal, beginning)


def test_a_beginning_that_fits_several_asks_for_more(journal, free_page):
    first = free_page().id[0]
    while [each.id[0] for each in journal.entries].count(first) < 2:
        free_page()
    with pytest.raises(NoSuchEntry, match="2 pages"):
        show(journal, first)


def test_texts_written_at_the_same_time_are_both_shown(journal, again, free_page):
    entry = free_page("ours")
    other = again()
    for one, text in ((journal, "mine"), (other, "theirs")):
        (listed,) = one.entries
        one.vault.add("entry", listed.heading, {"text": text}, entity=entry.id, after=[listed.rid])
    journal.read()
    shown = show(journal, entry.id)
    texts = {shown.entry.words.text, *(each.text for each in shown.also)}
    assert texts == {"mine", "theirs"}


def test_words_that_cannot_be_read_are_said_to_be_damaged(journal, again, free_page):
    entry = free_page()
    heading = journal.entries[0].heading
    journal.vault.add("entry", heading, {"text": 7}, entity=entry.id)
    with pytest.raises(DamagedRecord):
        show(again(), entry.id)
