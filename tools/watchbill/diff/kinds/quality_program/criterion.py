"""Something that a reviewed decision is judged by came or went.

What is not judged is soon not done.

Before:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case.}
      - {id: words, title: The note, weight: 40, right: The note says why.}
After:
    kind: quality-program
    criteria:
      - {id: policy, title: The right policy, weight: 60, right: The policy fits the case.}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "quality-program/criterion"
OF = ("quality-program",)
FIELDS = ("criteria.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "what a decision is judged by", Weight.MAJOR)
