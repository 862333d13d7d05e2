"""What follows when a test is failed changed.

Where nothing follows, whoever failed goes on with the queue.

Before:
    kind: training
    test: {items: 80, pass_mark: 90%, then: Off the queue}
After:
    kind: training
    test: {items: 80, pass_mark: 90%}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "training/failed"
OF = ("training",)
FIELDS = ("test.then",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Other words are for a reader."""
    return text(edit, "what follows when it is failed", Weight.MAJOR, kept=True)
