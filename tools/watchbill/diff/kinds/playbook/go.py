"""A step or an answer leads elsewhere.

The steps between are passed over, or done after all.

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
          - {answer: "No", go: end}
      - {id: act, title: Act, role: analyst, takes: 5m}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.kinds.playbook._steps import lines, name_of_step, of_answers, of_steps
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.base import Document
from watchbill.model.response import Decision

ID = "playbook/go"
OF = ("playbook",)
FIELDS = of_steps("go") + of_answers("go")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """To write out the step below is no change."""
    step = name_of_step(edit, twice)
    answer = inside(edit, twice)[-1] if ".answers." in edit.field else ""
    before, after = (_next(one, step, answer) for one in twice)
    return (
        unknown(spot(edit, twice, "where it leads"), Weight.CRITICAL) if before != after else None
    )


def _next(document: Document | None, name: str, answer: str) -> str:
    """The step that follows a step, or an answer of it: the one named, else the one below."""
    for line in lines(document):
        for step, below in zip(line, (*line[1:], None), strict=True):
            if step.id == name:
                answers = step.answers if isinstance(step, Decision) else ()
                own = next((one.go for one in answers if one.answer == answer), None)
                return own or getattr(step, "go", None) or (below.id if below else "end")
    return ""
