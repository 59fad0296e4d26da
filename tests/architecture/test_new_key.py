"""One way for every page, when the journal was given a new key elsewhere."""

import ast

BEFORE_IT_IS_OPEN = {"unlock.py", "new_lock.py"}


def handlers(source):
    """What catches a fault of the vault, and keeps it under a name."""
    for node in ast.walk(source.tree):
        match node:
            case ast.ExceptHandler(name=str(), type=ast.AST() as kind):
                if "VaultError" in ast.unparse(kind):
                    yield node


def test_no_page_writes_out_itself_what_the_vault_raised(sources):
    """`Page.fault` does, which knows about a new key."""
    found = [
        source.at(node)
        for source in sources
        if source.path.parts[:2] == ("tui", "screens") and source.path.name not in BEFORE_IT_IS_OPEN
        for node in handlers(source)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        if ast.unparse(call) == f"str({node.name})"
    ]

    assert found == []
