"""An indicator tells of other queues or promises.

What no indicator tells of gets worse unseen.

Before:
    kind: indicator
After:
    kind: indicator
    queues: []
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "indicator/covers"
OF = ("indicator",)
FIELDS = ("queues.*", "service_levels.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "what it tells of", Weight.MAJOR)
