"""A gate measures something else.

The same figure of something else is another gate.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: agreement
        at_least: 0.90
        minimum_sample: 200
        per: 7d
        decides: analyst
        below: The queue is looked at twice.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "quality-program/gate-measure"
OF = ("quality-program",)
FIELDS = ("gates.*.measure", "gates.*.title")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "what the gate measures"), Weight.MAJOR)
