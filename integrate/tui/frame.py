"""The frame of every screen: a header line, a body in a readable column, and the keys that work."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingsMap
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.visual import VisualType
from textual.widget import Widget

from integrate.keymap import shown
from integrate.tui import marks
from integrate.words import say

Result = TypeVar("Result")

_KEYS: Final = {
    "escape": "esc",
    "left": marks.LEFT,
    "right": marks.RIGHT,
    "up": marks.UP,
    "down": marks.DOWN,
    "left,right": marks.LEFT_RIGHT,
    "up,down": marks.UP_DOWN,
    "question_mark": "?",
    "slash": "/",
}
"""How keys are written where Textual's own name is not what stands on the key."""
_BETWEEN: Final = 3
"""Blanks between two keys on the key line."""
_BETWEEN_SLIM: Final = 2
_SLIM: Final = 60
"""Columns from which on there is room for words as they are."""
_LOW: Final = 20
"""Rows from which on there is room for empty ones."""
_HELP: Final = ("key.ground", "key.support")
"""What is never left out, whichever page has it."""
_LAST: Final = ("key.help", "key.menu", "key.close")
"""Where people look for it: at the end."""
_WAY_BACK: Final = f"{_KEYS['escape']} "
_FEW: Final = 2
"""Lines of keys on a narrow page."""


_REVEAL: Final = ((0, 0.5), (0.05, 0.75), (0.1, 1.0))
"""Seconds after which a page that comes in softly is seen so far."""
_FIRST: Final = 2
"""Screens while the first page is opened: it is there at once."""
_HEADER: Final = "header:"


def in_header(name: str) -> str:
    """The id of a binding that stands in the header line rather than among the keys below.

    Keys that are the same on every page and are not part of what is done there: at 80 columns the
    key line has no room for them, and the page none for a third line of keys.
    """
    return f"{_HEADER}{name}"


def _is_in_header(binding: Binding) -> bool:
    return (binding.id or "").startswith(_HEADER)


class HeaderLine(Widget):
    """One line: what this is to the left, something small to the right."""

    heading: reactive[str] = reactive("")
    """Shown as plain text, whatever it holds."""
    corner: reactive[str] = reactive("")
    """The quiet word to the right: the product's name, or how far one has come."""

    def on_mount(self) -> None:
        """Follows what works."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> VisualType:
        """Both ends of the line, the left one cut where there is no room.

        On a narrow page the keys stand on a line of their own.
        """
        words = [each for each in (self.app.sub_title, self.corner) if each]
        word = Content(marks.BETWEEN.join(words))
        if not is_slim(self.screen):
            return self._line(Content(" " * _BETWEEN).join([*self._keys(), word]))
        if words[-1:] == [say("app.name")] and not self._has_room(word):
            word = Content("".join(words[:-1]))  # what page this is matters more than the name
        keys = Content(" " * _BETWEEN_SLIM).join(self._keys(slim=True))
        return Content("\n").join([self._line(word), keys])

    def _has_room(self, corner: Content) -> bool:
        """Whether the heading stands whole beside it."""
        room = self.content_size.width - corner.cell_length - _BETWEEN
        return Content(self.heading).cell_length <= room

    def _line(self, corner: Content) -> Content:
        width = self.content_size.width
        room = max(0, width - corner.cell_length - _BETWEEN)
        left = Content(self.heading).truncate(room, ellipsis=True)
        blanks = max(0, width - left.cell_length - corner.cell_length)
        return Content.assemble(left, " " * blanks, corner)

    def _keys(self, *, slim: bool = False) -> Iterable[Content]:
        """The few keys that stand here, quieter than those below."""
        keys = {
            each.binding.id: Content(f"{written(each.binding, slim)} {each.binding.description}")
            for each in reversed(self.screen.active_bindings.values())
            if _is_in_header(each.binding) and each.enabled
        }
        yield from (keys[name] for name in sorted(keys, key=str))


class KeyLine(Widget):
    """The last line: every key that works here. It takes a second line rather than be cut."""

    DEFAULT_CSS = """
    KeyLine {
        height: auto;
    }
    """

    def on_mount(self) -> None:
        """Follows what works: another widget in focus may bring keys of its own."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys take at this width, also while the terminal changes its own."""
        del container
        return len(self._wrapped(width, slim=viewport.width < _SLIM))

    def render(self) -> VisualType:
        """The keys, wrapped between them and never inside one."""
        lines = self._wrapped(self.content_size.width, slim=is_slim(self.screen))
        return Content("\n").join(lines)

    def _wrapped(self, width: int, *, slim: bool) -> list[Content]:
        width = max(1, width)
        if not slim:
            lines = list(_lines(self.groups(), width))
            return lines if len(lines) <= _FEW else list(self._closer(width))
        own, common = self._own_and_common()
        # A page may have these as its own; on two lines they stand where they do everywhere.
        help_ = {each: own.pop(each) for each in map(say, _HELP) if each in own}
        return _few_lines(list(_slim(own)), list(_slim(help_ | common)), width)

    def _closer(self, width: int) -> Iterable[Content]:
        """The same, closer together: help tells of the menu, and ctrl is written as a sign."""
        own, common = self._own_and_common()
        common.pop(say("key.menu"), None)
        return _lines([*_slim(own), *_slim(common)], width, _BETWEEN_SLIM)

    def groups(self) -> Iterable[Content]:
        """`key Label` for each one shown: of what is in focus and the page, then the app's."""
        own, common = self._own_and_common()
        yield from (_group(key, label) for label, key in (own | common).items())

    def _own_and_common(self) -> tuple[dict[str, str], dict[str, str]]:
        own: dict[str, str] = {}
        common: dict[str, str] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if (
                binding.show
                and binding.description
                and active.enabled
                and not _is_in_header(binding)
            ):
                place = common if active.node is self.app else own
                place.setdefault(binding.description, written(binding))
        # Textual lists its own quitting first; closing stands last, where people look for it.
        last = {label: common.pop(label) for label in map(say, _LAST) if label in common}
        return own, common | last


