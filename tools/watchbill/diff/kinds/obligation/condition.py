"""The facts under which a law applies changed.

Each further fact that must hold takes cases out of the law.

Before:
    kind: obligation
    applies_if: [hosting]
After:
    kind: obligation
    applies_if: [hosting, eu-linked]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import decided
from watchbill.diff.verdict import Verdict, exposes, neutral

ID = "obligation/condition"
OF = ("obligation",)
FIELDS = ("applies_if.*",)


def judge(edit: Edit, _twice: Twice, books: Books) -> Verdict:
    """All of them must hold together; one that counsel says holds takes no case out."""
    what = "a fact that must hold for it to apply"
    if decided(edit, books):
        return neutral(f"{what}, as counsel says it does", Weight.MAJOR)
    return exposes(edit, what, Weight.CRITICAL)
