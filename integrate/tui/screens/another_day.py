"""The invented journal on another of its days."""

from integrate.journal.demo import Demo
from integrate.journal.saying import say_day
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.picks import Pick
from integrate.words import say


def another_day(demo: Demo) -> AskScreen:
    """Asks which day of the invented journal to look at; the answer is a moment's id."""
    now = demo.clock()
    return AskScreen(
        say("demo.ask"),
        [
            Pick(value=each.id, label=each.title, note=say_day(each.when.date(), now))
            for each in demo.moments
        ],
        says=say("demo.says"),
        value=demo.at.id,
    )
