import pytest

from integrate.cli.run import run

from .conftest import NOW


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shells_script_ends_by_saying_where_to_put_it(command, shell):
    ran = command("completion", shell)
    assert ran.code == 0
    assert "_INTEGRATE_COMPLETE" in ran.out
    assert ran.out.rstrip().splitlines()[-1].startswith("# Keep this")


def test_another_shell_is_not_understood(command):
    assert command("completion", "tcsh").code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("integrate se", "session"),
        ("integrate write che", "checkin"),
        ("integrate list --j", "--json"),
        ("integrate prompts preview phq", "phq9"),
        ("integrate prompts preview mine.t", "file,mine.t"),
        ("integrate prompts preview open --at door", "doorstep"),
        ("integrate prompts print che", "checkin"),
        ("integrate prompts print mine.t", "file,mine.t"),
        ("integrate prompts show gad", "gad7"),
    ],
)
def test_verbs_sets_and_options_are_completed(capsys, monkeypatch, typed, offered):
    monkeypatch.setenv("_INTEGRATE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    with pytest.raises(SystemExit):
        run([], clock=lambda: NOW)
    assert offered in capsys.readouterr().out
