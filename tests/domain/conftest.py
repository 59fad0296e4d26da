"""Small tables and sets for the rules; the shipped ones stand beside them where it matters."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from integrate.domain.phase import PhaseTable, PhaseTables
from integrate.domain.prompt import PromptSet
from integrate.domain.session import Precision, Route, Session
from integrate.library import Library

CHOICE = {"flag": "our choice", "why": "For this test."}


def _phase(phase_id, begins, ends=None, **more):
    return {
        "id": phase_id,
        "name": phase_id.title(),
        "says": "A line.",
        "begins_hours": begins,
        "ends_hours": ends,
        "max_depth": 2,
        "begin": CHOICE,
        **more,
    }


CARE = {"max_depth": 1, "memory": False, "protected": True}
DOSING = [
    _phase("before", -168, -12),
    _phase("doorstep", -12, 0, **CARE),
    _phase("arriving", 0, 2, ends_hours_by_route={"oral": 4, "sublingual": 4}, **CARE),
    _phase("landing", 2, 24, until_slept=True, **CARE),
    _phase("open", 24, 72, max_depth=3),
    _phase("settling", 72, 168),
    _phase("long-view", 168),
]
TALK = [
    _phase("talk-before", -48, 0),
    _phase("talk-after", 0, 3),
    _phase("between", 3, background=True),
]


def _small():
    return PhaseTables(
        dosing=msgspec.convert({"id": "dosing", "phases": DOSING}, PhaseTable),
        talk=msgspec.convert({"id": "talk", "phases": TALK}, PhaseTable),
    )


@pytest.fixture(scope="session", params=["small", "shipped"])
def tables(request):
    """Both phase tables: this file's, and those that people get."""
    return _small() if request.param == "small" else Library.shipped().phase_tables()


@pytest.fixture(scope="session")
def small():
    """The phase tables of this file, with round numbers."""
    return _small()


@pytest.fixture(scope="session")
def start():
    """When the one session of most tests begins."""
    return datetime(2026, 3, 10, 14, tzinfo=UTC)


@pytest.fixture(scope="session")
def session(start):
    """Makes a session; by default it begins at `start`, by drip, and went ahead."""

    def make(hours=0, *, spread=0, **more):
        starts = start + timedelta(hours=hours)
        made = {
            "id": f"s{hours:g}",
            "route": Route.IV,
            "starts": starts,
            "latest": starts + timedelta(hours=spread),
            "precision": Precision.HOUR if spread else Precision.MINUTE,
            "went": "yes" if hours <= 0 else "unsaid",
        }
        return msgspec.convert({**made, **more}, Session)

    return make


@pytest.fixture(scope="session")
def make_set():
    """Makes a set of prompts, each given as a dictionary; most are one-line texts."""

    def make(*prompts, set_id="test", max_depth=3, when=None):
        return msgspec.convert(
            {
                "schema": 1,
                "set": {
                    "id": set_id,
                    "title": set_id.title(),
                    "version": "1.0",
                    "language": "en",
                    "author": "Test",
                    "licence": "CC-BY-4.0",
                    "minutes": 1,
                    "closing": "Thank you.",
                    "max_depth": max_depth,
                },
                "prompt": [_prompt(each) for each in prompts],
                **({"when": when} if when else {}),
            },
            PromptSet,
        )

    return make


def _prompt(given):
    made = {"kind": "text", "ask": f"{given['id']}?", **given}
    return {**made, "prompts": [_prompt(each) for each in made.get("prompts", [])]}
