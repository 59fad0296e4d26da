"""The program's own source, parsed once."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Source:
    """One module of the package."""

    path: Path
    """Relative to the package: `tui/app.py`."""
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def room(self) -> str:
        """The first folder, or the module itself where it stands alone."""
        return self.path.parts[0]

    @property
    def module(self) -> str:
        parts = ("integrate", *self.path.with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def imports(self) -> Iterator[str]:
        """The full names of what is imported anywhere in it, also inside functions."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""
                yield from (f"{node.module}.{each.name}" for each in node.names)

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def at(self, node: ast.AST) -> str:
        """Where a finding stands."""
        return f"{self.path}:{node.lineno}"


def called(call: ast.Call) -> str:
    """What a call names, as far as it can be read: `Static`, `self.notify`, `ast.walk`."""
    try:
        return ast.unparse(call.func)
    except RecursionError:
        return ""


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> tuple[Source, ...]:
    package = ROOT / "integrate"
    return tuple(
        Source(path.relative_to(package), path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
    )


@pytest.fixture(scope="session")
def name_of() -> Callable[[ast.Call], str]:
    return called


@pytest.fixture(scope="session")
def loaded_by() -> Callable[[str], set[str]]:
    """The modules that a fresh interpreter has loaded after a statement."""

    def run(statement: str) -> set[str]:
        script = f"import json, sys\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
        return set(json.loads(ended.stdout))

    return run