def written(binding: Binding, slim: bool = False) -> str:  # noqa: FBT001, FBT002 - how much room there is
    """A key as it stands on the key line: `ctrl+n` (or `^n` where there is no room), `esc`, `←`."""
    key = binding.key_display or _KEYS.get(binding.key, shown(binding.key))
    return key.replace("ctrl+", "^") if slim else key


def is_slim(screen: Screen[Any]) -> bool:
    """Whether there is so little room that words have to stand closer."""
    return screen.size.width < _SLIM


def _group(key: str, label: str) -> Content:
    return Content.assemble((key, "bold"), " ", label)


def _slim(keys: dict[str, str]) -> Iterable[Content]:
    return (_group(key.replace("ctrl+", "^"), label) for label, key in keys.items())


def _few_lines(own: list[Content], common: list[Content], width: int) -> list[Content]:
    """Two lines. The app's own keys always stand there; a sign tells that there are more.

    The way back gives way last: it is what somebody looks for who did not mean to be here.
    """
    lines = list(_lines([*own, *common], width, _BETWEEN_SLIM))
    while own and len(lines) > _FEW:
        others = [at for at, each in enumerate(own) if not each.plain.startswith(_WAY_BACK)]
        del own[others[-1] if others else -1]
        lines = list(_lines([*own, Content(marks.MORE), *common], width, _BETWEEN_SLIM))
    return lines


def _lines(groups: Iterable[Content], width: int, between: int = _BETWEEN) -> Iterable[Content]:
    line = Content("")
    for group in groups:
        if not line:
            line = group
        elif line.cell_length + between + group.cell_length <= width:
            line = Content.assemble(line, " " * between, group)
        else:
            yield line
            line = group
    yield line


