"""A step of a playbook came, went or stands elsewhere.

A step that is gone is work that nobody does any more: the more it discharges, reaches, records or takes two
people for, the heavier. What an added step does to the clocks is proven apart.

Before:
    kind: playbook
    steps:
      - {id: look, title: Look at it, role: analyst, takes: 10m}
      - {id: tell, title: Tell the team, role: analyst, takes: 5m, records: [What was seen]}
      - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
After:
    kind: playbook
    steps:
      - {id: look, title: Look at it, role: analyst, takes: 10m}
      - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.response import Wait

ID = "playbook/step"
OF = ("playbook",)
FIELDS = ("steps", "steps.*", "lines.*", "lines.*.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The order of steps is a matter for a reader, and for the proof."""
    if edit.how is How.MOVED:
        return unknown("the order of the steps", Weight.MAJOR)
    step = edit.after or edit.before
    if isinstance(step, tuple):
        return protects(edit, "a side line", Weight.MAJOR)._replace(
            before=_named(edit.before), after=_named(edit.after)
        )
    heavy = not isinstance(step, Wait) and (
        step.discharges or step.second or step.people > 1 or step.records
    )
    verdict = protects(edit, f"step `{step.id}`", Weight.CRITICAL if heavy else Weight.MAJOR)
    title = getattr(step, "title", None) or getattr(step, "ask", None) or step.id
    return verdict._replace(before=title if edit.before else "", after=title if edit.after else "")


def _named(steps: object) -> str:
    return ", ".join(step.id for step in steps) if isinstance(steps, tuple) else ""
