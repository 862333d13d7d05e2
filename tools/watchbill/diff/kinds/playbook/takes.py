"""How long a step takes at the worst changed.

Every clock that runs across it has that much less, or more.

Before:
    kind: playbook
    steps:
      - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
After:
    kind: playbook
    steps:
      - {id: close, title: Close, role: analyst, takes: 9m, discharges: [answer-law], reaches: [contained, resolved]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.playbook._steps import name_of_step
from watchbill.diff.verdict import Verdict, length

ID = "playbook/takes"
OF = ("playbook",)
FIELDS = ("steps.*.takes", "lines.*.*.takes")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Longer is weaker; what it does to the clocks is proven apart."""
    return length(edit, f"how long step `{name_of_step(edit, twice)}` takes", Weight.MINOR)
