"""What a part of a training is about changed.

Whoever learns from it has read one document less.

Before:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
After:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "training/module-reads"
OF = ("training",)
FIELDS = ("modules.*.reads.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By the document."""
    return protects(edit, spot(edit, twice, "a document that it is about"), Weight.MINOR)
