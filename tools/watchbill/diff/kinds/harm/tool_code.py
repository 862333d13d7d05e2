"""The reason or policy under which a moderation tool knows a harm changed.

Reports are sorted into queues by it.

Before:
    kind: harm
    ozone: [reasonSpam]
After:
    kind: harm
    ozone: [reasonMisleading]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "harm/tool-code"
OF = ("harm",)
FIELDS = ("ozone.*", "coop.*")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """What the tool does with it is known outside the book."""
    return unknown("the code under which a tool knows it", Weight.MAJOR)
