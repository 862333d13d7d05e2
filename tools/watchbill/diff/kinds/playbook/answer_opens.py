"""An answer opens another playbook besides, or no longer does.

The other playbook brings its own duties and people: what does not open is not done.

Before:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        answers:
          - {answer: "Yes", opens: [other]}
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
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.playbook._steps import carried, of_answers
from watchbill.diff.verdict import Verdict

ID = "playbook/answer-opens"
OF = ("playbook",)
FIELDS = of_answers("opens.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """One that is opened elsewhere instead is for a reader."""
    return carried(
        edit, twice, spot(edit, twice, "a playbook that is opened besides"), Weight.CRITICAL
    )
