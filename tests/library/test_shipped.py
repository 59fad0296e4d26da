"""The content is found from a checkout and from an installed package alike."""

import shutil
import subprocess
import sys
from pathlib import Path

import integrate
from integrate.library.shipped import shipped_root

PACKAGE = Path(integrate.__file__).parent


def test_in_a_checkout_it_is_the_folder_beside_the_package():
    assert (shipped_root() / "phases.toml").is_file()


def test_an_installed_package_finds_its_own_copy(tmp_path):
    """Laid out as the wheel is: the content inside the package, and nothing beside it."""
    ignored = shutil.ignore_patterns("__pycache__", "_prompts")
    shutil.copytree(PACKAGE, tmp_path / "site" / "integrate", ignore=ignored)
    shutil.copytree(shipped_root(), tmp_path / "site" / "integrate" / "_prompts")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r});"
        "from integrate.library import Library; from integrate.library.shipped import shipped_root;"
        "print(shipped_root()); print(len(Library.shipped().sets()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    root, count = told.stdout.split()
    assert Path(root) == tmp_path / "site" / "integrate" / "_prompts"
    assert count == "15"
