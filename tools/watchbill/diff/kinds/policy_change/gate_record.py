"""What came of a gate of a policy, or where that is kept, changed.

It is evidence, and what a second reader would look up.

Before:
    kind: policy-change
After:
    kind: policy-change
    gates:
      - {gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00, result: 12 cases added}
      - {gate: agreement-retest, who: desk, done: 2026-11-17T09:00:00+00:00, result: alpha 0.82}
      - {gate: vendor-certification, who: vendor-one, site: porto, done: 2026-11-18T09:00:00+00:00, result: 8 of 9}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "policy-change/gate-record"
OF = ("policy-change",)
FIELDS = ("gates.*.result", "gates.*.record")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A record that is gone is weaker; one that says something else is for a reader."""
    return protects(edit, spot(edit, twice, "what came of it"), Weight.CRITICAL)
