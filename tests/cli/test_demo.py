import pytest
from msgspec.structs import replace

from integrate import config, places


@pytest.mark.parametrize("at", ["evening", "window", "week3", "before", "talk", "practice"])
def test_every_moment_opens_in_plain_lines_and_leaves_nothing(command, home, at, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(home))
    ran = command("demo", "--at", at, "--plain")
    assert (ran.code, ran.err) == (0, "")
    assert "This journal is invented." in ran.out
    assert list(home.iterdir()) == []


def test_a_page_of_it_can_be_read(command):
    from integrate.words import say

    opened = command("demo", "--at", "window", "--plain", stdin="2\n").out
    labels = {line.partition(". ")[2]: line.partition(". ")[0] for line in opened.splitlines()}
    read = labels[say("plain.home.read")]
    ran = command("demo", "--at", "window", "--plain", stdin=f"2\n{read}\n1\n")
    assert ran.code == 0
    assert len(ran.out) > len(opened)


def test_what_helps_to_see_and_to_steer_holds_in_it_too(command, monkeypatch):
    own = config.Config(theme="high-contrast", marks="ascii", keys={"home.why": "z"}, country="IE")
    config.write(places.config_file(), own)
    taken = []
    monkeypatch.setattr(
        "integrate.tui.start.run", lambda **given: taken.append(config.read(given["config_file"]))
    )
    command("demo", "--at", "window")
    assert taken == [replace(own, country="")]
    assert config.read(places.config_file()) == own


def test_settings_that_cannot_be_read_keep_nobody_out_of_it(command, monkeypatch):
    places.config_file().parent.mkdir(parents=True, exist_ok=True)
    places.config_file().write_text("theme = 3")
    taken = []
    monkeypatch.setattr(
        "integrate.tui.start.run", lambda **given: taken.append(config.read(given["config_file"]))
    )
    command("demo", "--at", "window")
    assert taken == [config.Config()]
