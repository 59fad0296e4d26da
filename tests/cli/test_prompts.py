import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from integrate.cli.set_lines import set_lines
from integrate.domain.measure import Measure
from integrate.domain.prompt import Kind, PromptSet
from integrate.library import Library
from integrate.library.shipped import shipped_root

from .test_imports import PROBE, SLOW

LIBRARY = Library.shipped()
WIDEST = 80
HEAD = {
    "id": "small",
    "title": "Small",
    "version": "1.0",
    "language": "en",
    "author": "A therapist",
    "licence": "CC-BY-4.0",
    "minutes": 3,
    "closing": "Sleep well.",
    "max_depth": 3,
}
FIRST = {
    "id": "how",
    "kind": "choice",
    "ask": "How was it?",
    "options": [{"value": "good", "label": "Good"}, {"value": "hard", "label": "Hard"}],
}
STRONG = {"id": "strong", "kind": "scale", "ask": "How strong?", "scale": {"low": 0, "high": 10}}


def told(*prompts, **more):
    """What is said of a small set with these prompts."""
    made = msgspec.convert({"schema": 1, "set": HEAD, "prompt": prompts, **more}, PromptSet)
    return "\n".join(set_lines(made, LIBRARY))


def flowing(text):
    """Without the line breaks of the columns."""
    return " ".join(text.split())


def test_the_list_has_every_set_and_measure_and_needs_no_journal(command, home):
    ran = command("prompts", "list")
    assert (ran.code, ran.err) == (0, "")
    for each in LIBRARY.sets().values():
        assert f"{each.title}, {each.set.author}" in ran.out
    for each in LIBRARY.measures().values():
        assert f"{each.id} " in ran.out
        assert each.measure.title in ran.out
    assert "Soft landing" in next(line for line in ran.out.splitlines() if line[:8] == "landing ")
    assert list(home.iterdir()) == []


def test_the_list_for_scripts(command):
    listed = command("prompts", "list", "--json").json
    sets = {each["id"]: each for each in listed["sets"]}
    assert sets.keys() == set(LIBRARY.set_ids())
    assert sets["landing"] == {
        "id": "landing",
        "title": "Soft landing",
        "author": "Integrate",
        "prompts": 12,
        "minutes": 4,
        "phases": ["landing"],
        "hours": None,
    }
    assert sets["checkin"]["phases"] == []
    assert {"id": "phq9", "title": "PHQ-9"} in listed["measures"]


@pytest.mark.parametrize("set_id", LIBRARY.set_ids())
def test_a_set_is_shown_with_every_word_of_it_in_narrow_lines(command, set_id):
    ran = command("prompts", "show", set_id)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) < WIDEST
    shown, found = flowing(ran.out), LIBRARY.set(set_id)
    assert found.set.opening in shown
    assert found.set.closing in shown
    for prompt in found.flat():
        assert flowing(prompt.ask) in shown
        assert flowing(prompt.help) in shown
        assert all(option.label in shown for option in (*prompt.options, *prompt.words))
        assert all(idea in shown for idea in prompt.why.ideas)


def test_branching_is_said_in_words(command):
    shown = flowing(command("prompts", "show", "landing").out)
    assert "Only if the answer to 2 is “Frightening”." in shown
    assert "Only if 2 was not answered or the answer to 2 is other than “Frightening”." in shown


@pytest.mark.parametrize(
    ("sign", "value", "said"),
    [
        ("=", 7, "the answer to 2 is 7"),
        ("!=", 7, "the answer to 2 is other than 7"),
        ("<", 7, "the answer to 2 is below 7"),
        ("<=", 7, "the answer to 2 is 7 or less"),
        (">", 7, "the answer to 2 is above 7"),
        (">=", 7, "the answer to 2 is 7 or more"),
        ("exists", True, "2 was answered"),
        ("exists", False, "2 was not answered"),
    ],
)
def test_every_operator_has_its_words(sign, value, said):
    rule = {"all": [{"prompt": "strong", "is": sign, "value": value}]}
    last = {"id": "last", "kind": "text", "ask": "And?", "shown_if": rule}
    assert f"Only if {said}." in told(FIRST, STRONG, last)


