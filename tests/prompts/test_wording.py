"""What may be said: rules over every string that ships."""

import re

import pytest

NEVER = {
    "a diagnosis": r"diagnos\w*",
    "a promise of cure": r"\bcur(?:e|es|ed)\b|\bheal(?:s|ed|ing)?\b|re-?wir\w*|breakthrough",
    "advice on doses": r"\bdos(?:e|es|ed|age|ing)\b|microdos\w*|\d\s?mg\b|milligram|\btake more\b",
    "a countdown": r"countdown|\b(?:days?|hours?|time) left\b|running out|last chance|hurry",
    "a shutting window": r"\bclos(?:es|ing|ed)\b|too late|\bmissed\b|expires?\b",
    "praise by numbers": r"streak|badge|well done|good job|\bpoints\b|\bgoals?\b",
    "pressure to feel": r"should feel|must feel|feel better by now",
    "blame for suicide": r"commit\w* suicide|failed (?:suicide|attempt)",
    "what a memory means": r"(?:memory|vision) (?:means|is true|really happened)",
    "a text that readers have not seen": r"\barticle\b",
    "shouting": r"!",
}


@pytest.mark.parametrize("rule", NEVER)
def test_nothing_that_ships_says(rule, said):
    pattern = re.compile(NEVER[rule], re.IGNORECASE)
    assert [(where, text) for where, text in said if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("a diagnosis", "This diagnosis fits."),
        ("a promise of cure", "Your brain was rewired."),
        ("advice on doses", "Try 80 mg."),
        ("a countdown", "Two days left."),
        ("a shutting window", "The window is closing."),
        ("praise by numbers", "A streak of five."),
        ("pressure to feel", "You should feel lighter."),
        ("blame for suicide", "He committed suicide."),
        ("what a memory means", "This memory means something."),
        ("a text that readers have not seen", "The article talks of it."),
        ("shouting", "Done!"),
    ],
)
def test_each_of_these_rules_can_fail(rule, text):
    assert re.search(NEVER[rule], text, re.IGNORECASE)


def test_the_care_team_is_never_the_only_one_to_turn_to(said):
    """Many people have no care team; someone they trust stands beside it."""
    alone = re.compile(r"care team(?!, or someone (?:you|I) trust)")
    allowed = {"doorstep/doorstep-steady"}  # on the day itself the clinic is there
    assert [w for w, text in said if alone.search(text) and w not in allowed] == []


def test_every_string_is_one_that_any_terminal_can_show(said):
    assert [(where, text) for where, text in said if not text.isprintable()] == []


def test_each_phase_reason_is_short_enough_to_read(said):
    assert max(len(text) for _, text in said) < 500
