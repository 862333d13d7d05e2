"""Break one thing in the shipped content: the right rule answers at the right place, and nothing else does.

Each row of the table is one edit: the file, the text that is replaced (its first occurrence), what
replaces it, the rule that must answer, and the text at which it must point (the first occurrence at
or after the edit; where it stands in another file, that file is named).
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.content.edits import EDITS, Edit
from tests.support import ROOT
from watchbill.cli.check import Options, check
from watchbill.finding import Finding, Level

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Copy(NamedTuple):
    """A copy of the shipped content, and what the linter says of it before anything is broken."""

    root: Path
    before: frozenset[Finding]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    root = tmp_path_factory.mktemp("content")
    for name in ("playbooks", "runbooks", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy(source, root / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WATCHBILL_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield Copy(root, frozenset(findings(root)))


def findings(root: Path) -> tuple[Finding, ...]:
    return check(Options(root=str(root), at=NOW)).findings


def test_the_shipped_content_has_no_error_and_no_warning(copy: Copy) -> None:
    assert [one for one in copy.before if one.level is not Level.NOTE] == []


def test_the_table_is_long_enough() -> None:
    assert len(EDITS) >= 60
    assert len({edit.rule for edit in EDITS}) >= 50


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.rule}-{Path(edit.file).stem}")
def test_one_edit_one_answer(copy: Copy, edit: Edit) -> None:
    path = copy.root / edit.file
    whole = path.read_text("utf-8")
    assert edit.old in whole, "the text to be replaced is gone from the content"
    start = whole.index(edit.old)
    path.write_text(whole[:start] + edit.new + whole[start + len(edit.old) :], "utf-8")
    try:
        after = findings(copy.root)
        wanted = place(copy.root, edit, start)
    finally:
        path.write_text(whole, "utf-8")
    fresh = [said(one, copy.root) for one in news(after, copy.before)]
    assert fresh == [(edit.rule, *wanted)]


def news(after: tuple[Finding, ...], before: frozenset[Finding]) -> list[Finding]:
    """What is said now and was not said before, notes and lines that only moved aside."""
    known = {(one.rule, one.document, one.path, one.message) for one in before}
    return [one for one in after if (one.rule, one.document, one.path, one.message) not in known]


def said(finding: Finding, root: Path) -> tuple[str, str, int, int]:
    place = finding.place
    return finding.rule, str(Path(place.file).relative_to(root)), place.line, place.column


def place(root: Path, edit: Edit, start: int) -> tuple[str, int, int]:
    """Where the finding must point."""
    file = edit.elsewhere or edit.file
    text = (root / file).read_text("utf-8")
    position = text.index(edit.at, 0 if edit.elsewhere or edit.before else start)
    line = text.count("\n", 0, position)
    return file, line + 1, position - (text.rfind("\n", 0, position) + 1) + 1
