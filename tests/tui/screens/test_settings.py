"""Settings: each one changed through its pages, with a way back from every one of them."""

import stat
import sys
from contextlib import asynccontextmanager
from datetime import timedelta
from threading import Event
from types import SimpleNamespace

import pytest

from integrate import config
from integrate.journal.backup import backup
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.country import CountryScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.new_passphrase import NewPassphraseScreen
from integrate.tui.screens.path import PathScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.present import PresentScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.told import ToldScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.work import WorkScreen
from integrate.tui.widgets.picks import Picks
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.row_list import RowList
from integrate.vault import WrongSecret
from integrate.words import say
from tests.tui.conftest import MACHINE, PASSPHRASE

from .gallery import text_of

NEW = "seven quiet geese over the lake"
SIZES = [(80, 24), (120, 36)]


class At:
    """The settings, open in front of home, and a hand that goes through their pages."""

    def __init__(self, pilot, until):
        self.pilot, self.app, self._until = pilot, pilot.app, until

    async def to(self, kind):
        await self._until(self.pilot, lambda: isinstance(self.app.screen, kind))
        await self.pilot.pause()
        return self.app.screen

    async def press(self, *keys):
        for key in keys:
            await self.app._press_keys([key])
        await self.pilot.pause()

    async def open(self, name):
        """Presses Enter on one of the settings."""
        await self.to(SettingsScreen)
        rows = self.app.screen.query_one(RowList)
        await self.press("home")
        while rows.key != name:
            before = rows.key
            await self.press("down")
            assert rows.key != before, f"{name} is not offered"
        await self.press("enter")

    async def pick(self, value):
        """Chooses on a page that asks."""
        screen = await self.to(AskScreen)
        picks = screen.query_one(Picks)
        values = [each.value for each in picks._picks]
        await self.press(str(values.index(value) + 1))

    async def show_that_one_knows(self, secret=PASSPHRASE):
        await self.to(PresentScreen)
        await self.press(*secret, "enter")

    async def type_twice(self, passphrase=NEW):
        await self.to(NewPassphraseScreen)
        await self.press(*passphrase, "enter", *passphrase, "enter")

    async def give_code_back(self):
        """Reads the code and types back what is asked for."""
        screen = await self.to(CodeScreen)
        code = "-".join(screen._groups)
        await self.press("1")
        back = await self.to(CodeBackScreen)
        for at in back._lines:
            await self.press(*code.split("-")[at], "enter")
        return code

    async def told(self):
        """What is said at the end."""
        screen = await self.to(ToldScreen)
        return screen.query_one(Reading).text.replace("\n", " ").strip()

    @property
    def kept(self):
        return config.read(self.app.config_file)

    @property
    def offered(self):
        return [
            row.key for row in self.app.screen.query_one(RowList)._rows._rows if row.key is not None
        ]


@pytest.fixture
def settings(app, until):
    """`async with settings() as at`, with the journal of `app` open."""

    class Open:
        def __init__(self, size):
            self._run = app.run_test(size=size)

        async def __aenter__(self):
            pilot = await self._run.__aenter__()
            await app.workers.wait_for_complete()
            at = At(pilot, until)
            await at.press("e")
            await at.to(SettingsScreen)
            return at

        async def __aexit__(self, *failed):
            await self._run.__aexit__(*failed)

    return lambda size=(80, 24): Open(size)


def opens(app, secret):
    """Whether this opens the file now."""
    try:
        unlock(app.path, secret, machine=MACHINE, library=app.library).close()
    except WrongSecret:
        return False
    return True


# --- what is seen


async def test_a_theme_is_put_on_at_once_and_kept(settings):
    async with settings() as at:
        await at.open("theme")
        await at.pick("high-contrast")
        await at.to(SettingsScreen)
        assert at.app.theme == "high-contrast"
        assert at.kept.theme == "high-contrast"
        assert say("settings.kept") in "\n".join(text_of(at.app))


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("motion", "no", {"motion": False}),
        ("marks", "ascii", {"marks": "ascii"}),
        ("language", "es", {"language": "es"}),
        ("lock", "20", {"lock_after": 20}),
        ("lock", "0", {"lock_after": 0}),
    ],
)
async def test_a_setting_is_kept_and_shown(settings, name, value, kept):
    async with settings() as at:
        await at.open(name)
        await at.pick(value)
        await at.to(SettingsScreen)
        for field, wished in kept.items():
            assert getattr(at.kept, field) == wished


