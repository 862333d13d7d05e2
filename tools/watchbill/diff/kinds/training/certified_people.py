"""Fewer or more people of a group hold a certificate.

The night when one of them is ill is the night when nobody does.

Before:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, day: 2026-10-01}
After:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 7, day: 2026-10-01}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import count, spot
from watchbill.diff.verdict import Verdict

ID = "training/certified-people"
OF = ("training",)
FIELDS = ("certified.*.people",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A number of people."""
    return count(edit, spot(edit, twice, "how many hold it"), Weight.MAJOR)
