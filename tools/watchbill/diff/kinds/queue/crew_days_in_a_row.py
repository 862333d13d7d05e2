"""People of a crew work a queue on more or fewer days in a row.

Days in a row add up, and nobody notices it in themselves.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, days_in_a_row: 6}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "queue/crew-days-in-a-row"
OF = ("queue",)
FIELDS = ("worked_by.*.days_in_a_row",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A limit that protects them: more is weaker."""
    return measure(
        edit, spot(edit, twice, "on how many days in a row"), Weight.MAJOR, more=Direction.WEAKER
    )
