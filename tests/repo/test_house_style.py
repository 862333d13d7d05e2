"""The package keeps to the shape that CONTRIBUTING.md promises."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "tools" / "watchbill"
FILE_LINES = 250
FUNCTION_LINES = 40
# A file, or file::function, that is longer, and why.
LONGER: dict[str, str] = {
    "load/compose.py::_compose": "one loop over libyaml's events is twice as fast as its parts",
    "load/calm.py::_read": "one loop over the lines is a third faster than its parts",
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield f"{prefix}::{child.name}", child
        yield from functions(child, prefix)


def own(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] == "watchbill"
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] == "watchbill" for alias in node.names)
    return False


@pytest.fixture(autouse=True)
def the_package_is_there() -> None:
    assert modules()


def test_no_file_is_long() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {
        n: lines for n, lines in lengths.items() if lines > FILE_LINES and n not in LONGER
    } == {}


def test_no_function_is_long() -> None:
    found = {}
    for path in modules():
        for where, function in functions(tree(path), name(path)):
            lines = (function.end_lineno or 0) - function.lineno + 1
            if lines > FUNCTION_LINES and where not in LONGER:
                found[where] = lines
    assert found == {}


def test_what_is_longer_for_a_reason_still_exists() -> None:
    known = {name(path) for path in modules()}
    for path in modules():
        known |= {where for where, _ in functions(tree(path), name(path))}
    assert set(LONGER) <= known
    assert all(LONGER.values())


def test_no_module_of_ours_is_imported_inside_a_function() -> None:
    found = [
        where
        for path in modules()
        for where, function in functions(tree(path), name(path))
        if any(own(node) for node in ast.walk(function))
    ]
    assert found == []


def test_nothing_is_imported_only_for_types() -> None:
    found = [
        name(path)
        for path in modules()
        if "TYPE_CHECKING" in {n.id for n in ast.walk(tree(path)) if isinstance(n, ast.Name)}
    ]
    assert found == []


def test_every_module_says_what_it_is() -> None:
    silent = [name(p) for p in modules() if tree(p).body and not ast.get_docstring(tree(p))]
    assert silent == []
