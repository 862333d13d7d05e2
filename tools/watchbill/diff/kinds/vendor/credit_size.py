"""A vendor gives back more or less where it falls short.

A credit that is smaller than what good work costs is paid gladly.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
      credits: [{when: Below target, credit: 5%}]
After:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
      credits: [{when: Below target, credit: 2%}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "vendor/credit-size"
OF = ("vendor",)
FIELDS = ("scorecard.credits.*.credit",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Less is weaker."""
    return measure(
        edit, spot(edit, twice, "how much it gives back"), Weight.MAJOR, more=Direction.STRONGER
    )
