"""A scenario is played for more combinations, or for fewer.

A place, an hour or a severity that is struck out is not tested.

Before:
    kind: scenario
    for: {severity: [P0, P1]}
After:
    kind: scenario
    for: {severity: [P0]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "scenario/spread"
OF = ("scenario",)
FIELDS = ("for", "for.**")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Each combination is a test."""
    return protects(edit, "for what it is played", Weight.MINOR)
