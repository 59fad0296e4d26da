"""The frame of a paper sheet: one HTML file with no script, link, picture or font from elsewhere.

Whatever a file says is escaped.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Whatever opens the sheet is told to load nothing and to run nothing."""
_STYLE: Final = """\
:root { color-scheme: light; }
body { font: 12pt/1.45 serif; color: #000; background: #fff; max-width: 42rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.5rem; }
h2, h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
section { break-inside: avoid-page; }
section section { margin-left: 1.2rem; }
section.heading { break-inside: auto; }
ul { list-style: none; padding: 0; margin: .4rem 0; }
ul.said { list-style: disc; padding-left: 1.2rem; }
ul.said li { margin: .2rem 0; }
ul.steps { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.help, .note { font-style: italic; margin: .2rem 0; }
.line { border-bottom: 1px solid #777; height: 2rem; }
.support { border: 1px solid #000; padding: .5rem .8rem; margin-top: 2rem; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; margin: .8rem 0; }
th, td { border: 1px solid #777; padding: .3rem .4rem; vertical-align: top; text-align: center; }
tbody th { text-align: left; font-weight: normal; }
tr { break-inside: avoid; }
footer { font-size: .85rem; margin-top: 2rem; }
@page { margin: 18mm; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
"""


def page(title: str, language: str, body: Iterable[str], foot: Iterable[str]) -> str:
    """The whole file.

    Args:
        title: what it is called.
        language: of its words, as in `en`.
        body: pieces of HTML, in order.
        foot: words for its foot, one paragraph each.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        *body,
        "</main>",
        "<footer>",
        *map(paragraph, foot),
        "</footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def lines(count: int) -> str:
    """Lines to write on; one at least."""
    return '<div class="line"></div>' * max(count, 1)


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph; nothing where there are no words."""
    if not text.strip():
        return ""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{words(text)}</p>"


def words(text: str) -> str:
    """Words of a file, which can hold no tag of theirs; a line end stays one."""
    return escape(text.strip()).replace("\n", "<br>")
