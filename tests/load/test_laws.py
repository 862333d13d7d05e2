import ast
import re
from pathlib import Path

import pytest

import watchbill.load
from tests.load.bad import FOLDERS, TABLE
from watchbill.load.laws import LAWS

NAME = re.compile(r"(yaml|file|document|field)/[a-z0-9]+(-[a-z0-9]+)*")
# Laws that no single file can break: what breaks them has a test of its own in test_bad_files.py.
OF_SEVERAL = {"document/duplicate-id", "file/same-name", "file/unreadable"}


def names() -> set[str]:
    """Every name of a law in the loader's own text."""
    found = set()
    for path in Path(watchbill.load.__path__[0]).glob("*.py"):
        if path.name != "laws.py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {node.value} if NAME.fullmatch(node.value) else set()
    return found


def test_every_fault_of_the_loader_has_a_law_and_every_law_a_fault() -> None:
    assert names() == set(LAWS)


def test_every_law_is_broken_by_one_of_the_bad_files() -> None:
    fired = {rule for bad in TABLE for rule in bad.rules} | {lay.rule for lay in FOLDERS}
    assert fired | OF_SEVERAL == set(LAWS)


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
def test_a_law_is_a_sentence_and_shows_how_it_looks_broken_and_kept(law: object) -> None:
    text, bad, good = law  # type: ignore[misc]
    assert text[0].isupper() and text.endswith(".")
    assert bad and good and bad != good
