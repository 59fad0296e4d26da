import subprocess
import sys

import pytest

from integrate import config, places
from integrate.config import Config
from integrate.words import say


@pytest.fixture
def full_screen(monkeypatch) -> list[dict[str, object]]:
    """Stands where the full screen would; its wish is what it ends with."""
    from integrate.tui import start

    started: list[dict[str, object]] = []

    def run(**parts):
        started.append(parts)
        return start.PLAIN if parts["journal"] is None else 0

    monkeypatch.setattr(start, "run", run)
    return started


def test_plain_begins_the_welcome_where_there_is_no_journal(command, home):
    ran = command("--plain")
    assert ran.code == 0
    assert "not for emergencies" in ran.out
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("made")
def test_plain_opens_and_closes_a_journal(at_journal):
    ran = at_journal("--plain")
    assert (ran.code, ran.err) == (0, "")
    assert "Check-in" in ran.out


def test_plain_with_nobody_to_ask_says_what_to_give(command, made, monkeypatch):
    monkeypatch.setattr("integrate.plain.talk.ask_unseen", lambda _ask: None)
    ran = command("--plain", "--journal", made)
    assert ran.code == 1
    assert "--passphrase-file" in ran.err


def test_the_chosen_face_is_kept(command, made, secret_file):
    config.write(places.config_file(), Config(face="plain"))
    ran = command("--journal", made, "--passphrase-file", secret_file)
    assert ran.code == 0
    assert "Check-in" in ran.out


@pytest.mark.usefixtures("made")
def test_a_given_passphrase_opens_the_full_screen_at_once(at_journal, full_screen):
    assert at_journal().code == 0
    assert full_screen[0]["journal"] is not None
    full_screen[0]["journal"].close()


@pytest.mark.usefixtures("full_screen")
def test_whoever_wishes_for_plain_lines_gets_them_now_and_next_time(command, home):
    ran = command("--journal", home / "none.vault")
    assert ran.code == 0
    assert "not for emergencies" in ran.out
    assert config.read(places.config_file()).face == "plain"


@pytest.fixture
def bad_settings() -> None:
    file = places.config_file()
    file.parent.mkdir(parents=True)
    file.write_text("face = [")


@pytest.mark.usefixtures("bad_settings", "made")
@pytest.mark.parametrize(
    "how", [["--plain"], ["write", "checkin", "--plain"], ["write", "checkin"]]
)
def test_settings_that_cannot_be_read_are_told_once_and_stop_nobody(at_journal, how):
    ran = at_journal(*how, stdin="7\n\n\n\n\n\n")
    assert ran.code == 0
    assert ran.err.count("cannot be read") == 1


@pytest.mark.usefixtures("bad_settings", "made")
def test_the_full_screen_opens_with_settings_that_cannot_be_read(at_journal, full_screen):
    ran = at_journal()
    assert ran.code == 0
    assert ran.err.count("cannot be read") == 1
    full_screen[0]["journal"].close()


# --- the very first start


@pytest.fixture
def at_a_terminal(monkeypatch):
    """A terminal that could show the full screen."""
    monkeypatch.setattr("integrate.tui.start.on_a_terminal", lambda: True)


@pytest.fixture
def shown(monkeypatch) -> list[dict[str, object]]:
    """Stands where the full screen would, and ends well."""
    started: list[dict[str, object]] = []
    monkeypatch.setattr("integrate.tui.start.run", lambda **parts: started.append(parts) or 0)
    return started


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("line", ["1", ""])
def test_the_first_time_it_is_asked_in_lines_and_the_screen_is_remembered(
    command, typing, shown, line
):
    said = typing(line)
    assert command().code == 0
    assert say("lines.face") in said
    assert len(shown) == 1
    assert config.read(places.config_file()).face == "screen"
    typing()
    command()
    assert len(shown) == 2


@pytest.mark.usefixtures("at_a_terminal")
def test_whoever_takes_plain_lines_there_never_meets_the_screen(command, typing, shown):
    said = typing("2")
    assert command().code == 0
    assert any("not for emergencies" in line for line in said)
    assert shown == []
    assert config.read(places.config_file()).face == "plain"


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("lines", [[], ["/quit"], ["/support", "/quit"]])
def test_leaving_at_that_question_remembers_nothing(command, typing, shown, lines):
    said = typing(*lines)
    assert command().code == 0
    assert said[-1] == say("lines.left")
    assert ("Help lines:" in said) == ("/support" in lines)
    assert shown == []
    assert not places.config_file().exists()


@pytest.mark.usefixtures("at_a_terminal")
def test_whoever_has_a_journal_is_not_asked(command, typing, shown, made):
    typing()
    command("--journal", made)
    assert len(shown) == 1


@pytest.mark.usefixtures("full_screen")
def test_a_script_is_not_asked(command):
    assert say("lines.face") not in command().out


def test_a_terminal_that_shows_only_lines_gets_lines(command, monkeypatch, shown):
    monkeypatch.setattr("integrate.cli.open_.is_dumb", lambda: True)
    ran = command()
    assert "not for emergencies" in ran.out
    assert shown == []
    assert not places.config_file().exists()


def test_the_question_comes_before_textual_is_imported():
    probe = (
        "import sys\n"
        "from integrate.cli import open_, face\n"
        "from integrate.tui import start\n"
        "start.on_a_terminal = lambda: True\n"
        "face.choose = lambda *_, **__: print('textual' in sys.modules)\n"
        "from integrate.cli.run import run\n"
        "from integrate.clock import system\n"
        "run([], clock=system)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert "False" in done.stdout.splitlines()
