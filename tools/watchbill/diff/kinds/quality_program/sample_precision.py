"""What a sample is to tell, and how exactly, changed.

With a wider margin a site that is not good enough cannot be told from one that is.

Before:
    kind: quality-program
After:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of the week, per: 7d, at_least: 457, promises: {expected: 95%, margin: 4%}}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict, protects, unknown

ID = "quality-program/sample-precision"
OF = ("quality-program",)
FIELDS = ("samples.*.promises", "samples.*.promises.**")

_MORE = {"margin": Direction.WEAKER, "confidence": Direction.STRONGER}


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A wider margin and less confidence are weaker; another expected share is for a reader."""
    what = spot(edit, twice, "what it is to tell")
    more = _MORE.get(edit.field.rpartition(".")[2])
    if more is not None:
        return measure(edit, what, Weight.MAJOR, more=more)
    if edit.field.endswith("promises"):
        return protects(edit, what, Weight.MAJOR)
    return unknown(what, Weight.MAJOR)
