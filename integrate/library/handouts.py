"""The pages for paper that came with this copy, read strictly, and made into HTML."""

from collections.abc import Iterator
from pathlib import Path

from integrate.domain.care import Line, Support
from integrate.domain.handout import Handout, Section
from integrate.library.errors import BadFile
from integrate.library.html_page import lines, page, paragraph, words
from integrate.library.read import read_as
from integrate.library.shipped import shipped_root
from integrate.words import say


def handout_ids(root: Path | None = None) -> tuple[str, ...]:
    """The ids of all handouts, sorted; reads no file.

    Args:
        root: a folder of content; by default what came with this copy.
    """
    folder = (root or shipped_root()) / "sheets"
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def handout(handout_id: str, root: Path | None = None) -> Handout:
    """One handout.

    Raises:
        BadFile: if its file cannot be used, is not there, or holds another one.
    """
    path = (root or shipped_root()) / "sheets" / f"{handout_id}.toml"
    found = read_as(path, Handout)
    if found.sheet.id != handout_id:
        raise BadFile(path, 1, 1, say("library.other_name", id=found.sheet.id))
    return found


def handout_sheet(made: Handout, support: Support, country: str = "") -> str:
    """A handout on paper: one HTML file that needs nothing else.

    Args:
        made: the handout.
        support: help lines and emergency numbers.
        country: two capital letters; empty: the lines of every country that has some.
    """
    head = made.sheet
    body = [paragraph(head.opening)]
    for section in made.sections:
        body += _section(section, support, country)
    body.append(paragraph(head.closing))
    about = say("cli.prompts.print.by", author=head.author, licence=head.licence)
    return page(head.title, head.language, body, [about])


def _section(section: Section, support: Support, country: str) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{words(section.title)}</h2>"
    yield _listed(section.says)
    if section.numbers:
        yield paragraph(say("support.in_danger", number=support.emergency_for(country)))
        chosen = support.lines_for(country) if country else support.lines
        yield _listed(_line(each, named=not country) for each in chosen)
        yield paragraph(support.changes, "note")
    for room in section.rooms:
        yield paragraph(room)
        yield lines(1)
    yield "</section>"


def _line(line: Line, *, named: bool) -> str:
    where = "" if not named or "*" in line.countries else f" ({', '.join(line.countries)})"
    ways = [line.url] if line.url else []
    if line.text:
        ways.insert(0, say("support.text", what=line.text))
    if line.call:
        ways.insert(0, say("support.call", number=line.call))
    return say("support.line", name=f"{line.name}{where}", ways=say("support.or").join(ways))


def _listed(said: tuple[str, ...] | Iterator[str]) -> str:
    return f'<ul class="said">{"".join(f"<li>{words(each)}</li>" for each in said)}</ul>'
