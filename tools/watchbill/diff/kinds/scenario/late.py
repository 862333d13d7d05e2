"""A scenario expects other duties or promises to be late, or no longer looks at it.

To write down that something is late is to accept it.

Before:
    kind: scenario
    expect:
      path: desk-first
      late: []
After:
    kind: scenario
    expect:
      path: desk-first
      late: [contained]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, exposes, protects

ID = "scenario/late"
OF = ("scenario",)
FIELDS = ("expect.late", "expect.late.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """None left out of it means none; the whole left out means that nobody looks."""
    what = "what is late"
    if edit.field == "expect.late":
        return protects(edit, what, Weight.MAJOR)
    return exposes(edit, what, Weight.MAJOR)
