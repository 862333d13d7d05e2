"""A crew works a queue in more languages or in fewer.

A case in a language that no crew reads waits, or is judged by a machine's translation.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en, pt], people: 2, on_queue: 6h}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "queue/crew-languages"
OF = ("queue",)
FIELDS = ("worked_by.*.languages.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By its code."""
    return protects(edit, spot(edit, twice, "a language in which it works"), Weight.MAJOR)
