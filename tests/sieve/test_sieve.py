"""The leak sieve: nothing that a person writes leaves, but sealed or on their own terminal.

DESIGN.md 6, rules 1, 2, 4 and 6. The installed program runs without a network and under strace;
every write, every argument and variable, and every file that is left is looked through for words
that were typed, in any usual spelling. INTEGRATE_STORM=1 adds the longer runs.
"""

import os

import pytest

from . import script
from .machine import Machine

LONG = pytest.mark.skipif(not os.environ.get("INTEGRATE_STORM"), reason="the longer runs")


def assert_only_shown(machine: Machine, *terminals) -> None:
    assert machine.leaks() == []
    for terminal in terminals:
        for canary in machine.canaries.values():
            assert canary.found_in(terminal.on_main_screen) is None


def test_a_day_in_the_full_screen_leaks_nothing_also_with_every_switch_set(machine):
    with_switches = script.switches(machine)
    killed = script.begins(machine, **with_switches)
    closed = script.goes_on(machine, **with_switches)
    assert_only_shown(machine, killed, closed)
    assert machine.drawn("draft")
    assert machine.drawn("answer")


def test_commands_and_lines_leak_nothing(machine):
    script.commands(machine)
    script.talks(machine)
    assert machine.leaks() == []
    assert machine.drawn("lines")


@LONG
@pytest.mark.parametrize("switched", [False, True])
def test_a_day_in_the_full_screen_leaks_nothing(machine, switched):
    variables = script.switches(machine, slow=True) if switched else {}
    day = (script.begins, script.goes_on, script.reads)
    assert_only_shown(machine, *[each(machine, **variables) for each in day])


@LONG
def test_commands_and_lines_leak_nothing_with_every_switch_set(machine):
    with_switches = script.switches(machine, slow=True)
    script.commands(machine, **with_switches)
    script.talks(machine, **with_switches)
    assert machine.leaks() == []
