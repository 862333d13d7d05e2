"""The rows of the matrix lead cases along other paths.

The first row that fits wins, so a row that came, went or moved may re-route cases that it does not name: every
kind of case that the rows can tell apart is looked up in both matrices. What it does to the clocks of each
playbook is proven apart. A case that no row leads anywhere is one that nobody is called for.

Before:
    kind: escalation
    paths:
      desk-first: {title: The desk, decides: analyst, levels: [{after: 0m, page: [analyst]}]}
      aside: {title: Counsel, decides: counsel, levels: [{after: 0m, page: [counsel]}]}
    matrix:
      - {path: desk-first}
After:
    kind: escalation
    paths:
      desk-first: {title: The desk, decides: analyst, levels: [{after: 0m, page: [analyst]}]}
      aside: {title: Counsel, decides: counsel, levels: [{after: 0m, page: [counsel]}]}
    matrix:
      - {severity: P1, path: aside}
      - {path: desk-first}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.escalation._cells import Cell, Rerouted, cells, rerouted
from watchbill.diff.kinds.escalation._words import said
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.escalation import Escalation

ID = "escalation/route"
OF = ("escalation",)
FIELDS = ("matrix", "matrix.**", "region_is")
_NOBODY = "nobody"
_MOST = 6


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """Which path is the better one for a case is for a person to say; none at all is worse than any."""
    if edit.field == "region_is":
        return unknown("whose region the rows mean", Weight.MAJOR)
    before, after = twice
    if not isinstance(before, Escalation) or not isinstance(after, Escalation):
        return None
    found = rerouted(before, after, books)
    if not found:
        return None
    return Verdict(
        _direction(found),
        Weight.CRITICAL,
        "which path a case takes",
        _example(found, {*cells((*before.matrix, *after.matrix), books)}),
        ", ".join(sorted({old or _NOBODY for old, _ in found})),
        ", ".join(sorted({new or _NOBODY for _, new in found})),
        1,
        How.CHANGED,
    )


def _direction(found: Rerouted) -> Direction:
    if any(new is None for _, new in found):
        return Direction.WEAKER
    return Direction.STRONGER if all(old is None for old, _ in found) else Direction.UNKNOWN


def _example(found: Rerouted, whole: set[Cell]) -> str:
    rows = [
        f"{words}: {old or _NOBODY} → {new or _NOBODY}"
        for (old, new), some in sorted(found.items(), key=str)
        for words in said(some, whole)
    ]
    more = f"; and {len(rows) - _MOST} more" if len(rows) > _MOST else ""
    return "; ".join(rows[:_MOST]) + more
