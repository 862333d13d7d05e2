"""A number of cases may be asked of reviewers of some material, or may not.

A target makes people look at more of it, faster, and skip their breaks.

Before:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, output_targets: false}
After:
    kind: exposure-limit
    levels:
      - {level: E2, per_day: 4h, output_targets: true}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, flag

ID = "exposure-limit/output-targets"
OF = ("exposure-limit",)
FIELDS = ("levels.*.output_targets",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A target exposes."""
    return flag(
        edit, spot(edit, twice, "a number of cases may be asked"), Weight.CRITICAL, protects=False
    )
