from dataclasses import replace

from integrate.journal.backup import backup
from integrate.journal.care_said import code_lines, gone_lines, passphrase_lines
from integrate.journal.locks import Changed
from integrate.plain.locks import give_code, give_passphrase
from integrate.vault.recovery import tidy

from .conftest import NOW, label


def test_backups_are_counted_and_those_out_of_reach_named(tmp_path):
    changed = Changed(reached=(tmp_path / "a", tmp_path / "b"), missed=(tmp_path / "c",))
    assert passphrase_lines(changed, first=False) == [
        "Your passphrase is changed.",
        "2 backups open with the same from now on.",
        "These backups could not be reached, and still open with the old passphrase:",
        f"  {tmp_path}/c",
    ]
    assert "still open as before" in code_lines(changed)[2]
    assert "still open as before" in gone_lines(changed)[2]
    assert "still open as before" in passphrase_lines(changed, first=True)[2]


def test_with_no_backups_it_is_one_sentence():
    assert len(code_lines(Changed())) == 1


def test_an_invented_journal_keeps_what_opens_it(here, journal):
    before = journal.vault.vault_id
    assert give_passphrase(here()) is None
    assert give_code(here()) is None
    assert journal.vault.vault_id == before


def test_with_nobody_to_ask_nothing_is_changed(here, place):
    before = place.path.read_bytes()
    assert give_passphrase(replace(here(), backups=place.path.parent)) is None
    assert place.path.read_bytes() == before


def test_a_new_code_is_said_typed_back_and_counts(here, journal, place):
    folder = place.path.parent / "b"
    made = backup(journal, folder, NOW)

    def group(talk):
        number = talk.said[-1].removeprefix("Group ")
        return next(line for line in talk.said if line.startswith(f"Group {number}: "))[9:]

    lines = [label("Make a new code"), label("I have written it down"), group, group]
    scene = replace(here(*lines), backups=folder)
    changed = give_code(scene)
    assert changed.reached == (made.path,)
    assert journal.vault.fits(changed.code)
    assert len(tidy(changed.code)) == 28
