"""The pictures of the README: all there, made by the script, and fetching nothing."""

import importlib.util
import re

import pytest

PICTURE = re.compile(r"!\[(?P<said>[^\]]*)\]\((?P<path>[^)]+)\)")
LINK = re.compile(r"\]\((?P<path>[^)#]+)\)")
ADDRESS = "http://www.w3.org/2000/svg"
"""Names what kind of picture it is; nothing goes there."""


@pytest.fixture(scope="module")
def script(root):
    spec = importlib.util.spec_from_file_location("pictures", root / "scripts" / "pictures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text()


def test_every_picture_comes_from_the_script_and_is_shown(script, readme, root):
    shown = {each["path"] for each in PICTURE.finditer(readme)}
    assert shown == {f"docs/pictures/{name}.svg" for name in script.SHOTS}
    assert {each.stem for each in script.PICTURES.iterdir()} == set(script.SHOTS)
    assert all((root / each).is_file() for each in shown)


def test_every_picture_is_told_in_words(readme):
    assert all(each["said"].endswith(".") for each in PICTURE.finditer(readme))


def test_no_picture_fetches_anything_or_needs_a_font(script):
    for path in script.PICTURES.iterdir():
        svg = path.read_text()
        assert set(re.findall(r"https?:[^\"'\s>)]*", svg)) == {ADDRESS}
        assert set(re.findall(r"font-family: *([^;]*);", svg)) == {"monospace"}
        assert not re.search(r"@font-face|@import|url\((?!#)|xlink|<image|<script|href=", svg)


def test_what_the_readme_leads_to_is_there(readme, root):
    paths = {each["path"] for each in LINK.finditer(readme)}
    missing = [each for each in paths if "://" not in each and not (root / each).exists()]
    assert missing == []


async def test_a_picture_shows_what_the_screen_shows_now(script):
    """Where this fails, run `make pictures`, and look at what changed."""
    made = script.plain(await script.picture(*script.SHOTS["library"]))
    assert made == (script.PICTURES / "library.svg").read_text()
