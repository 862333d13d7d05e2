"""The tier for operational detail of a harm changed.

Detail that reaches too many readers helps those who do the harm; detail that reaches too few helps nobody.

Before:
    kind: harm
    max_audience: internal
After:
    kind: harm
    max_audience: vendor
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import readers
from watchbill.diff.verdict import Verdict, unknown

ID = "harm/detail-tier"
OF = ("harm",)
FIELDS = ("max_audience",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict | None:
    """The pages that hold detail each name their own tier; what becomes of them is for a reader."""
    what = "the highest tier that may see operational detail"
    found = readers(what, Weight.CRITICAL, books, (edit.before, edit.after))
    return found and unknown(what, Weight.CRITICAL)
