from pathlib import Path

from integrate.journal.care_said import is_damaged, report_lines
from integrate.journal.check import Broken, Report
from integrate.vault import Checked, Finding
from integrate.vault.checking import Lock

from .conftest import NOW

WHOLE = Checked(
    records=3,
    drafts=1,
    damaged=(),
    damaged_drafts=(),
    locks=(Lock(kind="passphrase", whole=True),),
    findings=(),
    pages=(),
)


def report(checked=WHOLE, *broken, read_only=False, loose=False) -> Report:
    return Report(checked=checked, broken=broken, read_only=read_only, loose=loose)


def changed(**parts) -> Checked:
    return Checked(**{**{name: getattr(WHOLE, name) for name in WHOLE.__struct_fields__}, **parts})


def test_each_thing_that_cannot_be_read_is_named_as_far_as_it_can_be(journal):
    found = report(
        WHOLE,
        Broken(rid="ab" * 16, entry="e", title="Kettle\x1b", when=NOW),
        Broken(rid="cd" * 16, entry="f"),
        Broken(rid="ef" * 16, entry=None, draft=True),
    )
    lines = report_lines(journal, found, None)
    assert lines[2:6] == [
        "3 pieces of writing cannot be read:",
        "  Kettle, Tue 10 March 2026",
        "  a page or list whose name cannot be read either (cdcdcdcd)",
        "  a page that was begun and not finished",
    ]
    assert "Everything can be read" not in "\n".join(lines)


def test_a_whole_backup_is_named(journal):
    found = report(WHOLE, Broken(rid="ab" * 16, entry="e"))
    lines = report_lines(journal, found, Path("/mnt/stick/copy.vault"))
    assert "The newest whole backup: integrate restore /mnt/stick/copy.vault" in lines


def test_findings_are_told_with_what_can_be_done(journal):
    lines = report_lines(journal, report(changed(findings=(Finding.ROWS_MISSING,))), None)
    assert Finding.ROWS_MISSING.sentence in lines
    assert lines[-1].startswith("To take the journal as it stands from now on")


def test_damage_to_the_file_itself_offers_a_backup_and_no_going_on(journal):
    lines = report_lines(journal, report(changed(pages=("wrong page",))), None)
    assert "The file itself is damaged in places." in lines
    assert not any("--set-aside" in line or "go on writing" in line for line in lines)


def test_a_lock_alone_needs_no_backup(journal):
    locks = (Lock(kind="keyring", whole=False), Lock(kind="x", whole=True))
    lines = report_lines(journal, report(changed(locks=locks)), None)
    assert "The lock for the keyring: damaged, so it does not open the journal." in lines
    assert "A lock of an unknown kind: whole." in lines
    assert not any("backup" in line for line in lines)
    assert any("is made new by" in line for line in lines)


def test_what_cannot_be_written_or_lies_open_is_no_damage(journal):
    found = report(read_only=True, loose=True)
    assert not is_damaged(found)
    lines = report_lines(journal, found, None)
    assert any("not written in" in line for line in lines)
    assert any("chmod 600" in line for line in lines)
