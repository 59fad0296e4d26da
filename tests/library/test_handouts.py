"""Pages for paper: read strictly, with numbers to call, and nothing that loads or runs."""

import importlib.util
from pathlib import Path

import msgspec
import pytest

from integrate.domain.handout import Handout
from integrate.library import BadFile, Library
from integrate.library.handouts import handout, handout_ids, handout_sheet
from integrate.library.shipped import shipped_root

SUPPORT = Library.shipped().support()
HOSTILE = "<script>alert(1)</script>\" onload='x' & [b]{x}</title></style>"


def module_at(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


read = module_at(Path(__file__).with_name("test_sheet.py")).read


@pytest.fixture(params=handout_ids())
def made(request):
    return handout(request.param)


def test_every_line_stands_on_the_sheet(made):
    text = read(handout_sheet(made, SUPPORT))
    for section in made.sections:
        assert section.title in text
        assert all(said in text for said in (*section.says, *section.rooms))
    assert made.sheet.opening in text
    assert made.sheet.closing in text


def test_with_a_country_its_numbers_stand_there_and_no_others():
    text = read(handout_sheet(handout("supporters"), SUPPORT, "GB"))
    assert "call 999" in text
    assert "Samaritans: call 116 123" in text
    assert "findahelpline.com" in text
    assert "988" not in text


def test_with_none_every_line_stands_there_with_its_countries():
    text = read(handout_sheet(handout("supporters"), SUPPORT))
    assert SUPPORT.emergency_elsewhere in text
    assert all(line.name in text for line in SUPPORT.lines)
    assert "Lifeline (AU): call 13 11 14" in text


def test_nothing_that_a_file_says_becomes_a_tag():
    shipped = msgspec.json.decode(msgspec.json.encode(handout("supporters")))
    shipped["sheet"] |= {"title": HOSTILE, "opening": HOSTILE, "author": HOSTILE}
    shipped["section"][0] |= {"title": HOSTILE, "says": [HOSTILE], "rooms": [HOSTILE]}
    sheet = handout_sheet(msgspec.convert(shipped, Handout), SUPPORT)
    assert "<script" not in sheet
    read(sheet)


def test_a_file_with_another_name_or_an_unknown_key_is_refused(tmp_path):
    (tmp_path / "sheets").mkdir()
    text = (shipped_root() / "sheets" / "supporters.toml").read_text("utf-8")
    (tmp_path / "sheets" / "other.toml").write_text(text)
    (tmp_path / "sheets" / "bad.toml").write_text(text.replace("says =", "said =", 1))
    assert handout_ids(tmp_path) == ("bad", "other")
    with pytest.raises(BadFile, match="supporters"):
        handout("other", tmp_path)
    with pytest.raises(BadFile, match="said"):
        handout("bad", tmp_path)
