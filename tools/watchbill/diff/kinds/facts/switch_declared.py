"""A question about the organisation came or went.

Laws and conditions that name it apply by another answer, or by none.

Before:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
After:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
      - {id: store, title: Do we run a store?}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "facts/switch-declared"
OF = ("facts",)
FIELDS = ("switches.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """What hangs on it changes where it is named."""
    return unknown("a question that counsel answers", Weight.MAJOR)
