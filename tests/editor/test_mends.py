"""What is said to be wrong can be mended where it stands."""

from pathlib import Path

import pytest

from tests.editor.laid import Open, book
from watchbill.edit.edits import apply
from watchbill.editor.judge import Judge
from watchbill.editor.mends import Mend, mends
from watchbill.load.fault import Span


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def offered(shown: Open) -> list[Mend]:
    findings = Judge({}, quick=True).findings(shown.view)
    spot = Span(shown.line, shown.column, shown.line, shown.column)
    return list(mends(shown.view, shown.sheet, findings.get(shown.sheet.name, ()), spot))


@pytest.mark.parametrize(
    ("old", "wrong", "right"),
    [
        ("owner: desk", "owner: de|ssk", "owner: desk"),
        ("owner: desk", "owner: 'des|sk' # dessk", "owner: 'desk' # dessk"),
        ("role: analyst", "role: anal|yste", "role: analyst"),
        ("review:", "revue|:", "review:"),
        ("audience: vendor", "status: activ|e-", "status: active"),
        ("go: block", "go: bl|ok", "go: block"),
        (
            "Stop a",
            "Stop \N{POLICE CARS REVOLVING LIGHT} [[message:not|ise]] notise a",
            "Stop \N{POLICE CARS REVOLVING LIGHT} [[message:notice]] notise a",
        ),
    ],
)
def test_the_word_that_was_meant_is_offered(folder: Path, old: str, wrong: str, right: str) -> None:
    shown = Open(folder, "fraud-ring.yaml", old, wrong)
    (mend,) = offered(shown)
    assert not mend.safe
    assert apply(shown.text, mend.edits) == shown.text.replace(wrong.replace("|", ""), right)


def test_what_is_safe_is_mended_as_lint_would_mend_it(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "title: Fraud ring", "title: y|es")
    (mend,) = offered(shown)
    assert mend.safe
    assert 'title: "yes"' in apply(shown.text, mend.edits)


def test_nothing_is_offered_elsewhere_or_where_nothing_can_be_told(folder: Path) -> None:
    assert (
        offered(Open(folder, "fraud-ring.yaml", "owner: desk", "owner: dessk\nharm|: fraud")) == []
    )
    assert offered(Open(folder, "fraud-ring.yaml", "owner: desk", "owner: zz|zzzz")) == []
