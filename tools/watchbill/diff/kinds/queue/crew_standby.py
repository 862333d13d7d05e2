"""A crew became a standby, or is at work again.

A standby covers no hour of an ordinary day: it works only when another site is down.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, standby: true}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "queue/crew-standby"
OF = ("queue",)
FIELDS = ("worked_by.*.standby",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """At work is more than standing by."""
    return flag(edit, spot(edit, twice, "only standing by"), Weight.CRITICAL, protects=False)
