"""A part of a training takes longer or shorter.

Less time for the same matter is less of it.

Before:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 2h, reads: ["playbook:fraud-ring"]}
After:
    kind: training
    modules:
      - {id: fraud, title: What fraud is, takes: 1h, reads: ["playbook:fraud-ring"]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "training/module-time"
OF = ("training",)
FIELDS = ("modules.*.takes",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Shorter is weaker."""
    return measure(
        edit, spot(edit, twice, "how long it takes"), Weight.MINOR, more=Direction.STRONGER
    )
