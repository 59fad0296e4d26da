"""Signs beyond ASCII stand in one module, and in the words that are shown."""

import ast
import unicodedata

MARKS = "tui/marks.py"


def docstrings(tree):
    """What is said about the code rather than to the person: any string that stands by itself."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def is_sign(letter):
    """Signs and marks; letters and what is not seen at all are no matter of drawing."""
    return not letter.isascii() and unicodedata.category(letter)[0] in "SP"


def test_no_screen_holds_a_sign_that_a_poor_terminal_lacks(sources):
    found = []
    for source in sources:
        if source.room != "tui" or str(source.path) == MARKS:
            continue
        told = docstrings(source.tree)
        found += [
            f"{source.at(node)} {node.value!r}"
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if any(map(is_sign, node.value)) and id(node) not in told
        ]
    assert found == []


def test_every_sign_in_the_words_has_one_in_ascii():
    from integrate.tui import marks
    from integrate.words import EN

    letters = {each for text in EN.values() for each in marks.in_ascii(text) if not each.isascii()}
    assert {each for each in letters if not each.isalpha()} == set()


def test_no_word_holds_an_emoji():
    from integrate.words import EN

    assert {each for text in EN.values() for each in text if ord(each) > 0x2BFF} == set()
