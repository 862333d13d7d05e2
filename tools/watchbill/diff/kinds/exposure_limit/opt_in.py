"""Some material is for those only who said so, or for anybody.

Who never agreed to see it is given it, and does not know that one may say no.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, opt_in: true}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, opt_in: false}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "exposure-limit/opt-in"
OF = ("exposure-limit",)
FIELDS = ("levels.*.opt_in",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Asking first protects."""
    return flag(edit, spot(edit, twice, "only those who said so work it"), Weight.CRITICAL)
