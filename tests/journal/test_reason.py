import pytest

from integrate.domain.phase import Flag
from integrate.domain.prompt import Why
from integrate.journal.reason import reason
from integrate.library import Library

LIBRARY = Library.shipped()
STUDY, ANIMAL, ADVICE = "evans2023", "li2010", "gren2023"


@pytest.mark.parametrize(
    ("strength", "evidence", "ground", "near"),
    [
        ("direct", (STUDY, ANIMAL), Flag.PEOPLE, None),
        ("direct", (ANIMAL,), Flag.ANIMALS, None),
        ("direct", (ADVICE,), Flag.CHOICE, None),
        ("indirect", (STUDY,), Flag.CHOICE, Flag.PEOPLE),
        ("indirect", (ANIMAL, ADVICE), Flag.CHOICE, Flag.ANIMALS),
        ("indirect", (ADVICE,), Flag.CHOICE, None),
        ("convention", (STUDY,), Flag.CHOICE, None),
        ("convention", (), Flag.CHOICE, None),
    ],
)
def test_a_prompt_claims_no_more_than_its_best_source(strength, evidence, ground, near):
    """DESIGN.md 5: found in people, found in animals, our choice."""
    told = reason(LIBRARY, Why(evidence=evidence, strength=strength))
    assert (told.ground, told.near) == (ground, near)


def test_sources_are_written_out_once_each_in_their_order():
    told = reason(LIBRARY, Why(evidence=(ADVICE, STUDY, ADVICE, "nobody")))
    assert [each.reference.cite.split()[0] for each in told.sources] == ["Gren", "Evans"]
    assert [each.ground for each in told.sources] == [Flag.CHOICE, Flag.PEOPLE]


def test_a_source_that_nobody_looked_up_is_not_shown_and_proves_nothing():
    unchecked = next(id_ for id_, each in LIBRARY.references().items() if not each.checked)
    told = reason(LIBRARY, Why(evidence=(unchecked,), strength="direct"))
    assert (told.sources, told.ground) == ((), Flag.CHOICE)
