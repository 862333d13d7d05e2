"""The severity that an answer sets changed.

Who is called and by when all is done follow the severity.

Before:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes", severity: P0}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
After:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes", severity: P1}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import severity, spot
from watchbill.diff.kinds.playbook._steps import of_answers
from watchbill.diff.verdict import Verdict

ID = "playbook/answer-severity"
OF = ("playbook",)
FIELDS = of_answers("severity")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Where only one of the two sets any, the case's own one counts, and a reader decides."""
    return severity(edit, spot(edit, twice, "the severity from then on"), Weight.CRITICAL)
