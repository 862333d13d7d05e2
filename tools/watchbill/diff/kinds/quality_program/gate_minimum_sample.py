"""A gate is judged on more or fewer cases at least.

On few cases it is chance that stops a site, or lets a model through.

Before:
    kind: quality-program
After:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.90
        minimum_sample: 100
        per: 7d
        decides: analyst
        below: The queue is looked at twice.
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "quality-program/gate-minimum-sample"
OF = ("quality-program",)
FIELDS = ("gates.*.minimum_sample",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Fewer is weaker, and none at all the weakest."""
    return measure(
        edit, spot(edit, twice, "on how many cases at least"), Weight.MAJOR, more=Direction.STRONGER
    )
