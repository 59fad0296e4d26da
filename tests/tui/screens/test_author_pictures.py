"""What the pages for writing a set look like."""

import pytest

from integrate.domain.prompt import Condition, Scale, ShownIf, When
from integrate.library.manuscript import blank
from integrate.tui.author_head import HeadSheet
from integrate.tui.author_question import QuestionSheet
from integrate.tui.desk import Desk
from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.author_check import AuthorCheckScreen
from integrate.tui.screens.author_fields import AuthorFieldsScreen
from integrate.tui.screens.author_scale import AuthorScaleScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.words import say

SIZES = [(80, 24), (120, 36)]
NARROW = (40, 24)
PASTED = """How steady do you feel right now? 0-10
How was this week? Light / Mixed / Hard
What helped a little?
Which dose felt right to you?
Did you rest? yes / no
What is one small step for the next days?"""
MIXED = ShownIf(all_=(Condition(prompt="how-was-this-week", value="mixed"),))


@pytest.fixture
def manuscript():
    scale = Scale(low_label="not steady", high_label="very steady")
    return (
        blank()
        .change_head(title="The week between", author="Ana Lind")
        .change_when(When(table="talk", phase="between", every_days=7))
        .paste(PASTED)
        .change((0,), gate="steady", scale=scale)
        .change((2,), shown_if=MIXED, help="A small thing counts.", depth=2)
    )


@pytest.fixture
def desk(manuscript, library):
    return Desk(manuscript, library, None)


@pytest.fixture
def page(library, clock):
    def make(manuscript):
        note = say("author.file.beside", file="week.toml.unsaved.toml")
        return AuthorScreen(manuscript, library, clock, save=lambda _: None, note=lambda: note)

    return make


@pytest.mark.parametrize("size", [*SIZES, NARROW])
def test_the_list_looks_calm(snap_compare, stage, page, manuscript, size):
    app = stage(page(manuscript))
    assert snap_compare(app, terminal_size=size, press=["down", "down", "down"])


@pytest.mark.parametrize("size", SIZES)
def test_a_new_set_looks_calm(snap_compare, stage, page, size):
    assert snap_compare(stage(page(blank())), terminal_size=size)


@pytest.mark.parametrize("size", [*SIZES, NARROW])
@pytest.mark.parametrize("field", ["ask", "shown_if"])
def test_a_question_looks_calm(snap_compare, stage, desk, size, field):
    app = stage(AuthorFieldsScreen(QuestionSheet(desk, (2,)), field))
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_the_head_looks_calm(snap_compare, stage, desk, size):
    assert snap_compare(stage(AuthorFieldsScreen(HeadSheet(desk))), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_the_check_looks_calm(snap_compare, stage, desk, size):
    app = stage(AuthorCheckScreen(desk))
    assert snap_compare(app, terminal_size=size, press=["down"])


@pytest.mark.parametrize("size", SIZES)
def test_pasting_looks_calm(snap_compare, stage, desk, size):
    app = stage(
        AuthorWordsScreen(
            desk,
            lambda _: "",
            title=say("author.paste"),
            ask=say("author.paste.ask"),
            says=say("author.paste.says"),
            text=PASTED,
            several=True,
            reads=lambda text: say("author.paste.reads", count=text.count("\n") + 1),
        )
    )
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_one_text_looks_calm(snap_compare, stage, desk, size):
    app = stage(
        AuthorWordsScreen(
            desk,
            lambda _: say("author.needs_words"),
            title=say("author.question", number="3"),
            ask=say("author.field.ask"),
            says=say("author.help.ask"),
        )
    )
    assert snap_compare(app, terminal_size=size, press=["enter"])


@pytest.mark.parametrize("size", SIZES)
def test_a_scale_looks_calm(snap_compare, stage, desk, size):
    app = stage(AuthorScaleScreen(desk, (0,), say("author.question", number="1")))
    assert snap_compare(app, terminal_size=size)
