"""Above a playbook stands its tightest clock."""

from pathlib import Path

import pytest

from tests.editor.laid import Open, book
from watchbill.editor.lens import lenses, tightest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def test_the_clock_with_the_least_left_is_told_at_its_worst_minute(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "takes: 15m", "takes: 15m|")
    (lens,) = lenses(shown.sheet)
    assert lens.key == "playbook:fraud-ring" and lens.span.line == 0
    assert tightest(shown.view, lens.key) == (
        "worst minute: target P1 acknowledged (10m) has 8 min left at every minute"
    )
    late = Open(folder, "fraud-ring.yaml", "takes: 20m", "takes: 90h|")
    assert "is 3 d 14 h 17 min late" in tightest(late.view, lens.key)


def test_nothing_is_proven_of_what_has_errors(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "role: analyst", "role: nobody|")
    assert "not proven" in tightest(shown.view, "playbook:fraud-ring")
    assert "not proven" in tightest(shown.view, "playbook:none")


def test_only_a_playbook_has_a_line_above_it(folder: Path) -> None:
    assert lenses(Open(folder, "desk.yaml", "owner: desk", "owner: desk|").sheet) == ()
    assert lenses(Open(folder, "fraud-ring.yaml", "kind: playbook\n", "|kind: [\n").sheet) == ()
