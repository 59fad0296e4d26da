"""A reader can tell what the article says, what studies say, and what is our choice."""

import pytest
from msgspec.structs import replace

from integrate.domain.measured import compiled
from integrate.domain.prompt import Kind, Prompt, PromptSet, Why
from integrate.journal.why_said import why_lines
from integrate.library import Library

LIBRARY = Library.shipped()
OURS = LIBRARY.set("checkin")
STUDY, ANIMAL, ADVICE = "evans2023", "li2010", "gren2023"
PARTS = ("The idea", "What the article says", "What studies say", "What is our choice", "Sources")


def asks(**why) -> Prompt:
    return Prompt(id="one", kind=Kind.TEXT, ask="What stayed?", why=Why(**why))


def told(prompt: Prompt, prompts: PromptSet = OURS, **more) -> dict[str, list[str]]:
    """What stands under each title; what stands above the first under ""."""
    found: dict[str, list[str]] = {"": []}
    for line in why_lines(LIBRARY, prompts, prompt, **more):
        if line.look == "title":
            found[line.text] = []
        else:
            found[list(found)[-1]].append(line.text.strip())
    return found


def test_the_parts_stand_apart_and_always_in_the_same_order():
    said = told(asks(ideas=("relief",), article=("S6",), evidence=(STUDY,), strength="direct"))
    assert tuple(said) == ("", *PARTS)
    assert said[""] == ["What stayed?"]
    assert said["The idea"] == ["Relief."]
    assert said["What the article says"][0].startswith("S6. This may bring relief")
    assert said["What the article says"][-1] == ("In our own short words. Its claims are not ours.")


@pytest.mark.parametrize(
    ("strength", "evidence", "studies", "chosen"),
    [
        ("direct", (STUDY, ANIMAL), "Found in people", False),
        ("direct", (ANIMAL,), "Found in animals", False),
        ("direct", (ADVICE,), "No finding", True),
        ("indirect", (STUDY,), "Near what was found in people", True),
        ("indirect", (ANIMAL,), "Near what was found in animals", True),
        ("convention", (STUDY,), "No finding", True),
        ("convention", (), "No finding", True),
    ],
)
def test_it_claims_no_more_than_its_best_source(strength, evidence, studies, chosen):
    said = told(asks(evidence=evidence, strength=strength))
    (found,) = said["What studies say"]
    assert found.startswith(studies)
    ours = " ".join(said["What is our choice"])
    assert ("asked here, is our choice" in ours) is chosen
    assert "Its words are ours" in ours
    assert ("do not prove it" in ours) is (chosen and bool(evidence))


def test_sources_are_written_out_with_where_they_were_found_and_how_sure_they_are():
    said = told(asks(evidence=(STUDY, ANIMAL, ADVICE), strength="direct"))["Sources"]
    known = LIBRARY.references()
    for name, where in ((STUDY, "Found in people. "), (ANIMAL, "Found in animals. C: "),
                        (ADVICE, "Our choice. D: ")):  # fmt: skip
        at = said.index(f"· {known[name].cite}")
        assert said[at + 1].startswith(where)


def test_what_is_only_ours_says_so_everywhere():
    said = told(asks(ideas=("balance",)))
    assert said["What the article says"] == ["The article says nothing of it."]
    assert said["Sources"] == ["No source is named for it."]


def test_a_star_is_said_in_words():
    said = told(asks(ideas=("sleep* (baseline)",)))
    assert said["The idea"][0] == "Sleep (baseline)."
    assert "does not name this" in said["The idea"][1]


@pytest.mark.parametrize("id_", ["somebody-elses", "checkin"])
def test_a_set_by_somebody_else_names_its_author_and_that_nobody_checked_it(id_):
    head = replace(OURS.set, id=id_, author="Dr. Reyes")
    why = {"ideas": ("relief",), "article": ("S6",), "evidence": (STUDY,), "strength": "direct"}
    said = told(asks(**why), replace(OURS, set=head))
    assert said["Who wrote it"] == [
        "This set is by Dr. Reyes.",
        "Integrate did not check what it says or claims.",
    ]
    assert "What studies say" not in said
    assert "What is our choice" not in said
    assert "Integrate did not check" in said["The sources they name"][-1]


def test_a_set_that_calls_itself_ours_is_still_somebody_elses():
    head = replace(OURS.set, id="somebody-elses")
    assert "Who wrote it" in told(asks(), replace(OURS, set=head))


def test_a_measure_shows_its_source_and_its_notice_as_they_stand():
    measure = LIBRARY.measure("gad7")
    prompts = compiled(measure, closing="It ends.")
    said = told(next(iter(prompts.flat())), prompts, measure=True)
    assert said["Where it is from"][1:] == [measure.measure.cite, measure.measure.copyright]


def test_every_shipped_prompt_can_say_why():
    for prompts in LIBRARY.sets().values():
        for prompt in prompts.flat():
            lines = why_lines(LIBRARY, prompts, prompt)
            assert {"What the article says", "What studies say", "Sources"} <= {
                each.text for each in lines
            }
