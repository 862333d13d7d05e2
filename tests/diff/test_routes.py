"""A change of the matrix is told by the cases that take another path, and by no others."""

import pytest

from tests.diff.build import books
from watchbill.diff.change import Change, Direction
from watchbill.diff.compare import compare

PATHS = """kind: escalation
paths:
  one: {title: One, decides: analyst, levels: [{after: 0m, page: [analyst]}]}
  two: {title: Two, decides: counsel, levels: [{after: 0m, page: [counsel]}]}
  three: {title: Three, decides: counsel, levels: [{after: 0m, page: [counsel]}]}
matrix:
"""


def matrix(*rows: str) -> str:
    return PATHS + "".join(f"  - {{{row}}}\n" for row in rows)


def told(before: tuple[str, ...], after: tuple[str, ...]) -> list[Change]:
    return list(compare(books(matrix(*before), matrix(*after))).changes)


LAST = "path: three"


@pytest.mark.parametrize(
    ("before", "after", "example"),
    [
        (("path: one",), ("path: two",), "every case: one → two"),
        ((LAST,), ("severity: P1, path: one", LAST), "every case at P1: three → one"),
        ((LAST,), ("harm: fraud, path: one", LAST), "fraud: three → one"),
        (
            (LAST,),
            ("harm: fraud, severity: P2, region: emea, path: one", LAST),
            "fraud at P2 in emea: three → one",
        ),
        (
            (LAST,),
            ("hours: office, path: one", LAST),
            "every case while office is open: three → one",
        ),
        (
            ("hours: office, path: one", LAST),
            ("hours: office, path: one", "path: two"),
            "every case while office is closed: three → two",
        ),
        # The first row that fits wins: what moves up takes what stood above it.
        (
            ("harm: fraud, path: one", "severity: P1, path: two", LAST),
            ("severity: P1, path: two", "harm: fraud, path: one", LAST),
            "fraud at P1: one → two",
        ),
        (
            ("playbook: fraud-ring, path: one", LAST),
            ("playbook: fraud-ring, path: two", LAST),
            "`fraud-ring`: one → two",
        ),
        (
            ("playbook: fraud-ring, path: one", "path: two"),
            ("playbook: fraud-ring, path: one", LAST),
            "every case of a playbook that no row names: two → three",
        ),
        (
            ("severity: P1, path: one", "severity: P2, path: two", LAST),
            ("severity: P1, path: two", "severity: P2, path: one", LAST),
            "every case at P1: one → two; every case at P2: two → one",
        ),
    ],
)
def test_the_cases_that_take_another_path_are_named_and_no_others(
    before: tuple[str, ...], after: tuple[str, ...], example: str
) -> None:
    (found,) = told(before, after)
    assert (found.kind, found.direction) == ("escalation/route", Direction.UNKNOWN)
    assert found.example == example
    (back,) = told(after, before)
    assert (back.before, back.after, back.direction) == (found.after, found.before, found.direction)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((LAST,), ("severity: P1, path: three", LAST)),
        (("harm: fraud, path: one", "path: one", LAST), ("path: one",)),
        (
            ("severity: P1, path: one", "severity: P2, path: two", LAST),
            ("severity: P2, path: two", "severity: P1, path: one", LAST),
        ),
        (("severity: [P1, P2], path: one", LAST), ("severity: [P2, P1], path: one", LAST)),
    ],
)
def test_rows_that_are_written_otherwise_and_lead_the_same_way_change_nothing(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert told(before, after) == []


def test_a_case_that_no_row_leads_anywhere_is_weaker_and_one_that_some_row_now_leads_stronger() -> (
    None
):
    all_of_them, some = (LAST,), ("severity: P1, path: three",)
    (found,) = told(all_of_them, some)
    assert (found.direction, found.after) == (Direction.WEAKER, "nobody")
    (back,) = told(some, all_of_them)
    assert (back.direction, back.before) == (Direction.STRONGER, "nobody")


def test_more_than_can_be_read_is_counted() -> None:
    rows = [f"severity: P{n}, region: {where}, path: {path}" for n, where, path in ALL]
    (found,) = told((LAST,), (*rows, LAST))
    assert found.example.count(" → ") <= 6


ALL = [(n, "emea", path) for n, path in ((1, "one"), (2, "two"), (3, "one"))]
