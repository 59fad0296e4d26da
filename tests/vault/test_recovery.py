import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.vault import MistypedCode, recovery

codes = st.binary(min_size=16, max_size=16)


@given(codes)
def test_a_code_reads_back_as_the_bytes_it_was_made_from(code):
    assert recovery.read(recovery.write(code)) == code


def test_a_known_code_is_written_in_seven_groups_of_four():
    assert recovery.write(bytes(range(16))) == "000G-40R4-0M30-E209-185G-R38E-1XHC"


def test_a_code_can_be_typed_in_lower_case_with_spaces_and_look_alike_letters():
    code = recovery.write(bytes(16))
    assert set(code) == {"0", "-"}
    assert recovery.read(code.replace("0", "o").replace("-", " ")) == bytes(16)
    ones = recovery.write((1).to_bytes(16))
    assert "1" in ones
    assert recovery.read(ones.replace("1", "l")) == (1).to_bytes(16)
    assert recovery.read(ones.replace("1", "I").replace("-", "–")) == (1).to_bytes(16)


@given(codes, st.integers(0, 27), st.sampled_from(recovery.ALPHABET))
def test_no_single_wrong_character_passes(code, place, other):
    text = recovery.tidy(recovery.write(code))
    wrong = text[:place] + other + text[place + 1 :]
    if wrong != text:
        with pytest.raises(MistypedCode):
            recovery.read(wrong)


@given(codes, st.integers(0, 26))
def test_no_two_neighbours_in_the_wrong_order_pass(code, place):
    text = recovery.tidy(recovery.write(code))
    wrong = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if wrong != text:
        with pytest.raises(MistypedCode):
            recovery.read(wrong)


@pytest.mark.parametrize("text", ["", "a quiet harbour", "0" * 27, "0" * 29, "U" * 28, "é" * 28])
def test_other_text_is_not_taken_for_a_code(text):
    assert recovery.read(text) is None


def test_a_part_typed_back_compares_with_the_part_shown():
    shown = "G1D0"
    assert recovery.tidy(" gldo ") == shown
