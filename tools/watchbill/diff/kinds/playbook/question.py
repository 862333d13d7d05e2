"""The question of a decision was worded anew.

The same answer to another question leads the case another way.

Before:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes"}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
After:
    kind: playbook
    steps:
      - id: look
        ask: Is it surely so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes"}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/question"
OF = ("playbook",)
FIELDS = of_steps("ask")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "the question"), Weight.CRITICAL)
