"""What a scenario expects changed.

What is not expected is not checked: a fault that it would have caught goes through.

Before:
    kind: scenario
    expect:
      path: desk-first
      told: [counsel]
After:
    kind: scenario
    expect:
      path: desk-first
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds.scenario._offsets import same_offset
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "scenario/expectation"
OF = ("scenario",)
FIELDS = ("expect.**",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Another expectation than before is for a reader."""
    if edit.how is How.MOVED:
        return unknown("the order that is expected", Weight.MAJOR)
    if edit.field.endswith((".at", "due.*")) and same_offset(edit.before, edit.after):
        return None
    return protects(
        edit, spot(edit, twice, f"what is expected (`{edit.field.split('.')[1]}`)"), Weight.MAJOR
    )
