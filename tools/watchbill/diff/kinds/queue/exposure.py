"""The material of a queue is held to be heavier or lighter.

What is held to be light is worked for longer, and without the care that heavy material calls for.

Before:
    kind: queue
    exposure: E2
After:
    kind: queue
    exposure: E1
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, ladder
from watchbill.model.exposed import weight_of
from watchbill.model.operations import Queue

ID = "queue/exposure"
OF = ("queue",)
FIELDS = ("exposure",)

_ORDER = ("E3", "E2", "E1", "E0")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """Left out, it is as heavy as the heaviest of its harms."""
    queues = [one for one in twice if isinstance(one, Queue)]
    before, after = (weight_of(book, one) for book, one in zip(books, queues, strict=True))
    if before == after:
        return None
    found = edit._replace(before=before, after=after)
    return ladder(found, _ORDER, "how heavy its material is", Weight.CRITICAL)
