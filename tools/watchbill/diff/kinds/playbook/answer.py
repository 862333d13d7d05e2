"""An answer of a decision came or went.

Cases that had this answer must now be given another, and go another way.

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
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes"}
          - {answer: "No"}
          - {answer: Perhaps}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict, unknown

ID = "playbook/answer"
OF = ("playbook",)
FIELDS = of_steps("answers.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By its words: one that is worded anew went and came."""
    return unknown(spot(edit, twice, "an answer"), Weight.CRITICAL)
