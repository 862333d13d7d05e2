"""The facts that an answer sets changed.

They decide which laws apply and which steps are done.

Before:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes", means: [eu-linked]}
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
          - {answer: "Yes"}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_answers
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/answer-means"
OF = ("playbook",)
FIELDS = of_answers("means.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """What hangs on the fact is proven apart."""
    return unknown(spot(edit, twice, "a fact that it sets"), Weight.CRITICAL)
