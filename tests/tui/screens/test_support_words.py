"""Support by where it was reached from, on the screen: each origin says its own words first."""

import pytest

from integrate.domain.step import Origin
from integrate.tui.screens.support import SupportScreen
from integrate.tui.widgets.reading import Reading


@pytest.mark.parametrize("origin", list(Origin))
async def test_each_origin_says_its_own_words_and_no_others(stage, library, journal, origin):
    support = library.support()
    screen = SupportScreen(support, journal.people, "GB", origin.value)
    async with stage(screen).run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        said = " ".join(screen.query_one(Reading).text.split())
    others = {support.headline(each) for each in Origin} - {support.headline(origin)}
    assert said.startswith(support.headline(origin))
    assert not [each for each in others if each in said]
    assert "Nobody is watching" in said
    assert "last checked" in said
