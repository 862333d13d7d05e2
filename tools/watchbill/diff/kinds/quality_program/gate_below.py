"""What stops or starts below a gate changed.

A gate at which nothing stops is a figure.

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
        decides: analyst
        below: It is noted.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/gate-below"
OF = ("quality-program",)
FIELDS = ("gates.*.below", "gates.*.opens")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A playbook that is opened no more is weaker; other words are for a reader."""
    what = spot(edit, twice, "what happens below it")
    if edit.field.endswith("opens"):
        return protects(edit, what, Weight.CRITICAL)
    return text(edit, what, Weight.CRITICAL)
