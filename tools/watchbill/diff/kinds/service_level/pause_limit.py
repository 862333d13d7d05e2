"""A pause may last longer than before, or no longer as long.

It is all that keeps a promise from standing still for ever.

Before:
    kind: service-level
    pauses:
      - {id: user, why: We wait for the user, at_most: 1d}
After:
    kind: service-level
    pauses:
      - {id: user, why: We wait for the user, at_most: 3d}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, length

ID = "service-level/pause-limit"
OF = ("service-level",)
FIELDS = ("pauses.*.at_most",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """No limit at all is the weakest."""
    return length(edit, spot(edit, twice, "the longest that it may last"), Weight.MAJOR)
