"""People of a crew spend longer or shorter on a queue in a day.

On heavy material a longer day is a heavier one. On light material it is also more work done.

Before:
    kind: queue
    exposure: E2
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 4h}
After:
    kind: queue
    exposure: E2
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.exposed import weight_of
from watchbill.model.operations import Queue

ID = "queue/crew-time"
OF = ("queue",)
FIELDS = ("worked_by.*.on_queue",)

_HEAVY = ("E2", "E3")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """Weighed where the material is heavy in either state, else for a reader."""
    what = spot(edit, twice, "the time on the queue in a day")
    queues = [one for one in twice if isinstance(one, Queue)]
    heavy = any(weight_of(book, queue) in _HEAVY for book, queue in zip(books, queues, strict=True))
    if not heavy:
        return unknown(what, Weight.MAJOR)
    return measure(edit, what, Weight.CRITICAL, more=Direction.WEAKER)
