"""What to do where a question cannot be answered changed.

Without it, doubt is settled by whoever has the watch, each in their own way.

Before:
    kind: playbook
    steps:
      - id: look
        ask: Is it so?
        role: analyst
        takes: 5m
        in_doubt: Treat it as so.
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
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.kinds.playbook._steps import of_steps
from watchbill.diff.verdict import Verdict

ID = "playbook/in-doubt"
OF = ("playbook",)
FIELDS = of_steps("in_doubt")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any."""
    return text(edit, spot(edit, twice, "what to do in doubt"), Weight.CRITICAL, kept=True)
