"""An answer excuses from a milestone or a duty, or no longer does.

What is excused is not owed, and nobody is late with it.

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
          - {answer: "Yes", excuses: {contained: Nothing to contain}}
          - {answer: "No"}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot, text
from watchbill.diff.kinds.playbook._steps import of_answers
from watchbill.diff.verdict import Verdict, exposes

ID = "playbook/answer-excuse"
OF = ("playbook",)
FIELDS = of_answers("excuses.*")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """A legal duty weighs more than a promise; another reason is for a reader."""
    name = inside(edit, twice)[-1]
    duty = any(book.find(f"obligation:{name}") for book in books)
    weight = Weight.CRITICAL if duty else Weight.MAJOR
    what = spot(edit, twice, "what is not owed, and why")
    return text(edit, what, weight) if edit.how is How.CHANGED else exposes(edit, what, weight)
