"""When a gate of a policy was done is recorded, altered, or struck out.

It is evidence: what it says is checked by nobody after this.

Before:
    kind: policy-change
After:
    kind: policy-change
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00, result: 12 cases added}
      - {gate: agreement-retest, who: desk, done: 2026-11-17T09:00:00+00:00, result: alpha 0.82}
      - {gate: vendor-certification, who: vendor-one, site: porto, result: 9 of 9}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "policy-change/gate-done"
OF = ("policy-change",)
FIELDS = ("gates.*.done",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A record that is gone is weaker; one that says something else is for a reader."""
    return protects(edit, spot(edit, twice, "when it was done"), Weight.CRITICAL)
