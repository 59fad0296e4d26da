from html import unescape
from html.parser import HTMLParser

import msgspec
import pytest

from integrate.domain.prompt import Kind, PromptSet
from integrate.library import Library
from integrate.library.sheet import measure_sheet, set_sheet

LIBRARY = Library.shipped()
SUPPORT = LIBRARY.support()
MAY_STAND_OPEN = {"meta", "br"}
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "main", "footer", "aside", "section",
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "div", "br",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
HOSTILE = "<script>alert(1)</script>\" onload='x' & [b]{x}</title></style>"


class Reader(HTMLParser):
    """Reads a sheet strictly: every tag known and closed, no attribute that loads or runs."""

    def __init__(self):
        super().__init__()
        self.open, self.words, self.attributes = [], [], set()

    def handle_starttag(self, tag, attrs):
        assert tag in KNOWN
        self.attributes |= {name for name, _ in attrs}
        if tag not in MAY_STAND_OPEN:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def read(sheet):
    reader = Reader()
    reader.feed(sheet)
    reader.close()
    assert reader.open == []
    assert reader.attributes <= {
        "lang", "charset", "name", "content", "http-equiv", "class", "scope", "colspan",
    }  # fmt: skip
    return flowing(" ".join(reader.words))


def flowing(text):
    return " ".join(text.split())


def small(*prompts, **head):
    about = {
        "id": "small", "title": "Small", "version": "1.0", "language": "en", "author": "Ana",
        "licence": "CC-BY-4.0", "minutes": 3, "closing": "Rest now.", "max_depth": 3,
    }  # fmt: skip
    made = {"schema": 1, "set": {**about, **head}, "prompt": prompts}
    return msgspec.convert(made, PromptSet)


def sheet(*prompts, branches=None, **head):
    return set_sheet(small(*prompts, **head), SUPPORT, branches or {})


@pytest.mark.parametrize("set_id", LIBRARY.set_ids())
def test_every_word_of_a_set_is_on_its_sheet(set_id):
    found = LIBRARY.set(set_id)

    words = read(set_sheet(found, SUPPORT, {}))

    head = found.set
    for text in (head.title, head.opening, head.closing, head.author, head.licence):
        assert flowing(text) in words
    for prompt in found.flat():
        assert flowing(prompt.ask) in words
        assert flowing(prompt.help) in words
        assert all(option.label in words for option in (*prompt.options, *prompt.words))
    assert "reach out to a person" in words
    assert SUPPORT.emergency_elsewhere in words


@pytest.mark.parametrize("measure_id", LIBRARY.measure_ids())
def test_a_measure_has_its_exact_items_answers_and_notice_and_no_score(measure_id):
    found = LIBRARY.measure(measure_id)

    words = read(measure_sheet(found, SUPPORT))

    head = found.measure
    for text in (head.title, head.stem, head.opening, head.instructions, head.copyright, head.cite):
        assert flowing(text) in words
    for item in found.items:
        assert f"{item.n}. {flowing(item.text)}" in words
    assert all(option.label in words for option in found.options)
    if found.function_item:
        assert flowing(found.function_item.text) in words
        assert all(each.label in words for each in found.function_item.options)
    for cutoff in found.score.cutoffs:
        assert cutoff.meaning not in words
    assert not any(f" {band.label} " in words for band in found.score.bands if " " in band.label)


def test_help_stands_right_below_item_nine():
    """DESIGN.md 5: support at once. On paper it is the next thing to read."""
    words = read(measure_sheet(LIBRARY.measure("phq9"), SUPPORT))

    below = words.partition("hurting yourself in some way")[2]
    assert below.replace("☐", "").split()[:6] == ["If", "you", "mark", "1", "or", "more:"]
    assert below.index("local emergency number") < below.index("If you checked off")


def test_what_a_file_says_can_be_no_tag():
    made = sheet(
        {"id": "a", "kind": "text", "ask": HOSTILE, "help": HOSTILE},
        {"id": "b", "kind": "choice", "ask": "B?", "options": [
            {"value": "x", "label": HOSTILE}, {"value": "y", "label": "Y"}]},
        {"id": "c", "kind": "scale", "ask": "C?",
         "scale": {"low": 0, "high": 4, "low_label": HOSTILE, "high_label": HOSTILE}},
        {"id": "d", "kind": "number", "ask": "D?", "number": {"unit": HOSTILE}},
        branches={"a": HOSTILE},
        **dict.fromkeys(("title", "language", "author", "licence", "opening", "closing"), HOSTILE),
    )  # fmt: skip

    assert flowing(HOSTILE) in read(made)
    assert "<script" not in made
    assert made.count("</style>") == 1
    assert unescape(made).count(HOSTILE) == 14


def test_no_script_and_nothing_from_elsewhere():
    for made in (
        set_sheet(LIBRARY.set("settling"), SUPPORT, {}),
        measure_sheet(LIBRARY.measure("pcl5"), SUPPORT),
    ):
        for forbidden in ("<script", "<link", "<img", "@import", "url(", "@font-face", "href="):
            assert forbidden not in made
        assert "default-src 'none'" in made


def test_boxes_to_tick_and_room_to_write():
    made = sheet(
        {"id": "a", "kind": "text", "ask": "A?", "text": {"lines": 3}},
        {"id": "b", "kind": "yesno", "ask": "B?"},
        {"id": "c", "kind": "scale", "ask": "C?", "scale": {"low": 0, "high": 10}},
        {"id": "d", "kind": "scale", "ask": "D?", "scale": {"low": 0, "high": 100}},
        {"id": "e", "kind": "date", "ask": "E?"},
        {"id": "f", "kind": "display", "ask": "Read this."},
    )

    assert made.count('class="line"') == 3 + 1 + 1
    assert made.count("☐") == 2 + 11


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_kind_has_a_place_on_paper(kind):
    prompt = {"id": "a", "kind": kind, "ask": "How?", "other": True}
    if kind in {"choice", "multi"}:
        prompt["options"] = [{"value": "x", "label": "X"}, {"value": "y", "label": "Y"}]

    assert "How?" in read(sheet(prompt))


def test_what_the_program_would_do_is_said_in_words():
    inner = {"id": "b", "kind": "text", "ask": "B?", "depth": 3, "memory": True}
    words = read(
        sheet(
            {"id": "g", "kind": "group", "ask": "Part one", "prompts": [
                {"id": "a", "kind": "scale", "ask": "A?", "gate": "steady",
                 "does_if": {"at_least": 8, "does": "ground"}}, inner]},
            {"id": "c", "kind": "choice", "ask": "C?", "shows": "step", "options": [
                {"value": "x", "label": "X", "does": "stop"}, {"value": "y", "label": "Y"}]},
            branches={"b": "the answer to 1 is 7 or more"},
        )
    )  # fmt: skip

    for said in (
        "Part one", "1. A?", "2. B?", "3. C?", "Only if the answer to 1 is 7 or more.",
        "If you mark 8 or more: take a moment to steady yourself first.",
        "It comes near a hard memory.", "let the rest wait", "X (stop here)",
        "words you wrote before",
    ):  # fmt: skip
        assert said in words
