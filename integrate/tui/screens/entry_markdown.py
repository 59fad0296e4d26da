"""Free writing as it is read: Markdown where there is some, every line end where it was put.

Nothing in it can be opened, and no markup but Markdown's own is known: a link is shown with its
address, and HTML as the letters that it is made of.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from integrate.text import clean
from integrate.tui import marks
from integrate.tui.widgets.reading import Emphasis, Part, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST: Final = 200_000
"""Characters; a longer page is shown as it was typed, at once."""
_EMPHASIS: Final[dict[str, Emphasis]] = {"strong": "strong", "em": "em", "s": "strike"}
_QUOTE: Final = f"{marks.BAR} "
_RULE: Final = marks.RULE * 8
_CODE: Final = "    "


def markdown_parts(text: str) -> list[Part]:
    """The parts of a page of free writing, each with an empty line after it but in lists."""
    text = clean(text)
    if len(text) > _LONGEST:
        return [Part(text=text, gap=1)]
    from markdown_it import MarkdownIt  # rich's own parser; a page of answers needs none

    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    parser.disable(["entity", "html_block", "html_inline", "reference", "image"])
    return _Blocks(parser.parse(text)).parts() or [Part(text=text, gap=1)]


class _Blocks:
    """Goes through the blocks of a page, with what every line of them begins with."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self._tokens = tokens
        self._leads: list[tuple[str, str]] = []
        """For each list item or quotation that is open: before its first line, and the others."""
        self._numbers: list[int | None] = []
        """For each open list the number of the next item; `None`: it has bullets."""
        self._heading = False
        self._parts: list[Part] = []

    def parts(self) -> list[Part]:
        """The parts, in order."""
        for token in self._tokens:
            match token.type:
                case "inline":
                    self._parts.append(self._text(token))
                case "fence" | "code_block":
                    self._parts.append(self._part(token.content.rstrip("\n"), inset=_CODE))
                case "hr":
                    self._parts.append(self._part(_RULE))
                case _:
                    self._open_or_close(token)
        return self._parts

    def _open_or_close(self, token: "Token") -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = token.nesting == 1
            case "bullet_list_open":
                self._numbers.append(None)
            case "ordered_list_open":
                self._numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
                if self._parts and not self._numbers:
                    self._parts[-1] = replace(self._parts[-1], gap=1)
            case "list_item_open":
                self._leads.append(self._item(token))
            case "blockquote_open":
                self._leads.append((_QUOTE, _QUOTE))
            case "list_item_close" | "blockquote_close":
                self._leads.pop()

    def _item(self, token: "Token") -> tuple[str, str]:
        number = self._numbers[-1]
        if number is None:
            return f"{token.markup or '-'} ", "  "
        self._numbers[-1] = number + 1
        lead = f"{number}{token.markup or '.'} "
        return lead, " " * len(lead)

    def _text(self, token: "Token") -> Part:
        text, spans = _inline(token.children or ())
        part = self._part(text, spans=spans)
        return replace(part, look="title") if self._heading else part

    def _part(self, text: str, *, spans: Sequence[Span] = (), inset: str = "") -> Part:
        lead = "".join(first for first, _ in self._leads)
        hang = "".join(other for _, other in self._leads)
        # A mark stands before the first line of its item alone.
        self._leads = [(other, other) for _, other in self._leads]
        gap = 0 if self._numbers else 1
        return Part(text=text, gap=gap, lead=lead + inset, hang=hang + inset, spans=tuple(spans))


def _inline(tokens: Sequence["Token"]) -> tuple[str, list[Span]]:
    """Words in a row, with what is emphasised in them."""
    text = ""
    spans: list[Span] = []
    begun: dict[str, list[int]] = {}
    address = ""
    for token in tokens:
        kind, _, way = token.type.rpartition("_")
        if token.type in {"softbreak", "hardbreak"}:
            text += "\n"
        elif kind == "link":
            address = str(token.attrs.get("href", "")) if way == "open" else address
            shown = address.removeprefix("mailto:")
            if way == "close" and shown and not text.endswith(shown):
                text += f" ({clean(shown, one_line=True)})"
        elif kind in _EMPHASIS and way == "open":
            begun.setdefault(kind, []).append(len(text))
        elif kind in _EMPHASIS and begun.get(kind):
            spans.append((begun[kind].pop(), len(text), _EMPHASIS[kind]))
        else:
            text += token.content
    return text, spans
