"""A crew of a queue came or went.

Its people, hours and languages are what the cases wait for; with the last of the night the night is gone.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
      - {id: second, who: vendor-one, site: porto, languages: [en], people: 1, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "queue/crew"
OF = ("queue",)
FIELDS = ("worked_by.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a crew of the queue", Weight.CRITICAL)
