"""The app: what works everywhere, and every way out."""

import pytest

from integrate.tui.frame import Page
from integrate.words import say


class Unsealed(Page[None]):
    def __init__(self, sealed: list[str], *, fails: bool = False) -> None:
        super().__init__()
        self.sealed = sealed
        self.fails = fails

    def seal(self) -> bool:
        if self.fails:
            raise OSError
        self.sealed.append("sealed")
        return True


async def test_every_page_on_the_stack_is_sealed_though_one_fails(stage):
    sealed: list[str] = []
    app = stage(Unsealed(sealed))
    async with app.run_test():
        await app.push_screen(Unsealed(sealed, fails=True))
        await app.push_screen(Unsealed(sealed))
        assert not app.seal()
        assert sealed == ["sealed", "sealed"]


async def test_closing_seals(stage):
    sealed: list[str] = []
    app = stage(Unsealed(sealed))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
    assert sealed == ["sealed"]
    assert app.return_code == 0


async def test_ctrl_c_says_how_to_close_and_closes_nothing(stage):
    app = stage(Unsealed([]))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert [note.message for note in app._notifications] == [
            say("app.how_to_close", close="ctrl+q")
        ]
        assert app.return_code is None


async def test_locking_drops_the_journal_and_its_keys(app, journal):
    async with app.run_test() as pilot:
        await pilot.pause()
    app.lock()
    app.lock()
    assert app.journal is None
    with pytest.raises(ValueError, match="closed"):
        journal.vault.present()


async def test_settings_are_changed_and_the_others_stay(app):
    from integrate import config

    app.keep_config(country="GB")
    app.keep_config(face="screen")
    assert app.country == "GB"
    assert config.read(app.config_file).face == "screen"
