"""Another role acts on a gate.

Who answers for the figures of a site should not be who opens its gate.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.90
        minimum_sample: 200
        per: 7d
        decides: counsel
        below: The queue is looked at twice.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "quality-program/gate-decides"
OF = ("quality-program",)
FIELDS = ("gates.*.decides",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "who acts on it"), Weight.MAJOR)
