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
from watchbill.diff.kinds.playbook._steps import heavy, lines
from watchbill.diff.verdict import Verdict, protects, unknown
from watchbill.model.response import Step

ID = "playbook/step"
OF = ("playbook",)
FIELDS = ("steps", "steps.*", "lines.*", "lines.*.*")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """The order of steps is a matter for a reader, and for the proof."""
    if edit.how is How.MOVED:
        return unknown("the order of the steps", Weight.MAJOR)
    both = [one if isinstance(one, tuple) else (one,) for one in (edit.before, edit.after) if one]
    weight = Weight.CRITICAL if any(map(heavy, (*both[0], *both[-1]))) else Weight.MAJOR
    before, after = (_named(one) for one in (edit.before, edit.after))
    line = isinstance(edit.after or edit.before, tuple)
    what = "a side line" if line else f"step `{both[0][0].id}`"
    verdict = protects(edit, what, weight)
    if edit.how is not How.CHANGED and all(_elsewhere(step, edit, twice) for step in both[0]):
        verdict = unknown(f"{what}, which moved or has another name", weight)
    return verdict._replace(before=before, after=after)


def _elsewhere(step: Step, edit: Edit, twice: Twice) -> bool:
    """Whether the other state has a step of this id in another line, or the same step under a new id."""
    here, there = twice if edit.how is How.REMOVED else (twice.after, twice.before)
    known = {one.id for line in lines(here) for one in line}
    others = [one for line in lines(there) for one in line]
    new = (one for one in others if one.id not in known)
    return any(one.id == step.id for one in others) or any(_acts(one) == _acts(step) for one in new)


def _acts(step: Step) -> dict[str, object]:
    """All that a step says but its id."""
    return {name: value for name, value in step if name != "id"}


def _named(steps: object) -> str:
    if isinstance(steps, tuple):
        return ", ".join(step.id for step in steps)
    told = (getattr(steps, name, None) for name in ("title", "ask", "id"))
    return next((str(one) for one in told if one), "")
