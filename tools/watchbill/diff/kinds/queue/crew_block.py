"""People of a crew work a queue for longer without a break, or break sooner.

What was seen is carried along until somebody stops looking.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, block: 60m}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, block: 90m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "queue/crew-block"
OF = ("queue",)
FIELDS = ("worked_by.*.block",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Without blocks the whole of the time on the queue is one."""
    return measure(
        edit, spot(edit, twice, "the longest without a break"), Weight.MAJOR, more=Direction.WEAKER
    )
