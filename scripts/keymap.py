"""Writes the table of keys in integrate/keymap.py anew, from the keys themselves.

Run it after a key was added, taken away or changed: `python scripts/keymap.py`.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding
from textual.dom import DOMNode

import integrate.tui
from integrate.keymap import FIXED
from integrate.tui.keys import name_of

TABLE = Path(__file__).parents[1] / "integrate" / "keymap.py"


def bound() -> Iterator[tuple[str, Binding]]:
    """Every key of ours, with its name."""
    package = integrate.tui
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    for kind in sorted(set(_below(DOMNode)), key=lambda each: (each.__module__, each.__qualname__)):
        for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ())):
            name = name_of(kind, binding)
            if name is not None:
                yield name, binding


def table() -> dict[str, str]:
    """For each name that can be given other keys, its usual ones; the fixed ones left out."""
    found: dict[str, list[str]] = {}
    for name, binding in bound():
        if binding.key not in FIXED and binding.key not in found.setdefault(name, []):
            found[name].append(binding.key)
    return {name: ",".join(found[name]) for name in sorted(found) if found[name]}


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield from _below(each)
        if each.__module__.startswith(integrate.tui.__name__):
            yield each


def main() -> None:
    """Puts the table in the place of the old one."""
    lines = "".join(f'    "{name}": "{keys}",\n' for name, keys in table().items())
    written = re.compile(r"KEYS: Final\[dict\[str, str\]\] = \{.*?\}\n", re.DOTALL)
    TABLE.write_text(written.sub(_with(lines), TABLE.read_text()))


def _with(lines: str) -> str:
    return f"KEYS: Final[dict[str, str]] = {{\n{lines}}}\n"


if __name__ == "__main__":
    main()
