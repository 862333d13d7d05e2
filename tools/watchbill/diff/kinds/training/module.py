"""A part of a training came, went or changed its place.

What is not taught is found out on a case.

Before:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
      - {id: words, title: Writing a note, takes: 1h}
After:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "training/module"
OF = ("training",)
FIELDS = ("modules", "modules.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id; another order is for a reader."""
    if edit.how is How.MOVED:
        return unknown("the order of its parts", Weight.MINOR)
    return protects(edit, "a part of the training", Weight.MAJOR)
