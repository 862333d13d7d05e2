"""The number of people whom a certificate is for is counted otherwise.

It says how many are not tested yet.

Before:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, of: 9, day: 2026-10-01}
After:
    kind: training
    certified:
      - {who: vendor-one, site: porto, people: 9, of: 12, day: 2026-10-01}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "training/certified-of"
OF = ("training",)
FIELDS = ("certified.*.of",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "how many work on what it is for"), Weight.MINOR)
