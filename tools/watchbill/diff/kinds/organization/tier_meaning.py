"""Who the readers of a tier are was worded anew.

The title of a tier decides who is given access to all that is written for it.

Before:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
      - {id: privileged, title: Counsel, reads: [vendor]}
After:
    kind: organization
    audiences:
      - {id: public, title: Everyone}
      - {id: vendor, title: Vendor analysts, reads: [public]}
      - {id: internal, title: Our own people and their guests, reads: [vendor]}
      - {id: restricted, title: Child safety, reads: [internal]}
      - {id: privileged, title: Counsel, reads: [vendor]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "organization/tier-meaning"
OF = ("organization",)
FIELDS = ("audiences.*.title",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "who these readers are"), Weight.CRITICAL)
