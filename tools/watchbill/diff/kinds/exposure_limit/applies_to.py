"""For whom a limit on exposure holds changed.

Whoever is left out may be given as much as there is.

Before:
    kind: exposure-limit
    applies_to: [desk, vendor-one]
After:
    kind: exposure-limit
    applies_to: [desk]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import narrows
from watchbill.diff.verdict import Verdict

ID = "exposure-limit/applies-to"
OF = ("exposure-limit",)
FIELDS = ("applies_to.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A limit that names nobody holds for everybody."""
    return narrows(edit, twice, "for whom the limit holds", Weight.CRITICAL)