async def test_the_time_until_it_locks_holds_at_once(settings):
    async with settings() as at:
        await at.open("lock")
        await at.pick("2")
        await at.to(SettingsScreen)
        assert at.app.locking._idle.limit == 120


async def test_a_time_from_the_settings_file_is_among_those_offered(settings, parts):
    config.write(parts["config_file"], config.Config(lock_after=7))
    async with settings() as at:
        await at.open("lock")
        screen = await at.to(AskScreen)
        assert screen.query_one(Picks).value == "7"


async def test_a_country_and_the_people_are_chosen_on_their_own_pages(settings):
    async with settings() as at:
        await at.open("country")
        await at.to(CountryScreen)
        await at.press("d", "enter")
        await at.to(SettingsScreen)
        assert len(at.kept.country) == 2
        await at.open("people")
        await at.to(PeopleScreen)
        await at.press("escape")
        await at.to(SettingsScreen)


async def test_the_file_with_the_settings_is_its_owner_s_and_holds_nothing_private(settings):
    async with settings() as at:
        note(at.app.journal, "the kettle", at.app.clock(), title="Heron")
        for name, value in (("theme", "calm-light"), ("lock", "5"), ("motion", "no")):
            await at.open(name)
            await at.pick(value)
        await at.to(SettingsScreen)
        file = at.app.config_file
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert set(file.read_text().split()) == {
            *("theme", "=", '"calm-light"', "lock_after", "5", "motion", "false")
        }


async def test_what_cannot_be_kept_is_said_and_holds_until_the_end(settings, parts):
    async with settings() as at:
        parts["config_file"].mkdir()
        await at.open("theme")
        await at.pick("calm-light")
        await at.to(SettingsScreen)
        assert at.app.theme == "calm-light"
        assert say("settings.not_kept").split(";")[0] in "\n".join(text_of(at.app))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, AskScreen) for name in ("theme", "motion", "marks", "lock", "language")),
        *((name, PresentScreen) for name in ("passphrase", "code")),
        *(("backups", AskScreen), ("rekey", AskScreen), ("country", CountryScreen)),
    ],
)
async def test_esc_leads_back_from_each_and_nothing_changes(settings, name, kind):
    async with settings() as at:
        await at.open(name)
        await at.to(kind)
        await at.press("escape")
        await at.to(SettingsScreen)
        assert at.kept == config.Config()
        assert opens(at.app, PASSPHRASE)
        await at.press("escape")
        await at.to(HomeScreen)


# --- what opens it


async def test_a_passphrase_is_changed_after_the_old_one_was_shown(settings):
    async with settings() as at:
        await at.open("passphrase")
        await at.show_that_one_knows("not this one")
        screen = await at.to(PresentScreen)
        await at._until(at.pilot, lambda: screen._notice.words == say("settings.differs"))
        await at.show_that_one_knows()
        await at.type_twice()
        assert say("locks.passphrase.changed") in await at.told()
        assert opens(at.app, NEW)
        assert not opens(at.app, PASSPHRASE)


async def test_the_recovery_code_serves_as_well_as_the_passphrase(settings, kdf):
    async with settings() as at:
        code = at.app.journal.vault.change_recovery(kdf=kdf)
        await at.open("passphrase")
        await at.show_that_one_knows(code)
        await at.type_twice()
        await at.told()
        assert opens(at.app, NEW)


async def test_a_new_code_is_shown_once_and_typed_back_and_the_old_one_opens_nothing(settings, kdf):
    async with settings() as at:
        old = at.app.journal.vault.change_recovery(kdf=kdf)
        await at.open("code")
        await at.show_that_one_knows()
        await at.pick("yes")
        new = await at.give_code_back()
        assert say("locks.code.changed") in await at.told()
        assert opens(at.app, new)
        assert not opens(at.app, old)
        assert new not in "\n".join(text_of(at.app))


async def test_a_code_can_be_declined_after_a_second_question(settings):
    async with settings() as at:
        await at.open("code")
        await at.show_that_one_knows()
        await at.pick("yes")
        await at.to(CodeScreen)
        await at.press("2")
        await at.pick("keep")
        await at.to(CodeScreen)
        await at.press("2")
        await at.pick("none")
        assert say("locks.code.gone") in await at.told()
        assert not at.app.journal.vault.has_recovery


