"""All keys of one page, made from the keys themselves; Enter does what stands under the cursor."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.doings import Doing
from integrate.tui.frame import Page
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

_COLUMNS: Final = (Column(share=3), Column(share=2), Column(share=8, least=100))
"""What can be done, its keys, and the same in a sentence where there is room for it."""
_BETWEEN_KEYS: Final = "  "
_ITSELF: Final = "help"


class HelpScreen(Page[Doing | None]):
    """A list of what can be done on the page behind. Dismisses with what is to be done there."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HELPS = False
    TITLE_KEY = "help.title"
    WIDE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", say("key.back")),
        Binding("question_mark,f1", "leave", show=False),
    ]

    def __init__(self, doings: Sequence[Doing], *, typing: bool = False) -> None:
        """Makes the page.

        Args:
            doings: what can be done on the page behind, the nearest first.
            typing: whether the cursor stands in a field there, which takes letters.
        """
        super().__init__()
        self._doings = tuple(each for each in doings if each.action != _ITSELF)
        self._typing = typing
        self._list = RowList(_COLUMNS, choose=say("help.do"), numbered=True)
        self._tip = Static("", markup=False, classes="muted tip")

    def compose_body(self) -> ComposeResult:
        """What this is, the keys, and what the one under the cursor does."""
        says = say("help.typing") if self._typing else say("help.says")
        yield Static(Content(says), classes="muted says")
        yield self._list
        yield self._tip

    def on_mount(self) -> None:
        """From the first one."""
        self._list.show(list(self._rows()))
        self._list.focus()
        self._tell(self._list.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Says what the one under the cursor does."""
        event.stop()
        self._tell(event.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Does it, on the page behind."""
        event.stop()
        self.dismiss(self._doings[int(event.key)])

    def action_leave(self) -> None:
        """Back, to the same place."""
        self.dismiss(None)

    def _tell(self, key: str | None) -> None:
        self._tip.update(Content(self._doings[int(key)].tip if key is not None else ""))

    def _rows(self) -> Iterator[Row]:
        everywhere: bool | None = None
        for number, each in enumerate(self._doings):
            if each.everywhere is not everywhere:
                if everywhere is not None:
                    yield Row(cells=("",))
                everywhere = each.everywhere
                yield Row(cells=(say("help.everywhere" if everywhere else "help.here"),))
            keys = _BETWEEN_KEYS.join(each.keys)
            yield Row(key=str(number), cells=(each.label, keys, each.tip))
