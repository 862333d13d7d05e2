"""A step waits for other side lines to end, or for none.

What was sure to be done before is now perhaps not done yet.

Before:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
        wait_for: [warn]
    lines:
      warn:
        - {id: tell, title: Tell, role: analyst, takes: 5m}
After:
    kind: playbook
    steps:
      - id: act
        title: Act
        role: analyst
        takes: 5m
    lines:
      warn:
        - {id: tell, title: Tell, role: analyst, takes: 5m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, protects

ID = "playbook/step-wait-for"
OF = ("playbook",)
FIELDS = of_steps("wait_for.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """That waiting takes time is proven apart."""
    return protects(edit, spot(edit, twice, "a side line that ends before it begins"), Weight.MAJOR)
