"""A set that is being written: every step can be taken back, and nothing unseen is lost."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from integrate.domain.prompt import (
    Condition,
    Hours,
    Kind,
    Prompt,
    PromptSet,
    Scale,
    ShownIf,
    When,
    Wording,
)
from integrate.library import Library
from integrate.library.manuscript import (
    MOST_PROMPTS,
    Manuscript,
    TooMany,
    at_of,
    blank,
    field_of,
    findings,
    minutes_for,
)

FIVE = "What helped?\nHow was it? good / bad\nHow steady? 0-10\nDid you rest? yes / no\nWhat now?"


@pytest.fixture(scope="module")
def library():
    return Library.shipped()


@pytest.fixture
def written():
    return blank().change_head(title="The week between", author="Ana Lind").paste(FIVE)


def asks(manuscript: Manuscript) -> list[str]:
    return [prompt.ask for _, prompt in manuscript.placed()]


def test_a_blank_one_can_begin_and_end_and_lacks_a_title_and_a_question():
    made = blank()

    assert made.head.opening
    assert made.head.closing
    assert made.least == ("title", "prompt")


def test_pasted_questions_follow_what_is_there(written):
    longer = written.paste("One more?")

    assert asks(longer) == [*asks(written), "One more?"]
    assert longer.undo() == replace(written, after=(longer.now,))


def test_pasting_nothing_changes_nothing(written):
    assert written.paste("\n - \n") is written


def test_a_set_has_an_end_to_its_length(written):
    with pytest.raises(TooMany):
        written.paste("\n".join(f"Question {n}?" for n in range(MOST_PROMPTS)))
    full = written.paste("\n".join(f"Question {n}?" for n in range(MOST_PROMPTS - 5)))
    with pytest.raises(TooMany):
        full.add("One more?")


def test_a_question_is_added_after_another_one(written):
    assert asks(written.add("New?", (0,)))[:3] == ["What helped?", "New?", "How was it?"]
    assert asks(written.add("New?"))[-1] == "New?"


def test_an_id_never_changes_and_never_comes_back_for_another_question(written):
    first = written.prompt((0,)).id
    changed = written.change((0,), ask="What else helped?", id="other")
    gone = changed.remove((0,)).add("What helped?")

    assert changed.prompt((0,)).id == first == "what-helped"
    assert gone.prompt((4,)).id == "what-helped-2"


def test_moving_keeps_to_the_neighbours(written):
    assert asks(written.move((1,), -1))[:2] == ["How was it?", "What helped?"]
    assert asks(written.move((1,), 1))[1:3] == ["How steady?", "How was it?"]
    assert written.move((0,), -1) is written
    assert written.move((4,), 1) is written


def test_the_id_of_the_set_comes_from_its_first_title(written):
    assert written.head.id == "the-week-between"
    assert written.change_head(title="Other", id="other").head.id == "the-week-between"
    assert blank(set_id="for-ana").change_head(title="Any").head.id == "for-ana"


def test_minutes_follow_the_length_until_somebody_says_how_long(written):
    assert written.head.minutes == 10
    assert written.paste("One?\nTwo?").head.minutes == 14
    said = written.change_head(minutes=25)
    assert said.paste("One?").head.minutes == 25


def test_minutes_of_a_set_that_was_read_are_left_alone():
    prompt_set = blank().paste("One?\nTwo?").now
    assert minutes_for(prompt_set) == 4
    assert Manuscript(now=prompt_set).paste("Three?").head.minutes == 4


def test_another_kind_of_answer_leaves_nothing_of_the_old_kind_behind(written):
    several = written.change_kind((1,), Kind.MULTI).prompt((1,))
    assert several.options == written.prompt((1,)).options

    words = written.change_kind((1,), Kind.TEXT).prompt((1,))
    assert words == Prompt(id=words.id, kind=Kind.TEXT, ask="How was it?")

    gated = written.change((2,), gate="steady")
    assert gated.change_kind((2,), Kind.NUMBER).prompt((2,)).gate is None
    assert gated.change_kind((2,), Kind.SCALE) is gated
    assert written.change_kind((0,), Kind.SCALE).prompt((0,)).scale == Scale()


def test_earlier_questions_are_those_that_can_be_answered(written):
    shown = written.change((1,), kind=Kind.DISPLAY)

    assert [each.ask for each in shown.earlier((3,))] == ["What helped?", "How steady?"]
    assert shown.earlier((0,)) == ()


def test_findings_are_those_of_the_check_each_with_its_prompt_and_field(written, library):
    tables = library.phase_tables()
    assert findings(written, tables) == ()

    broken = written.change((1,), options=()).change((4,), ask="Which dose?")
    broken = broken.change_head(closing="", title=" ")
    told = findings(broken, tables)

    assert [(at_of(each.path), field_of(each.path)) for each in told] == [
        ((), "title"),
        ((), "closing"),
        ((1,), "options"),
        ((4,), "ask"),
    ]
    assert "needs two options or more" in told[2].message


def test_the_places_of_findings_reach_into_nested_prompts():
    path = ("prompt", 3, "prompts", 1, "options", 0, "label")

    assert at_of(path) == (3, 1)
    assert field_of(path) == "options"
    assert (at_of(("when", "phase")), field_of(("when", "phase"))) == ((), "when")
    assert (at_of(("prompt",)), field_of(("prompt",))) == ((), "prompt")
    assert field_of(("prompt", 0)) == ""


def test_an_id_that_is_only_missing_because_the_title_is_is_not_told(library):
    told = findings(blank(), library.phase_tables())

    assert [field_of(each.path) for each in told] == ["title", "prompt"]


RICH = Prompt(
    id="group",
    kind=Kind.GROUP,
    ask="About sleep",
    translations={"es": Wording(ask="Sobre el sueño")},
    prompts=(
        Prompt(id="slept", kind=Kind.YESNO, ask="Did you sleep?", keep_as="slept"),
        Prompt(
            id="how",
            kind=Kind.SCALE,
            ask="How well?",
            scale=Scale(low=1, high=5),
            shown_if=ShownIf(any_=(Condition(prompt="slept"), Condition(prompt="slept", is_="!="))),
        ),
    ),
)


def test_what_no_screen_can_change_comes_through_untouched(written):
    read = Manuscript(
        now=replace(
            written.now,
            prompt=(*written.now.prompt, RICH),
            when=When(hours=Hours(from_=24, to=72), repeat="rotate"),
        )
    )
    changed = (
        read.move((5,), -1).change((4, 1), ask="How deeply?").move((4, 1), -1).add("New?", (4, 0))
    )

    assert asks(changed)[4:8] == ["About sleep", "How deeply?", "New?", "Did you sleep?"]
    group = changed.prompt((4,))
    assert replace(group, prompts=()) == replace(RICH, prompts=())
    assert group.prompts[2] == RICH.prompts[0]
    assert group.prompts[0] == replace(RICH.prompts[1], ask="How deeply?")
    assert changed.now.when == read.now.when


@pytest.mark.parametrize("set_id", ["open", "landing", "talk-after"])
def test_a_shipped_set_is_the_same_after_every_step_is_taken_back(library, set_id):
    read = Manuscript(now=library.set(set_id))
    changed = read.move((0,), 1).remove((1,)).paste(FIVE).change_when(None)
    while changed.before:
        changed = changed.undo()

    assert changed.now == read.now


# --- any steps in any order

PLACES = st.integers(0, 7)
STEPS = st.one_of(
    st.tuples(st.just("paste"), st.sampled_from(["What helped?", FIVE, "何?", "", "a\nb"])),
    st.tuples(st.just("add"), st.sampled_from(["What helped?", "New?"]), PLACES),
    st.tuples(st.just("remove"), PLACES),
    st.tuples(st.just("move"), PLACES, st.sampled_from([-2, -1, 1, 3])),
    st.tuples(st.just("ask"), PLACES, st.sampled_from(["Reworded?", "What helped?"])),
    st.tuples(st.just("title"), st.sampled_from(["", "A", "B"])),
    st.tuples(st.just("nested"), st.integers(0, 1), st.sampled_from([-1, 1])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


def step(manuscript: Manuscript, does: tuple) -> Manuscript:
    places = [at for at, _ in manuscript.placed()]
    if does[0] in {"add", "remove", "move", "ask"}:
        return step_at(manuscript, does, places)
    group = [at for at in places if does[0] == "nested" and len(at) > 1 and at[-1] == does[1]]
    match does:
        case ("paste", text):
            return manuscript.paste(text)
        case ("title", title):
            return manuscript.change_head(title=title)
        case ("nested", _, by):
            return manuscript.move(group[0], by) if group else manuscript
    return getattr(manuscript, does[0])()


def step_at(manuscript: Manuscript, does: tuple, places: list) -> Manuscript:
    at = places[does[-1 if does[0] == "add" else 1] % len(places)] if places else None
    match does:
        case ("add", ask, _):
            manuscript = manuscript.add(ask, at)
        case ("remove", _) if at:
            manuscript = manuscript.remove(at)
        case ("move", _, by) if at:
            manuscript = manuscript.move(at, by)
        case ("ask", _, ask) if at:
            manuscript = manuscript.change(at, ask=ask)
    return manuscript


@given(st.lists(STEPS, max_size=25), st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_was_done_can_be_taken_back_and_done_again(steps, rich):
    start = blank()
    if rich:
        start = Manuscript(now=replace(start.now, prompt=(RICH,)))
    manuscript = start
    for does in steps:
        earlier = manuscript
        manuscript = step(manuscript, does)
        if manuscript is not earlier and does[0] not in {"undo", "redo"}:
            assert manuscript.undo().now == earlier.now
            assert manuscript.undo().redo().now == manuscript.now
    ids = [prompt.id for _, prompt in manuscript.placed()]
    assert len(ids) == len(set(ids))
    assert msgspec.convert(msgspec.to_builtins(manuscript.now), PromptSet) == manuscript.now

    end, count = manuscript, 0
    while manuscript.before:
        manuscript, count = manuscript.undo(), count + 1
    assert manuscript.now == start.now
    for _ in range(count):
        manuscript = manuscript.redo()
    assert manuscript.now == end.now


@given(st.lists(st.tuples(PLACES, st.sampled_from([-1, 1])), max_size=12))
@settings(max_examples=60, deadline=None)
def test_moving_loses_and_changes_no_question(moves):
    start = blank().paste(FIVE)
    manuscript = start
    for place, by in moves:
        manuscript = manuscript.move((place % 5,), by)

    assert sorted(manuscript.now.prompt, key=str) == sorted(start.now.prompt, key=str)
