"""People of a crew rest for longer or shorter between blocks.

A break that is too short is none.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, block: 60m, rest: 15m}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, block: 60m, rest: 10m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "queue/crew-rest"
OF = ("queue",)
FIELDS = ("worked_by.*.rest",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is the weakest."""
    return measure(
        edit, spot(edit, twice, "the break after a block"), Weight.MAJOR, more=Direction.STRONGER
    )