async def test_everything_is_sealed_anew_and_old_backups_go_only_after_a_yes(settings):
    async with settings() as at:
        app = at.app
        note(app.journal, "the kettle", app.clock(), title="")
        old = backup(app.journal, app.backups, app.clock() - timedelta(days=1)).path
        await at.open("rekey")
        await at.pick("yes")
        await at.show_that_one_knows()
        await at.type_twice()
        await at.give_code_back()
        await at.pick("yes")
        said = await at.told()
        assert say("rekey.done") in said
        assert say("rekey.old.gone") in said
        assert not old.exists()
        assert opens(app, NEW)
        assert [app.journal.words(each).text for each in app.journal.entries] == ["the kettle"]


async def test_the_keyring_is_offered_where_there_is_one_and_asked_about(settings, monkeypatch):
    kept = {}
    ring = SimpleNamespace(
        set_password=lambda service, name, secret: kept.update({(service, name): secret}),
        get_password=lambda service, name: kept.get((service, name)),
        delete_password=lambda service, name: kept.pop((service, name)),
    )
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setattr("integrate.tui.screens.settings.find_spec", lambda _: object())
    async with settings() as at:
        await at.open("keyring")
        await at.pick("yes")
        await at.show_that_one_knows()
        assert say("keyring.on") in await at.told()
        assert at.kept.keyring
        assert kept
        await at.press("escape")
        await at.open("keyring")
        await at.pick("yes")
        assert say("keyring.off") in await at.told()
        assert not at.kept.keyring
        assert not kept


async def test_without_a_keyring_there_is_no_row_for_it(settings, monkeypatch):
    monkeypatch.setattr("integrate.tui.screens.settings.find_spec", lambda _: None)
    async with settings() as at:
        assert "keyring" not in at.offered


# --- backups and checking


async def test_a_backup_is_made_now_and_its_place_is_said(settings):
    async with settings() as at:
        await at.open("backups")
        await at.pick("backup")
        assert "backups" in await at.told()
        assert len(list(at.app.backups.iterdir())) == 1
        await at.press("escape")
        await at.to(AskScreen)


async def test_everything_is_read_and_what_was_found_is_said(settings):
    async with settings() as at:
        await at.open("backups")
        await at.pick("check")
        assert say("check.ok") in await at.told()


@pytest.fixture
def damaged(settings):
    """The settings of a journal in which one page of two cannot be read."""

    @asynccontextmanager
    async def opened():
        async with settings() as at:
            journal = at.app.journal
            for text in ("a first page", "a second page"):
                note(journal, text, at.app.clock(), title="Page")
            rid = journal.entries[0].rid
            journal.vault._access._db.execute(
                "UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", (rid,)
            )
            await at.open("backups")
            await at.pick("check")
            yield at

    return opened


async def test_what_cannot_be_read_is_set_aside_here_and_no_command_is_named(damaged):
    async with damaged() as at:
        told = await at.told()
        assert say("settings.check.aside") in told
        assert "integrate " not in told
        await at.press("escape")
        await at.pick("yes")
        assert say("check.aside.done", count=1, path="")[:20] in await at.told()
        assert at.app.journal.damaged == ()
        assert list(at.app.journal.vault.path.parent.glob("*-aside-*.json"))


async def test_leaving_it_where_it_is_moves_nothing(damaged):
    async with damaged() as at:
        await at.told()
        await at.press("escape")
        await at.pick("no")
        assert say("settings.care.ask") in "\n".join(text_of(at.app))
        assert not list(at.app.journal.vault.path.parent.glob("*-aside-*.json"))


async def test_another_folder_is_chosen_and_the_old_one_is_named(settings, tmp_path):
    async with settings() as at:
        before = at.app.backups
        backup(at.app.journal, before, at.app.clock())
        await at.open("backups")
        await at.pick("folder")
        await at.pick("other")
        await at.to(PathScreen)
        file = tmp_path / "a file"
        file.write_text("")
        await at.press(*str(file), "enter")
        screen = await at.to(PathScreen)
        await at._until(at.pilot, lambda: screen._notice.words == say("settings.folder.file"))
        screen._line.value = str(tmp_path / "stick")
        await at.press("enter")
        said = await at.told()
        assert "stick" in said
        assert at.kept.backups == str(tmp_path / "stick")
        await at.press("escape")
        await at.pick("folder")
        await at.pick("beside")
        await at.told()
        assert at.kept.backups == ""


