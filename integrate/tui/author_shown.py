"""Asking under which one condition a question is shown."""

from textual.app import App

from integrate.domain.prompt import Condition, Operator, Prompt
from integrate.library.condition import bound, choice, only_if
from integrate.library.manuscript import At
from integrate.tui import author_lines
from integrate.tui.author_fields import picked
from integrate.tui.desk import Desk
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.words import say

_LEAST, _MOST = "least", "most"


async def ask_shown(app: "App[int]", desk: Desk, at: At) -> str:
    """Asks, within a worker, and puts the answer on the desk.

    Returns a sentence where there is something to say.
    """
    prompt = desk.manuscript.prompt(at)
    earlier = desk.manuscript.earlier(at)
    if not earlier and prompt.shown_if is None:
        return say("author.shown.none")
    ways = {"always": say("author.shown.pick.always"), "only": say("author.shown.pick.only")}
    if not earlier:
        del ways["only"]
    now = "only" if prompt.shown_if is not None else "always"
    holds = author_lines.shown(prompt.shown_if, desk.manuscript.now) if now == "only" else ""
    match await picked(app, say("author.shown.ask"), ways, says=holds, value=now):
        case "always":
            desk.put(desk.manuscript.change(at, shown_if=None))
        case "only":
            await _ask_which(app, desk, at, earlier)
    return ""


async def _ask_which(app: "App[int]", desk: Desk, at: At, earlier: tuple[Prompt, ...]) -> None:
    """The nearest earlier question comes first."""
    nearest = {each.id: each.ask for each in reversed(earlier)}
    chosen = await picked(app, say("author.shown.which"), nearest)
    asked = next((each for each in earlier if each.id == chosen), None)
    if asked is None:
        return
    found = choice(asked)
    tests = {str(n): author_lines.test(each, asked) for n, each in enumerate(found.ready)}
    if found.counted:
        counted = {_LEAST: say("author.shown.least"), _MOST: say("author.shown.most")}
        tests = counted | tests
    answer = await picked(app, say("author.shown.answer"), tests, says=asked.ask)
    if answer in {_LEAST, _MOST}:
        await _ask_number(app, desk, at, asked, ">=" if answer == _LEAST else "<=")
    elif answer is not None:
        _put(desk, at, found.ready[int(answer)])


async def _ask_number(
    app: "App[int]", desk: Desk, at: At, asked: Prompt, operator: Operator
) -> None:
    def take(text: str) -> str:
        if not text.removeprefix("-").isdecimal():
            return say("author.needs_number")
        _put(desk, at, bound(asked, operator, int(text)))
        return ""

    await app.push_screen_wait(
        AuthorWordsScreen(
            desk,
            take,
            title=say("author.question", number=author_lines.number(at)),
            ask=say("author.shown.number"),
            says=asked.ask,
        )
    )


def _put(desk: Desk, at: At, condition: Condition) -> None:
    desk.put(desk.manuscript.change(at, shown_if=only_if(condition)))
