"""What a fresh interpreter loads. The import contracts see the text; this sees what happens."""

import sys

import pytest

HEAVY = {"dateparser", "rich", "textual", "zxcvbn"}
"""Each costs more than a command may spend that does not need it."""
DOMAIN_MAY = {"msgspec", "integrate"}
FIRST_SCREEN = "import integrate.tui.app, integrate.tui.start, integrate.tui.screens.unlock"


def packages(modules):
    return {each.split(".")[0] for each in modules}


def rooms(modules):
    return {each.split(".")[1] for each in modules if each.startswith("integrate.")}


def test_the_command_line_starts_without_the_full_screen(loaded_by):
    loaded = loaded_by("import integrate.cli")

    assert packages(loaded) & HEAVY == set()
    assert rooms(loaded) & {"tui", "plain"} == set()


@pytest.mark.parametrize("room", ["journal", "library", "vault", "plain"])
def test_no_room_behind_the_faces_loads_textual(loaded_by, sources, room):
    modules = [each.module for each in sources if each.room == room]

    assert "textual" not in packages(loaded_by(f"import {', '.join(modules)}"))


def test_domain_loads_the_standard_library_and_msgspec_and_nothing_else(loaded_by, sources):
    modules = [each.module for each in sources if each.room == "domain"]
    bare = packages(loaded_by("import msgspec"))

    loaded = loaded_by(f"import {', '.join(modules)}")

    assert packages(loaded) - bare <= sys.stdlib_module_names | DOMAIN_MAY
    assert rooms(loaded) == {"domain"}


def test_the_unlock_screen_does_not_pay_for_the_journal(loaded_by):
    loaded = loaded_by(FIRST_SCREEN)

    assert rooms(loaded) & {"journal", "library", "plain", "cli"} == set()
    assert packages(loaded) & {"cryptography", "dateparser", "zxcvbn"} == set()


def test_the_bare_command_loads_nothing_that_the_first_screen_can_do_without(loaded_by, tmp_path):
    loaded = loaded_by(
        f"""
import os
os.environ.update(XDG_CONFIG_HOME={str(tmp_path)!r}, INTEGRATE_JOURNAL={str(tmp_path / "none")!r})
import integrate.tui.start
integrate.tui.start.run = lambda **parts: 0
from integrate.cli.run import run
from integrate.clock import system
assert run([], clock=system) == 0
"""
    )

    assert rooms(loaded) & {"journal", "vault"} == set()
    assert "integrate.plain.dialogue" not in loaded
    assert packages(loaded) & {"cryptography", "dateparser", "zxcvbn"} == set()


def test_nothing_but_the_vault_imports_cryptography(sources):
    found = {
        str(source.path)
        for source in sources
        if source.room != "vault"
        for name in source.imports()
        if name.split(".")[0] == "cryptography"
    }

    assert found == set()


def test_the_command_line_reaches_the_full_screen_from_inside_a_function(sources):
    at_the_top = {
        source.at(node)
        for source in sources
        if source.room == "cli"
        for node in source.tree.body
        if hasattr(node, "names") and getattr(node, "module", "") is not None
        for name in [getattr(node, "module", ""), *(each.name for each in node.names)]
        if name.startswith(("integrate.tui", "textual"))
    }

    assert at_the_top == set()


@pytest.mark.parametrize("leaf", ["clock", "places", "text", "words"])
def test_a_leaf_loads_no_other_part_of_the_program(loaded_by, leaf):
    assert rooms(loaded_by(f"import integrate.{leaf}")) == {leaf}
