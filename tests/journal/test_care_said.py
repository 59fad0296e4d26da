"""What the sentences say is held beside the faces that say them; here: paths are made harmless."""

from pathlib import Path

from integrate.journal.backup import Backup
from integrate.journal.care_said import backup_lines, path_lines, restored_lines
from integrate.journal.restore import Return
from integrate.vault import Restored

ODD = Path("odd\x1b[31m\nname")


def test_no_name_of_a_file_brings_an_escape_or_a_line_of_its_own():
    done = Return(restored=Restored(brought=0, taken=0, stayed=0, damaged=0, findings=()))
    for line in (
        *path_lines([ODD]),
        *backup_lines(Backup(path=ODD, removed=(ODD,))),
        *restored_lines(ODD, done),
    ):
        assert "\x1b" not in line
        assert "\n" not in line


def test_nothing_that_came_back_is_said_as_well_as_one_and_many():
    said = [
        restored_lines(Path("j.vault"), Return(restored=Restored(brought=count)))[0]
        for count in (0, 1, 2)
    ]
    assert len(set(said)) == 3
    assert "2" in said[2]
