"""The figures from which the owner of an indicator looks into it, or acts, changed.

Later alarms leave it alone for longer.

Before:
    kind: indicator
    warn: 0.93
After:
    kind: indicator
    warn: 0.90
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.indicator._figures import harder, ways
from watchbill.diff.verdict import Verdict, protects

ID = "indicator/alarms"
OF = ("indicator",)
FIELDS = ("warn", "act")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By the way that is better; between two ends it is for a reader."""
    words = {"warn": "from where it is looked into", "act": "from where is acted"}
    if edit.how is not How.CHANGED:
        return protects(edit, words[edit.field], Weight.MAJOR)
    old, new = ways(twice)
    firm = old == new and new != "within"
    way = harder(new, (edit.before,), (edit.after,)) if firm else Direction.UNKNOWN
    return Verdict(way, Weight.MAJOR, words[edit.field])
