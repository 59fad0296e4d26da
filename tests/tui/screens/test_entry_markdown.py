import pytest

from integrate.tui.screens.entry_markdown import markdown_parts

PAGE = """# A day

the doorway.
the light **under** it and *so* on

- one
  more
- two
  1. nested

1986. was the year

> said she

    an indented
      poem
"""


def shown(text):
    return [part.lead + part.text for part in markdown_parts(text)]


def test_headings_lists_quotations_and_indents_are_seen():
    assert shown(PAGE) == [
        "A day",
        "the doorway.\nthe light under it and so on",
        "- one\nmore",
        "- two",
        "  1. nested",
        "1986. was the year",
        "│ said she",
        "    an indented\n  poem",
    ]


def test_what_is_emphasised_is_marked_in_the_words():
    (part,) = markdown_parts("the **light** under *it* ~~no~~")
    assert [(part.text[a:b], how) for a, b, how in part.spans] == [
        ("light", "strong"),
        ("it", "em"),
        ("no", "strike"),
    ]


def test_every_line_end_stays_where_it_was_put():
    (part,) = markdown_parts("one\ntwo\nthree")
    assert part.text == "one\ntwo\nthree"


def test_a_list_ends_with_an_empty_line_and_its_items_stand_close():
    assert [part.gap for part in markdown_parts("- a\n- b\n\nafter")] == [0, 1, 1]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<b>x</b><script>", "<b>x</b><script>"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("[here](https://evil.example/)", "here (https://evil.example/)"),
        ("<https://evil.example/>", "https://evil.example/"),
        ("![picture](file:///etc/passwd)", "![picture](file:///etc/passwd)"),
        ("[a]: https://evil.example/", "[a]: https://evil.example/"),
        ("&lt;b&gt; &amp;", "&lt;b&gt; &amp;"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("\u202eevil", "evil"),
        ("#tag and 3*4*5", "#tag and 345"),
    ],
)
def test_nothing_foreign_is_more_than_letters(text, seen):
    assert shown(text) == [seen]


def test_a_very_long_page_is_shown_as_it_was_typed():
    text = "**word** " * 30_000
    assert [part.text for part in markdown_parts(text)] == [text]


@pytest.mark.parametrize("text", ["   ", "\n\n", "[a]: b", "***", "-", "1.", ">", "```"])
def test_whatever_is_typed_something_is_shown(text):
    assert markdown_parts(text)
