"""How often a way back may be taken, how long is waited before it, or how early a step may begin, changed.

More turns and longer waits make the longest way longer; they may also be what keeps people from hurrying.

Before:
    kind: playbook
    steps:
      - {id: look, title: Look, role: analyst, takes: 5m}
      - {id: again, title: Look again, role: analyst, takes: 5m, go: look, at_most: 2}
      - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
After:
    kind: playbook
    steps:
      - {id: look, title: Look, role: analyst, takes: 5m}
      - {id: again, title: Look again, role: analyst, takes: 5m, go: look, at_most: 3}
      - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.playbook._steps import name_of_step, of_steps
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/loop"
OF = ("playbook",)
FIELDS = of_steps(
    "at_most", "again_after", "earliest", "answers.*.at_most", "answers.*.again_after"
)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What it does to the clocks is proven apart."""
    return unknown(f"the waiting and the turns of step `{name_of_step(edit, twice)}`", Weight.MAJOR)
