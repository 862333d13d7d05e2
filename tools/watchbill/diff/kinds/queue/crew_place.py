"""A queue is worked by another group, or at another site.

Other people see its cases, with other hours, seats and certificates.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: desk, languages: [en], people: 2, on_queue: 6h}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/crew-place"
OF = ("queue",)
FIELDS = ("worked_by.*.who", "worked_by.*.site")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Whether they may and can is found by the linter."""
    return unknown(spot(edit, twice, "who works it, and where"), Weight.MAJOR)