def test_all_and_any_conditions_stand_apart():
    rule = {
        "all": [{"prompt": "how", "value": "good"}, {"prompt": "strong", "is": ">", "value": 2}],
        "any": [{"prompt": "how", "value": "hard"}, {"prompt": "strong", "value": 9}],
    }
    last = {"id": "last", "kind": "text", "ask": "And?", "shown_if": rule}
    assert (
        "Only if the answer to 1 is “Good” and the answer to 2 is above 2, and also the answer to "
        "1 is “Hard” or the answer to 2 is 9."
    ) in flowing(told(FIRST, STRONG, last))


def test_every_kind_has_its_words():
    for kind in Kind:
        assert "Ask me" in told({"id": "one", "kind": kind.value, "ask": "Ask me"})


def test_what_a_prompt_may_do_is_all_said():
    number = {"min": 0, "max": 24, "step": 0.5, "unit": "h"}
    options = [
        {"value": "none", "label": "Nothing", "exclusive": True},
        {"value": "stop", "label": "Enough", "does": "stop"},
    ]
    shown = flowing(
        told(
            {**STRONG, "gate": "steady", "series": "steady", "required": True}
            | {"does_if": {"at_least": 8, "does": "ground"}, "translations": {"es": {"ask": "¿?"}}},
            {"id": "long", "kind": "number", "ask": "How long?", "number": number},
            {"id": "any", "kind": "multi", "ask": "Which?", "options": options, "other": True},
            {"id": "near", "kind": "text", "ask": "How was it?", "depth": 3, "memory": True},
            {"id": "step", "kind": "text", "ask": "A step?", "keep_as": "step", "shows": "view"},
            when={"table": "talk", "hours": {"from": 24, "to": 72}, "every_days": 2}
            | {"repeat": "rotate"},
        )
    )
    for said in (
        "from 24 to 72 hours after the start. It is for sessions without a medicine.",
        "It comes again after 2 days. When sessions lie close together, it takes turns",
        "From 0 to 10.",
        "From 8 on it offers something that steadies.",
        "The answer decides how deep the rest may go.",
        "It is asked again over time, under the name steady.",
        "It is marked as needed, and can be skipped all the same.",
        "It also speaks: es.",
        "A number. It is 0 or more. It is 24 or less. In steps of 0.5. It counts h.",
        "- Nothing (stands alone) - Enough (ends here) - something else, in your own words",
        "It comes near a hard memory (depth 3), and only after a yes. It asks to come near",
        "It shows what was kept as view, and hides where there is nothing.",
        "The answer is kept as step, to be shown again.",
    ):
        assert said in shown


def test_why_a_prompt_is_there_says_on_what_ground(command):
    """DESIGN.md 5: what is our choice is never said as a finding."""
    shown = flowing(command("prompts", "show", "landing").out)
    _, _, first = shown.partition("1. How are you landing?")
    assert "Why: coming back (S5 of the article). On what ground: found in people." in first
    _, _, body = shown.partition("Where do you notice your body most?")
    assert "On what ground: our choice. - Found in people, in a small study" in body


@pytest.mark.parametrize("measure_id", LIBRARY.measure_ids())
def test_a_measure_is_shown_word_for_word_under_its_own_notice(command, measure_id):
    """DESIGN.md 5: exact items, licence line shown, bands only where published."""
    ran = command("prompts", "show", measure_id)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) < WIDEST
    shown, found = flowing(ran.out), LIBRARY.measure(measure_id)
    for item in found.items:
        assert f"{item.n}. {item.text}" in shown
    for option in found.options:
        assert f"{option.value} {option.label}" in shown
    assert f"{found.measure.copyright} {found.measure.cite}" in shown
    assert ("These bands were published" in shown) is bool(found.score.bands)
    assert all(f"- {each.label} ({each.from_} to {each.to})" in shown for each in found.score.bands)
    assert "It is no diagnosis" in shown


