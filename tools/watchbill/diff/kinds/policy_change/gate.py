"""Something that must be done before a policy takes effect came or went.

People apply what they were not taught, or are not tested on.

Before:
    kind: policy-change
After:
    kind: policy-change
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00, result: 12 cases added}
      - {gate: agreement-retest, who: desk, done: 2026-11-17T09:00:00+00:00, result: alpha 0.82}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "policy-change/gate"
OF = ("policy-change",)
FIELDS = ("gates.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By what it is, for which group and site."""
    return protects(edit, "a gate before it takes effect", Weight.CRITICAL)
