import pytest

from integrate.library.manuscript import blank
from integrate.library.set_file import SetFile
from integrate.tui import start

SET = blank().change_head(title="For Ana").paste("What helped?").now


@pytest.fixture
def shown(monkeypatch):
    """The app that would have been shown."""
    apps = []

    def run_app(make):
        apps.append(make())
        return 0

    monkeypatch.setattr(start, "run_app", run_app)
    return apps


def test_without_a_file_a_new_set_is_begun(command, home, shown):
    assert command("prompts", "author").code == 0
    assert shown[0]._manuscript().now.prompt == ()
    assert list(home.iterdir()) == []


def test_a_new_file_gives_the_set_its_id(command, shown):
    assert command("prompts", "author", "for-ana.toml").code == 0
    assert shown[0]._manuscript().head.id == "for-ana"


def test_a_file_that_is_there_is_opened(command, home, shown):
    SetFile(home / "week.toml").save(SET)

    assert command("prompts", "author", "week.toml").code == 0
    assert shown[0]._manuscript().now == SET


@pytest.mark.parametrize("name", ["week.toml", "week.toml.unsaved.toml"])
def test_what_cannot_be_read_is_refused_in_one_sentence(command, home, shown, name):
    (home / name).write_text("schema = 1\nprompt = [\n")

    ran = command("prompts", "author", "week.toml")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert name in ran.err
    assert shown == []
