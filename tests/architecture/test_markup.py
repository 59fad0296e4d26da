"""Nothing that came from outside may be read as markup.

Textual and Rich read square brackets in a plain string as style. So whatever takes a string that
way gets `Content` or `Text` instead, or is told `markup=False`; a test that can only read source
asks for that everywhere, also where today's string is ours.
"""

import ast
import re

SHOWS = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "ListItem",
    "Option",
}
"""Of Textual: what takes its content as the first argument."""
ASSIGNED = {"border_title", "border_subtitle", "tooltip"}
PLAIN_TYPES = {"Content", "Text"}


def textual_names(source):
    """Names in a module that come from Textual."""
    return {
        each.asname or each.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for each in node.names
    }


def functions(tree):
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def gives_content(sources):
    """Functions, methods and attributes of the full screen that are declared to give `Content`."""
    found = set()
    for source in sources:
        for node in ast.walk(source.tree):
            match node:
                case ast.FunctionDef(name=name, returns=ast.AST() as kind):
                    declared = kind
                case ast.arg(arg=name, annotation=ast.AST() as kind):
                    declared = kind
                case ast.AnnAssign(target=target, annotation=kind):
                    name, declared = ast.unparse(target).removeprefix("self."), kind
                case _:
                    continue
            if ast.unparse(declared).strip("'\"") in PLAIN_TYPES:
                found.add(name)
    return found


def is_plain(node, known):
    """Whether an expression cannot be read as markup."""
    match node:
        case ast.Constant(value=value):
            return value is None or (isinstance(value, str) and "[" not in value)
        case ast.Call(func=func):
            name = ast.unparse(func)
            made = re.match(r"(Content|Text)\b", name) and not name.endswith("from_markup")
            return bool(made) or bool({name.split(".")[0], name.split(".")[-1]} & known)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in known
        case ast.IfExp(body=body, orelse=other):
            return is_plain(body, known) and is_plain(other, known)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return is_plain(left, known) and is_plain(right, known)
        case _:
            return False


def markup_is_off(call):
    return any(
        word.arg == "markup" and getattr(word.value, "value", None) is False
        for word in call.keywords
    )


def screens(sources):
    return [each for each in sources if each.room == "tui"]


def locals_with_content(function, known):
    """Names that a function only ever gives plain values."""
    given = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = ast.unparse(node.targets[0])
            given[target] = given.get(target, True) and is_plain(node.value, known)
    return {name for name, plain in given.items() if plain}


def test_what_a_widget_shows_is_never_markup(sources, name_of):
    known = gives_content(screens(sources))
    found = []
    for source in screens(sources):
        ours = textual_names(source)
        for call in source.calls():
            name = name_of(call)
            if name not in SHOWS & ours or markup_is_off(call) or not call.args:
                continue
            if not is_plain(call.args[0], known | locals_with_content(source.tree, known)):
                found.append(source.at(call))

    assert found == []


def test_what_is_shown_later_is_never_markup(sources, name_of):
    """A widget made with `markup=False` keeps it; the others are given `Content`."""
    known = gives_content(screens(sources))
    found = []
    for source in screens(sources):
        makes = [call for call in source.calls() if name_of(call) in {"Static", "Label"}]
        if makes and all(markup_is_off(call) for call in makes):
            continue
        for call in source.calls():
            if not name_of(call).endswith(".update") or len(call.args) != 1:
                continue
            if not is_plain(call.args[0], known | locals_with_content(source.tree, known)):
                found.append(source.at(call))

    assert found == []


def test_a_passing_notice_is_never_markup(sources, name_of):
    found = [
        source.at(call)
        for source in screens(sources)
        for call in source.calls()
        if name_of(call).endswith("notify") and call.args and not markup_is_off(call)
    ]

    assert found == []


def test_titles_and_tooltips_are_never_markup(sources):
    known = gives_content(screens(sources))
    found = [
        source.at(node)
        for source in screens(sources)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr in ASSIGNED
        if not is_plain(node.value, known)
    ]

    assert found == []


def test_what_draws_itself_draws_content(sources):
    known = gives_content(screens(sources))
    found = [
        source.at(given)
        for source in screens(sources)
        for function in functions(source.tree)
        if function.name == "render"
        for given in ast.walk(function)
        if isinstance(given, ast.Return)
        if not is_plain(given.value, known | locals_with_content(function, known))
    ]

    assert found == []


def test_nobody_asks_for_markup(sources, name_of):
    found = [
        source.at(call)
        for source in sources
        for call in source.calls()
        if name_of(call).endswith(("from_markup", "Text.from_ansi", "Markdown"))
        or any(
            word.arg == "markup" and getattr(word.value, "value", None) is not False
            for word in call.keywords
        )
    ]

    assert found == []


def test_tables_of_the_command_line_are_never_markup(sources, name_of):
    """Rich reads markup in the cells of a table and in what a console prints."""
    known = gives_content(sources)
    found = []
    for source in sources:
        if source.room not in {"cli", "plain"}:
            continue
        for call in source.calls():
            name = name_of(call)
            if (name == "Console" and not markup_is_off(call)) or (
                name.endswith((".add_row", ".add_column"))
                and not all(is_plain(each, known) for each in call.args)
            ):
                found.append(source.at(call))

    assert found == []
