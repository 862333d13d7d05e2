"""What a sample is drawn from changed.

Drawn from easy cases, it tells that all is well.

Before:
    kind: quality-program
After:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of Monday, per: 7d, at_least: 457, promises: {expected: 95%, margin: 2%}}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "quality-program/sample-source"
OF = ("quality-program",)
FIELDS = ("samples.*.of", "samples.*.population")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "what it is drawn from"), Weight.MAJOR)
