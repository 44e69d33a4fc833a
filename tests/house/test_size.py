"""The habits of the house that no linter knows: size of files and functions, number of parameters, names."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "communique").rglob("*.py"))
FILE_LINES, FUNCTION_LINES, PARAMETERS = 400, 45, 7
HANDLERS = {"cli", "pages", "api"}  # one parameter for each option or form field: the framework reads them
BANNED = {"utils", "helpers", "common", "misc", "manager"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_can_be_read_in_one_go(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE_LINES
    assert path.stem not in BANNED
    too_long, too_many = [], []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            if (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES and path.parent.name != "cli":
                too_long.append(node.name)
            if len(node.args.args) + len(node.args.posonlyargs) > PARAMETERS and path.parent.name not in HANDLERS:
                too_many.append(node.name)
    assert not too_long, f"functions over {FUNCTION_LINES} lines: {too_long}"
    assert not too_many, f"functions with over {PARAMETERS} positional parameters: {too_many}"


def test_every_public_thing_says_what_it_gives():
    silent = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name != "py.typed" and not ast.get_docstring(tree):
            silent.append(path.name)
    assert not silent
