"""What stands on home, made of widgets anew for each look."""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from integrate.tui.key_said import key_said
from integrate.tui.screens.home_look import HomeLook, card_lines, why_line
from integrate.tui.screens.questions import QuestionCard
from integrate.tui.widgets.picks import Picks
from integrate.tui.widgets.way import Card, Waits, Way
from integrate.tui.widgets.window_bar import WindowBar
from integrate.words import say

_MOST_DRAFTS: Final = 3
"""So many drafts are named on home; the others come up as these are finished."""


class HomeView(Vertical):
    """Head, bar, the next thing, what waits, the ways; context beside them where there is room."""

    DEFAULT_CSS = """
    HomeView {
        height: auto;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        """What each digit opens, from 1."""
        self._found: HomeLook | None = None
        """What is shown."""

    async def show(self, found: HomeLook, *, put_off: bool, ask: bool) -> None:
        """Shows this look, with the keys where they were, or on the first thing.

        Args:
            found: what to show.
            put_off: whether the person said "not now".
            ask: whether the look's question is to be asked.
        """
        held = self._still(self.focused_name(), found)
        self._names, self._found = [], found
        main = Vertical(*self._main(found, put_off=put_off, ask=ask), classes="main")
        side = Vertical(*self._side(found), classes="side")
        roomy = "" if found.places and not found.arriving else " -roomy"
        with self.app.batch_update():
            await self.remove_children()
            await self.mount(*self._top(found), Horizontal(main, side, classes=f"both{roomy}"))
        self.take_focus(held)

    def numbered(self, digit: int) -> str | None:
        """What this digit opens, if anything."""
        return self._names[digit - 1] if 0 < digit <= len(self._names) else None

    def focused_name(self) -> str | None:
        """What the thing in focus opens."""
        focused = self.screen.focused
        return focused.to if isinstance(focused, Way) else None

    def take_focus(self, name: str | None) -> None:
        """Puts the keys on what opens `name`; otherwise on the question, or the first thing."""
        ways = list(self.query(Way))
        picks = self.query(Picks)
        named = [each for each in ways if each.to == name]
        if not named and picks:
            picks.first().focus()
        elif ways:
            (named or ways)[0].focus(scroll_visible=False)

    def _still(self, name: str | None, found: HomeLook) -> str | None:
        """How the same thing is called in another look: a draft may have moved down the list."""
        kind, _, number = (name or "").partition(":")
        if kind != "draft" or self._found is None:
            return name
        old = self._found.drafts[int(number)]
        drafts = {f"draft:{at}": each for at, each in enumerate(found.drafts)}
        if found.begun is not None:
            drafts["next"] = found.begun
        # One that was gone on with has another rid since; when it was begun stays.
        by_rid = (at for at, each in drafts.items() if each.rid == old.rid)
        by_time = (at for at, each in drafts.items() if each.passage.begun == old.passage.begun)
        return next(by_rid, None) or next(by_time, name)

    def _top(self, found: HomeLook) -> Iterator[Widget]:
        if found.head:
            yield _words(found.head, "head", id_="head")
            yield _words(found.says, "muted", id_="says")
        if found.places and not found.arriving:
            yield WindowBar(found.places, found.now)

    # --- the main column

    def _main(self, found: HomeLook, *, put_off: bool, ask: bool) -> Iterator[Widget]:
        if ask and found.asked is not None:
            yield QuestionCard(found.asked.question, found.asked.session)
        elif found.offer is not None and not put_off:
            title = "home.waits" if found.begun else "home.next"
            if found.tender and not found.begun:
                title = "home.if_you_like"
            yield Card("next", card_lines(found), title=say(title), number=self._number("next"))
        elif found.offer is not None:
            yield _words(say("home.not_now", again=self._key("home.again")), "muted quiet")
        elif found.place is not None:
            yield _words(say("home.nothing"), "muted quiet")
        elif found.asked is not None:
            yield _words(say("home.unconfirmed"), "muted quiet")
        yield from self._drafts(found, numbers=not ask)
        yield Container(*self._ways(found, numbers=not ask), classes="ways")
        if found.damaged:
            key = "home.damaged.one" if found.damaged == 1 else "home.damaged"
            yield _words(say(key, count=found.damaged), "muted damaged")

    def _drafts(self, found: HomeLook, *, numbers: bool) -> Iterator[Widget]:
        for index, label in enumerate(found.waits[:_MOST_DRAFTS]):
            name = f"draft:{index}"
            yield Waits(name, label, number=self._number(name) if numbers else None)
        if found.drafts:
            yield Static(classes="gap")

    def _ways(self, found: HomeLook, *, numbers: bool) -> Iterator[Widget]:
        for name in found.ways:
            yield Way(
                name,
                say(f"home.way.{name}"),
                hint=say(f"home.way.{name}.says"),
                number=self._number(name) if numbers else None,
            )

    def _number(self, name: str) -> int | None:
        self._names.append(name)
        return len(self._names) if len(self._names) <= 9 else None  # noqa: PLR2004 - digits

    # --- the second column

    def _side(self, found: HomeLook) -> Iterator[Widget]:
        if found.arriving:
            return
        yield _words(say("home.side.ahead"), "label")
        yield _words(found.ahead or say("home.side.ahead.none"), "words")
        yield _words(say("home.side.recent"), "label")
        pages = "\n".join(f"{title}\n  {day}" for day, title in found.recent)
        yield _words(pages or say("home.side.recent.none"), "words")
        if found.place is not None:
            yield _words(say("home.side.why", why=self._key("home.why")), "label")
            yield _words(why_line(found.place), "words")
        yield _words(say("home.side.help"), "label")
        keys = {"ground": "everywhere.ground", "people": "everywhere.support"}
        help_ = {each: self._key(name) for each, name in keys.items()}
        yield _words(say("home.side.help.says", **help_), "words")

    def _key(self, name: str) -> str:
        return key_said(self.app, name)

    def compose(self) -> ComposeResult:
        """Nothing yet: the first look is on its way."""
        yield from ()


def _words(text: str, classes: str, *, id_: str | None = None) -> Static:
    return Static(text, markup=False, classes=classes, id=id_)