class Page(Screen[Result]):
    """A screen in the frame. Give `compose_body`, a `TITLE_KEY`, and `BINDINGS` with words."""

    TITLE_KEY: ClassVar[str] = "app.name"
    """The heading's key in the catalogue; or set `heading` yourself."""
    WIDE: ClassVar[bool] = False
    """Whether the body may fill 120 columns; otherwise it keeps to 72."""
    HELPS: ClassVar[bool] = True
    """Whether help and the menu can be opened in front of it."""

    heading: reactive[str] = reactive("")
    """The left end of the header line."""
    corner: reactive[str] = reactive("")
    """The right end of the header line."""

    @dataclass
    class NewKey(Message):
        """The journal was given a new key elsewhere, and has to be opened again."""

    def __init__(self) -> None:
        super().__init__()
        self._leaves: tuple[Result | None] | None = None
        """The result to leave with, as soon as nothing stands in front."""
        self.set_class(self.WIDE, "-wide")
        self.set_reactive(Page.heading, say(self.TITLE_KEY))
        self.set_reactive(Page.corner, say("app.name"))

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """Textual's own, with the keys that the person has set in the place of the usual ones."""
        own = getattr(self.app, "own_keys", None)
        if not own:
            return super()._binding_chain
        from integrate.tui.keys import not_typed, rekeyed

        focused = self.focused
        nodes = focused.ancestors_with_self if focused else (self, self.app)
        links = [(each, each._bindings.copy()) for each in nodes]  # noqa: SLF001 - as Textual does
        return not_typed(rekeyed(links, own))

    def compose(self) -> ComposeResult:
        """Header, body, keys."""
        yield HeaderLine().data_bind(Page.heading, Page.corner)
        with VerticalScroll(classes="body", can_focus=False):
            yield from self.compose_body()
        yield KeyLine()

    def compose_body(self) -> ComposeResult:
        """What stands between the header and the keys."""
        yield from ()

    def on_mount(self) -> None:
        """Comes in softly, if it may: the words are there at once, and then stand out."""
        if getattr(self.app, "reveals", False) and len(self.app.screen_stack) > _FIRST:
            self._reveal(_REVEAL[0][1])
            for after, seen in _REVEAL[1:]:
                self.set_timer(after, partial(self._reveal, seen))

    def on_resize(self) -> None:
        """Tells the style sheets how little room there is."""
        self.set_class(is_slim(self), "-slim")
        self.set_class(self.size.height < _LOW, "-low")

    def _reveal(self, seen: float) -> None:
        self.query(".body").set_styles(f"opacity: {seen:.0%};")

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leaves with a result: at once, or when the screen in front of this one is gone.

        Work may end while grounding or people were opened over the page that waited for it, and
        Textual's own `dismiss` would take that screen away instead. (Its `is_current` is no help:
        it is also true for the screen just behind.)
        """
        if self.app.screen is self:
            return super().dismiss(result)
        self._leaves = (result,)
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Leaves now, if it was time to while something else was in front."""
        if self._leaves is not None:
            (result,), self._leaves = self._leaves, None
            self.dismiss(result)

    def fault(self, error: Exception) -> str:
        """What to say about something that could not be done; may be asked in any thread.

        Nothing, where the journal was given a new key elsewhere: then the app asks for it, in
        front of this page.
        """
        from integrate.vault import Rekeyed

        if not isinstance(error, Rekeyed):
            return str(error)
        self.post_message(self.NewKey())
        return ""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is under the mouse; nothing, where that was taken away since it was last drawn.

        Textual would ask such a widget for what it stands in, and end the app.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is not None and widget is not self and widget.parent is None:
            return None, None
        return widget, offset

    def holds_back(self) -> bool:
        """Whether closing has to wait for another press, since something would be lost; says so."""
        return False

    def helps_first(self) -> bool:
        """Whether help is called for here before anything closes; then it is in front now."""
        return False

    def help_for_lock(self) -> "Page[Any] | None":
        """Help that is called for here, with no word of why; it may stand before the lock."""
        return None

    def without_words(self) -> "Page[Any] | None":
        """The same page again, with nothing of the journal on it; it may stand before the lock.

        `None`: it has the person's words on it, and goes when the journal is locked.
        """
        return None

    def seal(self) -> bool:
        """Keeps at once what is not kept yet; says whether all of it is kept.

        The app calls it on every way out. It must not wait for anything but the file; a page
        without drafts has nothing to do.
        """
        return True
