"""The scorecard of a vendor is drawn up more or less often.

Until then nobody is told that it falls short.

Before:
    kind: vendor
    scorecard:
      every: 1mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
After:
    kind: vendor
    scorecard:
      every: 3mo
      rows: [{id: right, title: Right, weight: 60}, {id: fast, title: In time, weight: 40}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._measures import measure
from watchbill.diff.verdict import Verdict

ID = "vendor/scorecard-rhythm"
OF = ("vendor",)
FIELDS = ("scorecard.every",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """Rarer is weaker."""
    return measure(edit, "how often its scorecard is drawn up", Weight.MAJOR, more=Direction.WEAKER)