def test_phq9_says_that_its_ninth_item_shows_help_and_that_function_has_no_score(command):
    shown = flowing(command("prompts", "show", "phq9").out)
    _, _, ninth = shown.partition("9. Thoughts that you would be better off dead")
    assert "From 1 on it shows people and places that can help. Each takes" in ninth
    assert "Asked after these, and never part of the score If you checked off" in shown
    assert "A change of 5 points" in shown


def test_what_newer_work_replaced_is_not_shown(command):
    shown = flowing(command("prompts", "show", "pcl5").out)
    assert "Published cut-off 31 to 33" in shown
    assert "This rule and the cut-off say two things." in shown
    assert "NCPTSD, older" not in shown


def test_json_has_the_keys_of_the_file(command):
    landing = command("prompts", "show", "landing", "--json").json
    assert msgspec.convert(landing, PromptSet) == LIBRARY.set("landing")
    phq9 = command("prompts", "show", "phq9", "--json").json
    assert msgspec.convert(phq9, Measure) == LIBRARY.measure("phq9")
    assert phq9["item"][8]["does_if"] == {"at_least": 1, "does": "support"}


@pytest.mark.parametrize(
    ("name", "closest"), [("lnding", "landing"), ("phq", "phq9"), ("PHQ-9", "phq9")]
)
def test_an_unknown_name_is_refused_with_the_closest_one(command, name, closest):
    ran = command("prompts", "show", name)
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert closest in ran.err


def test_a_name_like_no_other_is_refused_with_all_there_are(command):
    ran = command("prompts", "show", "\x1b[31mzzzz")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "\x1b" not in ran.err
    assert "landing" in ran.err
    assert "phq9" in ran.err


def test_a_name_is_completed(command, monkeypatch, capsys):
    monkeypatch.setenv("_INTEGRATE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "integrate prompts show p")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit):
        command("prompts")
    assert {"plain,phq9", "plain,pcl5"} <= set(capsys.readouterr().out.split())


def test_the_schema_is_printed_as_json(command):
    printed = command("prompts", "schema").json
    assert printed["$schema"].endswith("2020-12/schema")
    assert printed["$defs"]["Kind"]["enum"] == sorted(Kind)


def test_nothing_of_a_journal_is_loaded():
    for verb in (["list"], ["show", "landing"], ["show", "phq9"], ["schema"]):
        probe = PROBE.format(args=["prompts", *verb], slow=(*SLOW, "cryptography", "sqlite3"))
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
        assert done.stderr.decode().strip() == "loaded []"


BROKEN = Path(__file__).parents[1] / "library" / "broken"


def test_check_says_every_finding_with_its_place(command):
    file = BROKEN / "wrong-types-everywhere.toml"
    ran = command("prompts", "check", file)
    told = file.with_suffix(".txt").read_text().splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines() == [f"{file}:{line}" for line in told]


def test_check_goes_through_several_files_and_needs_no_journal(command, home):
    good, bad, none = BROKEN / "crlf-well.toml", BROKEN / "empty.toml", home / "none.toml"
    ran = command("prompts", "check", good, bad, none)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{good}: all is well",
        f"{bad}:1:1: this file is empty; it would begin with schema = 1",
        f"{none}:1:1: there is no such file; look at its name and folder",
    ]
    assert list(home.iterdir()) == []


def test_check_is_content_with_every_shipped_set(command):
    files = sorted((shipped_root() / "sets").glob("*.toml"))
    ran = command("prompts", "check", *files)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"{file}: all is well" for file in files]


def test_check_tells_scripts_the_same(command):
    good, bad = BROKEN / "crlf-well.toml", BROKEN / "duplicate-id.toml"
    ran = command("prompts", "check", good, bad, "--json")
    message = "the id 'how' is taken by an earlier prompt; give this one its own"
    assert ran.code == 1
    assert ran.json == [
        {"file": str(good), "ok": True, "findings": []},
        {
            "file": str(bad),
            "ok": False,
            "findings": [{"line": 24, "column": 6, "message": message}],
        },
    ]


def test_check_wants_a_file(command):
    assert command("prompts", "check").code == 2
