"""Fewer or more people of a crew work a queue at once.

The same cases wait longer for fewer people.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 1, on_queue: 6h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import count, spot
from watchbill.diff.verdict import Verdict

ID = "queue/crew-people"
OF = ("queue",)
FIELDS = ("worked_by.*.people",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A number of people."""
    return count(edit, spot(edit, twice, "how many work it at once"), Weight.MAJOR)