async def test_pages_come_back_from_a_backup_and_newer_ones_stay(settings):
    async with settings() as at:
        journal = at.app.journal
        lost = note(journal, "the kettle", at.app.clock(), title="")
        backup(journal, at.app.backups, at.app.clock())
        journal.vault._access._db.execute("DELETE FROM rec")
        journal.read()
        note(journal, "newer", at.app.clock(), title="")
        await at.open("backups")
        await at.pick("restore")
        await at.pick("0")
        await at.show_that_one_knows()
        assert say("restore.one") in await at.told()
        assert {journal.words(each).text for each in journal.entries} == {"the kettle", "newer"}
        assert lost.id in {each.id for each in journal.entries}


async def test_what_does_not_open_the_backup_is_told_and_nothing_changes(settings):
    async with settings() as at:
        backup(at.app.journal, at.app.backups, at.app.clock())
        await at.open("backups")
        await at.pick("restore")
        await at.pick("0")
        await at.show_that_one_knows("something else")
        assert say("restore.wrong")[:40] in await at.told()


async def test_esc_stops_what_takes_long_and_leaves_everything_as_it_was(settings, monkeypatch):
    begun, go = Event(), Event()

    def slow(*_parts, progress):
        progress(1, 10)
        begun.set()
        go.wait(15)
        progress(2, 10)
        raise AssertionError

    monkeypatch.setattr("integrate.tui.caring.backup", slow)
    async with settings() as at:
        await at.open("backups")
        await at.pick("backup")
        await at.to(WorkScreen)
        await at._until(at.pilot, begun.is_set)
        assert say("settings.work.far", percent=10) in "\n".join(text_of(at.app))
        await at.press("escape")
        assert say("settings.work.stopping") in "\n".join(text_of(at.app))
        go.set()
        assert say("settings.work.stopped")[:15] in await at.told()


async def test_grounding_in_front_of_long_work_does_not_lose_how_it_ended(settings, monkeypatch):
    go = Event()
    came = (None, ["Done."])
    monkeypatch.setattr("integrate.tui.caring.Caring._check", lambda *_: go.wait(15) and came)
    async with settings() as at:
        await at.open("backups")
        await at.pick("check")
        await at.to(WorkScreen)
        await at.press("ctrl+g")
        await at.to(GroundScreen)
        go.set()
        await at.press("escape")
        assert await at.told() == "Done."


# --- when it is not the time, and when it locks


async def test_in_tender_hours_only_what_is_seen_can_be_changed(settings, session_at):
    session_at(5)
    async with settings() as at:
        assert at.offered == [
            "theme",
            "motion",
            "marks",
            "lock",
            "country",
            "language",
            "people",
            "keys",
            "word_count",
            "editor",
        ]
        assert say("settings.rests")[:20] in "\n".join(text_of(at.app))


async def test_an_invented_journal_has_nothing_to_open_or_to_keep(settings):
    async with settings() as at:
        at.app.demo = SimpleNamespace()
        at.app.screen._show()
        assert "passphrase" not in at.offered
        assert "backups" not in at.offered
        assert "theme" in at.offered
        at.app.demo = None


@pytest.mark.parametrize("name", ["theme", "passphrase", "backups"])
async def test_locking_in_the_middle_of_it_waits_for_no_page(settings, until, name):
    async with settings() as at:
        journal = at.app.journal
        await at.open(name)
        await at.to(AskScreen if name != "passphrase" else PresentScreen)
        await at.press("ctrl+l")
        await at.to(UnlockScreen)
        await until(at.pilot, lambda: journal.vault._access._keys is None)
        assert at.app.screen_stack[1:] == [at.app.screen]


# --- how it looks


@pytest.mark.parametrize("size", SIZES)
def test_settings_look_calm(snap_compare, app, size):
    async def before(pilot):
        await pilot.app.workers.wait_for_complete()
        await pilot.press("e")
        await pilot.pause()

    app.keep_config(backups="/media/stick")
    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["question_mark", "0"])
def test_help_and_menu_look_calm(snap_compare, app, size, key):
    async def before(pilot):
        await pilot.app.workers.wait_for_complete()
        await pilot.press(key)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


async def test_on_forty_columns_no_setting_is_cut(settings):
    async with settings((40, 24)) as at:
        seen = "\n".join(text_of(at.app))
        for name in at.offered:
            assert say(f"settings.of.{name}") in seen
        assert say("settings.is.calm-dark") in seen


def test_an_app_without_home_has_no_rooms(parts):
    assert IntegrateApp(**parts).rooms == ()
