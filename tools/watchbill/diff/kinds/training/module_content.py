"""What a part of a training teaches was worded anew.

The same name may stand for less.

Before:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
After:
    kind: training
    modules:
      - {id: fraud, title: Fraud in short, takes: 2h, reads: ["playbook:fraud-ring"]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "training/module-content"
OF = ("training",)
FIELDS = ("modules.*.title",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what it teaches"), Weight.MINOR)
